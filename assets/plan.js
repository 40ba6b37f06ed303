// The plan: moves a post to another day by dragging, and by Alt with an arrow key.
//
// <table data-plan data-lifted="{title} …" data-moved="{title} … {day}" data-failed="{title} …"
//        data-cancelled="{title} …">
//   … <td data-date="2026-12-03"> <ul><li draggable data-post="ID" data-move-url="URL" data-title="…">
//
// Nothing here is the only way: each post has its "Verschieben" form. The server gets the date alone
// and keeps the local time; it answers the whole page, of which the table is taken. While a post is
// carried it has `data-held`, and the day below it `data-over`, for the stylesheet.

const HOLD_MS = 400; // a finger rests this long before it lifts; a shorter touch scrolls or opens
const SLACK_PX = 7; // a hand is never quite still
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const live = document.createElement("p");
live.setAttribute("aria-live", "assertive");
live.className = "visually-hidden";
// Hidden here too, so that the words never show in a page without that class.
live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";

const plan = () => document.querySelector("[data-plan]");
const postOf = (id) => plan().querySelector(`[data-post="${CSS.escape(id)}"]`);
const cellOf = (post) => post.closest("[data-date]");
const cellAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-plan] [data-date]");

function spoken(date) {
  const form = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(date));
}

function say(what, post, date) {
  const words = plan().dataset[what] ?? "";
  live.textContent = words
    .replace("{title}", post.dataset.title ?? "")
    .replace("{day}", date ? spoken(date) : "");
}

function later(date, days) {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

// One move after the other, so that three quick key presses are three days.
let queue = Promise.resolve();

function move(id, dateFrom, focus) {
  queue = queue.then(async () => {
    const post = postOf(id);
    const date = post && dateFrom(cellOf(post).dataset.date);
    if (date && date !== cellOf(post).dataset.date) await send(post, date, focus);
  });
  return queue;
}

async function send(post, date, focus) {
  const id = post.dataset.post;
  post.setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams({ date });
    const answer = await fetch(post.dataset.moveUrl, { method: "POST", body });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-plan]");
    if (!fresh) return location.reload();
    plan().replaceWith(fresh);
    const moved = postOf(id);
    say("moved", moved ?? post, date);
    if (focus) moved?.querySelector("a, button, summary")?.focus();
  } catch {
    post.removeAttribute("aria-busy");
    say("failed", post, date);
  }
}

// ---- by keyboard

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && held?.lifted) return letGo("cancelled");
  const days = event.altKey && !event.ctrlKey && !event.metaKey && STEPS[event.key];
  const post = days && event.target.closest?.("[data-plan] [data-post]");
  if (!post || event.target.matches("input, textarea, select")) return;
  event.preventDefault(); // Alt with an arrow would leave the page
  move(post.dataset.post, (date) => later(date, days), true);
});

// ---- by mouse, pen or finger

let held = null;

function lift() {
  held.lifted = true;
  held.post.dataset.held = "";
  document.documentElement.style.userSelect = "none";
  say("lifted", held.post);
}

function letGo(why) {
  clearTimeout(held.timer);
  delete held.post.dataset.held;
  held.over?.removeAttribute("data-over");
  document.documentElement.style.userSelect = "";
  if (why && held.lifted) say(why, held.post);
  held = null;
}

function over(cell) {
  if (held.over === cell) return;
  held.over?.removeAttribute("data-over");
  cell?.setAttribute("data-over", "");
  held.over = cell;
}

document.addEventListener("pointerdown", (event) => {
  const post = event.target.closest?.("[data-plan] [data-post][draggable]");
  if (!post || held || event.button !== 0 || event.target.closest("button, input, select, summary")) return;
  const finger = event.pointerType === "touch";
  held = { post, finger, pointer: event.pointerId, x: event.clientX, y: event.clientY };
  if (finger) held.timer = setTimeout(lift, HOLD_MS);
});

document.addEventListener("pointermove", (event) => {
  if (held?.pointer !== event.pointerId) return;
  const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLACK_PX;
  if (!held.lifted && far) held.finger ? letGo() : lift();
  if (held?.lifted) over(cellAt(event.clientX, event.clientY));
});

document.addEventListener("pointerup", (event) => {
  if (held?.pointer !== event.pointerId) return;
  const { post, lifted } = held;
  const date = cellAt(event.clientX, event.clientY)?.dataset.date;
  const here = date === cellOf(post)?.dataset.date;
  letGo(date && !here ? undefined : "cancelled");
  if (!lifted) return;
  // The click that ends a drag is not meant to open the post.
  const swallow = (click) => (click.preventDefault(), click.stopPropagation());
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }));
  if (date && !here) move(post.dataset.post, () => date, false);
});

document.addEventListener("pointercancel", () => held && letGo("cancelled"));
// The browser's own dragging knows no fingers, and its long press opens a menu.
document.addEventListener("dragstart", (event) => event.target.closest?.("[data-plan]") && event.preventDefault());
document.addEventListener("contextmenu", (event) => held?.lifted && event.preventDefault());
document.addEventListener("touchmove", (event) => held?.lifted && event.preventDefault(), { passive: false });

if (plan()) document.body.append(live);

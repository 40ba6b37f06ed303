// A page by keyboard alone: what Tab reaches, in which order, and whether one sees where one is.
import assert from "node:assert/strict";

/** Notes from now on which elements listen for a click; asked for before a page is opened. */
export const noteClicks = (page) => page.addInitScript(takeDown);

/**
 * Goes through the whole page with Tab, opens with Enter what can be opened, and fails with one line
 * for each thing that somebody without a mouse does not find, does not see or does not get out of.
 */
export async function keyboard(page, { script = true } = {}) {
  await page.evaluate(begin, script);
  const wrong = await page.evaluate(startsWithSkip);
  const end = await page.evaluate(() => window.walk.most());
  let ended = false;
  for (let n = 0; n < end && !ended; n += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => window.walk.look());
    wrong.push(...stop.wrong);
    if (stop.opens) {
      await page.keyboard.press("Enter");
      const opened = await page.evaluate(() => window.walk.opened());
      wrong.push(...opened.wrong);
      if (opened.lies && script) wrong.push(...(await escapes(page)));
    }
    ended = stop.ended;
  }
  if (!ended) wrong.push("Tab does not come to the end of the page");
  wrong.push(...(await page.evaluate(() => window.walk.missed())));
  wrong.push(...(await skips(page)));
  assert.equal(wrong.length, 0, `by keyboard on ${page.url()}:\n  ${[...new Set(wrong)].slice(0, 30).join("\n  ")}`);
}

/** What lies over the page when it is open goes away with Escape, and the focus is where it was. */
async function escapes(page) {
  await page.keyboard.press("Escape");
  const wrong = await page.evaluate(() => window.walk.escaped());
  if (!wrong.length) await page.keyboard.press("Enter");
  return wrong;
}

/** The first stop leads past the head of the page: the next one lies in its contents, or after them. */
async function skips(page) {
  await page.evaluate(() => document.querySelector("a.skip")?.focus());
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const [main, now] = [document.querySelector("main"), document.activeElement];
    const past = main.contains(now) || main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
    // Where nothing more can be reached, the way begins anew.
    const nothing = !main.querySelector("a[href], button, input, select, textarea, summary");
    return past || nothing ? [] : [`the skip link leads to ${window.walk.name(now)}`];
  });
}

/* c8 ignore start: these run in the page */

function takeDown() {
  const listening = (window.clickable = new Set());
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (["click", "pointerdown", "mousedown", "pointerup", "mouseup"].includes(kind)) listening.add(this);
    return add.call(this, kind, ...rest);
  };
}

/** Whoever begins at the top comes to the skip link first, if the page has something to skip. */
function startsWithSkip() {
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
  const [first] = window.walk.reachable();
  return first?.matches("a.skip") ? [] : ["the first stop is not the skip link"];
}

function begin(script) {
  const REACHED = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]";
  // Fields of several parts, each of which is a stop of its own.
  const PARTS = ["date", "time", "datetime-local", "month", "week"];
  const ROWS = 100; // pixels
  const visited = new Set();
  let last = null;

  const name = (e) => {
    const words = (e.getAttribute("aria-label") || e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${e.localName}${e.id && "#" + e.id}${e.name ? `[name=${e.name}]` : ""}${words && ` "${words}"`}`;
  };
  const shows = (e) => e.checkVisibility({ visibilityProperty: true });

  /** What Tab should come to, in order; of a group of choices it is one. */
  const reachable = () => {
    const all = [...document.querySelectorAll(REACHED)].filter(
      (e) => e.tabIndex >= 0 && !e.matches(":disabled") && !e.closest("[inert]") && shows(e),
    );
    const groups = new Map();
    for (const e of all.filter((e) => e.type === "radio")) {
      const key = `${e.form?.id} ${[...document.forms].indexOf(e.form)} ${e.name}`;
      if (!groups.has(key) || e.checked) groups.set(key, e);
    }
    const chosen = new Set(groups.values());
    return all.filter((e) => e.type !== "radio" || chosen.has(e));
  };

  /** How an element and what may show its focus in its place look; compared with and without the focus. */
  const around = (e) => [e, ...(e.labels ?? []), e.nextElementSibling, e.parentElement, e.closest("label")].filter(Boolean);
  const large = (e) => ((box) => box.width > 8 && box.height > 8)(e.getBoundingClientRect()) && getComputedStyle(e).clipPath === "none";
  const look = (e) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(e);
    const outline = outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
    return [outline, boxShadow, borderColor].join(" | ");
  };
  const looks = (e) => around(e).filter(large).map((near) => [near, look(near)]);

  /** Something of it can be seen: no bar lies over all of it, and it is not outside the window. */
  const uncovered = (e) => {
    const shown = large(e) ? [e] : around(e).filter((near) => near !== e.parentElement && large(near));
    return shown.some((one) =>
      [...one.getClientRects()].some((box) => {
        const xs = [box.left + 3, (box.left + box.right) / 2, box.right - 3];
        const ys = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3];
        return xs.some((x) => ys.some((y) => hits(one, x, y)));
      }),
    );
  };
  const hits = (e, x, y) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const hit = document.elementFromPoint(x, y);
    return Boolean(hit) && (e.contains(hit) || hit.contains(e) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
  };

  const sticks = (e) => {
    for (let up = e; up; up = up.parentElement) if (/fixed|sticky/.test(getComputedStyle(up).position)) return true;
    return false;
  };
  const box = (e) => {
    const { left, right, top, bottom } = e.getBoundingClientRect();
    return { left: left + scrollX, right: right + scrollX, top: top + scrollY, bottom: bottom + scrollY };
  };
  /** In one column the next stop stands below the last one, or beside it; a row back within a head is no matter. */
  const jumpsBack = (from, to) => {
    // Out of what lies over the page the way goes on where it was opened.
    if (from.closest("details[data-lies]")) return false;
    if (from.matches(".skip") || sticks(from) || sticks(to) || !large(from) || !large(to)) return false;
    const [a, b] = [box(from), box(to)];
    return b.bottom <= a.top && b.left < a.right && a.top - b.top > ROWS;
  };

  const leave = () => {
    const wrong = [];
    if (last && last.e.isConnected && !last.looks.some(([near, before]) => look(near) !== before))
      wrong.push(`nobody sees that the focus is on ${name(last.e)}`);
    return wrong;
  };

  window.walk = {
    name,
    reachable,
    most: () => document.querySelectorAll(REACHED).length + 6 * document.querySelectorAll("input").length + 50,
    look() {
      const e = document.activeElement;
      if (last && e === last.e) {
        const trapped = !PARTS.includes(e.type) && e !== document.body;
        return { wrong: trapped ? [`Tab does not leave ${name(e)}`] : [], ended: trapped };
      }
      const wrong = leave();
      if (!e || e === document.body || e === document.documentElement || visited.has(e)) {
        last = null;
        return { wrong, ended: true };
      }
      if (!uncovered(e)) wrong.push(`${name(e)} is hidden while it has the focus`);
      if (e.tabIndex > 0) wrong.push(`${name(e)} pushes forward with tabindex ${e.tabIndex}`);
      if (last && last.e.isConnected && jumpsBack(last.e, e)) wrong.push(`from ${name(last.e)} it goes back up to ${name(e)}`);
      visited.add(e);
      // Without a script whoever opened a menu shuts it again by the same key.
      if (!script) for (const one of document.querySelectorAll("details[data-lies]")) if (!one.contains(e)) one.open = false;
      last = { e, looks: looks(e) };
      return { wrong, ended: false, opens: e.localName === "summary" && !e.parentElement.open };
    },
    opened() {
      const details = document.activeElement.closest("details");
      if (!details?.open) return { wrong: [`Enter does not open ${name(document.activeElement)}`] };
      details.dataset.walked = "";
      const lies = [...details.children].some((one) => /absolute|fixed/.test(getComputedStyle(one).position));
      if (lies) details.dataset.lies = "";
      return { wrong: [], lies };
    },
    escaped() {
      const open = document.querySelector("details[data-lies][open]");
      if (open) return [`Escape does not shut ${name(open.querySelector("summary"))}`];
      return document.activeElement.localName === "summary" ? [] : ["after Escape the focus is lost"];
    },
    missed() {
      const found = (e) => [...visited].some((one) => one === e || e.contains(one) || one.contains(e));
      // A place to point at names the fields that do the same.
      const named = (e) => e.closest("[data-keys]")?.dataset.keys.split(" ").every((id) => visited.has(document.getElementById(id)));
      // A picture beside its headline leads where the headline leads.
      const twice = (e) => ((link) => link && [...visited].some((one) => one.href === link.href))(e.closest("a[href]"));
      const serves = (e) => found(e) || twice(e) || named(e) || [...document.querySelectorAll("label")].some((label) => label.contains(e) && label.control && found(label.control));
      const missed = reachable().filter((e) => !visited.has(e)).map((e) => `Tab does not come to ${name(e)}`);
      const clicked = [...(window.clickable ?? [])].filter((e) => e instanceof Element && e.isConnected && shows(e) && large(e));
      // A hand is shown where a click does something.
      const handy = [...document.body.querySelectorAll("*")].filter((e) => shows(e) && getComputedStyle(e).cursor === "pointer");
      const deaf = [...new Set([...clicked, ...handy])].filter((e) => !serves(e) && !roving(e));
      return [...missed, ...deaf.map((e) => `a click on ${name(e)} has no key`)];
    },
  };

  /** One stop for a whole bar, and arrows within it; or another choice of the same group. */
  const roving = (e) => {
    const group = e.closest("[role=toolbar], [role=tablist], [role=menu]");
    if (group && [...visited].some((one) => group.contains(one))) return true;
    const choice = e.type === "radio" ? e : e.closest("label")?.control;
    return choice?.type === "radio" && [...visited].some((one) => one.name === choice.name && one.type === "radio");
  };
}
/* c8 ignore stop */

/** Closes again what `keyboard` opened. */
export const close = (page) =>
  page.evaluate(() => document.querySelectorAll("details[data-walked]").forEach((one) => ((one.open = false), delete one.dataset.walked)));

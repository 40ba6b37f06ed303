// Makes the form of a post safer and easier: it saves while somebody types, keeps what cannot be
// saved, shows a preview, counts, and sets Markdown by buttons. Without it the form works as well.
// No word that people read is in here: the page gives them as data-say-… in its own language.
import { Saver, copiesOf, drop, restore, textOf } from "./editor/saving.js";
import { sayProblems, setUpPictures } from "./editor/pictures.js";
import { setUpToolbar } from "./editor/toolbar.js";

function speaker(form) {
  const line = form.querySelector("[data-save-status]");
  const words = (key, values = {}) =>
    (form.dataset[`say${key[0].toUpperCase()}${key.slice(1)}`] ?? "").replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const say = (key, values, link) => {
    if (!line) return;
    line.replaceChildren(words(key, values)); // as text, never as HTML
    line.dataset.state = key;
    if (!link?.url) return;
    const anchor = Object.assign(document.createElement("a"), { href: link.url, textContent: words(`${key}Link`) });
    if (link.apart) Object.assign(anchor, { target: "_blank", rel: "noopener" });
    anchor.addEventListener("click", async (event) => {
      if (!link.before) return;
      event.preventDefault();
      await link.before(); // the page that merges needs the newest text
      // The newest answer may have named a newer place.
      location.assign(line.querySelector("a")?.href ?? link.url);
    });
    line.append(" ", anchor);
  };
  return { say, words };
}

/** Asks what to do with copies that were left behind; nothing is put in or thrown away unasked. */
function offerCopies(form, saver, { say, words }, copies) {
  const [copy, ...others] = copies;
  const line = form.querySelector("[data-save-status]");
  if (!copy || !line) return;
  const time = new Date(copy.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
  const offer = document.createElement("div");
  offer.setAttribute("role", "group");
  const question = Object.assign(document.createElement("p"), { textContent: words("restore", { time }) });
  const button = (key, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words(key) });
    made.addEventListener("click", () => {
      act();
      drop(copy.key);
      offer.remove();
      offerCopies(form, saver, { say, words }, others);
      form.querySelector("textarea")?.focus();
    });
    return made;
  };
  const bringBack = () => {
    saver.setAside();
    restore(form, copy);
    saver.keep(); // ours before the old one goes
    say("restored");
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  offer.append(question, button("restoreYes", bringBack), " ", button("restoreNo", () => {}));
  line.after(offer);
}

function setUpPreview(form) {
  const place = form.querySelector("[data-preview]") ?? document.querySelector("[data-preview]");
  if (!place || !form.dataset.previewUrl) return () => {};
  let timer, asked;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked?.abort(); // an old answer must not come after a new one
      const { signal } = (asked = new AbortController());
      try {
        const headers = { "X-Requested-With": "verbund", Accept: "text/html" };
        const body = new URLSearchParams(textOf(form));
        const answer = await fetch(form.dataset.previewUrl, { method: "POST", body, headers, signal, redirect: "manual" });
        const html = await answer.text();
        if (answer.ok && !signal.aborted) place.innerHTML = html; // made safe by the server
      } catch {
        // A preview that fails shows the last one.
      }
    }, 400);
  };
}

function count(form, words) {
  for (const place of form.querySelectorAll("[data-count-for]")) {
    const field = form.elements[place.dataset.countFor];
    const [n, max] = [[...(field?.value ?? "")].length, Number(place.dataset.max || 0)];
    place.textContent = n > max * 0.75 ? words("count", { n, max }) : ""; // far from it, it is only noise
    place.toggleAttribute("data-over", max > 0 && n > max);
  }
}

/** Names beside the button what is still needed, each with the way to its place. */
function sayLacks(lacks) {
  const line = document.querySelector("[data-lacks]");
  if (!line || !lacks) return;
  const links = lacks.map(({ short, why, place }) =>
    Object.assign(document.createElement("a"), { href: `#${place}`, title: why, textContent: short }));
  const parts = links.flatMap((link, n) => (n ? [", ", link] : [`${line.dataset.lacks} `, link]));
  const made = document.createElement("p");
  made.append(...parts);
  // Said again only when it is another thing: somebody may be listening.
  if (made.textContent !== line.textContent) line.replaceChildren(...parts);
}

export function setUp(form) {
  const speech = speaker(form);
  const saver = new Saver(form, speech.say);
  const preview = setUpPreview(form);
  const bar = form.querySelector("[data-markdown-toolbar]");
  if (bar && form.elements.body) setUpToolbar(bar, form.elements.body);
  setUpPictures(form, () => form.dispatchEvent(new Event("change", { bubbles: true })));
  let submitted = false;

  const changed = () => {
    saver.changed();
    preview();
    count(form, speech.words);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("saved", ({ detail }) => {
    const list = form.querySelector("[data-save-problems]");
    list?.replaceChildren(...(detail.problems ?? []).map((textContent) => Object.assign(document.createElement("li"), { textContent })));
    sayProblems(form, detail.pictures ?? []);
    sayLacks(detail.lacks);
    const standing = document.querySelector("[data-standing]");
    if (standing && detail.state) Object.assign(standing, { className: `state ${detail.state.code}`, textContent: detail.state.word });
    const next = document.querySelector("[data-next]");
    if (next && detail.next) next.textContent = detail.next;
  });
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    if (!saver.running) {
      submitted = true;
      for (const timer of [saver.idle, saver.steady, saver.retry]) clearTimeout(timer);
      return;
    }
    // Sent beside a save under way, the form would collide with its own text.
    event.preventDefault();
    await saver.running;
    form.requestSubmit(event.submitter);
  });

  // A page that shows what is typed here must not be asked for before the server has it.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || link.target || link.hash || elsewhere || event.defaultPrevented || !saver.unsaved) return;
    event.preventDefault();
    await saver.settle();
    location.assign(link.href);
  });
  addEventListener("online", () => saver.again());
  addEventListener("focus", () => saver.again()); // back from signing in next door
  document.addEventListener("visibilitychange", () => document.hidden && saver.unsaved && saver.keep());
  addEventListener("pagehide", () => saver.leave(submitted));
  addEventListener("pageshow", ({ persisted }) => {
    submitted = false;
    if (persisted) saver.again();
  });
  addEventListener("beforeunload", (event) => {
    if (!submitted && saver.unsaved && !saver.keep()) event.preventDefault();
  });

  count(form, speech.words);
  if (form.dataset.unsaved === "yes") saver.save();
  offerCopies(form, saver, speech, copiesOf(form));
  return saver;
}

if (typeof document !== "undefined") {
  for (const form of document.querySelectorAll("form[data-editor]")) setUp(form);
}

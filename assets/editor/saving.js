// Brings a text to the server, and keeps a copy in this browser for as long as that fails.

const IDLE = 1000; // saves so long after typing stops …
const STEADY = 10_000; // … and at least so often while it goes on
const ANSWER = 20_000; // an answer later than this counts as no answer
const RETRY = [2000, 4000, 8000, 16_000, 30_000, 60_000];
const KEEPALIVE = 60_000; // browsers refuse more than 64 KiB on leaving a page
const COPIES = "verbund:post:";

/** Takes every copy of a text out of this browser; called when somebody signs out. */
export function forgetAllCopies() {
  for (const key of copyKeys(COPIES)) drop(key);
}

const NO_TEXT = ["base", "sitting"]; // they change while the text does not

/** Reads the fields as one string, without those that nobody types. */
export function textOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NO_TEXT.includes(name)) fields.append(name, value);
  }
  return fields.toString();
}

/** Saves a form, one save at a time; the newest text always follows the one under way. */
export class Saver {
  constructor(form, say) {
    this.form = form;
    this.say = say;
    this.sitting = crypto.randomUUID?.() ?? String(Math.random()).slice(2); // no randomUUID on plain http
    this.key = this.newKey();
    // Sent as a form, the text still comes from this page and collides with none of its saves.
    if (form.elements.sitting) form.elements.sitting.value = this.sitting;
    this.saved = this.told = form.dataset.unsaved === "yes" ? null : textOf(form); // what the server has; what it last gave an answer to
    this.kept = null; // what this browser holds for us
    this.running = null;
    this.failures = 0;
  }

  newKey() {
    return `${COPIES}${this.form.dataset.post}:${this.sitting}.${Date.now()}`;
  }

  get unsaved() {
    return textOf(this.form) !== this.saved;
  }

  changed() {
    if (textOf(this.form) === this.told) return;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.save(), IDLE);
    this.steady ??= setTimeout(() => this.save(), STEADY);
  }

  /** Saves now. While a save is under way the caller gets that one; it looks for newer text when it ends. */
  save() {
    this.running ??= this.send().finally(() => {
      this.running = null;
      if (this.failures > 0) {
        this.retry = setTimeout(() => this.save(), RETRY[Math.min(this.failures, RETRY.length) - 1]);
      } else {
        this.changed();
      }
    });
    return this.running;
  }

  /** Saves until nothing newer is left to send, or the line is down. */
  async settle() {
    do await this.save();
    while (textOf(this.form) !== this.told && this.failures === 0);
  }

  again() {
    this.failures = 0;
    this.told = null; // asks once more even for a text that was refused
    if (this.unsaved) this.save();
  }

  async send() {
    for (const timer of [this.idle, this.steady, this.retry]) clearTimeout(timer);
    this.steady = undefined;
    const text = textOf(this.form);
    if (text === this.saved) {
      this.told = text; // typed and taken back
      this.failures = 0;
      return this.forget();
    }
    this.keep(); // before the attempt: the machine may go down during it
    this.say("saving");
    let answer, body;
    try {
      answer = await this.post(text);
      body = await answer.json().catch(() => ({}));
    } catch {
      answer = { status: 0 };
    }
    this.understand(text, answer, body ?? {});
  }

  post(text, options = { signal: AbortSignal.timeout(ANSWER) }) {
    const fields = new URLSearchParams(text);
    if (this.form.elements.base) fields.set("base", this.form.elements.base.value);
    const body = fields.toString();
    return fetch(this.form.dataset.saveUrl, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
        Accept: "application/json",
        "X-Requested-With": "verbund",
        // Lets the server see that a version it made belongs to us although its answer got lost.
        "X-Verbund-Sitting": this.sitting,
      },
      credentials: "same-origin",
      redirect: "manual", // a redirect leads to the sign-in page, which is no confirmation
      keepalive: body.length < KEEPALIVE,
      ...options,
    });
  }

  understand(text, answer, body) {
    if (answer.type !== "opaqueredirect" && (answer.status === 0 || answer.status === 429 || answer.status >= 500)) {
      this.failures += 1;
      return this.say(this.keep() ? "offline" : "notSaved");
    }
    this.failures = 0;
    this.told = text;
    if (answer.status === 200 && body.version !== undefined) {
      this.saved = text;
      if (this.form.elements.base) this.form.elements.base.value = body.version;
      if (!this.unsaved) this.forget();
      this.say("saved", { time: body.saved_at_label ?? "" });
      this.form.dispatchEvent(new CustomEvent("saved", { detail: body }));
    } else if (answer.status === 409 && body.merge_url) {
      this.say("conflict", {}, { url: body.merge_url, before: () => this.settle() });
    } else if (answer.status === 401 || answer.type === "opaqueredirect") {
      this.say("signIn", {}, { url: this.form.dataset.signInUrl, apart: true });
    } else {
      this.say("refused");
    }
  }

  /** Keeps a copy in this browser, unless others use it too. Tells whether there is one. */
  keep() {
    if (this.form.dataset.offline !== "yes") return false;
    const text = textOf(this.form);
    if (this.kept === text) return true;
    try {
      const copy = { text, base: this.form.elements.base?.value ?? "", at: Date.now() };
      localStorage.setItem(this.key, JSON.stringify(copy));
      this.kept = text;
      return true;
    } catch {
      return false; // full, or switched off
    }
  }

  /** Before another text is put into the form: what stands there unsaved stays a copy of its own. */
  setAside() {
    if (!this.unsaved || !this.keep()) return;
    this.key = this.newKey();
    this.kept = null;
  }

  forget() {
    drop(this.key);
    this.kept = null;
  }

  /** The last chance: the page goes away, and nobody will hear the answer. */
  leave(submitted) {
    if (!this.unsaved) return;
    this.keep();
    if (!submitted && !this.running) this.post(textOf(this.form), {}).catch(() => {});
  }
}

function copyKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // storage is switched off
  }
}

export function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // storage is switched off: then there is nothing to drop
  }
}

/** Finds copies that say something else than the server, newest first; the others have served. */
export function copiesOf(form) {
  // The server takes away blanks at the end; that alone is no other text.
  const bare = (text) => text.replace(/(%0D|%0A|%09|\+)+(?=&|$)/g, "");
  const found = [];
  for (const key of copyKeys(`${COPIES}${form.dataset.post}:`)) {
    try {
      const copy = JSON.parse(localStorage.getItem(key));
      if (bare(copy.text) === bare(textOf(form))) drop(key);
      else found.push({ ...copy, key });
    } catch {
      drop(key);
    }
  }
  return found.sort((one, other) => other.at - one.at);
}

/**
 * Puts a copy into the form, on the version it was typed on: so a collision is noticed, not overwritten.
 * Hidden fields stay as the server made them; they hold what nobody typed.
 */
export function restore(form, copy) {
  const fields = new URLSearchParams(copy.text);
  for (const field of form.elements) {
    if (!field.name || ["hidden", "file", "submit", "button"].includes(field.type)) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = fields.getAll(field.name).includes(field.value);
    } else if (field.type === "select-multiple") {
      for (const option of field.options) option.selected = fields.getAll(field.name).includes(option.value);
    } else if (fields.has(field.name)) {
      const [value, ...more] = fields.getAll(field.name); // fields of one name come in their order
      field.value = value;
      fields.delete(field.name);
      for (const next of more) fields.append(field.name, next);
    }
  }
  if (form.elements.base) form.elements.base.value = copy.base;
}

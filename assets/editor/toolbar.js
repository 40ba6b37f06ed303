// Sets Markdown by buttons and keys, for people who know none.

/** Makes the next text for a button out of the value and the selection: what to put where. */
export function format(kind, value, start, end) {
  const marks = { bold: "**", italic: "*" }[kind];
  if (marks) return wrap(marks, value, start, end);
  if (kind === "link") {
    const words = value.slice(start, end);
    const isAddress = /^(https?:\/\/|www\.)\S+$/.test(words);
    const text = isAddress ? `[](${words})` : `[${words}](https://)`;
    // The cursor goes where something is missing: between the brackets, or into the address.
    const from = start + (isAddress || !words ? 1 : words.length + 3);
    return { start, end, text, from, to: isAddress || !words ? from : from + 8 };
  }
  const mark = { heading: "## ", list: "- ", quote: "> " }[kind];
  start = start === 0 ? 0 : value.lastIndexOf("\n", start - 1) + 1;
  end = value.indexOf("\n", end) < 0 ? value.length : value.indexOf("\n", end);
  const lines = value.slice(start, end).split("\n");
  const all = lines.every((line) => line === "" || line.startsWith(mark)) && lines.some((line) => line);
  const set = (line) => (all ? line.replace(mark, "") : line === "" && lines.length > 1 ? line : mark + line.replace(mark, ""));
  const text = lines.map(set).join("\n");
  return { start, end, text, from: lines.length > 1 ? start : start + text.length, to: start + text.length };
}

function wrap(marks, value, start, end) {
  // A double click takes the blank after the word along; Markdown does not want it inside.
  while (start < end && /\s/.test(value[start])) start += 1;
  while (end > start && /\s/.test(value[end - 1])) end -= 1;
  const n = marks.length;
  // How many stars stand there decides which mark it is: one is italic, two bold, three both.
  const before = value.slice(0, start).match(/\**$/)[0].length;
  const after = value.slice(end).match(/^\**/)[0].length;
  const has = (count) => (n === 2 ? count >= 2 : count === 1 || count >= 3);
  if (has(before) && has(after)) {
    const text = value.slice(start, end);
    return { start: start - n, end: end + n, text, from: start - n, to: start - n + text.length };
  }
  // Bold never reaches over a line end, so every line gets its own.
  const lines = value.slice(start, end).split("\n");
  const text = lines.map((line) => (line.trim() || lines.length === 1 ? marks + line + marks : line)).join("\n");
  return { start, end, text, from: start + n, to: start + text.length - n };
}

function apply(area, kind) {
  const edit = format(kind, area.value, area.selectionStart, area.selectionEnd);
  area.focus();
  area.setSelectionRange(edit.start, edit.end);
  // The old command is the only way that leaves "undo" working.
  if (!document.execCommand?.("insertText", false, edit.text)) {
    area.setRangeText(edit.text, edit.start, edit.end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(edit.from, edit.to);
}

export function setUpToolbar(bar, area) {
  const buttons = [...bar.querySelectorAll("[data-md]")];
  const roam = (to) => buttons.forEach((button) => (button.tabIndex = button === to ? 0 : -1));
  roam(buttons[0]); // one stop for the tab key; the arrows go on from there
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-md]");
    if (button) apply(area, button.dataset.md);
  });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target.closest("[data-md]"));
    const last = buttons.length - 1;
    const to = { ArrowRight: at < last ? at + 1 : 0, ArrowLeft: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    roam(buttons[to]);
    buttons[to].focus();
  });
  area.addEventListener("keydown", (event) => {
    const kind = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!kind || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    apply(area, kind);
  });
}

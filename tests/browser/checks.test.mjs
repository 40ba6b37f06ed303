// The checks themselves, on small pages that are wrong on purpose: what they do not find, no page is spared.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, PHONE, visit } from "./lib/browser.mjs";
import { fits, keepsItsWords } from "./lib/checks.mjs";
import { keyboard, noteClicks } from "./lib/keyboard.mjs";
import { stage } from "./lib/stage.mjs";

let browser, server, page, main;

const html = () => `<!doctype html><html lang="de"><title>Probe</title><style>
  body { margin: 0; font: 1rem/1.4 sans-serif } :focus-visible { outline: 3px solid #7a2e1d }
  .skip { position: absolute; left: -99rem } .skip:focus { left: 0 } .bar { position: sticky; bottom: 0; height: 40vh; background: #ddd }
  </style><a class="skip" href="#inhalt">Zum Inhalt</a><a href="/">Anfang</a><main id="inhalt">${main}</main></html>`;

before(async () => {
  browser = await open();
  server = await stage(() => ({ html: html() }));
  page = await visit(browser, { size: PHONE });
  await noteClicks(page);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function shows(contents) {
  main = contents;
  await page.goto(server.url);
}

const many = Array.from({ length: 40 }, (_, n) => `<p><a href="#${n}">Zeile ${n}</a></p>`).join("");

test("a page that is well made passes", async () => {
  await shows(`<details><summary>Mehr</summary><button>Senden</button></details>${many}
    <label><input type="radio" name="r"> eins</label><label><input type="radio" name="r"> zwei</label><input type="date" aria-label="Tag">`);
  await keyboard(page);
  await fits(page);
  await keepsItsWords(page);
});

for (const [title, contents, words] of [
  ["a focus that is not shown", '<a href="/x" style="outline: none">Unsichtbar</a>', /nobody sees that the focus is on a "Unsichtbar"/],
  ["a bar over what has the focus", `${many}<div class="bar">Leiste</div>`, /"Zeile \d+" is hidden while it has the focus/],
  ["a way back up", '<div style="display: flex; flex-direction: column-reverse; gap: 120px"><a href="/a">Unten</a><a href="/b">Oben</a></div>', /goes back up to a "Oben"/],
  ["an order of its own", '<a href="/a">Eins</a><a href="/b" tabindex="5">Zwei</a>', /pushes forward with tabindex 5/],
  ["a trap", '<textarea onkeydown="if (event.key === \'Tab\') event.preventDefault()"></textarea>', /Tab does not leave textarea/],
  ["a click without a key", '<div id="nur-maus">Klick</div><script>document.querySelector("#nur-maus").addEventListener("click", () => {})</script>', /a click on div#nur-maus "Klick" has no key/],
  ["a hand without a key", '<span style="cursor: pointer">Hier</span>', /a click on span "Hier" has no key/],
  ["a lid that does not open", '<details><summary onkeydown="if (event.key === \'Enter\') event.preventDefault()">Zu</summary>x</details>', /Enter does not open summary "Zu"/],
  ["a menu that Escape does not shut", '<details><summary>Menü</summary><div style="position: absolute"><a href="/x">Platz</a></div></details>', /Escape does not shut summary "Menü"/],
  ["a fault behind a lid", '<details><summary>Mehr</summary><a href="/x" style="outline: none">Drinnen</a></details>', /nobody sees that the focus is on a "Drinnen"/],
]) {
  test(`${title} is found by keyboard`, async () => {
    await shows(contents);
    await assert.rejects(keyboard(page), words);
  });
}

test("a skip link that leads nowhere is found", async () => {
  await shows('<button>Senden</button>');
  await page.evaluate(() => (document.querySelector(".skip").href = "#nirgends"));
  await assert.rejects(keyboard(page), /the skip link leads to a "Anfang"/);
});

for (const [title, contents, words] of [
  ["a box that cuts its words off when they stand apart", '<div style="width: 250px; overflow: hidden; white-space: nowrap">Ein Satz mit wenigen Wörtern</div>', /with text apart: div .* is cut off/],
  ["a box of fixed height", '<div style="height: 26px">Ein Wort</div>', /with text of twice the size: div "Ein Wort" runs out/],
  ["text that scrolls sideways", `<div tabindex="0" style="overflow-x: auto"><p style="width: 500px">${"Wort ".repeat(40)}</p></div>`, /scrolls sideways/],
]) {
  test(`${title} is found`, async () => {
    await shows(contents);
    await assert.rejects(keepsItsWords(page), words);
  });
}

test("what is wider than a narrow phone is named", async () => {
  await shows('<p id="breit" style="width: 340px">Breit</p>');
  await assert.rejects(fits(page), /wider than 320 px:\s+p#breit ends at 340 px/);
});

// Nothing typed is ever lost: the editor in the demo, with and without script, with and without a line.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { open, visit } from "./lib/browser.mjs";
import { enter } from "./lib/people.mjs";
import { start } from "./lib/product.mjs";
import { begin, change, SAVE, saved } from "./lib/writing.mjs";

// The smallest PNG there is: one dot.
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let browser, demo, desk;
const there = [];

before(async () => {
  browser = await open();
  demo = await start("demo");
  desk = `${demo.url}/desk/muebi`;
});

afterEach(async () => {
  for (const page of there.splice(0)) await page.context().close();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function arrive(who = "staff", options) {
  const page = await visit(browser, options);
  there.push(page);
  await enter(page, demo.url, who);
  return page;
}

/** A text with these words, saved, open in the editor. */
async function text(page, title, body) {
  const post = await begin(page, desk);
  await page.fill("#title", title);
  await page.fill("#body", body);
  await saved(page);
  return demo.url + post;
}

const state = (page, word) => page.locator(`[data-save-status][data-state="${word}"]`).waitFor();
const body = (page) => page.inputValue("#body");

test("what is typed is saved by itself and stands there after the page was lost", async () => {
  const page = await arrive();
  const post = await text(page, "Drei neue Hörspiele", "Eins für Kinder");
  const answer = await change(page, () => page.locator("#body").pressSequentially(", zwei für lange Fahrten."));
  assert.equal(answer, 200);
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  const again = await page.context().newPage();
  await again.goto(`${post}/edit`);
  assert.equal(await body(again), "Eins für Kinder, zwei für lange Fahrten.");
  assert.equal(await again.inputValue("#title"), "Drei neue Hörspiele");
});

test("what is typed while the line is down is kept in the browser and offered again", async () => {
  const page = await arrive();
  const post = await text(page, "Funkloch", "Vor dem Tunnel.");
  await page.context().setOffline(true);
  await page.locator("#body").pressSequentially(" Im Tunnel.");
  await state(page, "offline");
  await page.close({ runBeforeUnload: false });
  const later = await page.context().newPage();
  await page.context().setOffline(false);
  await later.goto(`${post}/edit`);
  assert.equal(await body(later), "Vor dem Tunnel.", "nothing is put in unasked");
  const offer = later.locator("form#editor [role=group]", { has: later.locator("button") }).filter({ has: later.locator("p") });
  await offer.locator("button").first().click();
  assert.equal(await body(later), "Vor dem Tunnel. Im Tunnel.");
  await saved(later);
  await later.reload();
  assert.equal(await body(later), "Vor dem Tunnel. Im Tunnel.");
  assert.equal(await offer.count(), 0, "the copy has served");
});

test("the line comes back and the text goes to the server by itself", async () => {
  const page = await arrive();
  const post = await text(page, "Funkloch zum Zweiten", "Davor.");
  await page.context().setOffline(true);
  await page.locator("#body").pressSequentially(" Mittendrin.");
  await state(page, "offline");
  await page.context().setOffline(false);
  await saved(page);
  await page.goto(`${post}/edit`);
  assert.equal(await body(page), "Davor. Mittendrin.");
});

test("a button marks the text and undo takes the mark back", async () => {
  const page = await arrive();
  await text(page, "Rückgängig", "Ein wichtiges Wort");
  await page.locator("#body").evaluate((area) => area.setSelectionRange(4, 13));
  await page.click('[data-md="bold"]');
  assert.equal(await body(page), "Ein **wichtiges** Wort");
  await page.keyboard.press("Control+z");
  assert.equal(await body(page), "Ein wichtiges Wort");
});

test("the buttons are reached and used by the keyboard alone", async () => {
  const page = await arrive();
  await text(page, "Nur Tasten", "Eine Liste");
  await page.focus("#title");
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement.dataset.md);
  assert.equal(await focused(), "bold", "one stop for the whole bar");
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "list");
  await page.keyboard.press("Enter");
  assert.equal(await body(page), "- Eine Liste");
  assert.equal(await page.evaluate(() => document.activeElement.id), "body", "back in the text");
  await page.locator("[data-preview] li", { hasText: "Eine Liste" }).waitFor();
});

test("two people in one text: the second is led to both texts and nothing is lost", async () => {
  const one = await arrive("staff");
  const two = await arrive("head");
  const post = await text(one, "Bücherbus", "Der Bus hält am Markt.\n\nEr bleibt bis zwölf.");
  await two.goto(`${post}/edit`);
  await change(one, () => one.fill("#body", "Der Bus hält am Bahnhof.\n\nEr bleibt bis zwölf."));
  await change(two, () => two.fill("#body", "Der Bus hält an der Kirche.\n\nEr bleibt bis eins."));
  await state(two, "conflict");
  await two.locator("[data-save-status] a").click();
  await two.waitForURL("**/merge/**");
  const choice = two.locator("fieldset.hunk").first();
  await choice.getByText("Kirche").first().waitFor();
  await choice.getByText("Bahnhof").first().waitFor();
  await choice.locator('input[value="mine"]').check();
  await two.click('button[name="way"][value="take"]');
  await two.waitForURL((now) => !now.pathname.includes("/merge/"));
  await two.goto(`${post}/edit`);
  assert.equal(await body(two), "Der Bus hält an der Kirche.\n\nEr bleibt bis eins.");
  await two.goto(`${post}/versions`);
  assert.ok((await two.locator('main a[href*="/versions/"]').count()) >= 2, "the other text is among the versions");
});

test("without script the form saves the text", async () => {
  const page = await arrive("volunteer", { script: false });
  const post = await begin(page, desk);
  await page.fill("#title", "Ohne Skript");
  await page.fill("#body", "Geht **auch** so.");
  await page.click(SAVE);
  await page.waitForLoadState();
  await page.goto(`${demo.url}${post}/edit`);
  assert.equal(await page.inputValue("#title"), "Ohne Skript");
  assert.equal(await body(page), "Geht **auch** so.");
  await page.goto(demo.url + post);
  await page.locator("main strong", { hasText: "auch" }).waitFor();
});

test("without script the text is saved before a picture is chosen, and the picture joins it", async () => {
  const page = await arrive("volunteer", { script: false });
  await begin(page, desk);
  await page.fill("#title", "Mit Bild");
  await page.fill("#body", "Zwei Sätze. Mehr nicht.");
  await Promise.all([page.waitForURL("**/pictures"), page.click('button[name="then"][value="picture"]')]);
  await page.setInputFiles("#files", { name: "punkt.png", mimeType: "image/png", buffer: DOT });
  await Promise.all([page.waitForURL(/edit\?picture=/), page.click("form.upload button")]);
  assert.equal(await body(page), "Zwei Sätze. Mehr nicht.");
  await page.locator('textarea[name^="alt-"]').fill("Ein einzelner Punkt.");
  await Promise.all([page.waitForURL("**/edit?done=kept"), page.click(SAVE)]);
  assert.equal(await page.locator('textarea[name^="alt-"]').inputValue(), "Ein einzelner Punkt.");
});

// Writing, with the real server: saved while typing, kept when the line is down, merged when two collide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, open, PHONE, taps, visit } from "./lib/browser.mjs";
import { axe, everyLook, fits, watch } from "./lib/checks.mjs";
import { start } from "./lib/product.mjs";

// The smallest PNG there is: one dot.
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let browser, demo;

before(async () => {
  browser = await open();
  demo = await start("demo");
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Comes in as the nth person of this role in one Verbund of the demo. */
async function writer(role = "staff", options = {}, nth = 0) {
  const page = await visit(browser, options);
  await page.goto(`${demo.url}/demo`);
  const door = page.locator(`form[data-demo-verbund="muebi"][data-demo-role="${role}"] button`).nth(nth);
  await Promise.all([page.waitForURL("**/desk/**"), door.click()]);
  return page;
}

async function begin(page) {
  await page.goto(`${demo.url}/desk/muebi/posts`);
  await Promise.all([page.waitForURL("**/edit"), page.getByRole("button", { name: "Neuer Beitrag" }).click()]);
}

const status = (page) => page.locator("[data-save-status]");
const saved = (page) => status(page).filter({ hasText: "Gespeichert um" }).waitFor();

async function type(page, title, body) {
  await page.fill("#title", title);
  await page.fill("#body", body);
}

test("what is typed is saved, previewed and there again", { timeout: 120_000 }, async () => {
  const page = await writer();
  const watched = watch(page, demo.url);
  await begin(page);
  await type(page, "Gespeichert beim Tippen", "Ein **fetter** Satz.");
  await saved(page);
  await page.locator("[data-preview] strong", { hasText: "fetter" }).waitFor();
  await page.reload();
  assert.equal(await page.inputValue("#title"), "Gespeichert beim Tippen");
  assert.equal(await page.locator("[data-save-status] ~ [role=group]").count(), 0, "no copy is left to bring back");
  await everyLook(page, axe);
  await fits(page);
  watched.asksNobodyElse();
  watched.runsClean();
  await page.context().close();
});

test("when the line is down the text stays in the browser and comes back", { timeout: 120_000 }, async () => {
  const first = await writer();
  await begin(first);
  await type(first, "Ohne Verbindung", "Vorher.");
  await saved(first);
  const edit = first.url();
  const context = first.context();
  await context.setOffline(true);
  await first.fill("#body", "Vorher. Und im Zug.");
  await status(first).filter({ hasText: "Keine Verbindung" }).waitFor();
  await first.close(); // as when the machine goes down: nothing is sent any more
  await context.setOffline(false);
  const page = await context.newPage();
  await page.goto(edit);
  assert.equal(await page.inputValue("#body"), "Vorher.");
  await page.getByRole("button", { name: "Diesen Text zurückholen" }).click();
  assert.equal(await page.inputValue("#body"), "Vorher. Und im Zug.");
  await saved(page);
  await page.reload();
  assert.equal(await page.inputValue("#body"), "Vorher. Und im Zug.");
  await context.close();
});

test("two people collide, and one puts both texts together", { timeout: 120_000 }, async () => {
  const [one, other] = [await writer("staff"), await writer("head")];
  await begin(one);
  await type(one, "Zu zweit", "Anfang.");
  await saved(one);
  await other.goto(one.url());
  await other.fill("#body", "Anfang der anderen.");
  await saved(other);
  await one.fill("#body", "Anfang der einen.");
  await one.getByRole("link", { name: "Beide Fassungen zusammenführen" }).click();
  await one.waitForURL("**/merge/**");
  await everyLook(one, axe);
  await fits(one);
  await one.getByRole("radio", { name: "Beide, nacheinander" }).check();
  await Promise.all([one.waitForURL("**/edit?done=merged"), one.getByRole("button", { name: "Übernehmen", exact: true }).click()]);
  const body = await one.inputValue("#body");
  assert.match(body, /der einen/);
  assert.match(body, /der anderen/);
  await one.context().close();
  await other.context().close();
});

test("the keyboard alone is enough to write and to set a text", { timeout: 120_000 }, async () => {
  const page = await writer();
  await begin(page);
  await page.focus("#title");
  await page.keyboard.type("Nur mit Tasten");
  await page.keyboard.press("Tab"); // the bar of buttons is one stop
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await page.keyboard.type("wichtig");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+B");
  assert.equal(await page.inputValue("#body"), "**wichtig**");
  await page.keyboard.press("Control+Z");
  assert.equal(await page.inputValue("#body"), "wichtig");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await page.inputValue("#body"), "## wichtig");
  await page.context().close();
});

test("without script everything can be written, pictures too", { timeout: 120_000 }, async () => {
  const page = await writer("staff", { script: false });
  await begin(page);
  await type(page, "Ganz ohne Skript", "Zwei Sätze. Mehr nicht.");
  await Promise.all([page.waitForURL("**/pictures"), page.getByRole("button", { name: "Bild hinzufügen" }).click()]);
  await page.setInputFiles("#files", { name: "punkt.png", mimeType: "image/png", buffer: DOT });
  await Promise.all([page.waitForURL(/edit\?picture=/), page.locator("form.upload button").click()]);
  assert.equal(await page.inputValue("#body"), "Zwei Sätze. Mehr nicht.");
  await page.getByLabel("Bildbeschreibung").fill("Ein einzelner Punkt.");
  await Promise.all([page.waitForURL("**/edit?done=kept"), page.getByRole("button", { name: "Speichern" }).last().click()]);
  assert.equal(await page.getByLabel("Bildbeschreibung").inputValue(), "Ein einzelner Punkt.");
  await fits(page);
  await page.context().close();
});

test("from the first screen to proposed in at most ten taps on a phone", { timeout: 120_000 }, async () => {
  const page = await writer("staff", { size: PHONE, touch: true });
  await page.goto(`${demo.url}/desk/muebi/today`);
  const hand = taps(page);
  await hand.tap(page.getByRole("button", { name: "Neuer Beitrag" }).first());
  await page.waitForURL("**/edit");
  for (const place of ["#title", "#body"]) assert.ok(await page.locator(place).isVisible());
  await hand.type("#title", "Vom Handy");
  await hand.type("#body", "Heute liegt hier Schnee. Wir haben heißen Tee.");
  await hand.tap(page.locator("label[for=picture-file]").first());
  await hand.pick("#picture-file", { name: "schnee.png", mimeType: "image/png", buffer: DOT });
  await hand.type(page.getByLabel("Bildbeschreibung"), "Der verschneite Eingang.");
  await saved(page);
  await hand.tap(page.getByRole("button", { name: "Vorschlagen" }));
  await page.waitForURL(/posts\/\d+\?done=proposed/);
  await page.getByText("vorgeschlagen").first().waitFor();
  assert.ok(hand.count <= 10, `it took ${hand.count} taps:\n${hand.list()}`);
  await page.setViewportSize(DESK);
  await page.context().close();
});

// Three minutes from a phone: from the first screen to proposed in at most ten taps.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, PHONE, taps, visit } from "./lib/browser.mjs";
import { fits } from "./lib/checks.mjs";
import { enter } from "./lib/people.mjs";
import { start } from "./lib/product.mjs";
import { jpeg, PROPOSE } from "./lib/writing.mjs";

const MOST = 10;

let browser, demo;

before(async () => {
  browser = await open();
  demo = await start("demo");
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a volunteer takes a picture, writes two sentences and proposes, in at most ten taps", async () => {
  const page = await visit(browser, { size: PHONE, touch: true });
  await enter(page, demo.url, "volunteer");
  await page.goto(`${demo.url}/desk/muebi/today`);
  const photo = await jpeg(page);
  const hand = taps(page);

  await hand.tap('form[action$="/posts"] button:visible >> nth=0');
  await page.waitForURL("**/edit**");
  await hand.type("#title", "Der Igel in der Leseecke");
  await hand.type("#body", "Heute Morgen saß ein Igel vor der Tür. Er durfte bleiben, bis die Kinder kamen.");
  await hand.tap(page.locator('label[for="picture-file"]').first());
  await hand.pick("#picture-file", photo);
  const description = page.locator('textarea[name^="alt-"]');
  await description.waitFor();
  await hand.type(description, "Ein Igel auf einer Fußmatte.");
  await fits(page);
  await hand.tap(PROPOSE);
  await page.locator(".next .state.proposed").waitFor();
  assert.ok(hand.count <= MOST, `${hand.count} taps:\n${hand.list()}`);
  console.log(`${hand.count} taps from the first screen to proposed`);
  await page.locator('main img[alt="Ein Igel auf einer Fußmatte."]').first().waitFor();
  await page.context().close();
});

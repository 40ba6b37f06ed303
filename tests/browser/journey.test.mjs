// As a new user would go: from an empty folder to a post of two houses that a stranger can read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { authenticator, open, visit } from "./lib/browser.mjs";
import { addHouse, fillIn, invite } from "./lib/founding.mjs";
import { found, join } from "./lib/people.mjs";
import { start } from "./lib/product.mjs";
import { begin, jpeg, minuteAhead, PROPOSE, saved } from "./lib/writing.mjs";

const TITLE = "Der Lesesessel ist wieder da";
const ALT = "Ein grüner Sessel vor einem hohen Fenster.";
const PASSWORDS = { anna: "drei Schafe im Klee", berta: "vier Enten am Wehr", operator: "fünf Karten im Kasten" };

let browser, product, url, desk;
const people = {};
const codes = {};

before(async () => {
  browser = await open();
  // A name and not a number: passkeys exist for names only.
  product = await start("serve", { env: { VERBUND_PUBLIC_URL: "http://localhost" } });
  url = product.url.replace("127.0.0.1", "localhost");
  desk = `${url}/desk/zwei-ufer`;
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const text = async (path) => (await fetch(url + path)).text();

test("the first operator joins by the link that the empty server printed, and founds a Verbund", async () => {
  const operator = await visit(browser);
  const link = /\/join\/\S+/.exec(product.log())[0];
  await join(operator, url + link, { name: "Nora Nagel", signInName: "nora", password: PASSWORDS.operator });
  people.invitation = await found(operator, url, "Zwei Ufer", "zwei-ufer");
  await operator.goto(url + link);
  assert.equal(await operator.locator("form#join").count(), 0, "the first link works once");
  await operator.context().close();
});

test("the coordinator joins with a passkey and adds two houses with the least that is needed", async () => {
  const page = (people.coordinator = await visit(browser));
  await page.addInitScript(() => delete window.PublicKeyCredential.isConditionalMediationAvailable);
  const device = await authenticator(page);
  await page.goto(url + people.invitation);
  await page.fill("#name", "Mona Maas");
  await page.click('form[data-passkey="register"] button');
  await page.waitForURL("**/desk/zwei-ufer**");
  assert.equal((await device.credentials()).length, 1);
  await addHouse(page, desk, "Bücherei Westufer", "Westufer");
  await addHouse(page, desk, "Heimatmuseum Ostufer", "Ostufer");
  assert.equal((await fetch(`${url}/zwei-ufer`)).status, 404, "nobody outside sees an unfinished Verbund");
});

test("each house gets a person by a code alone, without any e-mail", async () => {
  for (const [key, name, house, role] of [
    ["anna", "Anna Amsel", "Westufer", "staff"],
    ["berta", "Berta Buche", "Ostufer", "head"],
  ]) {
    codes[key] = await invite(people.coordinator, desk, { house, role });
    const page = (people[key] = await visit(browser));
    await page.goto(`${url}/join`);
    await page.fill("#code", codes[key].toLowerCase());
    await page.click("main form button");
    await join(page, page.url(), { name, signInName: key, password: PASSWORDS[key] });
    assert.match(page.url(), /\/desk\/zwei-ufer/);
  }
});

test("the coordinator fills in what the list says is missing, and publishes", async () => {
  const page = people.coordinator;
  await page.goto(`${desk}/consortium`);
  const publish = page.locator('form[action$="/publication"] button');
  assert.equal(await publish.count(), 0, "what is unfinished cannot be published");
  await fillIn(page, desk);
  await page.goto(`${desk}/consortium`);
  await publish.click();
  await page.waitForURL(/[?&]done=/);
  assert.equal((await fetch(`${url}/zwei-ufer`)).status, 200);
});

test("one house writes a post with a picture and proposes it for the next minute", async () => {
  const page = people.anna;
  people.post = await begin(page, desk);
  await page.fill("#title", TITLE);
  await page.fill("#body", "Der grüne Sessel war beim **Polsterer**. Jetzt steht er wieder am Fenster zum Fluss.");
  await saved(page);
  await page.setInputFiles("#picture-file", await jpeg(page));
  await page.fill('textarea[name^="alt-"]', ALT);
  await credit(page);
  await page.goto(`${url}${people.post}/edit`);
  assert.equal(await page.inputValue("#title"), TITLE);
  assert.equal(await page.inputValue('textarea[name^="alt-"]'), ALT);
  const lacking = (await page.locator("[data-picture-problem]").allTextContents()).join("").trim();
  assert.equal(lacking, "", "nothing is said to be missing");

  // The other one is there before, so that a minute is enough.
  await people.berta.goto(`${url}${people.post}`);
  people.due = minuteAhead(25);
  await page.fill("#date", people.due.date);
  await page.fill("#time", people.due.time);
  await page.click(PROPOSE);
  await page.waitForURL((now) => now.pathname === people.post);
  await page.locator(".next .state.proposed").waitFor();
});

/** Says whose the picture is and under which licence it may be shown. */
async function credit(page) {
  await page.locator('[data-pictures] a[href*="/pictures/"]').first().click();
  await page.waitForURL("**/pictures/*");
  assert.equal(await page.inputValue("#alt"), ALT, "what was typed just before is here already");
  await page.selectOption("#licence", "cc-by-4.0");
  await page.fill("#credit", "Anna Amsel");
  await page.fill("#source", "Eigene Aufnahme");
  await page.click("form#describe > button");
  await page.waitForURL(/[?&]done=/);
}

test("the other house signs it off, and it is public and in the feed when its time has come", { timeout: 150_000 }, async () => {
  const page = people.berta;
  await page.goto(`${url}${people.post}`);
  await page.locator('form[action$="/approval"] button').click();
  await page.locator(".next .state.planned").waitFor();
  assert.ok(Date.now() < people.due.at, "signed off before its time");
  assert.ok(!(await text("/zwei-ufer")).includes(TITLE), "not public before its time");
  assert.ok(!(await text("/zwei-ufer/feed.atom")).includes(TITLE), "not in the feed before its time");

  const reader = await visit(browser, { script: false });
  await reader.waitForTimeout(Math.max(0, people.due.at - Date.now()));
  const late = await appears(reader);
  assert.ok(late < 5000, `public ${late} ms after its time`);
  const feed = await text("/zwei-ufer/feed.atom");
  assert.ok(feed.includes(TITLE), "found in the feed");
  await reader.getByRole("link", { name: TITLE }).first().click();
  await reader.getByText("beim Polsterer").waitFor();
  assert.match(await reader.locator("main").textContent(), /Westufer/, "it says whose it is");
  const picture = reader.locator(`main img[alt="${ALT}"]`).first();
  await picture.waitFor();
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 300)), "the picture is seen");
  assert.equal((await reader.context().cookies()).length, 0);
  await reader.context().close();
});

/** Looks at the page until the post is there; gives how late it was. */
async function appears(reader) {
  for (;;) {
    await reader.goto(`${url}/zwei-ufer`);
    if (await reader.getByText(TITLE).count()) return Date.now() - people.due.at;
    if (Date.now() - people.due.at > 20_000) throw new Error("it did not become public");
  }
}

test("on a shared computer nothing stays behind", async () => {
  const page = await visit(browser);
  await page.goto(`${url}/sign-in`);
  await page.fill("#name", "berta");
  await page.fill("#password", PASSWORDS.berta);
  await page.check("form#door input[name=shared]");
  await page.click("form#door button");
  await page.waitForURL("**/desk/**");
  const [session] = await page.context().cookies();
  assert.equal(session.expires, -1, "the session goes with the browser");
  await begin(page, desk);
  await page.fill("#title", "Nur für die Theke");
  await page.fill("#body", "Ein Satz, der hier nicht bleiben soll.");
  const kept = () => page.evaluate(keeps);
  assert.deepEqual(await kept(), [], "while it is typed");
  await saved(page);
  await page.goto(`${url}/me`);
  await page.click(".me > summary");
  await page.click("form[data-sign-out] button");
  await page.waitForURL("**/sign-in**");
  assert.deepEqual(await kept(), [], "after signing out");
  assert.equal((await page.context().cookies()).length, 0, "no cookie either");
  await page.goto(`${desk}/today`);
  await page.waitForURL("**/sign-in**");
  await page.context().close();
});

/** Every place in which a browser keeps things for a page. */
async function keeps() {
  const places = {
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  };
  return Object.entries(places).flatMap(([place, names]) => names.map((name) => `${place}: ${name}`));
}

test("one code brings in as many volunteers as it has places, and no one more", async () => {
  const code = await invite(people.coordinator, desk, { house: "Westufer", role: "volunteer", places: 3 });
  for (const n of [1, 2, 3]) {
    const page = await visit(browser, { script: false });
    await join(page, `${url}/join/${code}`, { name: `Ehrenamt ${n}`, signInName: `ehrenamt-${n}`, password: "ein langer Satz dazu" });
    assert.match(page.url(), /\/desk\/zwei-ufer/);
    await page.context().close();
  }
  const late = await visit(browser, { script: false });
  await late.goto(`${url}/join/${code}`);
  assert.equal(await late.locator("form#join").count(), 0, "the fourth finds no form");
  await late.context().close();
  await people.coordinator.goto(`${desk}/people`);
  for (const n of [1, 2, 3]) await people.coordinator.getByText(`Ehrenamt ${n}`).first().waitFor();
});

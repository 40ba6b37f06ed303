// Every kind of page, in its states, as people of every kind see it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, visit } from "./lib/browser.mjs";
import { axe, everyLook, fits, look, setsNoCookie, watch } from "./lib/checks.mjs";
import { enter } from "./lib/people.mjs";
import { routes, start } from "./lib/product.mjs";
import { pages, without } from "./pages.mjs";

let browser, demo, all;

before(async () => {
  browser = await open();
  demo = await start("demo");
  all = await routes();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const isPage = ({ method, face }) => method === "GET" && face !== "machine";

test("every page route has an example", () => {
  const known = new Set([...pages.map((page) => page.route), ...Object.keys(without)]);
  const missing = all.filter(isPage).filter(({ path }) => !known.has(path));
  assert.deepEqual(missing.map(({ path, name }) => `${path} (${name})`), [], "list them in tests/browser/pages.mjs");
});

test("every example belongs to a page route", () => {
  const known = new Set(all.filter(isPage).map(({ path }) => path));
  const lost = [...pages.map((page) => page.route), ...Object.keys(without)].filter((path) => !known.has(path));
  assert.deepEqual(lost, [], "no route of this path any more");
});

const name = ({ route, as = "visitor", state = "full" }) =>
  `${route.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "") || "root"}-${as}-${state}`;

async function seen(entry, lang) {
  const { as = "visitor", state = "full" } = entry;
  const page = await visit(browser, { lang, script: entry.script ?? true });
  try {
    await enter(page, demo.url, as);
    const watched = watch(page, demo.url);
    const url = typeof entry.url === "function" ? await entry.url(page, demo.url) : entry.url;
    const answer = await page.goto(demo.url + url);
    const good = answer.status() < 400 || answer.status() === 304;
    assert.equal(good, state !== "error", `${url} answered ${answer.status()}`);
    assert.equal(await page.getAttribute("html", "lang"), lang, "the language of the page");
    assert.notEqual((await page.title()).trim(), "", "the title of the page");
    assert.equal(await page.locator("h1").count(), 1, "one heading of the first order");
    if (lang === "de") await look(page, name(entry));
    await everyLook(page, axe);
    await fits(page);
    watched.asksNobodyElse();
    if (state !== "error") watched.runsClean();
    if (as === "visitor") await setsNoCookie(page);
  } finally {
    await page.context().close();
  }
}

for (const entry of pages) {
  for (const lang of entry.langs ?? ["de", "en"]) {
    const { route, as = "visitor", state = "full" } = entry;
    test(`${route} serves ${as} in ${lang}, ${state}`, { timeout: 120_000 }, () => seen(entry, lang));
  }
}

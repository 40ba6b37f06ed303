// Every kind of page, in its states, as people of every kind see it: by keyboard alone on a phone,
// and narrow, wide apart and large. Of every route the first is seen on a phone and at a desk, by day
// and by night, its other states on a phone; the English ones at a desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, open, PHONE, visit } from "./lib/browser.mjs";
import { axe, fits, glance, keepsItsWords, setsNoCookie, watch } from "./lib/checks.mjs";
import { close, keyboard, noteClicks } from "./lib/keyboard.mjs";
import { make } from "./lib/made.mjs";
import { enter } from "./lib/people.mjs";
import { routes, start } from "./lib/product.mjs";
import { pages, without } from "./pages.mjs";

// Pictures of all pages, for people to look at; otherwise only of those that failed.
const PICTURES = process.env.VERBUND_LOOKS === "yes";

let browser, demo, all, made;
const contexts = new Map();

before(async () => {
  browser = await open();
  demo = await start("demo");
  all = await routes();
  made = await make(browser, demo.url);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const isPage = ({ method, right }) => method === "GET" && right !== "machine";

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

const state = (entry) => entry.state ?? "full";
const name = ({ route, as = "visitor", ...entry }) =>
  `${route.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "") || "root"}-${as}-${state(entry)}`;
const first = new Set([...new Map(pages.toReversed().map((entry) => [entry.route, entry])).values()]);

/** A page of this person; each has one context, visitors a fresh one, so that a cookie shows. */
async function arrive({ as = "visitor", script = true }, lang) {
  if (as === "visitor") return visit(browser, { lang, script });
  const key = `${as} ${script} ${lang}`;
  if (!contexts.has(key)) contexts.set(key, come(as, lang, script));
  return (await contexts.get(key)).newPage();
}

async function come(as, lang, script) {
  const page = as === "founder" ? made.founder : await visit(browser, { lang, script });
  if (as !== "founder") await enter(page, demo.url, as);
  await speak(page, lang);
  return page.context();
}

/** People of the desk read it in the language that they have chosen for themselves. */
async function speak(page, lang) {
  await page.goto(`${demo.url}/me`);
  if ((await page.getAttribute("html", "lang")) === lang) return;
  await page.selectOption("#language", lang);
  await page.click('form[action="/me"] button');
  await page.waitForURL("**/me?done=**");
}

const isPublicPath = ({ as = "visitor" }, lang) => (as === "visitor" && lang === "en" ? "/en" : "");

async function seen(entry, lang) {
  const page = await arrive(entry, lang);
  const { as = "visitor" } = entry;
  try {
    const url = typeof entry.url === "function" ? await entry.url(page, demo.url, made) : entry.url;
    const watched = watch(page, demo.url);
    await noteClicks(page);
    await page.setViewportSize(lang === "de" ? PHONE : DESK);
    const answer = await page.goto(demo.url + isPublicPath(entry, lang) + url);
    assert.equal(answer.status() < 400, state(entry) !== "error", `${url} answered ${answer.status()}`);
    await entry.act?.(page);
    if (state(entry).startsWith("refused")) await page.locator("[aria-invalid=true], .faults, .fault").first().waitFor();
    assert.equal(await page.getAttribute("html", "lang"), lang, "the language of the page");
    assert.notEqual((await page.title()).trim(), "", "the title of the page");
    assert.equal(await page.locator("h1").count(), 1, "one heading of the first order");
    await check(page, entry, lang);
    watched.asksNobodyElse();
    if (!/^(error|refused)/.test(state(entry))) watched.runsClean();
    if (as === "visitor" && !entry.act) await setsNoCookie(page);
  } catch (error) {
    await glance(page, `${name(entry)}-${lang}-failed`).catch(() => {}); // the fault itself counts
    throw error;
  } finally {
    if (as === "visitor") await page.context().close();
    else await page.close();
  }
}

/** Scripts of axe need scripts; a page without them is looked at and gone through. */
async function check(page, entry, lang) {
  const look = `${name(entry)}-${lang}`;
  if (PICTURES) await glance(page, look);
  if (lang === "de") await keyboard(page, entry);
  if (entry.script === false) return fits(page);
  await axe(page);
  if (lang === "en") return fits(page);
  await close(page);
  await fits(page);
  await keepsItsWords(page);
  if (first.has(entry)) await otherLooks(page, look);
}

/** The phone by day has been seen. */
async function otherLooks(page, look) {
  for (const [size, colorScheme] of [[PHONE, "dark"], [DESK, "light"], [DESK, "dark"]]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    if (PICTURES) await glance(page, `${look}-${size.width}-${colorScheme}`);
    await axe(page);
  }
}

// Two at once: what one of them waits for, the other one uses. All German ones come first, because
// a person of the demo has one language at a time.
for (const lang of ["de", "en"]) {
  describe(`pages in ${lang}`, { concurrency: 2 }, () => {
    for (const entry of pages.filter((entry) => !entry.langs || entry.langs.includes(lang))) {
      const title = `${entry.route} serves ${entry.as ?? "visitor"} in ${lang}, ${state(entry)}`;
      test(title, { timeout: 90_000 }, () => seen(entry, lang));
    }
  });
}

// Ways in and ways to look: a letter, a code on a phone, a domain of its own, a desk without a script, a slow line.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { open, PHONE, visit } from "./lib/browser.mjs";
import { fits } from "./lib/checks.mjs";
import { enter } from "./lib/people.mjs";
import { settled, start } from "./lib/product.mjs";
import { begin, PROPOSE, SAVE, saved } from "./lib/writing.mjs";

const DOMAIN = "muebi.example";

let browser, demo, desk;
const there = [];

before(async () => {
  demo = await start("demo");
  desk = `${demo.url}/desk/muebi`;
  // The name servers of this browser know one domain more, and lead all others nowhere.
  const here = new URL(demo.url).host;
  browser = await open([`--host-resolver-rules=MAP ${DOMAIN} ${here}, MAP unbekannt.example ${here}`]);
});

afterEach(async () => {
  for (const page of there.splice(0)) await page.context().close();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function arrive(who = "visitor", options) {
  const page = await visit(browser, options);
  there.push(page);
  await enter(page, demo.url, who);
  return page;
}

const letterTo = (page, address) => page.locator("article.letter", { hasText: address }).filter({ has: page.locator('a[href*="/sign-in/link/"]') });

test("a letter's link opens the door once, on the phone", async () => {
  const known = await arrive("staff");
  await known.goto(`${demo.url}/me`);
  const address = (await known.locator("section[aria-labelledby=mail] p").first().textContent()).trim();
  assert.match(address, /@/);

  const page = await arrive("visitor", { size: PHONE, touch: true });
  const ask = async (email) => {
    await page.goto(`${demo.url}/sign-in`);
    await page.fill("#email", email);
    await page.click('form[action="/sign-in/link"] button');
    await page.waitForURL("**/sign-in?done=**");
    return page.locator(".done").textContent();
  };
  const answer = await ask(address);
  assert.equal(await ask(`niemand-${address}`), answer, "nobody learns who has an account");
  await page.goto(`${demo.url}/demo/mail`);
  assert.equal(await letterTo(page, `niemand-${address}`).count(), 0);
  await letterTo(page, address).first().locator('a[href*="/sign-in/link/"]').click();
  const link = page.url();
  await fits(page);
  assert.equal((await page.context().cookies()).length, 0, "looking at the link uses nothing up");
  await page.click("main form button");
  await page.waitForURL("**/desk/**");
  await page.goto(`${demo.url}/me`);
  await page.getByText(address).first().waitFor();

  const late = await arrive();
  await late.goto(link);
  assert.equal(await late.locator('form[action*="/sign-in/link/"]').count(), 0, "a used link has no button");
  await late.locator(".faults").waitFor();
});

test("a volunteer comes in on the phone by a typed code, and every link leads somewhere", async () => {
  const coordinator = await arrive("coordinator");
  await coordinator.goto(`${desk}/people/invite`);
  await coordinator.selectOption("#role", "volunteer");
  await coordinator.selectOption("#house", { index: 1 });
  await coordinator.click('form[action$="/people/invite"] button');
  const code = await coordinator.locator("#issued-code").textContent();

  const page = await arrive("visitor", { size: PHONE, touch: true });
  await page.goto(`${demo.url}/join`);
  // As thumbs type it: small letters, a space for the dash.
  await page.locator("#code").pressSequentially(code.toLowerCase().replaceAll("-", " "));
  await page.click("main form button");
  await page.waitForURL("**/join/**");
  assert.equal(await page.locator("input[type=email], [name=email]").count(), 0, "no address is asked for");
  await page.fill("#name", "Wilma Wald");
  await page.fill("#sign_in_name", "wilma-wald");
  await page.fill("#password", "ein Zaun aus Haselnuss");
  await fits(page);
  await page.click("form#join button.button");
  await page.waitForURL("**/desk/muebi/**");
  await fits(page);
  await leadsOn(page);

  const post = await begin(page, desk);
  await page.fill("#title", "Vom Handy");
  await page.fill("#body", "Mein erster Satz.");
  await saved(page);
  await coordinator.goto(demo.url + post);
  await coordinator.getByText("Mein erster Satz.").first().waitFor();
});

/** No link of the desk leads somebody to a door that is closed to them. */
async function leadsOn(page) {
  const seen = new Set();
  const read = async (path) => {
    const answer = await page.context().request.get(demo.url + path);
    assert.ok(answer.status() < 400, `${path} answers ${answer.status()}`);
    return [...(await answer.text()).matchAll(/<a\b[^>]*\bhref="(\/(?:desk|me)[^"#]*)/g)].map(([, href]) => href.replaceAll("&amp;", "&").replaceAll("&#38;", "&"));
  };
  const [first] = [new URL(page.url()).pathname];
  for (const path of new Set(await read(first))) {
    for (const next of seen.has(path) ? [] : await read(path)) if (seen.size < 60) seen.add(next);
  }
  for (const path of seen) await read(path);
  assert.ok(seen.size > 3, "there is something to follow");
}

test("without script a text is written, proposed and signed off, and stands on the joint page", async () => {
  const title = "Ein Abend ohne Strom";
  const author = await arrive("staff", { script: false, size: PHONE });
  const post = await begin(author, desk);
  await author.fill("#title", title);
  await author.fill("#body", "Bei Kerzenlicht las es sich **langsamer**.");
  await Promise.all([author.waitForURL("**/edit?done=**"), author.click(SAVE)]);
  assert.equal(await author.inputValue("#title"), title, "what was saved stands there again");
  await author.check('[name=when][value=soon]');
  await Promise.all([author.waitForURL(demo.url + post + "*"), author.click(PROPOSE)]);
  await author.locator(".next .state.proposed").waitFor();

  const other = await arrive("visitor", { script: false, size: PHONE });
  await other.goto(`${demo.url}/demo`);
  await other.locator("#muebi h3", { hasText: "Raesfeld" }).locator("+ ul form button").first().click();
  await other.waitForURL("**/desk/**");
  const reader = await arrive("visitor", { script: false });
  const front = () => reader.goto(`${demo.url}/muebi`).then(() => reader.getByRole("link", { name: title }).count());
  assert.equal(await front(), 0, "not before another house has agreed");
  await other.goto(demo.url + post);
  const approve = other.locator('form[action$="/approval"] button');
  assert.equal(await approve.count(), 1, "the other house may sign it off");
  await approve.click();
  await other.waitForLoadState();
  for (const end = Date.now() + 10_000; (await front()) === 0; ) assert.ok(Date.now() < end, "it did not become public");
  await reader.getByRole("link", { name: title }).first().click();
  await reader.locator("main strong", { hasText: "langsamer" }).waitFor();
});

/** A line as in a valley: 400 kbit/s down, 150 up, and 400 ms until anything answers. */
async function slow(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 18_750,
  });
}

test("on a slow line the joint page can be read before its pictures are there", async () => {
  const page = await arrive("visitor", { script: false, size: PHONE });
  await slow(page);
  const begun = Date.now();
  await page.goto(`${demo.url}/muebi`, { waitUntil: "commit" });
  await page.locator("main h2").first().waitFor();
  const dressed = () => page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet));
  while (!(await dressed())) await page.waitForTimeout(50);
  const took = Date.now() - begun;
  console.log(`readable after ${took} ms`);
  assert.ok(took < 6000, `readable after ${took} ms`);
  await fits(page);
});

test("on a slow line what is typed is saved all the same, with script and without", async () => {
  for (const script of [true, false]) {
    const page = await arrive("staff", { script, size: PHONE });
    const post = await begin(page, desk);
    await slow(page);
    await page.fill("#title", `Langsam ${script ? "mit" : "ohne"} Skript`);
    await page.fill("#body", "Es dauert, aber es kommt an.");
    if (script) await saved(page);
    else await Promise.all([page.waitForURL("**/edit?done=**"), page.click(SAVE)]);
    const again = await page.context().newPage();
    await again.goto(`${demo.url}${post}/edit`);
    assert.equal(await again.inputValue("#body"), "Es dauert, aber es kommt an.");
  }
});

test("a Verbund at its own domain shows its readers' face there and nothing else", async () => {
  const coordinator = await arrive("coordinator");
  await coordinator.goto(`${desk}/settings/address`);
  await coordinator.fill("#domain", DOMAIN);
  await coordinator.click('form[action$="/settings/address"] button');
  await coordinator.waitForURL("**done=saved**");

  const page = await arrive();
  await own(page, "/");
  const links = await page.locator("nav a, main a, .houses a, .foot a").evaluateAll((all) => all.map((one) => one.href));
  assert.ok(links.length > 20);
  assert.deepEqual(links.filter((href) => new URL(href).host !== DOMAIN || new URL(href).pathname.startsWith("/muebi")), [], "every link stays at the domain");
  await settled(demo.url);
  await page.reload();
  const picture = page.locator("main img").first();
  assert.ok(await picture.evaluate((image) => ((image.loading = "eager"), image.decode().then(() => image.naturalWidth > 0))), "pictures come too");
  await page.locator("main h2 a").first().click();
  assert.equal(new URL(page.url()).host, DOMAIN);
  assert.match(new URL(page.url()).pathname, /^\/beitrag\//);
  assert.equal(await page.getAttribute('link[rel="canonical"]', "href"), page.url());
  await own(page, "/en/themen");
  assert.equal(await page.getAttribute("html", "lang"), "en");

  for (const path of ["/desk", "/desk/muebi/today", "/sign-in", "/join", "/me", "/operate", "/demo", "/muebi", "/talgeschichten"])
    assert.equal((await page.goto(`http://${DOMAIN}${path}`)).status(), 404, `${path} at the domain`);

  for (const [from, to] of [["/muebi", "/"], ["/muebi/themen", "/themen"], ["/en/muebi/folgen", "/en/folgen"]]) {
    await page.goto(demo.url + from);
    assert.equal(page.url(), `http://${DOMAIN}${to}`, `${from} leads on`);
  }
  await page.goto(demo.url);
  await page.locator(`main a[href^="http://${DOMAIN}"]`).first().waitFor();
  await page.goto("http://unbekannt.example/");
  assert.equal(await page.locator("h1").count(), 1);
  await page.locator('main a[href$="/talgeschichten"]').first().waitFor();
  assert.equal((await page.context().cookies()).length, 0);
});

async function own(page, path) {
  const answer = await page.goto(`http://${DOMAIN}${path}`);
  assert.equal(answer.status(), 200, `${path} at the domain`);
}

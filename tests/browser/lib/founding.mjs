// A Verbund of two houses, founded by the pages with the least that is needed, and public.
import { visit } from "./browser.mjs";
import { found, join } from "./people.mjs";

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const PASSWORD = "drei Schafe im Klee";

/** Gives three people, each signed in on a page: Mona coordinates, Anna and Berta work in one house each. */
export async function foundPair(browser, product) {
  const url = product.url;
  const desk = `${url}/desk/zwei-ufer`;
  const operator = await visit(browser);
  const link = /\/join\/\S+/.exec(product.log())[0];
  await join(operator, url + link, { name: "Nora Nagel", signInName: "nora", password: PASSWORD });
  const invitation = await found(operator, url, "Zwei Ufer", "zwei-ufer");
  await operator.context().close();
  const mona = await visit(browser);
  await join(mona, url + invitation, { name: "Mona Maas", signInName: "mona", password: PASSWORD });
  await addHouse(mona, desk, "Bücherei Westufer", "Westufer");
  await addHouse(mona, desk, "Heimatmuseum Ostufer", "Ostufer");
  const anna = await bringIn(browser, mona, url, desk, { name: "Anna Amsel", house: "Westufer", role: "head" });
  const berta = await bringIn(browser, mona, url, desk, { name: "Berta Buche", house: "Ostufer", role: "head" });
  await open(mona, desk);
  return { desk, mona, anna, berta };
}

const send = async (page, form) => {
  await page.locator(`form[action$="${form}"] button`).first().click();
  await page.waitForURL(/[?&]done=/);
};

/** Takes in a house with the least that is needed. */
export async function addHouse(page, desk, name, short) {
  await page.goto(`${desk}/houses/new`);
  await page.fill("#official_name", name);
  await page.fill("#short_name", short);
  if (await page.locator("#slug").count()) await page.fill("#slug", short.toLowerCase());
  await page.locator('#mark input[type="radio"]').first().check();
  await page.locator("#carrier_kind").evaluate((select) => (select.value = [...select.options].find(({ value }) => value).value));
  await send(page, "/houses/new");
}

/** Makes an invitation for so many people of a house; gives its code. */
export async function invite(page, desk, { house, role, places = 1 }) {
  await page.goto(`${desk}/people/invite`);
  const option = page.locator("#house option", { hasText: house }).first();
  await page.selectOption("#house", await option.getAttribute("value"));
  await page.selectOption("#role", role);
  await page.fill("#places", String(places));
  await page.locator('form[action$="/people/invite"] button').first().click();
  return (await page.locator("#issued-code").textContent()).trim();
}

async function bringIn(browser, coordinator, url, desk, { name, house, role }) {
  const code = await invite(coordinator, desk, { house, role });
  const page = await visit(browser);
  await join(page, `${url}/join/${code}`, { name, signInName: name.split(" ")[0].toLowerCase(), password: PASSWORD });
  return page;
}

async function open(page, desk) {
  await fillIn(page, desk);
  await page.goto(`${desk}/consortium`);
  await send(page, "/publication");
}

/** Fills in all that a page needs before it may be public. */
export async function fillIn(page, desk) {
  const save = async (path, fields) => {
    await page.goto(`${desk}/${path}`);
    for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
    await send(page, `/${path}`);
  };
  await save("settings/names", { claim: "Zwei Häuser an einem Fluss.", about: "Eine Bücherei und ein Museum schreiben zusammen." });
  await save("settings/legal", { privacy: "Wir setzen keine Cookies." });
  const address = "Musterstraße 1\n00000 Beispielstadt";
  const imprint = { provider: "Zwei Ufer e. V.", address, represented_by: "der Vorstand, Paula Pappel", imprint_email: "post@zwei-ufer.example", responsible: "Paula Pappel" };
  await save("settings/imprint", imprint);
  await page.goto(`${desk}/settings/accessibility`);
  await page.check('input[name="conformity"][value="full"]');
  await page.check('input[name="assessed"][value="ourselves"]');
  await page.fill("#made_on", YESTERDAY);
  await page.fill("#reviewed_on", YESTERDAY);
  await send(page, "/settings/accessibility");
}

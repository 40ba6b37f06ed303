// Signing in to the demo as somebody, and founding a Verbund of one's own in it.
import { visit } from "./browser.mjs";

/** The page on which the demo offers its people, each as a form that names role and Verbund. */
export const DOOR = "/demo";

/**
 * Comes in as somebody of the demo: "coordinator", "volunteer@talgeschichten", "operator"; without a
 * Verbund it is the first one. "visitor" stays outside.
 */
export async function enter(page, url, who = "visitor") {
  if (who === "visitor") return;
  const [role, verbund = "muebi"] = who.split("@");
  await page.goto(url + DOOR);
  const where = role === "operator" ? "" : `[data-demo-verbund="${verbund}"]`;
  const door = page.locator(`form[data-demo-role="${role}"]${where} button`).first();
  if ((await door.count()) === 0) throw new Error(`${DOOR} has no door for "${who}"`);
  await door.click();
  await page.waitForURL((now) => now.pathname !== DOOR);
}

/** Founds a Verbund as the operator who is signed in on this page; gives the path of the coordination's invitation. */
export async function found(page, url, name, slug) {
  await page.goto(`${url}/operate`);
  await page.fill("#name", name);
  await page.fill("#slug", slug);
  await page.click('form[action="/operate/consortia"] button');
  return new URL(await page.locator("#issued-link").textContent()).pathname;
}

/** Joins by an invitation with a name to sign in with and a password. */
export async function join(page, link, { name, signInName, password }) {
  await page.goto(link);
  await page.fill("#name", name);
  await page.fill("#sign_in_name", signInName);
  await page.fill("#password", password);
  await page.click("form#join button");
  await page.waitForURL((now) => !now.pathname.startsWith("/join"));
}

/** An empty Verbund in the demo and the person who coordinates it, signed in. */
export async function foundEmpty(browser, url, { name = "Noch leer", slug = "noch-leer" } = {}) {
  const operator = await visit(browser);
  await enter(operator, url, "operator");
  const link = await found(operator, url, name, slug);
  await operator.context().close();
  const person = await visit(browser);
  await join(person, url + link, { name: "Ina Anfang", signInName: `ina-${slug}`, password: "sieben stille Seiten" });
  return person;
}

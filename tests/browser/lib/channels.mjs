// What people do at the desk with channels, and how the page of a post tells where it stands.
import { until } from "./peers.mjs";

/** Waits until a form was taken. */
export const done = (page) => page.waitForURL(/[?&]done=/);

/** Adds a channel and writes why it is there; gives its address. */
export async function addChannel(page, desk, network, name) {
  await page.goto(`${desk}/channels/new`);
  await page.check(`input[name=network][value=${network}]`);
  if (name) await page.fill("#name", name);
  await page.click("main form button");
  await page.waitForURL("**/concept?done=**");
  await page.fill("#responsible", "Anna Amsel, vertreten von Berta Buche");
  await page.click('form[action$="/concept"] button');
  await page.waitForURL(/\/channels\/[^/]+\?done=/);
  return page.url().split("?")[0];
}

export async function switchOn(page, channel) {
  await page.goto(channel);
  await page.click('form[action$="/on"] button');
  await done(page);
  await page.locator(".state.on").waitFor();
}

/** Where the post stands, as the page of the post says it: the line of each channel. */
export async function standing(page, post) {
  await page.goto(post);
  const lines = {};
  for (const line of await page.locator(".whereabouts > ul > li").all()) {
    const buttons = await line.locator("button, a.button").allInnerTexts();
    lines[await line.locator("strong").first().innerText()] = { words: await line.innerText(), buttons };
  }
  return lines;
}

/** Waits until each line of the post says what is expected. */
export async function stands(page, post, expected) {
  const wrong = async () => {
    const lines = await standing(page, post);
    return Object.entries(expected).filter(([name, words]) => !words.test(lines[name]?.words ?? "")).map(([name]) => `${name}: ${lines[name]?.words}`);
  };
  let left;
  await until(`the page says how the post stands: ${Object.keys(expected)}`, async () => (left = await wrong()).length === 0).catch((error) => {
    throw new Error(`${error.message}; not as expected: ${left.join(" | ")}`);
  });
  return standing(page, post);
}

// Signing in to the demo as somebody.

/** The page on which the demo offers its people, each as a form with `data-demo-role="…"`. */
export const DOOR = "/sign-in";

/** Comes in as a role of the demo ("coordinator", "staff", …); "visitor" stays outside. */
export async function enter(page, url, role = "visitor") {
  if (role === "visitor") return;
  await page.goto(url + DOOR);
  const door = page.locator(`form[data-demo-role="${role}"] button`).first();
  if ((await door.count()) === 0) throw new Error(`${DOOR} of the demo has no door for "${role}"`);
  await Promise.all([page.waitForURL((now) => now.pathname !== DOOR), door.click()]);
}

// A screen on the way, as different people see it: at a desk by day, on a phone by night.
import { DESK, PHONE } from "./browser.mjs";
import { axe, fits, glance } from "./checks.mjs";

// Pictures of all screens, for people to look at.
const PICTURES = process.env.VERBUND_LOOKS === "yes";

/** Fails where the page as it stands shuts somebody out or is wider than a phone; leaves it as it was. */
export async function looksGood(page, name) {
  for (const [size, colorScheme] of [[DESK, "light"], [PHONE, "dark"]]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await axe(page);
    if (PICTURES) await glance(page, `networks-${name}-${size.width}-${colorScheme}`);
  }
  await fits(page);
  if (PICTURES) {
    for (const [size, colorScheme] of [[DESK, "dark"], [PHONE, "light"]]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await glance(page, `networks-${name}-${size.width}-${colorScheme}`);
    }
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: "light" });
}

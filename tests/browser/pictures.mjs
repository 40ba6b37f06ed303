// Draws the pictures of README: node pictures.mjs FOLDER
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DESK, open, PHONE, visit } from "./lib/browser.mjs";
import { enter } from "./lib/people.mjs";
import { start } from "./lib/product.mjs";
import { pages } from "./pages.mjs";

const folder = resolve(process.argv[2] ?? "docs/pictures");
await mkdir(folder, { recursive: true });
const demo = await start("demo");
const browser = await open();
try {
  // An entry of pages.mjs with `picture: "name"` is shown in README, with `phone: true` as on a phone.
  const shown = pages.filter((page) => page.picture);
  for (const { picture, url, as, phone, scheme } of shown) {
    const page = await visit(browser, { size: phone ? PHONE : DESK, scheme });
    await enter(page, demo.url, as);
    await page.goto(demo.url + (typeof url === "function" ? await url(page, demo.url) : url));
    await page.screenshot({ path: join(folder, `${picture}.png`) });
    await page.context().close();
    console.log(`drew ${picture}.png`);
  }
  if (!shown.length) throw new Error("no entry of pages.mjs names a picture");
} finally {
  await browser.close();
  await demo.stop();
}

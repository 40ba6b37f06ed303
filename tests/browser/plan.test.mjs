// The plan's script alone, on a page of the shape it promises to enhance.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { open, visit } from "./lib/browser.mjs";
import { stage } from "./lib/stage.mjs";

let browser, server, page, date, moves, refuse;

const day = (n) => `2026-12-${String(n).padStart(2, "0")}`;
const post = `<ul><li draggable="true" data-post="7" data-title="Lesenacht" data-move-url="/move">
  <a href="/opened">Lesenacht</a></li></ul>`;
const cell = (n) => `<td data-date="${day(n)}" style="height:60px;width:80px">${n}${date === day(n) ? post : ""}</td>`;
const row = (from) => `<tr>${[0, 1, 2, 3, 4, 5, 6].map((n) => cell(from + n)).join("")}</tr>`;
const html = () => `<!doctype html><html lang="de"><title>Plan</title><table data-plan
  data-moved="{title}: jetzt {day}" data-failed="{title} bleibt" data-lifted="{title} gefasst"
  data-cancelled="{title} liegt wie zuvor">${row(7)}${row(14)}</table>
  <script type="module" src="/assets/plan.js"></script></html>`;

before(async () => {
  browser = await open();
  server = await stage((request, body) => {
    if (request.url === "/move") {
      if (refuse) return { html: "", status: 422 };
      date = new URLSearchParams(body).get("date");
      moves.push(date);
    }
    return { html: request.url === "/opened" ? "<title>opened</title>" : html() };
  });
});

beforeEach(() => ((date = day(9)), (moves = []), (refuse = false)));
afterEach(() => page?.context().close());
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function arrive(options) {
  page = await visit(browser, options);
  await page.goto(server.url);
}

const said = (words) => page.locator("[aria-live]", { hasText: words }).waitFor({ state: "attached" });
const lies = (n) => page.locator(`td[data-date="${day(n)}"] [data-post]`).waitFor();

async function middle(selector) {
  const box = await page.locator(selector).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test("a post dragged to another day is moved there and said so", async () => {
  await arrive();
  await page.mouse.move(...(await middle("[data-post]")));
  await page.mouse.down();
  await page.mouse.move(...(await middle(`[data-date="${day(17)}"]`)), { steps: 5 });
  await page.mouse.up();
  await lies(17);
  await said("Lesenacht: jetzt Donnerstag, 17. Dezember");
  assert.deepEqual(moves, [day(17)]);
  assert.equal(await page.title(), "Plan", "the drag does not open the post");
});

test("a click still opens the post", async () => {
  await arrive();
  await page.click("[data-post] a");
  await page.waitForURL("**/opened");
});

test("Escape while dragging leaves the post where it was", async () => {
  await arrive();
  await page.mouse.move(...(await middle("[data-post]")));
  await page.mouse.down();
  await page.mouse.move(...(await middle(`[data-date="${day(12)}"]`)), { steps: 5 });
  await page.keyboard.press("Escape");
  await said("liegt wie zuvor");
  await page.mouse.up();
  await lies(9);
  assert.deepEqual(moves, []);
});

test("Alt with arrows moves by day and week and keeps the focus on the post", async () => {
  await arrive();
  await page.focus("[data-post] a");
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowRight");
  await said("11. Dezember");
  await page.keyboard.press("Alt+ArrowDown");
  await said("18. Dezember");
  await page.keyboard.press("Alt+ArrowLeft");
  await said("17. Dezember");
  assert.deepEqual(moves, [day(10), day(11), day(18), day(17)]);
  assert.equal(await page.evaluate(() => document.activeElement.closest("[data-post]")?.dataset.post), "7");
});

test("a refused move is said and leaves the post where it was", async () => {
  await arrive();
  refuse = true;
  await page.focus("[data-post] a");
  await page.keyboard.press("Alt+ArrowRight");
  await said("Lesenacht bleibt");
  await lies(9);
});

test("a finger that rests lifts the post, a quick one does not", async () => {
  await arrive({ touch: true });
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, points) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const from = await middle("[data-post]");
  const to = await middle(`[data-date="${day(16)}"]`);
  await touch("touchStart", [from]);
  await touch("touchMove", [to]);
  await touch("touchEnd", []);
  assert.deepEqual(moves, []);
  await touch("touchStart", [from]);
  await page.locator("[data-held]").waitFor();
  await touch("touchMove", [to]);
  await touch("touchEnd", []);
  await lies(16);
  assert.deepEqual(moves, [day(16)]);
});

// What must hold on every page: accessible, no wider than the screen, nobody else asked, no cookie.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { root } from "./product.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549"];
export const looks = join(root, "target/looks");

/** Fails with one readable entry for each thing that shuts people out. */
export async function axe(page, { except = [] } = {}) {
  // Without frames from elsewhere the old mode does, which opens no second page for each analysis.
  const options = { resultTypes: ["violations"], preload: false };
  let builder = new AxeBuilder({ page }).setLegacyMode(true).options(options).withTags(TAGS);
  for (const selector of except) builder = builder.exclude(selector);
  const { violations } = await builder.analyze();
  const list = violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}\n      ${reason(node)}`);
    const more = nodes.length > 5 ? [`    … and ${nodes.length - 5} more`] : [];
    return [`  ${id} (${impact}): ${help}`, ...places, ...more].join("\n");
  });
  assert.equal(list.length, 0, `axe on ${page.url()}:\n${list.join("\n")}`);
}

const reason = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");

/** Fails where a page is wider than its window, and names what sticks out. */
export async function fits(page, widths = [360, 320]) {
  const before = page.viewportSize();
  try {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const out = await page.evaluate(sticksOut);
      assert.equal(out.length, 0, `${page.url()} is wider than ${width} px:\n  ${out.join("\n  ")}`);
    }
  } finally {
    await page.setViewportSize(before);
  }
}

/* c8 ignore next: runs in the page */
function sticksOut() {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const scrolls = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const name = (e) => `${e.localName}${e.id && "#" + e.id}${[...e.classList].map((c) => "." + c).join("")}`;
  const out = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > wide + 1 && !scrolls(e))
    .map((e) => `${name(e)} ends at ${Math.round(e.getBoundingClientRect().right)} px`);
  return out.length ? out.slice(0, 8) : [`the page scrolls to ${document.documentElement.scrollWidth} px`];
}

/** Watches from now on; the returned functions tell what was asked elsewhere and what went wrong in scripts. */
export function watch(page, home) {
  const foreign = [];
  const wrong = [];
  const own = new URL(home).origin;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== own) foreign.push(request.url());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (line) => line.type() === "error" && wrong.push(line.text()));
  return {
    asksNobodyElse: () => assert.deepEqual(foreign, [], "asked of other hosts"),
    runsClean: () => assert.deepEqual(wrong, [], `errors in the console of ${page.url()}`),
  };
}

export async function setsNoCookie(page) {
  const cookies = await page.context().cookies();
  assert.deepEqual(cookies.map((cookie) => cookie.name), [], `cookies after ${page.url()}`);
}

/** Takes the page as it is now, into `target/looks`. */
export async function glance(page, name) {
  await mkdir(looks, { recursive: true });
  await page.screenshot({ path: join(looks, `${name}.png`), fullPage: true, animations: "disabled" });
}

// What readers set for themselves: WCAG 1.4.12 in full, and text of twice the size, 1.4.4.
const WIDER = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
const LARGER = "html { font-size: 225% !important }";

/** Fails where words are lost because somebody reads them wider apart on a phone, or twice as large. */
export async function keepsItsWords(page) {
  const before = page.viewportSize();
  const lost = [];
  for (const [words, width, css] of [["text apart", 320, WIDER], ["text of twice the size", 1280, LARGER]]) {
    await page.setViewportSize({ width, height: 800 });
    const plain = await page.evaluate(cutOff);
    await page.evaluate(putOn, css);
    const more = [...(await page.evaluate(sticksOut)), ...(await page.evaluate(cutOff)).filter((one) => !plain.includes(one))];
    lost.push(...[...plain, ...more].map((one) => `with ${words}: ${one}`));
    await page.evaluate(() => (document.adoptedStyleSheets = []));
  }
  await page.setViewportSize(before);
  assert.equal(lost.length, 0, `words are lost on ${page.url()}:\n  ${lost.slice(0, 20).join("\n  ")}`);
}

/* c8 ignore next: runs in the page */
function putOn(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** What is cut off, what runs out of a box of fixed height, and what scrolls sideways without being a table or a bar. */
function cutOff() {
  const name = (e) => `${e.localName}${e.id && "#" + e.id}${[...e.classList].map((c) => "." + c).join("")} "${e.textContent.trim().slice(0, 30)}"`;
  const words = (e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const out = [];
  for (const e of document.body.querySelectorAll("*")) {
    if (e.matches("input, textarea, select, option, script, style, svg *") || !e.checkVisibility() || !e.textContent.trim()) continue;
    const style = getComputedStyle(e);
    // Words for screen readers alone, and a summary that ends on purpose after so many lines.
    if (style.clipPath !== "none" || style.webkitLineClamp !== "none" || style.display === "inline") continue;
    const [wide, high] = [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight];
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    if ((cuts(style.overflowX) && wide > 1) || (cuts(style.overflowY) && high > 1)) out.push(`${name(e)} is cut off`);
    else if (/auto|scroll/.test(style.overflowX) && wide > 1 && !e.querySelector("table") && !e.matches("[role=toolbar], table, pre"))
      out.push(`${name(e)} scrolls sideways`);
    else if (words(e) && style.overflowY === "visible" && high > parseFloat(style.fontSize) / 2) out.push(`${name(e)} runs out of its box`);
  }
  return out;
}

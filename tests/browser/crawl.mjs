// Every public page of the demo, by plain HTTP, as a stranger's machine sees it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { crawl } from "./lib/crawl.mjs";
import { settled, start } from "./lib/product.mjs";

const LIMIT_BYTES = 60 * 1024;
const VNU = join(dirname(fileURLToPath(import.meta.url)), "node_modules/vnu-jar/build/dist/vnu.jar");
// Names that the program itself writes into a page never lead anywhere else.
const NAMESPACES = /^https?:\/\/(www\.w3\.org|schema\.org|purl\.org)\//;

let demo, all, pages, fragments, broken;

before(async () => {
  demo = await start("demo");
  await settled(demo.url);
  const result = await crawl(demo.url);
  ({ fragments, broken } = result);
  all = [...result.found.values()];
  pages = all.filter((page) => page.html && page.status === 200);
});

after(() => demo?.stop());

const none = (list, words) => assert.equal(list.length, 0, `${words}:\n  ${list.slice(0, 40).join("\n  ")}`);
const path = (url) => url.replace(demo.url, "");

test("there is something to read", () => {
  console.log(`${pages.length} pages, ${all.length} addresses`);
  assert.ok(pages.length > 10, `only ${pages.length} pages are reachable from /`);
});

test("every internal link works", () => {
  const bad = all.filter(({ status }) => status !== 200 && !(status >= 301 && status <= 308 && status !== 304));
  none([...broken, ...bad.map((page) => `${path(page.url)} answers ${page.status}, linked from ${path(page.from)}`)], "links that fail");
});

test("every internal link goes to its page at once", () => {
  const moved = all.filter((page) => page.location && pages.some((from) => from.url === page.from));
  none(moved.map((page) => `${path(page.url)} → ${page.location}, linked from ${path(page.from)}`), "links that are redirected");
});

test("every link into a page finds its place", () => {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const lost = fragments.filter(({ url, fragment }) => byUrl.has(url) && fragment !== "top" && !byUrl.get(url).ids.has(fragment));
  none(lost.map(({ url, fragment, from }) => `${path(url)}#${fragment}, linked from ${path(from)}`), "places that are not there");
});

test("no page pulls anything in from another host", () => {
  const foreign = all.flatMap((page) =>
    (page.parts ?? [])
      .filter(({ url }) => /^(https?:)?\/\//.test(url) && !NAMESPACES.test(url) && new URL(url, page.url).origin !== demo.url)
      .map(({ kind, url }) => `${path(page.url)}: ${kind} ${url}`),
  );
  none(foreign, "foreign references");
});

test("no public page sets a cookie", () => {
  none(all.filter(({ cookies }) => cookies.length).map((page) => `${path(page.url)}: ${page.cookies}`), "cookies");
});

test("a first visit costs at most 60 KB of HTML, style and script", () => {
  const size = new Map(all.map((page) => [page.url, page.size]));
  const heavy = pages.map((page) => {
    const pulled = page.parts.filter(({ kind }) => kind === "style" || kind === "script");
    const urls = new Set(pulled.map(({ url }) => new URL(url, page.url).href));
    return { page, sum: [...urls].reduce((sum, url) => sum + (size.get(url) ?? 0), page.size) };
  });
  const most = heavy.reduce((a, b) => (a.sum > b.sum ? a : b));
  console.log(`the heaviest: ${path(most.page.url)} with ${(most.sum / 1024).toFixed(1)} KB`);
  none(heavy.filter(({ sum }) => sum > LIMIT_BYTES).map(({ page, sum }) => `${path(page.url)}: ${sum} bytes`), "too heavy");
});

test("every page has a tag, and whoever knows the tag gets no page again", async () => {
  const wrong = [];
  // The form for questions begins with the house of its address, so it is made anew each time.
  for (const page of pages.filter(({ url }) => !new URL(url).pathname.endsWith("/frage"))) {
    const why = page.etag ? await answersToItsTag(page) : "has no ETag";
    if (why) wrong.push(`${path(page.url)} ${why}`);
  }
  none(wrong, "tags");
});

// A page may change between two questions: a post becomes due, a house opens.
const CHANGES = 3;

/** Asks with the tag that is known; a page that has changed is asked again with its new one. */
async function answersToItsTag({ url, etag }) {
  let known = etag;
  for (let n = 0; n <= CHANGES; n += 1) {
    const headers = { "if-none-match": known, "accept-language": "de", "sec-fetch-site": "none" };
    const answer = await fetch(url, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    const told = answer.headers.get("etag");
    if (answer.status === 304) return null;
    if (answer.status !== 200 || !told || told === known) return `answers ${answer.status} to its own ETag`;
    known = told;
  }
  return `has a new ETag whenever it is asked, ${CHANGES + 1} times`;
}

test("every page is valid HTML", async () => {
  const folder = await mkdtemp(join(tmpdir(), "verbund-html-"));
  try {
    const names = new Map();
    await mkdir(folder, { recursive: true });
    for (const [number, page] of pages.entries()) {
      const name = join(folder, `${String(number).padStart(5, "0")}.html`);
      names.set(name, path(page.url));
      await writeFile(name, page.html);
    }
    const { messages } = await vnu(folder);
    const errors = messages.filter(({ type }) => type !== "info");
    none(errors.map(({ url, lastLine, message }) => `${names.get(url?.replace("file:", "")) ?? url}:${lastLine} ${message}`), "invalid HTML");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function vnu(folder) {
  const args = ["-Xss4m", "-jar", VNU, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder];
  return new Promise((done, fail) =>
    execFile("java", args, { maxBuffer: 1 << 28 }, (error, out) => (error ? fail(error) : done(JSON.parse(out)))),
  );
}

// Reads pages as a machine does, by plain HTTP: links, what they pull in, how heavy they are.
import { gzipSync } from "node:zlib";

const TAG = /<([a-z][a-z0-9-]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const CSS_URL = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/gi;
const ENTITIES = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };
// A link is followed, these are fetched without being asked.
const FETCHED_LINKS = /\b(stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|apple-touch-icon|mask-icon)\b/i;

const decode = (words) =>
  words.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, ten, hex, name) =>
    ten ? String.fromCodePoint(ten) : hex ? String.fromCodePoint(parseInt(hex, 16)) : (ENTITIES[name] ?? all),
  );

function attributes(words) {
  const found = {};
  for (const [, name, a, b, c] of words.matchAll(ATTRIBUTE)) found[name.toLowerCase()] = decode(a ?? b ?? c ?? "");
  return found;
}

const cssUrls = (css) => [...css.matchAll(CSS_URL)].map(([, url, imported]) => url ?? imported);
const srcset = (words = "") => words.split(/,\s+/).map((one) => one.trim().split(/\s+/)[0]).filter(Boolean);

/** What a page links to, what it pulls in, and which ids it has. */
export function read(html) {
  const links = [];
  const parts = [];
  const ids = new Set();
  const bare = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<script\b[^>]*>)[\s\S]*?(<\/script>)/gi, "$1$2");
  for (const [, name, words] of bare.matchAll(TAG)) {
    const tag = name.toLowerCase();
    const at = attributes(words);
    if (at.id) ids.add(at.id);
    if ((tag === "a" || tag === "area") && at.href !== undefined) links.push(at.href);
    if (tag === "link" && at.href && FETCHED_LINKS.test(at.rel ?? "")) parts.push({ kind: kindOf(at.rel), url: at.href });
    else if (tag === "link" && at.href) links.push(at.href);
    if (tag === "script" && at.src) parts.push({ kind: "script", url: at.src });
    else if (at.src) parts.push({ kind: tag, url: at.src });
    for (const url of [...srcset(at.srcset), at.poster].filter(Boolean)) parts.push({ kind: tag, url });
    for (const url of cssUrls(at.style ?? "")) parts.push({ kind: "image", url });
  }
  for (const [, css] of bare.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi))
    for (const url of cssUrls(css)) parts.push({ kind: "image", url });
  return { links, parts, ids };
}

const kindOf = (rel) => (/stylesheet/i.test(rel) ? "style" : /modulepreload/i.test(rel) ? "script" : "image");

/** Goes from page to page and keeps what it found; every address is fetched once. */
export async function crawl(home, limit = 5000) {
  const own = new URL(home).origin;
  const found = new Map();
  const open = [{ url: home + "/", from: "the beginning" }];
  const queued = new Set([home + "/"]);
  const add = (words, base, from, into) => {
    if (!URL.canParse(words, base)) return into.broken.push(`${from} → ${words}: no address`);
    const url = new URL(words, base);
    if (!/^https?:$/.test(url.protocol) || url.origin !== own) return;
    const fragment = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    if (fragment) into.fragments.push({ url: url.href, fragment, from });
    if (!queued.has(url.href) && queued.size < limit) (queued.add(url.href), open.push({ url: url.href, from }));
  };
  const into = { broken: [], fragments: [] };
  for (let next; (next = open.shift()); ) {
    const page = await fetchOnce(next.url, next.from);
    found.set(next.url, page);
    if (page.location) add(page.location, next.url, next.url, into);
    for (const words of page.links ?? []) add(words, next.url, next.url, into);
    for (const { url } of page.parts ?? []) add(url, next.url, next.url, into);
  }
  return { found, ...into };
}

async function fetchOnce(url, from) {
  const answer = await fetch(url, { redirect: "manual", headers: { "accept-language": "de", "sec-fetch-site": "none" } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = (answer.headers.get("content-type") ?? "").split(";")[0];
  const page = {
    url,
    from,
    type,
    status: answer.status,
    location: answer.headers.get("location"),
    cookies: answer.headers.getSetCookie(),
    etag: answer.headers.get("etag"),
    size: /^text\/|javascript|json|xml/.test(type) ? gzipSync(bytes).length : bytes.length,
  };
  if (type === "text/html") Object.assign(page, { html: bytes.toString() }, read(bytes.toString()));
  if (type === "text/css") page.parts = cssUrls(bytes.toString()).map((url) => ({ kind: "image", url }));
  return page;
}

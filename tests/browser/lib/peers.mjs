// The programs of others that the product talks to (bin/lib/peers.sh starts them), as a test sees them.
import { createHmac, randomInt } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stage } from "./stage.mjs";

const PEERS = ["FEDIFY", "MASTODON", "PDS", "PLC", "GRAPH", "SMTP", "SMTP_CERT", "SMTP_MAIL"];
const at = (name) => process.env[`VERBUND_PEER_${name}`];
const PATIENCE_MS = 30_000;

/** Why the peers cannot be talked to, as a sentence; nothing where all are there. In CI that is a failure. */
export function lacking() {
  const missing = PEERS.filter((name) => !at(name));
  if (missing.length === 0) return false;
  const why = `left out, for these peers are not there: ${missing.join(", ")}`;
  if (process.env.CI === "true") throw new Error(why);
  return why;
}

/** Asks until the answer is something, and no empty list; fails with the last answer when it never is. */
export async function until(what, ask) {
  let last;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    try {
      last = await ask();
    } catch (error) {
      last = error;
    }
    const isNothing = !last || last instanceof Error || (Array.isArray(last) && last.length === 0);
    if (!isNothing) return last;
  }
  throw new Error(`it never came true: ${what}; the last answer was ${last}`);
}

async function ask(url, { token, body, form } = {}) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  if (body) headers["content-type"] = "application/json";
  const sent = body ? JSON.stringify(body) : form && new URLSearchParams(form);
  const answer = await fetch(url, { method: sent ? "POST" : "GET", headers, body: sent });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${said}`);
  return said && JSON.parse(said);
}

const name = () => `u${randomInt(1e12).toString(36)}`;

/** Somebody on the server of the Fediverse, who follows, says things, and hears. */
export function neighbour() {
  // Only small letters name somebody there.
  const as = Array.from({ length: 10 }, () => "abcdefghijklmnopqrstuvwxyz"[randomInt(26)]).join("");
  const tell = (verb, what = {}) => ask(`${at("FEDIFY")}/_t/${verb}`, { body: { as, ...what } });
  return {
    as,
    follow: (to) => tell("follow", { to }),
    say: (to, about, text) => tell("say", { to, about, text }),
    look: (url) => tell("look", { at: url }),
    /** All activities of a type that came about an address, the oldest first. */
    heard: async (type, about) =>
      (await tell("heard")).filter((it) => it.type === type && JSON.stringify(it).includes(about)),
  };
}

/** A new account on the Mastodon API: its name on the page that asks, and what stands there. */
export async function mastodonAccount() {
  const [server, username] = [at("MASTODON"), name()];
  const fields = { username, email: `${username}@haus.example`, password: "only-for-tests", agreement: "true" };
  const { access_token: token } = await ask(`${server}/api/v1/accounts`, { form: fields });
  const { id } = await ask(`${server}/api/v1/accounts/verify_credentials`, { token });
  return { server, username, statuses: () => ask(`${server}/api/v1/accounts/${id}/statuses?limit=40`, { token }) };
}

/** A new account on the server of Bluesky, with an app password. */
export async function blueskyAccount() {
  const [server, handle] = [at("PDS"), `${name()}.test`];
  const call = (method, body) => ask(`${server}/xrpc/com.atproto.${method}`, { body });
  const account = { handle, email: `${handle}@haus.example`, password: "only-for-tests" };
  const { did } = await call("server.createAccount", account);
  const list = `${server}/xrpc/com.atproto.repo.listRecords?repo=${did}&collection=app.bsky.feed.post`;
  return { server, handle, password: account.password, posts: async () => (await ask(list)).records.map((record) => record.value) };
}

/** A page of Facebook with its Instagram account, and the page on which somebody says yes. */
export async function metaPage() {
  const [server, page, secret] = [at("GRAPH"), `1${randomInt(1e9)}`, "secret-of-the-app"];
  const dialog = await stage((request) => {
    const asked = new URL(request.url, server).searchParams;
    if (!asked.has("redirect_uri")) return null;
    const back = new URL(asked.get("redirect_uri"));
    for (const [key, value] of [["code", page], ["state", asked.get("state")]]) back.searchParams.set(key, value);
    return { html: `<!doctype html><title>Erlauben</title><a href="${back}">Erlauben</a>` };
  });
  const nodes = async () => (await ask(`${server}/_t/state`, { body: { page } })).nodes;
  return {
    server,
    page,
    secret,
    dialog: dialog.url,
    stop: dialog.stop,
    /** What stands there of a kind: "post" on Facebook, "media" on Instagram, "comment". */
    all: async (kind) => (await nodes()).filter((node) => node.kind === kind),
    /** Somebody comments, and Meta tells it by its signed message. */
    async comment(home, post, { who, text }) {
      const { id } = await ask(`${server}/_t/comment`, { body: { page, below: post, text, name: who } });
      const value = { item: "comment", verb: "add", comment_id: id, post_id: post, parent_id: post, message: text, from: { id: "4711", name: who } };
      const told = JSON.stringify({ object: "page", entry: [{ id: page, changes: [{ field: "feed", value }] }] });
      const signature = `sha256=${createHmac("sha256", secret).update(told).digest("hex")}`;
      const answer = await fetch(`${home}/hooks/meta`, { method: "POST", headers: { "x-hub-signature-256": signature }, body: told });
      if (!answer.ok) throw new Error(`the message of Meta is answered ${answer.status}`);
      return id;
    },
  };
}

/** The mails that the mail server took for an address, as they came, the oldest first. */
export async function mails(address) {
  const folder = at("SMTP_MAIL");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".eml")).sort();
  const all = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return all.filter((mail) => mail.includes(`X-Envelope-To: ${address}`)).map(readable);
}

/** Takes soft line ends and coded letters out of a mail, so that words and links can be found in it. */
function readable(mail) {
  return mail.replaceAll(/=\r?\n/g, "").replaceAll(/((?:=[0-9A-F]{2})+)/g, (coded) => {
    return Buffer.from(coded.replaceAll("=", ""), "hex").toString();
  });
}

/** The settings with which the server reaches these and nobody else. */
export const reaching = (meta) => ({
  VERBUND_OUTGOING_PRIVATE: "true",
  VERBUND_OUTGOING_TRUSTED: at("SMTP_CERT"),
  VERBUND_PLC: at("PLC"),
  VERBUND_GRAPH_URL: meta.server,
  VERBUND_FACEBOOK_URL: meta.dialog,
  VERBUND_SMTP: at("SMTP"),
  VERBUND_MAIL_FROM: "Zwei Ufer <post@zwei-ufer.example>",
});

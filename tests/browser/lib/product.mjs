// Starts the real binary on a free port with a folder of its own, and stops it again.
import { spawn, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** The binary of the test build; `bin/test` names it, by hand it is the debug build. */
export const binary = process.env.VERBUND_BINARY ?? join(target, "debug/verbund");

const READY = /listening on (http:\/\/\S+)/;
const PATIENCE_MS = 240_000; // a debug build draws the demo's pictures slowly

/** A folder of the demo with all its pictures, see `prepare.mjs`; without it each demo draws its own. */
const prepared = process.env.VERBUND_DEMO;

/**
 * Starts `demo` or `serve`, or hands back the server that `VERBUND_URL` names (for work by hand). The
 * server works in a folder of its own, a copy of `from` if there is one.
 */
export async function start(command = "demo", { env = {}, args = [], from = command === "demo" ? prepared : null } = {}) {
  if (process.env.VERBUND_URL && command === "demo") return foreign(process.env.VERBUND_URL);
  if (!existsSync(binary)) throw new Error(`${binary} is missing: cargo build comes first`);
  const data = await mkdtemp(join(tmpdir(), "verbund-"));
  if (from && existsSync(from)) await cp(from, data, { recursive: true });
  const child = spawn(binary, [command, "--listen", "127.0.0.1:0", "--data", data, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = [];
  child.stdout.on("data", (words) => log.push(words));
  child.stderr.on("data", (words) => log.push(words));
  const stop = () => end(child).then(() => rm(data, { recursive: true, force: true }));
  try {
    const url = await ready(child, log);
    return { url, data, stop, halt: () => end(child), pid: child.pid, log: () => log.join("") };
  } catch (error) {
    await stop();
    throw error;
  }
}

function foreign(url) {
  return { url: url.replace(/\/$/, ""), data: null, stop: async () => {}, pid: null, log: () => "" };
}

function ready(child, log) {
  return new Promise((done, fail) => {
    const give = (why) => fail(new Error(`the server ${why}; it said:\n${log.join("")}`));
    const late = setTimeout(() => give("did not get ready in time"), PATIENCE_MS);
    child.stdout.on("data", () => {
      const line = READY.exec(log.join(""));
      if (line) (clearTimeout(late), done(line[1].replace(/\/$/, "")));
    });
    child.once("error", (error) => (clearTimeout(late), fail(error)));
    child.once("exit", (code) => (clearTimeout(late), give(`ended with ${code}`)));
  });
}

async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once("exit", done));
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.kill("SIGTERM");
    await gone;
    clearTimeout(force);
  }
}

/** Every route of the product, as `verbund routes --json` tells them. */
export async function routes() {
  const { stdout } = await promisify(execFile)(binary, ["routes", "--json"]);
  return JSON.parse(stdout);
}

const EVERY_MS = 300;
const DRAWN_MS = 900_000; // fifty pictures in all their sizes, perhaps on a busy machine

/**
 * Waits until the demo has done all its work whose time has come, pictures above all: only then a page
 * stays as it is. The operator's page tells how much is left.
 */
export async function settled(url) {
  const cookie = await operator(url);
  for (const end = Date.now() + DRAWN_MS; Date.now() < end; await new Promise((done) => setTimeout(done, EVERY_MS))) {
    const page = await (await fetch(`${url}/operate`, { headers: { cookie } })).text();
    const due = /data-health="due">(\d+)</.exec(page)?.[1];
    if (due === undefined) throw new Error("/operate does not tell how many jobs are due");
    if (due === "0") return;
  }
  throw new Error("the demo's work in the background does not come to an end");
}

/** Signs in to the demo as its operator; gives the cookie. */
async function operator(url) {
  const demo = await (await fetch(`${url}/demo`)).text();
  const person = /data-demo-role="operator"[^>]*><input type="hidden" name="person" value="([^"]+)"/.exec(demo)?.[1];
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ person }),
  });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

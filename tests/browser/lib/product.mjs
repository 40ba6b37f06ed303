// Starts the real binary on a free port with a folder of its own, and stops it again.
import { spawn, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
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

/** Starts `demo` or `serve`, or hands back the server that `VERBUND_URL` names (for work by hand). */
export async function start(command = "demo", { env = {}, args = [] } = {}) {
  if (process.env.VERBUND_URL && command === "demo") return foreign(process.env.VERBUND_URL);
  if (!existsSync(binary)) throw new Error(`${binary} is missing: cargo build comes first`);
  const data = await mkdtemp(join(tmpdir(), "verbund-"));
  const child = spawn(binary, [command, "--listen", "127.0.0.1:0", "--data", data, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = [];
  child.stdout.on("data", (words) => log.push(words));
  child.stderr.on("data", (words) => log.push(words));
  const stop = () => end(child, data);
  try {
    const url = await ready(child, log);
    return { url, data, stop, pid: child.pid, log: () => log.join("") };
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

async function end(child, data) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once("exit", done));
    const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.kill("SIGTERM");
    await gone;
    clearTimeout(force);
  }
  await rm(data, { recursive: true, force: true });
}

/** Every route of the product, as `verbund routes --json` tells them. */
export async function routes() {
  const { stdout } = await promisify(execFile)(binary, ["routes", "--json"]);
  return JSON.parse(stdout);
}

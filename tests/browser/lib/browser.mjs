// A real Chromium, without its habit of talking to others.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function open(more = []) {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no Chromium found: apt-get install chromium, or set CHROMIUM");
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...more] });
}

export const PHONE = { width: 360, height: 800 };
export const DESK = { width: 1280, height: 900 };

/** A page of a person of their own: no cookie, no storage shared with others. */
export async function visit(browser, { size = DESK, lang = "de", scheme = "light", script = true, touch = false } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: lang === "de" ? "de-DE" : "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: scheme,
    reducedMotion: "reduce",
    javaScriptEnabled: script,
    hasTouch: touch,
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** A passkey device in software, which confirms by itself; `credentials()` tells what it holds. */
export async function authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    /** From now on the person says no, or yes again. */
    confirm: (isUserVerified) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    lose: () => devtools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
  };
}

/** Counts what a person does: each tap, each field typed into and each use of the system's picker is one. */
export function taps(page) {
  const done = [];
  return {
    get count() {
      return done.length;
    },
    list: () => done.join("\n"),
    async tap(what) {
      const place = typeof what === "string" ? page.locator(what) : what;
      done.push(`tap ${place}`);
      await place.click();
    },
    async type(what, words) {
      const place = typeof what === "string" ? page.locator(what) : what;
      done.push(`type ${place}`);
      await place.fill(words);
    },
    async pick(what, value) {
      const place = typeof what === "string" ? page.locator(what) : what;
      done.push(`pick ${place}`);
      const kind = await place.evaluate((element) => element.type);
      await (kind === "file" ? place.setInputFiles(value) : kind.startsWith("select") ? place.selectOption(value) : place.fill(value));
    },
  };
}

/** Goes on by the Tab key until the focus is where it is wanted. */
export async function walkTo(page, wanted) {
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`(${wanted})(document.activeElement)`)) return;
  }
  throw new Error(`the keyboard does not come to ${wanted}`);
}

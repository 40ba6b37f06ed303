// The passkey script alone, with a device in software and a server that keeps what it hears.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { authenticator, open, visit } from "./lib/browser.mjs";
import { stage } from "./lib/stage.mjs";

let browser, server, page, heard;
const bytes = (words) => Buffer.from(words).toString("base64url");

const form = (kind) => `<form hidden data-passkey="${kind}" data-start="/${kind}/start" data-finish="/${kind}/finish"
  data-waiting="Bitte bestätigen" data-cancelled="Abgebrochen" data-failed="Das ging nicht">
  <input name="device" value="Telefon"><button>${kind}</button></form>`;
const html = `<!doctype html><html lang="de"><title>door</title>${form("register")}${form("sign-in")}
  <script type="module" src="/assets/passkey.js"></script></html>`;

const creation = {
  publicKey: {
    rp: { id: "localhost", name: "Verbund" },
    user: { id: bytes("person-1"), name: "a", displayName: "A" },
    challenge: bytes("a challenge of some length"),
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    excludeCredentials: [],
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
  },
};
const request = {
  publicKey: { rpId: "localhost", challenge: bytes("another challenge here"), allowCredentials: [], userVerification: "required" },
};

before(async () => {
  browser = await open();
  server = await stage((asked, body) => {
    if (body) heard[asked.url] = JSON.parse(body);
    if (heard.refuse && asked.method === "POST") return { json: { message: heard.refuse }, status: 422 };
    if (asked.url.endsWith("/start")) return { json: asked.url.includes("register") ? creation : request };
    if (asked.url.endsWith("/finish")) return { json: { location: "/inside" } };
    return { html: asked.url === "/inside" ? "<title>inside</title>" : html };
  });
});

afterEach(() => page?.context().close());
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function arrive() {
  heard = {};
  page = await visit(browser);
  const device = await authenticator(page);
  await page.goto(server.url);
  return device;
}

const press = (name) => page.click(`button:text-is("${name}")`);

test("a passkey is registered and signs in again", async () => {
  const device = await arrive();
  await press("register");
  await page.waitForURL("**/inside");
  assert.equal(heard["/register/start"].device, "Telefon");
  const made = heard["/register/finish"];
  const [kept] = await device.credentials();
  assert.equal(Buffer.from(made.rawId, "base64url").toString("base64"), kept.credentialId);
  assert.ok(made.response.attestationObject && made.response.clientDataJSON);

  await page.goto(server.url);
  await press("sign-in");
  await page.waitForURL("**/inside");
  const proof = heard["/sign-in/finish"];
  assert.equal(proof.id, made.id);
  assert.equal(proof.response.userHandle, bytes("person-1"));
  const client = JSON.parse(Buffer.from(proof.response.clientDataJSON, "base64url"));
  assert.equal(client.challenge, request.publicKey.challenge);
  assert.ok(proof.response.signature && proof.response.authenticatorData);
});

test("whoever does not confirm is told so and may try again", async () => {
  const device = await arrive();
  await device.confirm(false);
  await press("register");
  await page.locator("[role=status]", { hasText: "Abgebrochen" }).waitFor();
  assert.ok(await page.locator('button:text-is("register")').isEnabled());
  await device.confirm(true);
  await press("register");
  await page.waitForURL("**/inside");
});

test("a refusal of the server is said in its own words", async () => {
  await arrive();
  heard.refuse = "Bitte zuerst den Einladungscode eingeben.";
  await press("register");
  await page.locator("[role=status]", { hasText: heard.refuse }).waitFor();
});

test("the forms stay hidden where the browser knows no passkeys", async () => {
  page = await visit(browser);
  await page.addInitScript(() => delete window.PublicKeyCredential);
  await page.goto(server.url);
  assert.equal(await page.locator("form:visible").count(), 0);
});

// The ways in, with the real server: a passkey made in software opens the door it was made for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { authenticator, open, visit } from "./lib/browser.mjs";
import { start } from "./lib/product.mjs";

let browser, product, url;

before(async () => {
  browser = await open();
  // A name and not a number: passkeys exist for names only.
  product = await start("serve", { env: { VERBUND_PUBLIC_URL: "http://localhost" } });
  url = product.url.replace("127.0.0.1", "localhost");
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** A person with a device in software. It would confirm by itself what a browser only offers, so nothing is offered. */
async function arrive() {
  const page = await visit(browser);
  await page.addInitScript(() => delete window.PublicKeyCredential.isConditionalMediationAvailable);
  return { page, device: await authenticator(page) };
}

const firstCode = () => /\/join\/(\S+)/.exec(product.log())[1];

test("the first operator comes in with a passkey, goes and comes again, and founds a Verbund", async () => {
  const { page, device } = await arrive();
  await page.goto(`${url}/join`);
  await page.fill("#code", firstCode().toLowerCase());
  await page.click("main button");
  await page.fill("#name", "Nora Nagel");
  await page.click('form[data-passkey="register"] button');
  await page.waitForURL("**/operate");
  assert.equal((await device.credentials()).length, 1);

  await page.goto(`${url}/me`);
  await page.locator("#passkeys").waitFor();
  await page.click(".me > summary");
  await page.click("form[data-sign-out] button");
  await page.waitForURL("**/sign-in?done=signed-out");
  await page.check("input[name=shared]");
  await page.click('form[data-passkey="sign-in"] button');
  await page.waitForURL("**/operate");
  const [session] = await page.context().cookies();
  assert.equal(session.expires, -1, "on a shared computer the session goes with the browser");

  await page.fill("#name", "Lesen im Süden");
  await page.fill("#slug", "sueden");
  await page.click('form[action="/operate/consortia"] button');
  const link = await page.locator("#issued-link").textContent();
  const coordinator = await visit(browser, { script: false });
  await coordinator.goto(url + new URL(link).pathname);
  await coordinator.fill("#name", "Mona Maas");
  await coordinator.fill("#sign_in_name", "mona");
  await coordinator.fill("#password", "drei Schafe im Klee");
  await coordinator.click('form#join button');
  await coordinator.goto(`${url}/desk/sueden/people`);
  await coordinator.getByText("Mona Maas").first().waitFor();
  await coordinator.context().close();
  await page.context().close();
});

test("who has lost the device comes in with a code and makes a new passkey", async () => {
  const mona = await visit(browser);
  await mona.goto(`${url}/sign-in`);
  const invite = `${url}/desk/sueden/people/invite`;
  await mona.fill("#name", "mona");
  await mona.fill("#password", "drei Schafe im Klee");
  await mona.click("form#door button");
  await mona.waitForURL((now) => now.pathname.startsWith("/desk/sueden"));
  await mona.goto(invite);
  await mona.selectOption("#role", "coordinator");
  await mona.click(`form[action="/desk/sueden/people/invite"] button`);
  const code = await mona.locator("#issued-code").textContent();

  const { page, device } = await arrive();
  await page.goto(`${url}/join/${code}`);
  await page.fill("#name", "Otto Ost");
  await page.click('form[data-passkey="register"] button');
  await page.waitForURL((now) => now.pathname.startsWith("/desk/sueden"));
  await device.lose();

  await mona.goto(`${url}/desk/sueden/people`);
  await mona.click('a:text("Otto Ost")');
  await mona.click('form[action$="/rescue"] button');
  const rescue = await mona.locator("#issued-code").textContent();
  const found = await arrive();
  await found.page.goto(`${url}/sign-in`);
  await found.page.fill("#code", rescue.toLowerCase());
  await found.page.click('form[action="/sign-in/code"] button');
  await found.page.click('form[data-passkey="register"] button');
  await found.page.waitForURL("**/me?done=rescued");
  await page.goto(`${url}/me`);
  await page.waitForURL("**/sign-in?**");
  for (const one of [mona, page, found.page]) await one.context().close();
});

test("a passkey is added to oneself and is the way in when the password is gone", async () => {
  const { page } = await arrive();
  await page.goto(`${url}/sign-in?back=/me`);
  await page.fill("#name", "mona");
  await page.fill("#password", "drei Schafe im Klee");
  await page.click("form#door button");
  await page.waitForURL("**/me");
  await page.click('form[data-start="/me/passkeys/start"] button');
  await page.waitForURL("**/me?done=passkey-added#passkeys");
  await page.click('form[action="/me/password/remove"] button');
  await page.waitForURL("**done=saved**");
  await page.click(".me > summary");
  await page.click("form[data-sign-out] button");
  await page.waitForURL("**/sign-in**");
  await page.click('form[data-passkey="sign-in"] button');
  await page.waitForURL((now) => now.pathname.startsWith("/desk/sueden"));
  await page.context().close();
});

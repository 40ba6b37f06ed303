// What the pages need and the demo does not have from the first: made once, by the people of the demo.
import { visit } from "./browser.mjs";
import { enter, foundEmpty } from "./people.mjs";

/** Makes it all; gives the paths, and the person who coordinates the empty Verbund. */
export async function make(browser, home) {
  const founder = await foundEmpty(browser, home);
  const coordinator = await signedIn(browser, home, "coordinator");
  const staff = await signedIn(browser, home, "staff");
  const fediverse = await voice(coordinator, home);
  const made = {
    founder,
    invitation: await invitation(coordinator, home),
    consent: await consent(coordinator, home),
    report: await report(home),
    question: await question(home),
    fediverse,
    actor: await actor(coordinator, home, fediverse),
    mastodon: await account(coordinator, home, "mastodon"),
    bluesky: await account(coordinator, home, "bluesky"),
    meta: (await account(coordinator, home, "facebook")).replace(/facebook$/, "meta"),
    newsletter: await newsletter(home),
    copy: await collision(browser, staff, home),
    // Last, because a draft in which nothing stands yet is taken again for the next text.
    unfinished: `${await begin(staff, home)}?check=1`,
  };
  for (const page of [coordinator, staff]) await page.context().close();
  return made;
}

async function signedIn(browser, home, who) {
  const page = await visit(browser, { script: false });
  await enter(page, home, who);
  return page;
}

async function invitation(page, home) {
  await page.goto(`${home}/desk/muebi/people/invite`);
  await page.selectOption("#role", "volunteer");
  await page.click('form[action="/desk/muebi/people/invite"] button');
  return `/join/${await page.locator("#issued-code").textContent()}`;
}

async function consent(page, home) {
  await page.goto(`${home}/desk/muebi/consents/new`);
  await page.click('main a[href*="age=adult"]');
  await page.fill("#subject", "Drei Leute aus dem Lesekreis");
  await page.fill("#person_name", "Gerda Muster");
  await page.fill("#person_date", "2026-01-12");
  await page.fill("#purpose", "Bilder vom Lesekreis");
  await page.check('input[name="channels"] >> nth=0');
  await page.click("main form button");
  await page.waitForURL(/\/consents\/(?!new)[^/?]+/);
  return new URL(page.url()).pathname;
}

/** A channel in a network of others; gives the page on which its account is connected. */
async function account(page, home, network) {
  await page.goto(`${home}/desk/muebi/channels/new`);
  await page.check(`input[name="network"][value="${network}"]`);
  await page.fill("#name", `Konto: ${network}`);
  await page.click('form[action$="/channels/new"] button');
  await page.waitForURL(/\/channels\/(?!new)[^/?]+/);
  const [, channel] = new URL(page.url()).pathname.match(/\/channels\/([^/]+)/);
  return `/desk/muebi/channels/${channel}/${network}`;
}

/** The Verbund is found in the Fediverse, and speaks there no more; gives the page of its name. */
async function actor(page, home, fediverse) {
  await page.goto(home + fediverse);
  return page.locator('main dd a[href*="/fediverse/"]').first().getAttribute("href");
}

/** A barrier is reported; gives the page that tells how far it has come. */
async function report(home) {
  const body = new URLSearchParams({ body: "Der Knopf zum Vorlesen ist am Telefon zu klein." });
  const answer = await fetch(`${home}/muebi/barriere-melden`, { method: "POST", body, redirect: "manual" });
  return new URL(answer.headers.get("location"), home).pathname;
}

/** A question is asked; gives the page that tells by when somebody answers. */
async function question(home) {
  const body = new URLSearchParams({ text: "Darf ich Bücher auch in Rhede zurückgeben?", consent: "yes" });
  const answer = await fetch(`${home}/muebi/frage`, { method: "POST", body, redirect: "manual" });
  return new URL(answer.headers.get("location"), home).pathname;
}

/** The channel into the Fediverse is there: a Verbund has one of them at most. */
async function voice(page, home) {
  await page.goto(`${home}/desk/muebi/channels`);
  return `${await page.locator("main a.title", { hasText: "Fediverse" }).getAttribute("href")}/fediverse`;
}

/** The newsletter is ordered twice: one order waits to be confirmed, the other is. */
async function newsletter(home) {
  const ask = async (email) => {
    const body = new URLSearchParams({ email, rhythm: "digest", scope: "all" });
    await fetch(`${home}/muebi/newsletter`, { method: "POST", body, redirect: "manual" });
    const letters = await (await fetch(`${home}/demo/mail`)).text();
    const letter = letters.split("<article").find((one) => one.includes(email));
    return letter.match(/href="[^"]*(\/newsletter\/bestaetigen\/[^"]+)"/)[1];
  };
  const used = await ask("ueber-uns@post.example");
  const answer = await fetch(home + used, { method: "POST", redirect: "manual" });
  const mine = new URL(answer.headers.get("location"), home).pathname;
  return { mine, confirmation: await ask("wartet@post.example") };
}

async function begin(page, home) {
  await page.goto(`${home}/desk/muebi/posts`);
  await page.click('form[action="/desk/muebi/posts"][method="post"] button:visible');
  await page.waitForURL("**/edit**");
  return new URL(page.url()).pathname;
}

/** Two people write the same text from the same beginning; the second is led to both texts. */
async function collision(browser, staff, home) {
  const path = await begin(staff, home);
  await write(staff, "Der Bücherbus", "Der Bücherbus hält am Markt.\n\nEr bleibt bis zwölf.");
  const head = await signedIn(browser, home, "head");
  await staff.goto(home + path);
  await head.goto(home + path);
  await write(staff, "Der Bücherbus", "Der Bücherbus hält am Bahnhof.\n\nEr bleibt bis zwölf.");
  await write(head, "Der Bücherbus", "Der Bücherbus hält an der Kirche.\n\nEr bleibt bis eins.");
  const merge = new URL(head.url()).pathname;
  if (!/\/merge\//.test(merge)) throw new Error(`the second to save was led to ${merge}`);
  await head.context().close();
  return merge;
}

async function write(page, title, body) {
  await page.fill("#title", title);
  await page.fill("#body", body);
  await page.click('button[form="editor"]:not([formaction])');
  await page.waitForLoadState();
}

// Out into the networks and back, as two houses do it at the desk: real servers of others stand for the
// networks, where there are such (bin/lib/peers.sh).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open, visit, walkTo } from "./lib/browser.mjs";
import { addChannel, done, stands, switchOn } from "./lib/channels.mjs";
import { foundPair } from "./lib/founding.mjs";
import { looksGood } from "./lib/looks.mjs";
import { blueskyAccount, lacking, mails, mastodonAccount, metaPage, neighbour, reaching, until } from "./lib/peers.mjs";
import { start } from "./lib/product.mjs";
import { begin, jpeg, PROPOSE, saved } from "./lib/writing.mjs";

const TITLE = "Lesefest am Fluss";
const BODY = "Wir lesen am Samstag **beide Ufer** entlang. Bringen Sie eine Decke mit.";
const ALT = "Zwei Decken auf einer Wiese am Fluss.";
const READER = `leserin.${Date.now()}@haus.example`;
const skip = lacking();

let browser, product, url, desk, mona, anna, berta, post;
let meta, mastodon, bluesky, karla;
/** The channels by their networks: where they are at the desk. */
const channels = {};
const actors = {};

before(async () => {
  if (skip) return;
  [browser, meta, mastodon, bluesky] = await Promise.all([open(), metaPage(), mastodonAccount(), blueskyAccount()]);
  product = await start("serve", { env: reaching(meta) });
  url = product.url;
  ({ desk, mona, anna, berta } = await foundPair(browser, product));
  karla = neighbour();
});

after(async () => {
  await browser?.close();
  await product?.stop();
  await meta?.stop();
});

const read = async (path, accept = "text/html") => {
  const answer = await fetch(url + path, { headers: { accept } });
  return { status: answer.status, text: await answer.text() };
};

describe("out into the networks and back", { skip, timeout: 300_000 }, () => {
  test("every kind of channel is reasoned, connected and switched on by its pages", async () => {
    await mona.goto(`${desk}/channels`);
    await looksGood(mona, "channels-none");
    await mona.goto(`${desk}/channels/new`);
    await looksGood(mona, "channels-new");
    channels.fediverse = await addChannel(mona, desk, "fediverse");
    await looksGood(mona, "channel-reasoned");
    await switchOn(mona, channels.fediverse);
    channels.by_hand = await addChannel(mona, desk, "by_hand", "Schaukasten am Rathaus");
    await switchOn(mona, channels.by_hand);
    channels.newsletter = await addChannel(mona, desk, "newsletter");
    await switchOn(mona, channels.newsletter);
  });

  test("an account on a Mastodon server is connected by saying yes there", async () => {
    channels.mastodon = await addChannel(mona, desk, "mastodon");
    await mona.goto(`${channels.mastodon}/mastodon`);
    await looksGood(mona, "connect-mastodon");
    await mona.fill("#server", mastodon.server);
    await mona.click('form[action$="/mastodon"] button');
    await mona.locator("#allow").waitFor();
    await looksGood(mona, "connect-mastodon-allow");
    await mona.click("#allow ~ p a.button");
    await mona.click(`button[value="${mastodon.username}"]`);
    await done(mona);
    await switchOn(mona, channels.mastodon);
    await mona.getByText(mastodon.username).first().waitFor();
  });

  test("an account on Bluesky is connected by signing in where it lives", async () => {
    channels.bluesky = await addChannel(mona, desk, "bluesky");
    await mona.goto(`${channels.bluesky}/bluesky`);
    await mona.fill("#handle", `@${bluesky.handle}`);
    await mona.click("details:has(#server) > summary");
    await mona.fill("#server", bluesky.server);
    await looksGood(mona, "connect-bluesky");
    await mona.click('form[action$="/bluesky"] button:not([name])');
    await mona.locator("#allow").waitFor();
    await looksGood(mona, "connect-bluesky-allow");
    await mona.click("#allow ~ p a.button");
    await mona.fill('input[type="password"]', bluesky.password);
    await mona.click('button[type="submit"]');
    await mona.waitForURL("**#step=consent");
    await mona.click('button[type="submit"]');
    await done(mona);
    await switchOn(mona, channels.bluesky);
  });

  test("a Facebook page and its Instagram account are connected step by step", async () => {
    for (const network of ["facebook", "instagram"]) {
      channels[network] = await addChannel(mona, desk, network);
      await mona.goto(`${channels[network]}/meta`);
      await looksGood(mona, `connect-${network}`);
      await mona.fill("#app_id", "4242");
      await mona.fill("#app_secret", meta.secret);
      await mona.check("#is_live");
      await mona.click('form[action$="/meta"] button');
      await mona.click("#allow ~ p a.button");
      await mona.getByRole("link", { name: "Erlauben" }).click();
      await mona.check(`input[name=page][value="${meta.page}"]`);
      await looksGood(mona, `connect-${network}-page`);
      await mona.click('form[action$="/meta/page"] button');
      await done(mona);
      await switchOn(mona, channels[network]);
    }
    await mona.goto(`${desk}/channels`);
    assert.equal(await mona.locator(".state.on").count(), 7);
    await looksGood(mona, "channels-on");
  });

  test("a reader gets the newsletter only after saying yes by a letter", async () => {
    const reader = await visit(browser);
    await reader.goto(`${url}/zwei-ufer/newsletter`);
    await looksGood(reader, "newsletter");
    await reader.fill("#email", READER);
    await reader.check("input[name=rhythm][value=each]");
    await reader.click('form[action$="/newsletter"] button');
    await reader.waitForURL("**/newsletter/danke");
    const [letter] = await until("the letter comes", () => mails(READER));
    const link = /https?:\/\/\S+\/newsletter\/bestaetigen\/[\w-]+/.exec(letter)[0];
    await reader.goto(link);
    await looksGood(reader, "newsletter-confirm");
    await reader.click("main form button");
    await reader.locator(".done").waitFor();
    await reader.context().close();
  });

  test("somebody elsewhere follows both houses, and an account is there for each", async () => {
    for (const house of ["westufer", "ostufer"]) {
      const actor = JSON.parse((await read(`/zwei-ufer/einrichtung/${house}`, "application/activity+json")).text);
      assert.match(actor.preferredUsername, new RegExp(`\\b${house}$`));
      actors[house] = actor.id;
      const { id } = await karla.follow(actor.id);
      await until("the follow is accepted", async () => (await karla.heard("Accept", id)).length === 1);
    }
  });

  test("a picture post of two houses shows beforehand how it will look in each network", async () => {
    const page = anna;
    post = await begin(page, desk);
    await page.fill("#title", TITLE);
    await page.fill("#body", BODY);
    for (const box of await page.locator("input[name=byline]").all()) await box.check();
    await saved(page);
    await page.setInputFiles("#picture-file", await jpeg(page));
    await page.fill('textarea[name^="alt-"]', ALT);
    await page.locator('[data-pictures] a[href*="/pictures/"]').first().click();
    await page.waitForURL("**/pictures/*");
    await page.selectOption("#licence", "cc-by-4.0");
    await page.fill("#credit", "Anna Amsel");
    await page.fill("#source", "Eigene Aufnahme");
    await page.click("form#describe > button");
    await done(page);
    await page.goto(`${url}${post}/edit`);
    await page.click("#channels > summary");
    const previews = await page.locator("[data-channel-preview]").allInnerTexts();
    assert.equal(previews.length, 7);
    for (const shown of previews) assert.match(shown, /Decke/);
    const pictured = previews.filter((shown) => shown.includes(ALT));
    assert.ok(pictured.length >= 5, `the picture is seen in ${pictured.length} previews`);
    assert.ok(!previews.some((shown) => shown.includes("geht nichts ohne Bild")));
    await looksGood(page, "editor-previews");
    await page.check("input[name=when][value=soon]");
    await page.click(PROPOSE);
    await page.locator(".next .state.proposed").waitFor();
  });

  test("signed off by the other house it goes out, and the page says of each network how it stands", async () => {
    await berta.goto(url + post);
    await berta.locator('form[action$="/approval"] button').click();
    await berta.locator(".next .state.public").waitFor();
    const there = /Steht dort seit/;
    const lines = await stands(anna, url + post, {
      "Eigene Seite": /Zu lesen seit/,
      "Fediverse (eigene Konten)": there,
      Mastodon: there,
      Bluesky: there,
      "Facebook-Seite": there,
      Instagram: there,
      Newsletter: /Geht seit .* an alle, die ihn bestellt haben/,
      "Schaukasten am Rathaus": /Wartet darauf, dass jemand es hinbringt/,
    });
    for (const [name, { buttons }] of Object.entries(lines)) {
      if (name !== "Eigene Seite") assert.ok(buttons.length > 0, `${name} has a next step`);
    }
    await looksGood(anna, "post-out");
  });

  test("it stood once in each network, with its picture described", async () => {
    const [record, ...more] = await bluesky.posts();
    assert.equal(more.length, 0);
    assert.match(record.text, new RegExp(TITLE));
    assert.equal(record.embed.images[0].alt, ALT);
    const statuses = await mastodon.statuses();
    assert.equal(statuses.length, 1);
    assert.equal(statuses[0].media_attachments[0].description, ALT);
    const [onPage] = await meta.all("post");
    assert.match(onPage.message, new RegExp(TITLE));
    assert.deepEqual((await meta.all("photo")).map(({ alt }) => alt), [ALT]);
    assert.deepEqual((await meta.all("media")).map(({ alt }) => alt), [ALT]);
    const letters = await until("the letter with the post", async () => (await mails(READER)).length > 1 && mails(READER));
    assert.equal(letters.length, 2);
    assert.ok(letters[1].includes("beide Ufer") && letters[1].includes(ALT));
    const [create, ...others] = await until("the post", () => karla.heard("Create", `${url}/ap/post/`));
    assert.equal(others.length, 0);
    assert.equal(create.actor, actors.westufer);
    assert.ok((await read("/zwei-ufer")).text.includes(TITLE));
  });

  test("what is carried by hand lies ready, and is ticked off", async () => {
    const page = berta;
    await page.goto(url + post);
    await page.locator(".whereabouts li", { hasText: "Schaukasten" }).getByRole("link", { name: "Text und Bilder holen" }).click();
    assert.match(await page.inputValue("#text-1"), /Bringen Sie eine Decke mit/);
    await looksGood(page, "carry");
    await page.locator("main p > a.button").last().click();
    await page.locator(".whereabouts li", { hasText: "Schaukasten" }).getByRole("button", { name: /Erledigt/ }).click();
    await stands(page, url + post, { "Schaukasten am Rathaus": /Steht dort seit/ });
  });

  test("an answer and a question come to the house they concern, with a person and a time", async () => {
    const [create] = await karla.heard("Create", `${url}/ap/post/`);
    await karla.say(actors.westufer, create.object.id, "<p>Ist das auch bei Regen?</p>");
    const visitor = await visit(browser);
    await visitor.goto(`${url}/zwei-ufer/frage`);
    await visitor.selectOption("#house", { label: await visitor.locator("#house option", { hasText: "Ostufer" }).first().innerText() });
    await visitor.fill("#text", "Gibt es im Museum eine Garderobe?");
    await visitor.fill("#email", READER);
    await visitor.check("#consent");
    await looksGood(visitor, "ask");
    await visitor.click('form[action$="/frage"] button');
    await visitor.waitForURL("**/frage/*");
    await looksGood(visitor, "asked");
    await visitor.context().close();
    await meta.comment(url, (await meta.all("post"))[0].id, { who: "Frau Esch", text: "Ich bringe Kuchen mit!" });
    await mona.goto(`${desk}/inbox?view=all`);
    const lines = await until("all three are there", async () => {
      await mona.reload();
      const all = await mona.locator("ul.inbox > li").allInnerTexts();
      return all.length === 3 && all;
    });
    const line = (words) => lines.find((line) => line.includes(words)) ?? assert.fail(`${words} in ${lines}`);
    for (const [words, house, person] of [["bei Regen", "Westufer", "Mona"], ["Garderobe", "Ostufer", "Mona"], ["Kuchen", "Westufer", "Mona"]]) {
      assert.ok(line(words).includes(house) && line(words).includes(person), line(words));
      assert.match(line(words), /Antwort bis/);
    }
    await looksGood(mona, "inbox");
  });

  test("an answer is opened, written and sent with the keyboard alone, and comes from the house it was asked of", async () => {
    const page = anna;
    await page.goto(`${desk}/inbox`);
    await walkTo(page, (it) => it.matches("a.title") && it.textContent.includes("bei Regen"));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/inbox/*");
    await looksGood(page, "conversation");
    await walkTo(page, (it) => it.matches("textarea#text"));
    await page.keyboard.type("Ja, dann lesen wir in der Bücherei.");
    await walkTo(page, (it) => it.matches("button[name=then][value=close]"));
    await page.keyboard.press("Enter");
    await done(page);
    const [answer, ...more] = await until("the answer", () => karla.heard("Create", `${url}/ap/answer/`));
    assert.equal(more.length, 0);
    assert.equal(answer.actor, actors.westufer);
    assert.ok(JSON.stringify(answer.object.cc).includes(`/users/${karla.as}`));
    await until("the page says so", async () => {
      await page.goto(`${desk}/inbox?view=closed`);
      await page.locator("a.title", { hasText: "bei Regen" }).click();
      return page.getByText("Angekommen").count();
    });
    await looksGood(page, "conversation-answered");
  });

  test("a question is answered by mail and a comment below the post, each from where it was asked", async () => {
    for (const [page, words, text] of [
      [berta, "Garderobe", "Ja, gleich neben der Kasse."],
      [anna, "Kuchen", "Wunderbar, danke!"],
    ]) {
      await page.goto(`${desk}/inbox?view=all`);
      await page.locator("a.title", { hasText: words }).click();
      await page.fill("#text", text);
      await page.click("button[name=then][value=close]");
      await done(page);
    }
    const letters = await until("the letter", async () => (await mails(READER)).filter((mail) => mail.includes("neben der Kasse")));
    assert.equal(letters.length, 1);
    const comments = await until("the comment", async () => (await meta.all("comment")).filter(({ message }) => message === "Wunderbar, danke!"));
    assert.equal(comments.length, 1);
  });

  test("a correction follows to every network that allows one, and the others are named", async () => {
    const page = anna;
    await page.goto(`${url}${post}/edit`);
    await page.fill("#body", BODY.replace("am Samstag", "am Sonntag"));
    await saved(page);
    await page.check("input[name=when][value=soon]");
    await page.click(PROPOSE);
    await page.locator(".next .state.proposed").waitFor();
    await berta.goto(url + post);
    await looksGood(berta, "correction-to-sign-off");
    await berta.locator('form[action$="/approval"] button').click();
    await berta.locator(".next .state.public").waitFor();
    const corrected = /Steht dort, zuletzt korrigiert/;
    await stands(page, url + post, {
      "Fediverse (eigene Konten)": corrected,
      Mastodon: corrected,
      Bluesky: corrected,
      "Facebook-Seite": corrected,
      Instagram: /noch in der alten Fassung.*von Hand/s,
      Newsletter: /Verschickt, zum Teil noch in der alten Fassung/,
      "Schaukasten am Rathaus": /noch in der alten Fassung.*von Hand/s,
    });
    await looksGood(page, "post-corrected");
    const [record, ...more] = await bluesky.posts();
    assert.ok(record.text.includes("am Sonntag") && more.length === 0);
    const [status, ...others] = await mastodon.statuses();
    assert.ok(status.content.includes("am Sonntag") && others.length === 0);
    assert.match((await meta.all("post"))[0].message, /am Sonntag/);
    const [update] = await until("the correction", () => karla.heard("Update", `${url}/ap/post/`));
    assert.equal(update.actor, actors.westufer);
    await page.goto(`${desk}/deliveries`);
    await looksGood(page, "deliveries");
    const open = await page.locator("ul.whereabouts > li").allInnerTexts();
    for (const name of ["Instagram", "Newsletter", "Schaukasten"]) assert.ok(open.some((line) => line.includes(name)), `${name} is on the list`);
    assert.equal(open.length, 3);
  });

  test("withdrawn it is gone everywhere it can be, and where not is named", async () => {
    const page = anna;
    const address = await page.goto(url + post).then(() => page.locator(".whereabouts li").first().locator("a").getAttribute("href"));
    await page.goto(`${url}${post}/withdrawal`);
    await looksGood(page, "withdrawal");
    await page.fill("#reason", "Das Fest fällt aus.");
    await page.click("main form button");
    await page.waitForURL((now) => now.pathname === post);
    const gone = /Zurückgenommen/;
    await stands(page, url + post, {
      "Fediverse (eigene Konten)": gone,
      Mastodon: gone,
      Bluesky: gone,
      "Facebook-Seite": gone,
      Instagram: gone,
      Newsletter: /Zurückholen lässt es sich nicht/,
      "Schaukasten am Rathaus": /nehmen Sie es dort weg/,
    });
    await looksGood(page, "post-withdrawn");
    assert.deepEqual(await bluesky.posts(), []);
    assert.deepEqual(await mastodon.statuses(), []);
    assert.deepEqual(await meta.all("post"), []);
    const [deleted] = await until("the deletion", () => karla.heard("Delete", `${url}/ap/post/`));
    assert.equal(deleted.actor, actors.westufer);
    assert.equal((await read(new URL(address).pathname)).status, 410);
    assert.ok(!(await read("/zwei-ufer")).text.includes(TITLE));
  });
});

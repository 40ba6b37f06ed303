// One example or more of every kind of page. A page route without an entry here fails the tests.
//
// route:  the path as `verbund routes --json` tells it
// url:    an address of that kind in the demo, or a function of the page that finds one; what is not
//         in the demo from the first is made by `lib/made.mjs`
// as:     who looks: "visitor" (nobody signed in), a role of the demo, "role@verbund", or "founder",
//         who coordinates a Verbund that has nothing yet
// state:  what is seen: "full", "empty", "error" (no such thing), "refused" (a form, after `act`)
// act:    what is done on the page before it is looked at
// langs:  ["de"] where the page has one language alone; otherwise German and English
// picture, phone, scheme: shown in README under that name, as on a phone, "light" or "dark"
// script: false for a look without script

const plain = (words) => words.replaceAll("&#38;", "&").replaceAll("&amp;", "&");

/** Finds an address in another page: the first (or `n`th) link that the pattern matches. */
export const link = (from, pattern, n = 0) => async (page, home) => {
  const start = typeof from === "function" ? await from(page, home) : from;
  const html = await (await page.context().request.get(home + start)).text();
  const links = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href]) => plain(href)).filter((href) => pattern.test(href));
  if (!links[n]) throw new Error(`${start} has no link like ${pattern}`);
  return new URL(links[n], home).pathname + new URL(links[n], home).search;
};

/** Sends a form as it stands but for these fields, past the browser's own checks; a fold opens before. */
const send = (form, fields = {}) => async (page) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name="${name}"]`).first();
    await field.evaluate((field) => field.closest("details")?.setAttribute("open", ""));
    await field.fill(value);
  }
  const sent = page.waitForNavigation();
  await page.locator(form).first().evaluate((form) => ((form.noValidate = true), form.requestSubmit()));
  await sent;
};

const DESK = "/desk/muebi";
const EMPTY = "/desk/noch-leer";
const number = /\/posts\/\d+$/;
const inState = (state, rest = "", verbund = "muebi") => async (page, home) =>
  (await link(`/desk/${verbund}/posts?state=${state}`, number)(page, home)) + rest;

const channel = (rest = "") => async (page, home) => (await link(`${DESK}/channels`, /\/channels\/[0-9a-f-]{36}$/)(page, home)) + rest;
/** What is carried by hand of a post that comes out soon. */
const carried = async (page, home) => {
  const post = await inState("planned")(page, home);
  return `${post}/channels/${(await channel()(page, home)).split("/").pop()}`;
};

/** A page of a Verbund's public face, by its path after the name. */
const open = (path, url = path.replace("/{verbund}", "/muebi"), more = {}) => ({ route: path, url, ...more });
const nothing = (path, url) => ({ route: path, url, state: "error", langs: ["de"] });
/** A page of the desk as somebody of the demo sees it. */
const desk = (route, as, url, more = {}) => ({ route: `/desk/{verbund}${route}`, as, url: url ?? DESK + route, ...more });
const de = { langs: ["de"] };
const empty = { state: "empty", as: "founder", langs: ["de"] };
const refused = (form, fields) => ({ state: "refused", langs: ["de"], act: send(form, fields) });
const error = { state: "error", langs: ["de"] };
/** The second way to connect to Bluesky lies behind a disclosure. */
const byPassword = async (page) => {
  await page.locator('details:has([name="password"]) summary').click();
  await send('main form[action$="/bluesky"]', { handle: "borken", password: "geheim" })(page);
};

const publicFace = [
  { route: "/", url: "/", picture: "directory" },
  { route: "/verbuende", url: "/verbuende" },
  open("/{verbund}", "/muebi", { picture: "consortium" }),
  open("/{verbund}", "/superhelden", { state: "ended", langs: ["de"] }),
  nothing("/{verbund}", "/gibt-es-nicht"),
  nothing("/{verbund}", "/noch-leer"),
  open("/{verbund}/beitrag/{post}", link("/muebi", /\/beitrag\//), { picture: "post" }),
  nothing("/{verbund}/beitrag/{post}", "/muebi/beitrag/9999-nie-geschrieben"),
  open("/{verbund}/einrichtung/{house}", "/muebi/einrichtung/borken"),
  open("/{verbund}/einrichtung/{house}", "/talgeschichten/einrichtung/obernhoelme", { state: "museum", langs: ["de"] }),
  nothing("/{verbund}/einrichtung/{house}", "/muebi/einrichtung/nirgendwo"),
  open("/{verbund}/heute-geoeffnet"),
  open("/{verbund}/themen"),
  open("/{verbund}/thema/{topic}", link("/talgeschichten/themen", /\/thema\//)),
  nothing("/{verbund}/thema/{topic}", "/muebi/thema/keines"),
  open("/{verbund}/archiv"),
  open("/{verbund}/archiv/{month}", link("/muebi/archiv", /\/archiv\/\d{4}-/)),
  nothing("/{verbund}/archiv/{month}", "/muebi/archiv/2026-13"),
  open("/{verbund}/archiv/einrichtung/{house}", "/muebi/archiv/einrichtung/borken"),
  open("/{verbund}/ueber-uns"),
  open("/{verbund}/leichte-sprache"),
  open("/{verbund}/folgen"),
  open("/{verbund}/impressum"),
  open("/{verbund}/datenschutz"),
  open("/{verbund}/netiquette"),
  open("/{verbund}/rechtliches/gemeinsame-verantwortung"),
  open("/{verbund}/barriere-melden"),
  open("/{verbund}/barriere-melden", undefined, refused('form[action$="/barriere-melden"]')),
  open("/{verbund}/barriere-melden/{report}", (page, home, made) => made.report),
  nothing("/{verbund}/barriere-melden/{report}", "/muebi/barriere-melden/keine"),
  open("/{verbund}/barrierefreiheit"),
  open("/{verbund}/barrierefreiheit", "/superhelden/barrierefreiheit", { state: "without-gaps", langs: ["de"] }),
];

const conversation = /\/inbox\/\d+$/;
const inbox = [
  open("/{verbund}/frage"),
  open("/{verbund}/frage", undefined, refused('form[action$="/frage"]')),
  open("/{verbund}/frage/{question}", (page, home, made) => made.question),
  nothing("/{verbund}/frage/{question}", "/muebi/frage/keine"),
  desk("/inbox", "coordinator", `${DESK}/inbox?view=all`),
  desk("/inbox", "founder", `${EMPTY}/inbox`, empty),
  desk("/inbox/{number}", "coordinator", link(`${DESK}/inbox?view=all`, conversation)),
  desk("/inbox/{number}", "coordinator", link(`${DESK}/inbox?view=closed`, conversation), { state: "closed", ...de }),
  desk("/inbox/{number}", "coordinator", `${DESK}/inbox/9999`, error),
  desk("/inbox/replies", "coordinator"),
  desk("/inbox/replies", "founder", `${EMPTY}/inbox/replies`, empty),
  desk("/inbox/replies/{reply}", "coordinator", link(`${DESK}/inbox/replies`, /\/replies\/[0-9a-f-]{30,}$/)),
  desk("/inbox/settings", "coordinator"),
  desk("/inbox/log", "coordinator"),
  desk("/inbox/blocks", "coordinator"),
  desk("/inbox/blocks", "coordinator", undefined, refused('form:has([name="host"])', { host: "kein name" })),
  { route: "/operate/blocks", url: "/operate/blocks", as: "operator" },
];

const newsletter = [
  open("/{verbund}/newsletter"),
  open("/{verbund}/newsletter", undefined, refused('form[action$="/newsletter"]', { email: "fast@richtig" })),
  nothing("/{verbund}/newsletter", "/superhelden/newsletter"),
  open("/{verbund}/newsletter/danke"),
  { route: "/newsletter/bestaetigen/{secret}", url: (page, home, made) => made.newsletter.confirmation },
  { route: "/newsletter/bestaetigen/{secret}", url: "/newsletter/bestaetigen/verbraucht", state: "error" },
  { route: "/newsletter/{secret}", url: (page, home, made) => made.newsletter.mine },
  { route: "/newsletter/{secret}", url: "/newsletter/keines", ...error },
  { route: "/newsletter/{secret}/ende", url: (page, home, made) => `${made.newsletter.mine}/ende` },
  { route: "/newsletter/{secret}/ende", url: "/newsletter/keines/ende", ...error },
  desk("/newsletter", "coordinator"),
  desk("/newsletter", "coordinator", undefined, refused('form[action$="/rhythm"]', { time: "" })),
  desk("/newsletter", "founder", `${EMPTY}/newsletter`, empty),
];

const doors = [
  { route: "/sign-in", url: "/sign-in" },
  { route: "/sign-in", url: "/sign-in", ...refused("form#door", { name: "niemand", password: "falsch geraten" }) },
  { route: "/sign-in", url: "/sign-in", script: false, state: "without-script", langs: ["de"] },
  { route: "/sign-in/link/{secret}", url: "/sign-in/link/verbraucht", state: "error" },
  { route: "/join", url: "/join" },
  { route: "/join/{code}", url: (page, home, made) => made.invitation },
  { route: "/join/{code}", url: (page, home, made) => made.invitation, ...refused("form#join", { password: "kurz" }) },
  { route: "/join/{code}", url: "/join/ABCD-EFGH", ...error },
  { route: "/confirm/{secret}", url: "/confirm/verbraucht", state: "error" },
  { route: "/demo", url: "/demo" },
  { route: "/demo/mail", url: "/demo/mail" },
];

const people = [
  { route: "/desk", url: "/desk", as: "coordinator" },
  { route: "/me", url: "/me", as: "volunteer" },
  { route: "/me", url: "/me", as: "volunteer", ...refused('form[action="/me/email"]', { email: "kein-klammeraffe" }) },
  { route: "/me/second-factor", url: "/me/second-factor", as: "volunteer" },
  desk("/people", "coordinator"),
  desk("/people", "founder", `${EMPTY}/people`, empty),
  desk("/people/invite", "coordinator"),
  desk("/people/{person}", "coordinator", link(`${DESK}/people`, /\/people\/[0-9a-f-]{30,}$/)),
  desk("/people/{person}", "coordinator", `${DESK}/people/niemand`, error),
  desk("/audit", "coordinator"),
  desk("/audit", "founder", `${EMPTY}/audit`, empty),
  { route: "/operate", url: "/operate", as: "operator" },
  { route: "/operate", url: "/operate", as: "operator", ...refused('form[action="/operate/consortia"]', { name: "", slug: "Ä Ö" }) },
  { route: "/operate/people", url: "/operate/people", as: "operator" },
  { route: "/operate/people", url: "/operate/people?name=niemand-heisst-so", as: "operator", state: "empty", langs: ["de"] },
  { route: "/operate/people/{person}", url: link("/operate/people", /\/people\/[0-9a-f-]{30,}$/), as: "operator" },
  { route: "/operate/people/{person}", url: "/operate/people/niemand", as: "operator", ...error },
];

const charter = [
  desk("/consortium", "coordinator"),
  desk("/consortium", "founder", `${EMPTY}/consortium`, empty),
  desk("/consortium", "coach", undefined, de),
  desk("/consortium", "coordinator", "/desk/gibt-es-nicht/consortium", error),
  desk("/settings/names", "coordinator"),
  desk("/settings/names", "coordinator", undefined, refused('form[action$="/settings/names"]', { name: "" })),
  desk("/settings/look", "coordinator"),
  desk("/settings/address", "coordinator"),
  desk("/settings/legal", "coordinator"),
  desk("/settings/imprint", "coordinator"),
  desk("/settings/imprint", "founder", `${EMPTY}/settings/imprint`, empty),
  desk("/settings/imprint", "coordinator", undefined, refused('form[action$="/settings/imprint"]', { provider: "" })),
  desk("/settings/accessibility", "coordinator"),
  desk("/settings/accessibility", "founder", `${EMPTY}/settings/accessibility`, empty),
  desk("/settings/accessibility", "coordinator", undefined, refused('form[action$="/settings/accessibility"]', { made_on: "" })),
  desk("/barriers", "coordinator"),
  desk("/barriers", "founder", `${EMPTY}/barriers`, empty),
  desk("/barriers/{number}", "coordinator", `${DESK}/barriers/2`),
  desk("/barriers/{number}", "coordinator", `${DESK}/barriers/2`, refused('form[action$="/answer"]', { note: "" })),
  desk("/barriers/{number}", "coach", `${DESK}/barriers/2`, { ...de, state: "coach" }),
  desk("/barriers/{number}", "coordinator", `${DESK}/barriers/1`, { ...de, state: "answered" }),
  desk("/barriers/{number}", "coordinator", `${DESK}/barriers/99`, error),
  desk("/ending", "coordinator"),
  desk("/channels", "coordinator"),
  desk("/channels", "coach", undefined, de),
  desk("/channels", "founder", `${EMPTY}/channels`, empty),
  desk("/channels/new", "coordinator"),
  desk("/channels/new", "coordinator", undefined, refused('main form[action$="/new"]', { name: "" })),
  desk("/channels/{channel}", "coordinator", channel()),
  desk("/channels/{channel}", "coach", channel(), de),
  desk("/channels/{channel}", "coordinator", `${DESK}/channels/keiner`, error),
  desk("/channels/{channel}/concept", "coordinator", channel("/concept")),
  desk("/channels/{channel}/concept", "coordinator", channel("/concept"), refused('main form[action$="/concept"]', { purpose: "" })),
  desk("/channels/{channel}/end", "coordinator", channel("/end")),
  desk("/channels/{channel}/fediverse", "coordinator", (page, home, made) => made.fediverse),
  desk("/channels/{channel}/fediverse/{actor}", "coordinator", (page, home, made) => made.actor),
  desk("/channels/{channel}/fediverse/{actor}", "coordinator", (page, home, made) => made.actor, refused('main form[action$="/handle"]', { handle: "ü" })),
  desk("/channels/{channel}/mastodon", "coordinator", (page, home, made) => made.mastodon),
  desk("/channels/{channel}/mastodon", "coordinator", (page, home, made) => made.mastodon, refused('main form[action$="/mastodon"]', { server: "unser Server" })),
  desk("/channels/{channel}/mastodon/return", "coordinator", (page, home, made) => `${made.mastodon}/return`, error),
  desk("/channels/{channel}/meta", "coordinator", (page, home, made) => made.meta),
  desk("/channels/{channel}/meta", "coordinator", (page, home, made) => made.meta, refused('main form[action$="/meta"]', { app_id: "unsere App" })),
  desk("/channels/{channel}/meta/return", "coordinator", (page, home, made) => `${made.meta}/return`, error),
  desk("/channels/{channel}/bluesky", "coordinator", (page, home, made) => made.bluesky),
  desk("/channels/{channel}/bluesky", "coordinator", (page, home, made) => made.bluesky, refused('main form[action$="/bluesky"]', { handle: "borken" })),
  desk("/channels/{channel}/bluesky", "coordinator", (page, home, made) => made.bluesky, { ...refused(), state: "refused-by-password", act: byPassword }),
  desk("/channels/{channel}/bluesky/return", "coordinator", (page, home, made) => `${made.bluesky}/return`, error),
  desk("/posts/{number}/channels/{channel}", "staff", carried),
  desk("/mode", "head"),
  desk("/halt", "head"),
  desk("/houses/new", "coordinator"),
  desk("/houses/new", "coordinator", undefined, refused('form[action$="/houses/new"]')),
  desk("/houses/{house}", "coordinator", link(`${DESK}/consortium`, /\/houses\/(?!new)[^/]+$/)),
  desk("/houses/{house}/hours", "coordinator", async (page, home) => `${await link(`${DESK}/consortium`, /\/houses\/(?!new)[^/]+$/)(page, home)}/hours`),
  desk("/houses/{house}/part", "coordinator", async (page, home) => `${await link(`${DESK}/consortium`, /\/houses\/(?!new)[^/]+$/)(page, home)}/part`),
];

const verbs = [
  desk("/deliveries", "coordinator"),
  desk("/deliveries", "coordinator", `${DESK}/deliveries?state=sent`, de),
  desk("/deliveries", "founder", `${EMPTY}/deliveries`, empty),
  desk("/posts/{number}/proposal", "staff", inState("draft", "/proposal")),
  desk("/posts/{number}/late-approval", "coordinator", inState("missed", "/late-approval")),
  desk("/posts/{number}/return", "coordinator", inState("proposed", "/return")),
  desk("/posts/{number}/return", "coordinator", inState("proposed", "/return"), refused('form[action$="/return"]', { reason: "" })),
  desk("/posts/{number}/move", "staff", inState("planned", "/move")),
  desk("/posts/{number}/hold", "coordinator", inState("planned", "/hold")),
  desk("/posts/{number}/release", "coordinator@talgeschichten", inState("on_hold", "/release", "talgeschichten")),
  desk("/posts/{number}/withdrawal", "coordinator", inState("public", "/withdrawal")),
];

const posts = [
  desk("/posts", "staff", undefined, { picture: "posts" }),
  desk("/posts", "founder", `${EMPTY}/posts`, empty),
  desk("/posts", "staff", `${DESK}/posts?q=nirgends+zu+finden`, { ...de, state: "nothing-found" }),
  ...["draft", "proposed", "returned", "planned", "public", "missed", "withdrawn", "archived"].map((state) =>
    desk("/posts/{number}", "staff", inState(state), state === "proposed" ? { picture: "sign-off" } : { ...de, state }),
  ),
  desk("/posts/{number}", "coach", inState("draft"), { ...de, state: "draft" }),
  desk("/posts/{number}", "staff", `${DESK}/posts/9999`, error),
  desk("/posts/{number}/edit", "staff", inState("draft", "/edit"), { picture: "editor" }),
  desk("/posts/{number}/edit", "staff", inState("draft", "/edit"), { ...de, script: false, state: "without-script" }),
  desk("/posts/{number}/edit", "staff", (page, home, made) => made.unfinished, { ...de, state: "refused" }),
  desk("/posts/{number}/pictures", "staff", inState("draft", "/pictures")),
  desk("/posts/{number}/versions", "staff", inState("public", "/versions")),
  desk("/posts/{number}/versions/{version}", "staff", link(inState("public", "/versions"), /\/versions\/[^/]+$/)),
  desk("/posts/{number}/merge/{copy}", "head", (page, home, made) => made.copy),
];

const material = [
  desk("/pictures", "staff"),
  desk("/pictures", "founder", `${EMPTY}/pictures`, empty),
  desk("/pictures/{id}", "staff", link(`${DESK}/pictures`, /\/pictures\/[^/?]+$/)),
  desk("/pictures/{id}", "staff", `${DESK}/pictures/keines`, error),
  desk("/consents", "coordinator"),
  desk("/consents/new", "coordinator"),
  desk("/consents/new", "coordinator", link(`${DESK}/consents/new`, /[?&]age=/), { ...de, state: "form" }),
  desk("/consents/new", "coordinator", link(`${DESK}/consents/new`, /[?&]age=/), refused('form[action$="/consents"]')),
  desk("/consents/{id}", "coordinator", (page, home, made) => made.consent),
  desk("/topics", "staff"),
  desk("/topics", "founder", `${EMPTY}/topics`, empty),
  desk("/topics/new", "staff"),
  desk("/topics/new", "staff", undefined, refused('form[action$="/topics"], form[action$="/topics/new"]')),
  desk("/topics/{id}", "staff", link(`${DESK}/topics`, /\/topics\/(?!new)[^/]+$/)),
  desk("/series", "coordinator"),
  desk("/series", "founder", `${EMPTY}/series`, empty),
  desk("/series/new", "coordinator"),
  desk("/series/new", "coordinator", undefined, refused('form[action$="/series"]')),
  desk("/series/{id}", "coordinator", link(`${DESK}/series`, /\/series\/(?!new)[^/]+$/)),
];

const time = [
  desk("", "coordinator", DESK, de),
  desk("/today", "coordinator", undefined, { picture: "today" }),
  desk("/today", "volunteer", undefined, { ...de, state: "volunteer", picture: "today-phone", phone: true }),
  desk("/today", "coach", undefined, { ...de, state: "coach" }),
  desk("/today", "founder", `${EMPTY}/today`, empty),
  desk("/plan", "coordinator", undefined, { picture: "plan" }),
  desk("/plan", "coordinator", `${DESK}/plan?view=month`, { ...de, state: "month" }),
  desk("/plan", "coordinator", `${DESK}/plan?view=list`, { ...de, state: "list" }),
  desk("/plan", "coordinator", `${DESK}/plan?view=week`, { ...de, state: "week" }),
  desk("/plan", "founder", `${EMPTY}/plan`, empty),
];

export const pages = [
  ...publicFace, ...inbox, ...newsletter, ...doors, ...people, ...charter, ...time, ...posts, ...verbs, ...material,
];

/** Page routes that answer no page of their own, with the reason. */
export const without = {
  "/desk/{verbund}/inbox/log.csv": "a table",
  "/bild/{id}/{name}": "a picture",
  "/newsletter/{secret}/daten": "a file",
  "/connect/meta": "leads on to a channel",
  "/connect/bluesky": "leads on to a channel",
};

// A server of the Fediverse on Fedify: everybody whose name is of small letters lives here. Beside what
// servers ask for it does what a test tells it (POST /_t/VERB with JSON) and tells what it heard.
import http from "node:http";
import { createFederation, generateCryptoKeyPair, InProcessMessageQueue, MemoryKvStore, parseNodeInfo } from "@fedify/fedify";
import * as V from "@fedify/fedify/vocab";
import { Temporal } from "@js-temporal/polyfill";

const port = Number(process.env.PORT);
const origin = `http://127.0.0.1:${port}`;
const heard = [];
const notes = new Map();
const keys = new Map();
let count = 0;

const federation = createFederation({
  kv: new MemoryKvStore(),
  queue: new InProcessMessageQueue(),
  allowPrivateAddress: true,
  origin,
  firstKnock: process.env.FIRST_KNOCK,
});

federation
  .setActorDispatcher("/users/{identifier}", async (ctx, name) => {
    if (!/^[a-z]+$/.test(name)) return null;
    const pairs = await ctx.getActorKeyPairs(name);
    return new V.Person({
      id: ctx.getActorUri(name),
      preferredUsername: name,
      name: name[0].toUpperCase() + name.slice(1),
      inbox: ctx.getInboxUri(name),
      outbox: ctx.getOutboxUri(name),
      followers: ctx.getFollowersUri(name),
      endpoints: new V.Endpoints({ sharedInbox: ctx.getInboxUri() }),
      publicKey: pairs[0].cryptographicKey,
      assertionMethods: pairs.map((pair) => pair.multikey),
    });
  })
  .setKeyPairsDispatcher(async (_ctx, name) => {
    // The promise is kept, so that two who ask at once get one key.
    if (!keys.has(name)) keys.set(name, generateCryptoKeyPair("RSASSA-PKCS1-v1_5").then((pair) => [pair]));
    return keys.get(name);
  });
federation.setOutboxDispatcher("/users/{identifier}/outbox", () => ({ items: [] }));
federation.setFollowersDispatcher("/users/{identifier}/followers", () => ({ items: [] }));
federation.setObjectDispatcher(V.Note, "/notes/{id}", (_ctx, { id }) => notes.get(id) ?? null);
federation.setNodeInfoDispatcher("/nodeinfo/2.1", () => ({
  software: { name: "peer", version: "1.0.0" },
  protocols: ["activitypub"],
  usage: { users: {}, localPosts: notes.size, localComments: 0 },
}));
federation
  .setInboxListeners("/users/{identifier}/inbox", "/inbox")
  .on(V.Activity, async (ctx, activity) => {
    heard.push(await activity.toJsonLd({ contextLoader: ctx.contextLoader }));
  })
  .onError((_ctx, error) => heard.push({ type: "Error", error: String(error) }));

/** What a test can tell somebody who lives here to do. */
const verbs = {
  heard: () => heard,
  webfinger: (ctx, { at }) => ctx.lookupWebFinger(new URL(at)),
  // Its own look-up goes to public addresses only; what comes it reads as strictly as ever.
  async nodeinfo(_ctx, { at }) {
    const { links } = await (await fetch(new URL("/.well-known/nodeinfo", at))).json();
    return parseNodeInfo(await (await fetch(links[0].href)).json());
  },
  async look(ctx, { at, as }) {
    const documentLoader = await ctx.getDocumentLoader({ identifier: as });
    const found = await ctx.lookupObject(at, { documentLoader });
    return found && (await found.toJsonLd({ contextLoader: ctx.contextLoader }));
  },
  follow: (ctx, told) => send(ctx, told, (it) => new V.Follow({ ...it, object: new URL(told.to) })),
  unfollow: (ctx, told) =>
    send(ctx, told, (it) => {
      const follow = new V.Follow({ id: new URL(told.undo), actor: it.actor, object: new URL(told.to) });
      return new V.Undo({ ...it, object: follow });
    }),
  like: (ctx, told) => send(ctx, told, (it) => new V.Like({ ...it, object: new URL(told.about) })),
  share: (ctx, told) => send(ctx, told, (it) => new V.Announce({ ...it, object: new URL(told.about) })),
  say: (ctx, told) => send(ctx, told, (it) => new V.Create({ ...it, object: note(ctx, told, `n${++count}`) })),
  edit: (ctx, told) =>
    send(ctx, told, (it) => new V.Update({ ...it, object: note(ctx, told, told.note.split("/").pop()) })),
  remove(ctx, told) {
    notes.delete(told.note.split("/").pop());
    return send(ctx, told, (it) => new V.Delete({ ...it, object: new V.Tombstone({ id: new URL(told.note) }) }));
  },
};

function note(ctx, { as, text, about }, id) {
  const it = new V.Note({
    id: ctx.getObjectUri(V.Note, { id }),
    attribution: ctx.getActorUri(as),
    to: V.PUBLIC_COLLECTION,
    cc: ctx.getFollowersUri(as),
    content: text,
    published: Temporal.Now.instant(),
    replyTarget: about ? new URL(about) : null,
  });
  notes.set(id, it);
  return it;
}

/** Lets somebody send an activity to one actor. */
async function send(ctx, { as, to }, make) {
  const who = { identifier: as };
  const documentLoader = await ctx.getDocumentLoader(who);
  const receiver = await ctx.lookupObject(to, { documentLoader });
  if (!receiver) throw new Error(`${to} is not found`);
  const actor = ctx.getActorUri(as);
  const activity = make({ id: new URL(`#a${++count}`, actor), actor, to: V.PUBLIC_COLLECTION });
  await ctx.sendActivity(who, receiver, activity, { immediate: true });
  return { id: activity.id.href, object: activity.objectId?.href ?? null };
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/_t/")) return federation.fetch(request, { contextData: undefined });
  const told = request.method === "POST" ? await request.json() : {};
  const verb = verbs[pathname.slice(4)];
  if (!verb) return new Response(null, { status: 404 });
  return Response.json((await verb(federation.createContext(request, undefined), told)) ?? null);
}

http
  .createServer(async (asked, given) => {
    try {
      const chunks = [];
      for await (const chunk of asked) chunks.push(chunk);
      const headers = new Headers();
      for (let i = 0; i < asked.rawHeaders.length; i += 2) headers.append(asked.rawHeaders[i], asked.rawHeaders[i + 1]);
      const body = chunks.length ? Buffer.concat(chunks) : undefined;
      const answered = await answer(new Request(origin + asked.url, { method: asked.method, headers, body }));
      given.writeHead(answered.status, Object.fromEntries(answered.headers));
      given.end(Buffer.from(await answered.arrayBuffer()));
    } catch (error) {
      given.writeHead(500);
      given.end(String(error.stack ?? error));
    }
  })
  .listen(port, "127.0.0.1", () => console.log("READY", origin));

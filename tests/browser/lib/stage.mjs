// A small server that stands in for the product where one script is tried alone.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { root } from "./product.mjs";

/** Serves scripts of `assets/` and what `answer(request, body)` gives: { html }, { json, status } or nothing. */
export async function stage(answer) {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const asset = /^\/assets\/([\w.-]+)$/.exec(request.url)?.[1];
    if (asset) {
      response.setHeader("content-type", "text/javascript");
      return response.end(await readFile(join(root, "assets", asset)));
    }
    const said = (await answer(request, body)) ?? { html: "", status: 404 };
    response.statusCode = said.status ?? 200;
    response.setHeader("content-type", said.json ? "application/json" : "text/html; charset=utf-8");
    response.end(said.json ? JSON.stringify(said.json) : said.html);
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  // A name and not a number: passkeys exist for names only.
  return {
    url: `http://localhost:${server.address().port}`,
    stop: () => (server.closeAllConnections(), new Promise((done) => server.close(done))),
  };
}

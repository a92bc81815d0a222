// The queue and the service worker as a browser gets them, on a page of their own, with a server that does as it is
// told. No build of Meldroute is needed for it.
//
//   const place = await startPlace();
//   place.answers.push((response) => …);   // the next answer to a report; without one it is taken
//   place.taken                            // what was taken: key → how many tries
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./instance.mjs";

const frontend = path.join(root, "frontend");

/** As `xtask/bundler` makes it. */
function bundled(name, before = "") {
  const folder = mkdtempSync(path.join(tmpdir(), "meldroute-script-"));
  const to = path.join(folder, "out.js");
  execFileSync("node", [path.join(root, "xtask/bundler/web.mjs"), frontend, "js", path.join(frontend, "js", name), to]);
  const script = readFileSync(to, "utf8");
  rmSync(folder, { recursive: true });
  return name === "queue.js" || name === "vault.js" ? script : `(()=>{${before}${script}})();`;
}

const page = ({ version, note }) => `<!doctype html><html lang="nl"><title>Proef</title><meta charset="utf-8">
<script type="module" src="/assets/page.${version}.js"></script><p>${note}</p><main id="main"><div id="first">
<a class="call danger" href="tel:112"><b>Direct gevaar</b><strong id="number-emergency">112</strong></a>
<span id="who-kmt">KMT Verzonnen</span> <a href="tel:0740000010" id="number-kmt">074-000 00 10</a></div></main></html>`;

const script = `import * as queue from "/queue.js"; import * as vault from "/vault.js";
Object.assign(window, { queue, vault }); queue.begin().then((offer) => Object.assign(window, { offer, begun: true }));`;

export async function startPlace() {
  const place = { version: 1, note: "", slow: false, answers: [], taken: new Map(), asked: [] };
  const files = { "/queue.js": bundled("queue.js"), "/vault.js": bundled("vault.js"), "/wachtrij.js": bundled("wachtrij.js") };
  const worker = bundled("dienst.js");
  files["/rekenwerk.js"] = readFileSync(path.join(frontend, "js/rekenwerk.js"), "utf8");
  const made = (address) => {
    const { version } = place;
    if (address === "/dienst.js") {
      const list = [`/assets/page.${version}.js`, "/queue.js", "/vault.js", "/wachtrij.js"];
      return worker.replace("(()=>{", `(()=>{const VERSION="${version}",FILES=${JSON.stringify(list)};`);
    }
    return address === `/assets/page.${version}.js` ? script : files[address];
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    place.asked.push(pathname);
    response.setHeader("Cache-Control", "no-cache");
    // a browser tries by itself again on a connection that was used before
    response.shouldKeepAlive = false;
    if (request.method === "POST") return void take(place, request, response);
    if (place.slow) await new Promise((done) => setTimeout(done, 10_000));
    const kinds = { ".js": "text/javascript", ".css": "text/css" };
    const kind = kinds[path.extname(pathname)] ?? (pathname.startsWith("/api/") ? "application/json" : "text/html");
    const body = made(pathname) ?? { "text/css": "", "application/json": "{}", "text/html": page(place) }[kind];
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader("Content-Type", `${kind}; charset=utf-8`);
    if (pathname === "/uit") response.setHeader("Clear-Site-Data", '"cache"');
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  place.url = `http://127.0.0.1:${server.address().port}`;
  place.stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return place;
}

async function take(place, request, response) {
  let body = "";
  for await (const part of request) body += part;
  const key = request.headers["idempotency-key"];
  const answer = place.answers.shift();
  if (answer) await answer(response, { key, body, headers: request.headers });
  if (!response.writableEnded && !response.destroyed) taken(place, key, response);
}

/** The report is in; the same key gives the same receipt. */
export function taken(place, key, response) {
  place.taken.set(key, (place.taken.get(key) ?? 0) + 1);
  response.statusCode = 201;
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ ontvangstcode: `code ${key}` }));
}

/** Refuses as the API does. */
export const problem = (status, slug, more = {}, headers = {}) => (response) => {
  response.writeHead(status, { "Content-Type": "application/problem+json", ...headers });
  response.end(JSON.stringify({ type: `urn:meldroute:probleem:${slug}`, status, ...more }));
};

/** The connection breaks before or after the report was taken. */
export const breaks = (response) => response.destroy();

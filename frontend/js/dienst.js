// The service worker: the form opens without a network from the second visit on, and a report that waits is sent also
// when no page is open.
//
// It keeps the melder's files, which the bundle step lists (`FILES`, and `VERSION` for their content), and what the
// server makes of the gemeente's profile: the page of the form, the colours, the public facts. Nothing else: no page
// with an answer of the server to a person, nothing of an AF. A new version waits until no page of the old one is open.
const CACHE = `meldroute-${VERSION}`;
const PAGE = "/";
const MADE = ["/huisstijl.css", "/api/v1/profiel"];
/** After this many milliseconds a network is as good as none. */
const PATIENCE = 4000;
/** For so long the other files of a page do not wait once more. */
const SHORTLY = 10_000;

let cut = 0;

/** The addresses of the form; the plain form is a page of the server. */
const isForm = (path) => path === PAGE || (/^\/melden(\/|$)/.test(path) && !path.startsWith("/melden/formulier"));

/** What was kept of it; nothing where the browser cannot say. */
async function kept(path) {
  try {
    return await (await caches.open(CACHE)).match(path, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/** Keeps what the server made just now. A page of another version asks for files that are not here. */
async function keep(path, response) {
  if (path === PAGE) {
    const html = await response.clone().text();
    if (!FILES.every((file) => !file.startsWith("/assets/") || html.includes(file))) return;
  }
  await (await caches.open(CACHE)).put(path, response);
}

/** The newest, or without a network the last one. */
async function newest(event, path) {
  const { request } = event;
  const copy = await kept(path);
  if (copy && request.mode !== "navigate" && Date.now() - cut < SHORTLY) return copy;
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const asked = fetch(request);
  const response = await Promise.race([asked, copy ? late : asked]).catch(() => undefined);
  // a server that is down or busy says so itself, or a proxy in its name
  if (!response || (copy && (response.status >= 500 || response.status === 429))) {
    cut = Date.now();
    return copy ?? asked;
  }
  if (response.ok && !response.redirected && (path === PAGE || MADE.includes(path))) {
    event.waitUntil(keep(path, response.clone()));
  }
  return response;
}

addEventListener("install", (event) => {
  const fresh = [PAGE, ...MADE].map((path) => new Request(path, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...FILES, ...fresh])));
});

addEventListener("activate", (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  };
  event.waitUntil(old());
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") {
    if (isForm(pathname)) event.respondWith(newest(event, PAGE));
  } else if (MADE.includes(pathname)) event.respondWith(newest(event, pathname));
  else if (FILES.includes(pathname)) {
    // a name with a hash never means something else
    if (pathname.startsWith("/assets/")) event.respondWith(kept(pathname).then((copy) => copy ?? fetch(event.request)));
    else event.respondWith(newest(event, pathname));
  }
});

importScripts("/wachtrij.js");

addEventListener("sync", (event) => {
  const all = async () => {
    // the browser tries again later
    if (await wachtrij.attempt()) throw new Error("not yet");
  };
  event.waitUntil(all());
});

// The service worker (`frontend/js/dienst.js`), on a page of its own: the form without a network, the newest with one,
// nothing of an AF or of a person, and no update under an open page.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser, phone } from "./support/browser.mjs";
import { problem, startPlace } from "./support/outbox.mjs";

let place, browser, page;
before(async () => (place = await startPlace()));
after(() => place?.stop());
beforeEach(async () => {
  place.version = 1;
  browser = await openBrowser({ offline: true, refusals: ["503 /meldingen"] });
  page = await browser.page(phone);
  await page.goto(place.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
});
afterEach(() => browser.end());

const begun = (at) => at.waitForFunction(() => window.begun);
const cached = () =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return { names, paths: all.flat().map((url) => new URL(url).pathname).sort() };
  });
const offline = (yes) => page.context().setOffline(yes);

const all = ["/", "/api/v1/profiel", "/assets/page.1.js", "/huisstijl.css", "/queue.js", "/vault.js", "/wachtrij.js"];

test("from the second visit on the form opens without a network, at each of its addresses", async () => {
  await offline(true);
  for (const address of ["/", "/melden", "/melden/verhaal"]) {
    await page.goto(place.url + address);
    await begun(page);
    assert.equal(await page.evaluate(async () => (await fetch("/api/v1/profiel")).status), 200);
  }
});

test("nothing else is kept: no page of a person, of the server or of an AF, and no answer of the API", async () => {
  await page.reload();
  for (const address of ["/af", "/af/dossiers", "/mijn-melding", "/melden/formulier", "/bewust"]) await page.goto(place.url + address);
  await page.evaluate(() => Promise.all(["/api/v1/dossiers", "/assets/officer.1.js"].map((address) => fetch(address))));
  assert.deepEqual(await cached(), { names: ["meldroute-1"], paths: all });
  await offline(true);
  for (const address of ["/af", "/mijn-melding", "/melden/formulier"]) {
    await assert.rejects(page.goto(place.url + address), /ERR_INTERNET_DISCONNECTED/);
  }
});

test("an AF's log-out in this browser leaves it and what waits", async () => {
  await page.reload();
  await begun(page);
  await offline(true);
  await page.evaluate(async () => {
    await window.queue.hold("ab".repeat(16), "{}", false);
    await window.queue.settle(1);
  });
  // the page would send it: so somebody else's
  const other = await page.context().newPage();
  await page.close();
  page = other;
  place.answers.push(problem(503, "niet-beschikbaar", {}, { "Retry-After": "600" }));
  await offline(false);
  await page.goto(`${place.url}/uit`);
  await offline(true);
  await page.goto(place.url);
  await page.getByText("Nog niet verzonden.").waitFor();
  assert.deepEqual((await cached()).paths, all);
});

test("a report that waits goes out when there is a network and no page", async () => {
  place.taken.clear();
  place.answers.length = 0;
  await page.reload();
  await begun(page);
  await offline(true);
  const key = "cd".repeat(16);
  await page.evaluate(async (secret) => {
    await window.queue.hold(secret, "{}", false);
    await window.queue.settle(1);
    const { sync } = await navigator.serviceWorker.ready;
    for (let wait = 0; wait < 250 && !(await sync.getTags()).length; wait += 1) await new Promise((done) => setTimeout(done, 20));
  }, key);
  const other = await page.context().newPage();
  await page.close();
  page = other;
  await offline(false);
  for (let wait = 0; wait < 50 && place.taken.size === 0; wait += 1) await page.waitForTimeout(100);
  assert.deepEqual([...place.taken], [[key, 1]]);
  await page.goto(place.url);
  await page.getByRole("button", { name: "Bekijk je code" }).waitFor();
});

test("with a network the page is the newest", async () => {
  place.note = "Nieuw nummer";
  await page.goto(place.url);
  await page.getByText("Nieuw nummer").waitFor();
  place.note = "";
  await page.waitForTimeout(200);
  await offline(true);
  await page.goto(place.url);
  await page.getByText("Nieuw nummer").waitFor();
});

test("a new version waits for the open page, and then the old one is gone", async () => {
  await page.reload();
  await begun(page);
  place.version = 2;
  await page.evaluate(async () => {
    window.typed = "een woord";
    const worker = await navigator.serviceWorker.ready;
    await worker.update();
    for (let wait = 0; wait < 250 && !worker.waiting; wait += 1) await new Promise((done) => setTimeout(done, 20));
  });
  assert.equal(await page.evaluate(() => window.typed), "een woord");
  assert.deepEqual((await cached()).names, ["meldroute-1", "meldroute-2"]);
  // the page of the new version comes with its own files, and the old version keeps its own page
  await page.reload();
  await begun(page);
  const context = page.context();
  await page.close();
  page = await context.newPage();
  await page.waitForTimeout(300);
  await page.goto(place.url);
  await begun(page);
  await page.waitForFunction(async () => (await caches.keys()).join() === "meldroute-2");
  await offline(true);
  await page.goto(place.url);
  await begun(page);
});

test("a slow network is not waited for longer than a few seconds", async () => {
  await page.reload();
  place.slow = true;
  const began = Date.now();
  await page.goto(place.url);
  await begun(page);
  place.slow = false;
  assert.ok(Date.now() - began < 8000, `${Date.now() - began} ms`);
});

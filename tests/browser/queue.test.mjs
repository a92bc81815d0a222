// The queue of sealed reports (`frontend/js/wachtrij.js`), on a page of its own: what is put there goes out once,
// whatever dies in between, and its melder sees what became of it.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser, phone } from "./support/browser.mjs";
import { leftBehind } from "./support/left.mjs";
import { draft, draftOf, hold, KEY, keep, look, online, opener, queued, settle } from "./support/held.mjs";
import { breaks, problem, startPlace, taken } from "./support/outbox.mjs";

let place, browser;
before(async () => (place = await startPlace()));
after(() => place?.stop());
beforeEach(async () => {
  place.answers.length = 0;
  place.taken.clear();
  browser = await openBrowser({ offline: true });
});
afterEach(() => browser.end());

const opened = opener(() => place);
/** The queue of the page alone: `worker.test.mjs` is about the service worker. */
const onPage = async () => opened(await browser.page(phone, { serviceWorkers: "block" }));
const sent = (page) => page.getByRole("button", { name: "Bekijk je code" });
const receipt = (page) => page.evaluate(() => sessionStorage.getItem("meldroute.ontvangst"));
const once = () => assert.deepEqual([...place.taken], [[KEY, 1]]);

test("a report that waits is unreadable, tells whom to call, and its draft is gone", async () => {
  const { page, folder, off } = await browser.device(phone);
  await opened(page);
  await keep(page);
  assert.equal(await draftOf(page), draft);
  await queued(page);
  const told = page.getByRole("status", { name: "Je melding" });
  assert.match(await told.innerText(), /Open deze pagina weer als je verbinding hebt, of bel KMT Verzonnen: 074-000 00 10\./);
  assert.equal(await told.getByRole("link", { name: "074-000 00 10" }).getAttribute("href"), "tel:0740000010");
  assert.equal(await told.getByRole("link", { name: /112/ }).count(), 0);
  assert.equal(await draftOf(page), undefined);
  await off();
  assert.ok(leftBehind(folder, ["verzegeld"]).length > 0, "what is kept is found");
  assert.deepEqual(leftBehind(folder, [KEY, draft, "Wasserij"]), []);
});

test("where calling comes first, those numbers come first", async () => {
  const page = await onPage();
  await queued(page, true);
  assert.equal(await page.locator("#wachtrij").getByRole("link").first().getAttribute("href"), "tel:112");
  assert.equal(await page.locator("#number-emergency").count(), 1);
});

test("a browser that is killed sends it once when it comes back, and shows the code until that was seen", async () => {
  const device = await browser.device(phone);
  await opened(device.page);
  await keep(device.page);
  await queued(device.page, true);
  await device.kill();
  const again = await browser.device(phone, device.folder);
  await opened(again.page);
  await sent(again.page).waitFor();
  once();
  await again.page.reload();
  await sent(again.page).click();
  await again.page.waitForURL("**/melden/ontvangen");
  const shown = { receipt: { ontvangstcode: `code ${KEY}` }, call_veilig_thuis: false, alarms: ["leeftijd-onbekend"] };
  assert.deepEqual(JSON.parse(await receipt(again.page)), shown);
  await again.page.waitForFunction(() => window.begun);
  assert.equal(await sent(again.page).count(), 0, "it stands below");
  await again.page.evaluate(() => window.queue.seen());
  await again.page.getByRole("status", { name: "Je melding" }).waitFor({ state: "detached" });
  await opened(again.page);
  assert.equal(await sent(again.page).count(), 0);
  once();
});

test("a browser that is killed while it sends, sends the same and offers no draft", async () => {
  const device = await browser.device(phone);
  await opened(device.page);
  await keep(device.page);
  // on the disk by itself
  await device.page.waitForTimeout(6000);
  await hold(device.page);
  await device.kill();
  const { page } = await browser.device(phone, device.folder);
  await opened(page);
  assert.equal(await draftOf(page), undefined);
  await sent(page).waitFor();
  once();
});

test("what another tab is sending is left to it", async () => {
  const page = await onPage();
  await keep(page);
  await hold(page);
  const other = await opened(await page.context().newPage());
  assert.equal(await other.evaluate(() => window.offer), false, "it may be on its way");
  assert.equal(await draftOf(other), draft);
  assert.equal(await settle(page, 0), true);
  assert.equal(await draftOf(other), undefined, "the app has sent it");
  assert.deepEqual([...place.taken], []);
});

test("a server that had no time is not asked again at once", async () => {
  const page = await onPage();
  await page.waitForFunction(() => window.wachtrij);
  await hold(page);
  await settle(page, 3);
  await look(page);
  await opened(page);
  await page.getByText("Nog niet verzonden.").waitFor();
  assert.deepEqual([...place.taken], []);
});

test("what the app was refused stays a draft", async () => {
  const page = await onPage();
  await keep(page);
  await hold(page);
  await settle(page, 2);
  await opened(page);
  assert.equal(await draftOf(page), draft);
  assert.equal(await page.locator("#wachtrij").count(), 0);
});

test("in the tab where it waited the receipt comes by itself", async () => {
  const page = await onPage();
  await queued(page);
  await online(page);
  await page.waitForURL("**/melden/ontvangen");
  assert.equal(JSON.parse(await receipt(page)).receipt.ontvangstcode, `code ${KEY}`);
  once();
});

test("two tabs send one at a time, and two reports both", async () => {
  const page = await onPage();
  await queued(page);
  await queued(page, false, "f".repeat(32));
  await page.getByText("Nog niet verzonden (2).").waitFor();
  const other = await page.context().newPage();
  place.answers.push(() => new Promise((done) => setTimeout(done, 1000)));
  await online(page);
  await opened(other);
  await other.waitForFunction(() => document.querySelectorAll("#wachtrij button").length === 2);
  assert.deepEqual([...place.taken.values()], [1, 1]);
});

const busy = {
  "no network": breaks,
  "a lost answer": (response, { key }) => {
    place.taken.set(key, 0);
    response.destroy();
  },
  "a server that is down": problem(503, "niet-beschikbaar"),
  "a proxy's page": (response) => response.writeHead(502, { "Content-Type": "text/html" }).end("<p>Bad Gateway"),
  "a log-in page of a network": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>Log in"),
  "a proxy that refuses": (response) => response.writeHead(403, { "Content-Type": "application/json" }).end("{}"),
  "somebody else at the same time": problem(409, "tegelijk"),
};
for (const [what, answer] of Object.entries(busy)) {
  test(`${what} is waited for`, async () => {
    const page = await onPage();
    await queued(page);
    place.answers.push(answer);
    await online(page);
    await page.waitForTimeout(300);
    assert.equal(place.answers.length, 0);
    await page.getByText("Nog niet verzonden.").waitFor();
    await look(page);
    await page.waitForURL("**/melden/ontvangen");
    once();
  });
}

test("a server that says how long to wait is not asked before", async () => {
  const page = await onPage();
  await queued(page);
  place.answers.push(problem(429, "te-vaak", {}, { "Retry-After": "3" }));
  await online(page);
  await page.waitForTimeout(300);
  const began = Date.now();
  await look(page);
  await page.waitForTimeout(500);
  await opened(page);
  assert.deepEqual([...place.taken], [], "also not by a visit");
  await page.waitForTimeout(3000 - (Date.now() - began));
  await look(page);
  await sent(page).waitFor();
  once();
});

test("a price is paid", async () => {
  const page = await onPage();
  await queued(page);
  let paid;
  const price = { prijs: { opgave: "1.10.00", delen: 2, nullen: 4 } };
  place.answers.push(problem(429, "eerst-rekenen", price), (response, { key, headers }) => {
    paid = headers.rekenwerk;
    taken(place, key, response);
  });
  await online(page);
  await page.waitForURL("**/melden/ontvangen");
  assert.match(paid, /^1\.10\.00\.\d+,\d+$/);
  once();
});

test("a report that is refused is said, and stays until it is put away", async () => {
  const page = await onPage();
  await queued(page);
  place.answers.push(problem(422, "ongeldig"));
  await online(page);
  const told = page.getByText(/kon niet worden aangenomen\. Niemand leest hem\. Bel KMT Verzonnen: 074-000 00 10\./);
  await told.waitFor();
  await opened(page);
  await told.waitFor();
  await page.getByRole("button", { name: "Wis deze melding" }).click();
  await told.waitFor({ state: "detached" });
  await opened(page);
  assert.equal(await page.locator("#wachtrij").count(), 0);
  assert.deepEqual([...place.taken], []);
});

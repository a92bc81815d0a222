// The queue of sealed reports where something goes wrong on the device: a page that stops between two writes, a script
// that comes late, a full disk, a report that is refused. Nothing is lost, and nothing is offered that may be
// on its way.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser, phone } from "./support/browser.mjs";
import { draft, draftOf, hold, KEY, keep, look, online, opener, queued, settle } from "./support/held.mjs";
import { problem, startPlace } from "./support/outbox.mjs";

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
const onPage = async () => opened(await browser.page(phone, { serviceWorkers: "block" }));
const code = (page) => page.getByRole("button", { name: "Bekijk je code" });
const once = () => assert.deepEqual([...place.taken], [[KEY, 1]]);

test("a script that comes late offers no draft, and sends what was left", async () => {
  const page = await onPage();
  await keep(page);
  await hold(page);
  const other = await page.context().newPage();
  await page.close();
  await other.route("**/wachtrij.js", async (route) => {
    await new Promise((done) => setTimeout(done, 7000));
    await route.continue();
  });
  await opened(other);
  assert.equal(await other.evaluate(() => window.offer), false);
  await code(other).waitFor();
  assert.equal(await draftOf(other), undefined);
  once();
});

test("what was typed after a page died stays, and what that page sent goes out", async () => {
  const page = await onPage();
  const other = await opened(await page.context().newPage());
  await keep(page);
  await hold(page);
  await page.close();
  await other.waitForTimeout(1500);
  await keep(other);
  await opened(other);
  assert.equal(await draftOf(other), draft, "another one");
  await code(other).waitFor();
  once();
});

test("a draft that a page left between two writes goes", async () => {
  const page = await onPage();
  await keep(page);
  const left = await page.evaluate(() => localStorage.getItem("meldroute.melding"));
  await queued(page);
  await page.evaluate((text) => localStorage.setItem("meldroute.melding", text), left);
  await online(page);
  await opened(page);
  assert.equal(await page.evaluate(() => localStorage.getItem("meldroute.melding")), null);
  assert.equal(await page.evaluate(() => window.offer), true);
});

test("where nothing can be written any more the draft stays", async () => {
  const page = await onPage();
  await keep(page);
  await hold(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  assert.equal(await settle(page, 1), false);
  assert.equal(await draftOf(page), draft);
});

test("a receipt is kept until it was put away, also when the browser is killed", async () => {
  const device = await browser.device(phone);
  await opened(device.page);
  await hold(device.page);
  assert.equal(await settle(device.page, 0), true);
  await device.kill();
  const { page } = await browser.device(phone, device.folder);
  await opened(page);
  await code(page).click();
  await page.waitForURL("**/melden/ontvangen");
  assert.equal(JSON.parse(await page.evaluate(() => sessionStorage.getItem("meldroute.ontvangst"))).receipt.ontvangstcode, `code ${KEY}`);
  assert.deepEqual([...place.taken], [], "nothing was sent again");
});

test("a receipt that was shown at once goes by itself after a quarter of an hour", async () => {
  const page = await onPage();
  await hold(page);
  assert.equal(await settle(page, 0), true);
  const other = await opened(await page.context().newPage());
  await code(other).waitFor();
  await other.evaluate(() => {
    const real = Date.now;
    Date.now = () => real() + 16 * 60_000;
  });
  await look(other);
  await code(other).waitFor({ state: "hidden" });
  await opened(other);
  assert.equal(await code(other).count(), 0);
});

test("what was refused can be sent again", async () => {
  const page = await onPage();
  await queued(page);
  place.answers.push(problem(404, "onbekend"));
  await online(page);
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await page.waitForURL("**/melden/ontvangen");
  once();
});

test("whoever is at a button of the notice stays there", async () => {
  const page = await onPage();
  await queued(page);
  place.answers.push(problem(404, "onbekend"));
  await online(page);
  const again = page.getByRole("button", { name: "Probeer opnieuw" });
  await again.focus();
  await look(page);
  await page.waitForTimeout(500);
  await again.and(page.locator(":focus")).waitFor();
});

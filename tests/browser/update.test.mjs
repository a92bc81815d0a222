// A newer version comes while a report is being typed: what was typed stays, in the open page and after a reload, and
// the report is sent once.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, kept, on, receivedCode, secrets, send, told, type } from "./support/melder.mjs";
import { startNewer } from "./support/newer.mjs";

let instance, newer, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
beforeEach(async () => {
  newer = await startNewer(instance.url);
  browser = await openBrowser({ refusals: ["404 /assets/melder-1"] });
});
afterEach(async () => {
  await browser?.end();
  await newer?.stop();
});
after(() => instance?.stop());

const inControl = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
const script = (page) => page.locator('script[type="module"]').getAttribute("src");

test("what was typed is there after the update, with and without a service worker", async () => {
  for (const worker of [false, true]) {
    newer.version = 1;
    const page = await browser.page(phone);
    await page.goto(`${newer.url}/melden/verhaal`);
    await on(page, "Vertel het in je eigen woorden");
    if (worker) await inControl(page);
    await type(page, "Wat zag of hoorde je?", told.story);
    const first = await kept(page);
    assert.match(await script(page), /melder-1\./);
    newer.version = 2;
    await type(page, "Waar was dat?", told.place);
    // sealing takes a moment, and this reload comes sooner than anybody's
    await kept(page, first);
    await page.reload();
    await on(page, "Vertel het in je eigen woorden");
    assert.match(await script(page), /melder-2\./);
    assert.equal(await page.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), told.story);
    assert.equal(await page.getByRole("textbox", { name: "Waar was dat?" }).inputValue(), told.place);
    await page.context().close();
  }
});

test("a page of the version before sends what was typed in it", async () => {
  const page = await browser.page(phone);
  await fillIn(page, newer.url);
  await inControl(page);
  newer.version = 2;
  await send(page);
  const code = await receivedCode(page);
  await page.reload();
  await on(page, "Je melding is binnen");
  assert.equal(await receivedCode(page), code);
  await browser.close(secrets);
});

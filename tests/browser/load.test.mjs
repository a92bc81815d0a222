// What a first visit asks of a phone: few files, all from here, and nothing that moves while it is read.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn } from "./support/melder.mjs";

/** Page, style, colours, script of every page, script and module of the form, icon, manifest. */
const FIRST_VISIT = 8;
/** After the form is there: the gemeente's facts, and what a page without a network needs. */
const LATER = 12;

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
beforeEach(async () => (browser = await openBrowser()));
afterEach(() => browser?.end());
after(() => instance?.stop());

/** Runs in the page, before everything else: adds up what moves without somebody having done something. */
function watchMoves() {
  window.moved = [];
  new MutationObserver(() => {
    if (document.documentElement?.classList.contains("ready")) window.readyAfter ??= performance.now();
  }).observe(document, { subtree: true, attributeFilter: ["class"] });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries()) {
      if (!hadRecentInput) window.moved.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** After so many milliseconds the page says that the form is late, and that moves it. */
const SAID_LATE = 2400;

/** What moved; nothing where the machine was so slow that the page said so. */
async function moved(page) {
  const [ready, all] = await page.evaluate(() => [window.readyAfter ?? 0, window.moved]);
  return ready > SAID_LATE ? [] : all;
}

test("a first visit takes few requests, and nothing of the page moves", async () => {
  const page = await browser.page(phone);
  await page.addInitScript(watchMoves);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(instance.url, { waitUntil: "load" });
  await page.locator("html.ready").waitFor();
  // on a slow machine these two come before the form is there; they wait for their time, and not for the form
  const first = asked.filter((address) => !/\/(wachtrij|dienst)\.js$/.test(address));
  assert.ok(first.length <= FIRST_VISIT, `${first.length} requests:\n${first.join("\n")}`);
  await fillIn(page, instance.url, async (name) => assert.deepEqual(await moved(page), [], name));
  const all = new Set(asked);
  assert.ok(all.size <= LATER, `${all.size} addresses:\n${[...all].join("\n")}`);
  assert.ok([...all].every((address) => address.startsWith(instance.url)), "something comes from elsewhere");
  await browser.close();
});

test("an address of the form does not move either while it comes", async () => {
  const page = await browser.page(phone);
  await page.addInitScript(watchMoves);
  for (const address of ["/melden", "/melden/verhaal", "/melden/nakijken", "/mijn-melding", "/melden/formulier"]) {
    await page.goto(instance.url + address, { waitUntil: "networkidle" });
    assert.deepEqual(await moved(page), [], address);
  }
  await browser.close();
});

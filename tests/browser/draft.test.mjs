// A draft on the device: written a few times while somebody types, and at once when the page may go away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
});
after(() => instance?.stop());

const name = "meldroute.melding";
const last = "ooievaar";
const story = (page) => page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
const kept = (page) => page.evaluate((key) => localStorage.getItem(key) ?? "", name);

async function during(play) {
  browser = await openBrowser();
  try {
    const page = await browser.page(phone);
    await page.addInitScript(countWrites, name);
    await play(page);
    await browser.close([last]);
  } finally {
    await browser.end();
  }
}

/** Runs in the page: counts how often the draft is written. */
function countWrites(key) {
  window.writes = 0;
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...args) {
    if (args[0] === key) window.writes += 1;
    return set.apply(this, args);
  };
}

async function atTheStory(page) {
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
}

test("a fast typist does not make the device write at every key", () =>
  during(async (page) => {
    await atTheStory(page);
    await story(page).focus();
    const began = Date.now();
    await page.keyboard.type("Achter de wasserij liggen matrassen. ".repeat(10) + last);
    await page.waitForFunction(([key, word]) => localStorage.getItem(key)?.includes(word), [name, last]);
    const halves = (Date.now() - began) / 500;
    const writes = await page.evaluate(() => window.writes);
    assert.ok(writes <= halves + 2, `${writes} writes in ${halves} half seconds`);
  }));

/** With the page's clock at a stand no timer can do the writing. */
async function typeWithoutTimers(page) {
  await page.clock.install();
  await atTheStory(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await story(page).pressSequentially(` En een ${last}`);
  assert.doesNotMatch(await kept(page), new RegExp(last), "it waits for more");
}

const ways = {
  "the tab or the app is left": (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))),
  "another step is opened": (page) => page.getByRole("link", { name: "‹ Terug" }).click(),
  "the screen is hidden": async (page) => {
    await page.getByRole("button", { name: "Verberg scherm" }).click();
    await page.waitForURL("about:blank");
    await page.goto(`${instance.url}/melden/verhaal`);
    await on(page, "Er staat een melding klaar");
  },
};
for (const [when, leave] of Object.entries(ways)) {
  test(`what was just typed is written at once when ${when}`, () =>
    during(async (page) => {
      await typeWithoutTimers(page);
      await leave(page);
      assert.match(await kept(page), new RegExp(last));
    }));
}

test("what was just typed is there after a reload, and gone after 'Wis alles'", () =>
  during(async (page) => {
    await typeWithoutTimers(page);
    await page.reload();
    await on(page, "Vertel het in je eigen woorden");
    assert.match(await story(page).inputValue(), new RegExp(last));
    await story(page).pressSequentially(" en nog een");
    await page.getByRole("button", { name: "Wis alles" }).click();
    await page.getByRole("button", { name: "Ja, wis alles" }).click();
    await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
    await page.reload();
    assert.equal(await kept(page), "");
  }));

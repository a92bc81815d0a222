// A draft on the device: sealed, written a few times while somebody types and at once when the page may go away, and
// gone after a day whichever page is opened.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen } from "./support/browser.mjs";
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

async function during(play, refusals = []) {
  browser = await openBrowser({ refusals });
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
    await page.waitForTimeout(600);
    const halves = (Date.now() - began) / 500;
    const writes = await page.evaluate(() => window.writes);
    assert.ok(writes > 0 && writes <= halves + 2, `${writes} writes in ${halves} half seconds`);
    await thereAgain(page);
  }));

/** With the page's clock at a stand no timer can do the writing. */
async function typeWithoutTimers(page) {
  await page.clock.install();
  await atTheStory(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  // faster than anybody, and not so fast that the first key is not made before the last letter
  await story(page).pressSequentially(` En een ${last}`, { delay: 20 });
  assert.equal(await kept(page), "", "it waits for more");
}

/** The story is there after a reload, and nothing of it can be read on the device. */
async function thereAgain(page) {
  assert.match(await kept(page), /^\d+\.[A-Za-z0-9+/=]+$/);
  await page.goto(`${instance.url}/melden/verhaal`);
  // the form begins after the first paint, which waits for a clock
  await page.clock.resume();
  const goOn = page.getByRole("button", { name: "Ga verder met de melding" });
  await goOn.or(story(page)).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await story(page).waitFor();
  assert.match(await story(page).inputValue(), new RegExp(last));
}

const ways = {
  "the tab or the app is left": (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))),
  "another step is opened": (page) => page.getByRole("link", { name: "‹ Terug" }).click(),
  "the screen is hidden": async (page) => {
    await page.getByRole("link", { name: "Verberg scherm" }).click();
    await page.waitForURL("about:blank");
    await page.goto(`${instance.url}/melden/verhaal`);
    await page.clock.resume();
    await on(page, "Er staat een melding klaar");
  },
};
for (const [when, leave] of Object.entries(ways)) {
  test(`what was just typed is written at once when ${when}`, () =>
    during(async (page) => {
      await typeWithoutTimers(page);
      await leave(page);
      await thereAgain(page);
    }));
}

test("what was just typed is there after a reload, and gone after 'Wis alles'", () =>
  during(async (page) => {
    await typeWithoutTimers(page);
    await page.reload();
    await page.clock.resume();
    await on(page, "Vertel het in je eigen woorden");
    assert.match(await story(page).inputValue(), new RegExp(last));
    await story(page).pressSequentially(" en nog een");
    await page.getByRole("button", { name: "Wis alles" }).click();
    await page.getByRole("button", { name: "Ja, wis alles" }).click();
    await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
    await page.reload();
    assert.equal(await kept(page), "");
  }));

/** What a version before this one, or a later one, left on the device. */
const left = (page, draft, at) =>
  page.evaluate(
    ([key, text]) => localStorage.setItem(key, text),
    [name, JSON.stringify({ draft, key: null, at: Date.now() + at })],
  );

async function goesOn(page) {
  await page.goto(`${instance.url}/melden/verhaal`);
  await page.getByRole("button", { name: "Ga verder met de melding" }).click();
  await on(page, "Vertel het in je eigen woorden");
}

test("a draft of another version is there, and what no longer fits is shown", () =>
  during(async (page) => {
    await page.goto(instance.url);
    const vtt = { stand: "later", wie: "Robin Verzonnen" };
    await left(page, { verhaal: last, minderjarig: "misschien", nieuwVeld: "een reiger", veiligThuis: vtt }, 0);
    await goesOn(page);
    assert.equal(await story(page).inputValue(), last);
    for (const text of ["minderjarig: misschien", "nieuwVeld: een reiger", "stand: later"]) {
      await page.getByText(text).waitFor();
    }
    await seen(page, "melder-ander-formulier");
    await story(page).pressSequentially(" en meer");
    await page.waitForFunction((key) => /^\d/.test(localStorage.getItem(key) ?? ""), name);
    await page.reload();
    await page.getByText("een reiger").waitFor();
    await page.getByRole("button", { name: "Dit kan weg" }).click();
    await page.getByText("een reiger").waitFor({ state: "detached" });
    assert.equal(await story(page).inputValue(), `${last} en meer`);
  }));

test("a clock that is put back loses no draft", () =>
  during(async (page) => {
    await page.goto(instance.url);
    await left(page, { verhaal: last }, 3600_000);
    await goesOn(page);
    assert.equal(await story(page).inputValue(), last);
    await story(page).pressSequentially(".");
    await page.waitForFunction((key) => /^\d/.test(localStorage.getItem(key) ?? ""), name);
    await page.evaluate((key) => {
      const text = localStorage.getItem(key);
      localStorage.setItem(key, Date.now() + 3600_000 + text.slice(text.indexOf(".")));
    }, name);
    await page.reload();
    await on(page, "Vertel het in je eigen woorden");
    assert.match(await story(page).inputValue(), new RegExp(last));
  }));

for (const address of ["/", "/af"]) {
  test(`after a day a draft is gone, also when only ${address} is opened`, () =>
    during(async (page) => {
      await atTheStory(page);
      await story(page).pressSequentially(last);
      await page.waitForFunction((key) => localStorage.getItem(key), name);
      await page.goto("about:blank");
      await page.clock.setFixedTime(Date.now() + 24 * 3600_000 + 60_000);
      await page.goto(instance.url + address);
      await page.waitForFunction((key) => localStorage.getItem(key) === null, name);
      const names = () => page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
      await page.waitForTimeout(200);
      assert.deepEqual(await names(), [], "the key is gone too");
    }));
}

test("the secret of a melding stays in its tab", () =>
  during(async (page) => {
    await atTheStory(page);
    await story(page).pressSequentially(last);
    await page.waitForFunction((key) => localStorage.getItem(key), name);
    const all = await page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(all, [name]);
  }));

const others = (page) => page.getByRole("checkbox", { name: "Anderen gebruiken dit apparaat ook" });
const places = (page) =>
  page.evaluate((key) => [localStorage, sessionStorage].map((area) => area.getItem(key) !== null), name);

test("where others use the device, what is typed stays in its tab", () =>
  during(async (page) => {
    await page.goto(`${instance.url}/melden`);
    await on(page, "Waar gaat het over?");
    await others(page).check();
    await atTheStory(page);
    await story(page).fill(last);
    await page.getByRole("link", { name: "‹ Terug" }).click();
    assert.deepEqual(await places(page), [false, true]);
    const other = await page.context().newPage();
    await atTheStory(other);
    assert.equal(await story(other).inputValue(), "");
    // another tab that is done leaves this one what it needs
    await story(other).fill("iets anders");
    await other.getByRole("button", { name: "Wis alles" }).click();
    await other.getByRole("button", { name: "Ja, wis alles" }).click();
    await other.close();
    await atTheStory(page);
    assert.equal(await story(page).inputValue(), last, "after a reload of its own tab it is there");
    await page.goto(`${instance.url}/melden`);
    await on(page, "Waar gaat het over?");
    assert.ok(await others(page).isChecked(), "it is asked once");
    await others(page).uncheck();
    assert.deepEqual(await places(page), [true, false]);
    await atTheStory(page);
    assert.equal(await story(page).inputValue(), last);
    await others(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Wis alles" }).click();
    await page.getByRole("button", { name: "Ja, wis alles" }).click();
    await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
    assert.deepEqual(await places(page), [false, false]);
  }, ["503 /meldingen"]));

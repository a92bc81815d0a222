// What the app does with the queue of reports, on the page of `outbox.mjs`.
import assert from "node:assert/strict";

export const KEY = "0123456789abcdef0123456789abcdef";
const body = '{"sleutel":"aa","verzegeld":"bb"}';
export const draft = "Achter de Verzonnen Wasserij";

/** Opens the page of a place. */
export const opener = (place) => async (page) => {
  await page.goto(place().url);
  await page.waitForFunction(() => window.begun);
  return page;
};

/** A draft on the device, as the app keeps it. */
export const keep = (page) =>
  page.evaluate(async (text) => {
    const vault = new window.vault.Vault("meldroute.melding", true);
    const before = localStorage.getItem("meldroute.melding");
    vault.seal(text);
    while (localStorage.getItem("meldroute.melding") === before) {
      vault.write();
      await new Promise((done) => setTimeout(done, 20));
    }
  }, draft);
export const draftOf = (page) => page.evaluate(() => window.vault.open(localStorage, "meldroute.melding"));

export const hold = (page, first = false, key = KEY) => page.evaluate((all) => window.queue.hold(...all), [key, body, first]);
/** `0`: the server has it, and gave the receipt. */
export const settle = (page, how) =>
  page.evaluate(([one, text]) => window.queue.settle(one, text), [how, JSON.stringify({ ontvangstcode: `code ${KEY}` })]);

/** A report that found no network. */
export async function queued(page, first = false, key = KEY) {
  await page.waitForFunction(() => window.wachtrij);
  await page.context().setOffline(true);
  assert.equal(await hold(page, first, key), true);
  assert.equal(await settle(page, 1), true);
  await page.getByText(/^Nog niet verzonden/).waitFor();
}

export const online = (page) => page.context().setOffline(false);
/** Somebody looks at the page again. */
export const look = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

// "Verberg scherm" is on every page of the melder: an empty page comes, "back" does not show what was there, and the
// form asks before it shows what was typed. And the pages that are only read: whom to ask, and the two statements.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, onPlain, secrets, told, type } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  browser = await openBrowser();
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const hide = (page) => page.getByRole("link", { name: /^(Verberg scherm|Hide screen)$/ }).click();
const read = ["/overleggen", "/privacy", "/toegankelijkheid", "/bewust", "/oefenen", "/oefenen/1"];
const plain = ["/melden/formulier", "/bel-mij-terug", "/mijn-melding", ...read];
const english = ["/en", "/en/melden/formulier", "/en/mijn-melding"];
const everywhere = ["/", "/melden", ...plain, ...english];

for (const javaScriptEnabled of [true, false]) {
  const pages = javaScriptEnabled ? everywhere : everywhere.filter((address) => address !== "/melden");
  test(`an empty page comes from everywhere, ${javaScriptEnabled ? "and back stays empty" : "also without scripts"}`, async () => {
    const page = await browser.page(phone, { javaScriptEnabled });
    for (const address of pages) {
      await page.goto(instance.url + address);
      // the first screen is shown where the form comes late, and goes again when the form is there
      if (address === "/melden") await on(page, "Waar gaat het over?");
      await hide(page);
      await page.waitForURL("about:blank");
      if (!javaScriptEnabled) continue;
      await page.goBack();
      assert.equal(page.url().startsWith(instance.url), false, `${address} is back`);
    }
    await page.close();
  });
}

test("what was typed last is kept, and shown on request only", async () => {
  const page = await browser.page(phone);
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", told.story);
  await hide(page);
  await page.waitForURL("about:blank");
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Er staat een melding klaar");
  assert.equal(await page.getByText(told.story).count(), 0);
  await page.getByRole("button", { name: "Ga verder met de melding" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), told.story);
  await page.close();
});

test("whom to ask, privacy and accessibility are a touch away from the first page, and can be read by everybody", async () => {
  const page = await browser.page(phone);
  for (const [link, title, name] of [
    ["Even overleggen", "Even overleggen", "melder-overleggen"],
    ["Privacy", "Wat gebeurt er met gegevens?", "melder-privacy"],
    ["Toegankelijkheid", "Kan iedereen Meldroute gebruiken?", "melder-toegankelijkheid"],
  ]) {
    await page.goto(instance.url);
    await page.getByRole("link", { name: link, exact: true }).click();
    await onPlain(page, title);
    await seen(page, name);
  }
  await browser.close(secrets);
});

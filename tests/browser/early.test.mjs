// The first questions are on the page before the form has come: they can be answered at once, and what was answered
// goes along.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, goOn, kept, on, secrets, told, type } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
beforeEach(async () => (browser = await openBrowser()));
afterEach(() => browser?.end());
after(() => instance?.stop());

/** Opens an address of which the form comes when `go` is called. */
async function withoutForm(page, address) {
  let go;
  const may = new Promise((done) => (go = done));
  await page.route(/\/assets\/melder\..*\.wasm$/, async (route) => {
    await may;
    await route.continue();
  });
  await page.goto(instance.url + address);
  return async () => {
    go();
    await page.locator("html.ready").waitFor();
  };
}

const ready = (page) => page.locator("html.ready").count();
const checked = (page, name) => page.getByRole("checkbox", { name }).isChecked();
const radio = (page, question, answer) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true });

test("what is answered before the form comes is answered in the form, and is kept", async () => {
  const page = await browser.page(phone);
  const formComes = await withoutForm(page, "/melden");
  await page.getByRole("heading", { level: 1, name: "Waar gaat het over?" }).waitFor();
  await page.locator("#app").getByText(/^Het formulier wordt geladen/).waitFor();
  await choose(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }).check();
  await page.getByRole("checkbox", { name: /^Criminele uitbuiting/ }).check();
  const last = radio(page, "Gaat het over een collega?", "Nee");
  await last.check();
  await last.focus();
  await seen(page, "melder-voor-het-formulier");
  assert.equal(await ready(page), 0, "the form has not come yet");
  const at = await page.evaluate(() => scrollY);
  await formComes();
  await page.getByRole("button", { name: "Verder", exact: true }).waitFor();
  assert.ok(await radio(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf").isChecked());
  assert.deepEqual(await Promise.all([/^Arbeids/, /^Criminele/, /^Seksuele/].map((name) => checked(page, name))), [true, true, false]);
  await last.and(page.locator(":focus")).waitFor();
  assert.equal(await page.evaluate(() => scrollY), at, "nobody is taken back to the top");
  await kept(page);
  await page.reload();
  await on(page, "Waar gaat het over?");
  assert.ok(await checked(page, /^Criminele/), "it is there after a reload");
  await goOn(page);
  await on(page, "Wat viel je op?");
  await browser.close(secrets);
});

test("where a report was begun nothing is asked again meanwhile, and its answers stay", async () => {
  const page = await browser.page(phone);
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", told.story);
  await kept(page);
  const formComes = await withoutForm(page, "/melden");
  assert.equal(await page.getByRole("group", { name: "Waar maak je je zorgen over?" }).count(), 0, "not in sight");
  await formComes();
  await on(page, "Waar gaat het over?");
  assert.equal(await radio(page, "Gaat het over een collega?", "Nee").isChecked(), false);
  await browser.close(secrets);
});

test("another step waits for the form, as before", async () => {
  const page = await browser.page(phone);
  const formComes = await withoutForm(page, "/melden/veiligheid");
  await page.getByText(/^Het formulier wordt geladen/).waitFor();
  assert.equal(await page.getByRole("group").count(), 0);
  await formComes();
  await on(page, "Is iedereen veilig?");
  await browser.close(secrets);
});

test("a page with the questions that stands at another address asks nothing", async () => {
  const page = await browser.page(phone);
  const kept = await (await fetch(`${instance.url}/melden`)).text();
  assert.match(kept, /name="onderwerp"/);
  // as the service worker gives it without a network
  await page.route(`${instance.url}/melden/veiligheid`, (route) => route.fulfill({ contentType: "text/html", body: kept }));
  const formComes = await withoutForm(page, "/melden/veiligheid");
  await page.locator("main > .loading").waitFor();
  assert.equal(await page.getByRole("group").count(), 0);
  await formComes();
  await on(page, "Is iedereen veilig?");
  await browser.close(secrets);
});

for (const [what, storage] of [["keeps nothing", "null"], ["refuses to keep", "{ getItem() { throw new Error('no') } }"]]) {
  test(`the form comes in a browser that ${what}, with what was answered before`, async () => {
    const page = await browser.page(phone);
    await page.addInitScript(`for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get: () => (${storage}) });`);
    const formComes = await withoutForm(page, "/melden");
    await choose(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
    await formComes();
    await page.getByRole("button", { name: "Verder", exact: true }).waitFor();
    assert.ok(await radio(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf").isChecked());
    await browser.end();
  });
}

test("without scripts the first address of the form is the first page", async () => {
  const page = await browser.page(phone, { javaScriptEnabled: false });
  await page.goto(`${instance.url}/melden`);
  await page.getByRole("link", { name: "gebruik het eenvoudige formulier" }).waitFor();
  assert.equal(await page.getByRole("group", { name: "Waar maak je je zorgen over?" }).count(), 0);
  await browser.close();
});

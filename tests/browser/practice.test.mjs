// Practising: the same form around a case that is made up. Nothing is kept and nothing is sent, a draft of a real
// report on this device stays as it is, and nobody is called.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { root, startInstance } from "./support/instance.mjs";
import { beginReport, choose, fillInSteps, goOn, on, onPlain, secrets, send, told, type } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

const { zaken } = JSON.parse(readFileSync(path.join(root, "gemeenten/lijsten/oefenzaken.json"), "utf8"));

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
beforeEach(async () => (browser = await openBrowser()));
afterEach(() => browser?.end());
after(() => instance?.stop());

/** Runs in the page: what this browser keeps of somebody. `sessionStorage` is hidden there. */
async function keptHere() {
  const databases = await indexedDB.databases();
  return [...Object.keys(localStorage), ...databases.map(({ name }) => name)].sort();
}

/** Somebody sees it now, without scrolling. */
async function inWindow(locator) {
  const box = await locator.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= phone.height;
}

async function begin(page, number) {
  await page.goto(`${instance.url}/oefenen/${number}`);
  await onPlain(page, zaken[number - 1].titel);
  await page.getByRole("link", { name: "Oefen met het formulier" }).click();
}

test("a case is read, filled in and talked over; nothing is kept, nothing is sent", async () => {
  const page = await browser.page(phone);
  const asked = [];
  page.on("request", (request) => asked.push(request.method()));
  await page.goto(`${instance.url}/oefenen`);
  await onPlain(page, "Oefen met melden");
  await seen(page, "melder-oefenen");
  await page.getByRole("link", { name: zaken[0].titel }).click();
  await onPlain(page, zaken[0].titel);
  await seen(page, "melder-oefenen-verhaal");
  await page.getByRole("link", { name: "Oefen met het formulier" }).click();
  const band = page.getByText("Oefenen: er wordt niets verstuurd of bewaard");
  await fillInSteps(page, async (name) => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    assert.ok(await inWindow(band), `${name}: nobody sees that it is practice`);
    assert.equal(await page.locator(".kept:visible").count(), 0, "nothing is said of what is kept");
    assert.match(await page.title(), /^Oefenen: /);
    assert.match(new URL(page.url()).pathname, /^\/oefenen\/1\/melden/);
    await seen(page, `melder-oefenen-${name}`);
  });
  await page.getByRole("link", { name: "Lees het verhaal" }).click();
  await page.getByText(zaken[0].verhaal[0]).waitFor();
  assert.equal(await page.title(), `Oefenen: ${zaken[0].titel} – Meldroute`);
  await page.goBack();
  await on(page, "Kijk alles na");
  await page.getByText(told.story).waitFor();
  assert.deepEqual(await page.evaluate(keptHere), []);
  await send(page);
  await onPlain(page, "Klaar met oefenen");
  for (const line of [...zaken[0].opvalt, ...zaken[0].doen, zaken[0].anders]) await page.getByText(line).waitFor();
  await seen(page, "melder-oefenen-klaar");
  assert.deepEqual([...new Set(asked)], ["GET"]);
  assert.deepEqual(await page.evaluate(keptHere), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
  await page.goBack();
  await onPlain(page, zaken[0].titel);
  const af = await browser.page(tablet);
  await logIn(af, instance.url, fleur);
  await af.getByRole("link", { name: "Te doen (0)" }).waitFor();
  await browser.close(secrets);
});

test("a draft of a real report is not shown, and stays", async () => {
  const page = await browser.page(phone);
  await beginReport(page, instance.url);
  const before = await page.evaluate(keptHere);
  assert.ok(before.length > 0);
  await begin(page, 2);
  await on(page, "Waar gaat het over?");
  await page.goto(`${instance.url}/oefenen/2/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  assert.equal(await page.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), "");
  await type(page, "Wat zag of hoorde je?", "Hier staat een verzonnen verhaal om te oefenen.");
  await page.getByRole("button", { name: "Wis alles" }).click();
  await page.getByRole("button", { name: /^Ja, wis/ }).click();
  await onPlain(page, zaken[1].titel);
  assert.deepEqual(await page.evaluate(keptHere), before);
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  assert.equal(await page.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), told.story);
  await browser.close(secrets);
});

test("a number is not called, and a link of the form stays in the case", async () => {
  const page = await browser.page(phone);
  await begin(page, 4);
  await on(page, "Waar gaat het over?");
  assert.equal(await page.getByRole("link", { name: "‹ Terug" }).getAttribute("href"), "/oefenen/4");
  await page.goto(`${instance.url}/oefenen/4/melden/veiligheid`);
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er nu iemand in gevaar?", "Ja");
  const says = page.waitForEvent("dialog");
  const pressed = page.getByRole("link", { name: /Direct gevaar|112/ }).first().click();
  const dialog = await says;
  assert.match(dialog.message(), /^Dit is oefenen\./);
  await dialog.dismiss();
  await pressed;
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await goOn(page);
  await on(page, "Wie kunnen we bellen?");
  assert.equal(await page.getByRole("link", { name: "‹ Terug" }).getAttribute("href"), "/oefenen/4/melden/veiligheid");
  await browser.close();
});

test("out of sight while practising covers a real draft as well", async () => {
  const page = await browser.page(phone);
  await beginReport(page, instance.url);
  await page.goto(`${instance.url}/oefenen/5`);
  await page.getByRole("link", { name: "Verberg scherm" }).click();
  await page.waitForURL("about:blank");
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Er staat een melding klaar");
  await browser.close(secrets);
});

test("without scripts the story is there, and what there was to see", async () => {
  const page = await browser.page(phone, { javaScriptEnabled: false });
  await page.goto(`${instance.url}/oefenen/3`);
  await onPlain(page, zaken[2].titel);
  await page.getByRole("link", { name: "Lees wat er te zien was" }).first().click();
  await onPlain(page, "Klaar met oefenen");
  await page.getByRole("link", { name: "Volgende verhaal" }).click();
  await onPlain(page, zaken[3].titel);
  await browser.close();
});

// Somebody is in danger and 112 was not called: that comes first, for the melder and for the AF. And no way on while
// Veilig Thuis is open.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { doesWork, dueWork, startInstance } from "./support/instance.mjs";
import { choose, codeIn, fillIn, goOn, lookUp, on, secrets, send } from "./support/melder.mjs";
import { ask, logIn, pick } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false, variables: doesWork });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("danger without 112 comes first, and no case with it is closed in silence", async () => {
  browser = await openBrowser();
  const { url } = instance;
  const melder = await browser.page(phone);
  await inDanger(melder, url);
  await firstIs112(melder, "melder-gevaar-nakijken");
  await send(melder);
  await on(melder, "Je melding is binnen");
  await firstIs112(melder, "melder-gevaar-ontvangen");
  const text = await melder.getByRole("main").innerText();
  assert.match(text, /belt je zo snel mogelijk/);
  assert.doesNotMatch(text, /uiterlijk/, "no day is promised");
  const code = codeIn(text);

  await opened(melder, url, code);
  await firstIs112(melder, "melder-gevaar-stand");
  await melder.getByText(/Je mag zelf bellen: /).waitFor();

  await officerSees(await browser.page(tablet), url);
  await browser.close([...secrets, code, code.replaceAll(" ", "")]);
});

/** The browser sealed it. Until due work opens it nobody knows that it can't wait: no day is promised before either. */
async function opened(page, url, code) {
  await lookUp(page, url, code);
  await page.getByText(/^We openen je melding nu\./).waitFor();
  assert.doesNotMatch(await page.getByRole("main").innerText(), /uiterlijk/, "no day is promised");
  await seen(page, "melder-gevaar-nog-dicht");
  await dueWork(url);
  await page.getByRole("button", { name: "Kijk opnieuw" }).click();
  await page.getByText("We bellen je zo snel mogelijk.").waitFor();
}

/** The report of the other journeys, in which somebody turns out to be in danger. */
async function inDanger(page, url) {
  await fillIn(page, url);
  await page.getByRole("link", { name: "Wijzig: Is iedereen veilig?" }).click();
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er nu iemand in gevaar?", "Weet ik niet");
  await page.getByText(/^Bel de politie of Veilig Thuis voor advies/).waitFor();
  await seen(page, "melder-gevaar-weet-niet");
  await choose(page, "Is er nu iemand in gevaar?", "Ja");
  await choose(page, "Heb je 112 gebeld?", "Nee");
  await choose(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
  await goOn(page);
  await on(page, "Wie kunnen we bellen?");
  await goOn(page);
  await on(page, "Kijk alles na");
}

async function firstIs112(page, name) {
  await page.getByText("Bel nu 112", { exact: true }).waitFor();
  const call = page.getByRole("link", { name: /^Direct gevaar/ });
  assert.equal(await call.getAttribute("href"), "tel:112");
  await seen(page, name);
}

async function officerSees(af, url) {
  await logIn(af, url, fleur);
  await af.getByText("Gevaar, 112 niet gebeld").waitFor();
  await seen(af, "af-gevaar-lijst");
  await af.getByRole("link", { name: /, dossier \d{4}-\d+$/ }).click();
  const now = af.getByRole("region", { name: /^Nu: / });
  await now.getByText("Acuut gevaar gemeld, 112 niet gebeld.").waitFor();
  assert.equal(await now.getByRole("link", { name: "112", exact: true }).getAttribute("href"), "tel:112");
  await seen(af, "af-gevaar-dossier");
  const early = af.getByRole("button", { name: "Eerder afsluiten" });
  assert.equal(await early.count(), 0, "first what was done with Veilig Thuis");
  const dialog = await ask(af, "Veilig Thuis vastleggen", "Veilig Thuis");
  await dialog.getByText("Is het thuis onveilig?").waitFor();
  await pick(dialog, "Wat is er gedaan?", "Niet nodig, want …");
  await pick(dialog, "Omdat", "Het is thuis niet onveilig");
  await dialog.getByLabel("Waarom?").fill("Het gebeurt op het werk");
  await seen(af, "af-veilig-thuis-niet-nodig");
  await dialog.getByRole("button", { name: "Bewaren", exact: true }).click();
  await early.waitFor();
}

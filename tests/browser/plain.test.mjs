// The report without scripts and without WebAssembly: one form, what is wrong with it, the receipt, and "Mijn melding".
// And the app's draft, which goes along where scripts work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, codeIn, on, onPlain, secrets, told, type } from "./support/melder.mjs";
import { logIn, openCase } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

const wrong = ["400 /melden/formulier"];
const send = (page) => page.getByRole("button", { name: "Versturen" }).click();

async function fillIn(page) {
  await choose(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }).check();
  await choose(page, "Gaat het over een collega?", "Nee");
  await page.getByText(/^Afhankelijk van een ander \(/).click();
  const how = page.getByRole("combobox", { name: new RegExp(`${told.signal}$`) });
  assert.equal(await how.isVisible(), false, "asked once it is ticked");
  await page.getByRole("checkbox", { name: new RegExp(`^${told.signal}`) }).check();
  await how.selectOption("Gehoord");
  await type(page, "Wat zag of hoorde je?", told.story);
  await type(page, "Waar was dat?", told.place);
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  await type(page, "Je naam", told.name);
}

async function codeOn(page) {
  await onPlain(page, "Je melding is binnen");
  const text = await page.getByRole("main").innerText();
  return codeIn(text);
}

test("a report without scripts: findings with all that was typed, receipt, and how it stands", async () => {
  const browser = await openBrowser({ refusals: wrong });
  try {
    // what a page shows is looked at with scripts of the journey's own, and nothing of the page runs
    const melder = await browser.page(phone, { javaScriptEnabled: false });
    await melder.goto(instance.url);
    await melder.getByRole("link", { name: "gebruik het eenvoudige formulier" }).click();
    await onPlain(melder, "Ik wil iets melden");
    await fillIn(melder);
    await send(melder);
    await melder.getByRole("heading", { name: "Dit klopt nog niet" }).waitFor();
    await melder.getByRole("link", { name: /^Vul je telefoonnummer in/ }).click();
    assert.equal(await melder.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), told.story);
    assert.ok(await melder.getByRole("checkbox", { name: new RegExp(`^${told.signal}`) }).isVisible(), "its group is open");
    await type(melder, "Je telefoonnummer", told.phone);
    await send(melder);
    const code = await codeOn(melder);
    await melder.getByRole("button", { name: "Bekijk hoe het ervoor staat" }).click();
    await melder.getByText(/belt je uiterlijk/).waitFor();

    const af = await browser.page(tablet);
    await logIn(af, instance.url, fleur);
    await openCase(af);
    await af.getByText(`${told.signal} · gehoord`).first().waitFor();
    await af.getByText(told.story).first().waitFor();
    await browser.close([...secrets, code, code.replaceAll(" ", "")]);
  } finally {
    await browser.end();
  }
});

test("every state of the plain pages can be used by everybody", async () => {
  const browser = await openBrowser({ refusals: [...wrong, "400 /mijn-melding"] });
  try {
    const page = await browser.page(phone);
    await page.goto(`${instance.url}/melden/formulier`);
    await onPlain(page, "Ik wil iets melden");
    assert.equal(await page.getByRole("group", { name: "Heb je 112 gebeld?" }).isVisible(), false);
    await seen(page, "melder-formulier");
    await choose(page, "Is er nu iemand in gevaar?", "Ja");
    await choose(page, "Is er iemand jonger dan 18 bij?", "Weet ik niet");
    await choose(page, "Gaat het over een collega?", "Ja");
    await choose(page, "Heb je 112 gebeld?", "Nee");
    await choose(page, "Wat deed je met Veilig Thuis?", "Nog niet gebeld");
    await type(page, "Zag een collega het?", "Kim Verzonnen");
    await page.getByRole("textbox", { name: "Telefoonnummer van die collega" }).waitFor();
    await send(page);
    await page.getByRole("heading", { name: "Dit klopt nog niet" }).waitFor();
    await seen(page, "melder-formulier-klopt-niet");
    await page.goto(`${instance.url}/mijn-melding`);
    await seen(page, "melder-mijn-melding-leeg");
    await page.getByRole("button", { name: "Bekijk", exact: true }).click();
    await page.getByText("Vul je code in.").waitFor();
    await seen(page, "melder-mijn-melding-geen-code");
    await browser.close();
  } finally {
    await browser.end();
  }
});

test("where WebAssembly stops, the draft goes along into the plain form and is gone once it is sent", async () => {
  const browser = await openBrowser({ refusals: wrong });
  try {
    const page = await browser.page(phone);
    await page.goto(`${instance.url}/melden/verhaal`);
    await on(page, "Vertel het in je eigen woorden");
    await type(page, "Wat zag of hoorde je?", told.story);
    await page.waitForFunction(() => localStorage.getItem("meldroute.melding"));
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto(`${instance.url}/melden/verhaal`);
    await page.getByRole("link", { name: "Ga verder met het eenvoudige formulier" }).click();
    await page.getByText("Wat je al had getypt, staat in dit formulier.").waitFor();
    const story = page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
    assert.equal(await story.inputValue(), told.story);
    await fillIn(page);
    await type(page, "Je telefoonnummer", told.phone);
    await send(page);
    await codeOn(page);
    await page.waitForFunction(() => localStorage.getItem("meldroute.melding") === null);
    // the error is what this journey is about, so `end` and not `close`
  } finally {
    await browser.end();
  }
});

test("a draft of somebody else is not shown by itself", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(phone);
    await page.goto(`${instance.url}/melden/verhaal`);
    await on(page, "Vertel het in je eigen woorden");
    await type(page, "Wat zag of hoorde je?", told.story);
    await page.waitForFunction(() => localStorage.getItem("meldroute.melding"));
    const other = await page.context().newPage();
    await other.goto(`${instance.url}/melden/formulier`);
    await other.getByText(/Is die niet van jou\? Wis hem dan\./).waitFor();
    await seen(other, "melder-formulier-klaar");
    const story = other.getByRole("textbox", { name: "Wat zag of hoorde je?" });
    assert.equal(await story.inputValue(), "");
    await other.getByRole("button", { name: "Ga verder met de melding" }).click();
    assert.equal(await story.inputValue(), told.story);
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

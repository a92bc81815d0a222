// A report by phone: the AF notes it, reads out the code, and the melder's code works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, on, secrets, stands, told, type } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser();
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("a report by phone is noted by the AF and gives the melder a code", async () => {
  const { url } = instance;
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await af.getByRole("link", { name: "Melding per telefoon" }).click();
  await on(af, "Melding per telefoon");
  await seen(af, "af-telefoon-leeg");
  await emptyIsRefused(af);
  await note(af);
  await seen(af, "af-telefoon");
  await af.getByRole("button", { name: "Verstuur de melding" }).click();
  await on(af, "De melding is binnen");
  const code = await shownCode(af);
  await seen(af, "af-telefoon-code");
  await withoutClipboard(af);

  const melder = await browser.page(phone);
  await stands(melder, url, code, "reported");
  await af.getByRole("link", { name: "Naar het dossier" }).click();
  await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · plek · arbeidsuitbuiting/ }).waitFor();
  await af.getByText("Genoteerd door Fleur Voorbeeld.").waitFor();
  for (const text of [told.story, told.name, `${told.signal} · gehoord`]) await af.getByText(text).first().waitFor();
  await af.getByText(/Nog geen melding bij Veilig Thuis/).waitFor();
  await seen(af, "af-telefoon-dossier");
  await browser.close([...secrets, code, code.replaceAll(" ", ""), "kapotte bel"]);
});

async function emptyIsRefused(af) {
  await af.getByRole("button", { name: "Verstuur de melding" }).click();
  const summary = af.getByRole("group", { name: "Dit klopt nog niet" });
  await summary.and(af.locator(":focus")).waitFor();
  assert.ok((await summary.getByRole("link").count()) >= 5);
}

async function note(af) {
  await choose(af, "Is er nu iemand in gevaar?", "Nee");
  await choose(af, "Is er iemand jonger dan 18 bij?", "Weet ik niet");
  await choose(af, "Wat is er gedaan met Veilig Thuis?", "Nog niet gebeld");
  await type(af, "Waarom nog niet?", "Kapotte bel, de melder belt straks.");
  await choose(af, "Waar gaat het over?", "Over een plek of bedrijf");
  await choose(af, "Gaat het over een collega?", "Nee");
  await af.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
  await type(af, "Wat zag of hoorde de melder?", told.story);
  await af.getByRole("checkbox", { name: told.signal }).check();
  await choose(af, "Hoe weet de melder dit?", "Gehoord");
  await type(af, "Naam van de melder", told.name);
  await type(af, "Werktelefoon van de melder", told.phone);
}

/** Over plain HTTP a browser has no clipboard at all: the page says so, and nothing throws. */
async function withoutClipboard(af) {
  await af.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await af.getByRole("button", { name: "Kopieer code" }).click();
  await af.getByRole("status").getByText("Kopiëren lukt hier niet. Schrijf het over.").waitFor();
}

/** The code as a screen reader says it: `Code: K, 7, M. 4, P, Q. …` */
async function shownCode(af) {
  const spoken = await af.getByText(/^Code: /).innerText();
  const code = spoken.slice("Code: ".length).replaceAll(". ", " ").replaceAll(", ", "");
  assert.match(code, /^(?:[0-9A-Z]{3} ){5}[0-9A-Z]{3}$/);
  return code;
}

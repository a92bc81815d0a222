// Every way in has one page: by phone to a case with contact in one touch, from KMT without a melder until it is
// closed, and on behalf of a colleague who is called first.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, on, secrets, told, type } from "./support/melder.mjs";
import { agree, ask, day, keep, logIn, wasThere } from "./support/officer.mjs";
import { fromForm } from "./support/route.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

/** One journey with a browser of its own. */
async function during(play) {
  const browser = await openBrowser();
  try {
    const af = await browser.page(tablet);
    await logIn(af, instance.url, fleur);
    await af.getByRole("link", { name: "Melding opnemen" }).click();
    await on(af, "Melding opnemen");
    await play(af, browser);
    await browser.close([...secrets, "kenmerk-ooievaar", "bo fictief"]);
  } finally {
    await browser.end();
  }
}

test("by phone: the contact is recorded in one touch, at the time of the report", () =>
  during(async (af) => {
    await note(af);
    await melder(af);
    await takeIn(af);
    await af.getByText(/^Code: /).waitFor();
    await seen(af, "af-opnemen-binnen");
    await af.getByRole("button", { name: "Ik sprak de melder: leg het contact vast" }).click();
    await af.getByRole("status").filter({ hasText: "Het contact is bewaard." }).waitFor();
    await af.getByRole("link", { name: "Vul het meldingsformulier in" }).click();
    // nothing that was typed is typed again
    const form = af.getByRole("region", { name: "Meldingsformulier", exact: true });
    await form.waitFor();
    assert.equal(await form.getByRole("textbox", { name: "Plek of bedrijf" }).inputValue(), told.place);
    await af.getByRole("link", { name: "‹ Dossier" }).click();
    await af.getByRole("heading", { name: "Nu: vul het meldingsformulier in" }).waitFor();
  }));

test("the parts of the page fold, and one with something missing in it unfolds", () =>
  during(async (af) => {
    await choose(af, "Hoe komt het binnen?", "Aan de balie");
    const story = af.getByRole("textbox", { name: "Wat is er gezien of gehoord?" });
    await af.getByRole("heading", { name: "Wat is er gezien?" }).click();
    await story.waitFor({ state: "hidden" });
    await af.getByRole("button", { name: "Neem op als melding" }).click();
    await story.waitFor();
    await seen(af, "af-opnemen-fouten");
  }));

test("from KMT without a melder, from in to closed: nobody is called or told, and there is no code", () =>
  during(async (af, browser) => {
    await choose(af, "Hoe komt het binnen?", "Van het KMT, zonder melder");
    assert.equal(await af.getByRole("textbox", { name: "Naam van de melder" }).count(), 0);
    await note(af);
    await type(af, "Wie bij het KMT?", "procesmanager");
    await af.getByLabel("Op welke dag gaf het KMT het door?").fill(day(0));
    await type(af, "Kenmerk van het KMT", "Kenmerk-ooievaar");
    await seen(af, "af-opnemen-kmt");
    await takeIn(af);
    await af.getByText("Er is geen melder: er is geen code, en er is niemand om te bellen.").waitFor();
    assert.equal(await af.getByText(/^Code: /).count(), 0);
    await af.getByRole("link", { name: "Naar het dossier" }).click();
    await af.getByRole("heading", { name: "Nu: vul het meldingsformulier in" }).waitFor();
    await af.getByText("Geen melder: dit signaal kwam van KMT").first().waitFor();
    await af.getByText("Kenmerk-ooievaar").waitFor();
    await seen(af, "af-dossier-kmt");
    const melderNeeded = ["Niet bereikt", "Contact vastleggen", "Nieuwe code", "Vraag aan de melder", "Terugkoppelen"];
    for (const name of melderNeeded) assert.equal(await af.getByRole("button", { name, exact: true }).count(), 0, name);
    await fromForm(af);
    await decide(af);
    await agree(await browser.page(tablet), instance.url, sam);
    await af.reload();
    const close = await ask(af, "Afsluiten", "Dossier afsluiten");
    await keep(af, close, "Dossier afsluiten", "Het dossier is afgesloten.");
    await seen(af, "af-dossier-kmt-afgerond");
  }));

test("on behalf of a colleague: the call card says whom to call first, and the other stays visible", () =>
  during(async (af) => {
    await choose(af, "Hoe komt het binnen?", "Namens een collega");
    await note(af);
    await melder(af);
    await takeInRefused(af, "Vul de naam van de collega in.");
    await type(af, "Naam van de collega die het zag", "Bo Fictief");
    await choose(af, "Wie bellen we eerst?", "De collega die het zag");
    await type(af, "Telefoonnummer van die collega", "074 111 11 11");
    await seen(af, "af-opnemen-collega");
    await takeIn(af);
    await af.getByRole("link", { name: "Naar het dossier" }).click();
    await af.getByText(/Bel eerst de collega die het zag: .*Bo Fictief.*074 111 11 11/).waitFor();
    await af.getByRole("link", { name: "074 111 11 11" }).waitFor();
    await af.getByText(told.name).first().waitFor();
    await seen(af, "af-dossier-collega");
  }));

async function note(af) {
  await choose(af, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(af, "Is er nu iemand in gevaar?", "Nee");
  await choose(af, "Waar gaat het over?", "Over een plek of bedrijf");
  await choose(af, "Gaat het over een collega?", "Nee");
  await af.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
  await type(af, "Wat is er gezien of gehoord?", told.story);
  await type(af, "Waar was dat?", told.place);
}

async function melder(af) {
  await type(af, "Naam van de melder", told.name);
  await type(af, "Werktelefoon van de melder", told.phone);
}

const press = (af) => af.getByRole("button", { name: "Neem op als melding" }).click();

async function takeIn(af) {
  await press(af);
  await on(af, "De melding is binnen");
}

async function takeInRefused(af, why) {
  await press(af);
  await af.getByRole("group", { name: "Dit klopt nog niet" }).getByText(why).waitFor();
}

/** The page of the decision says that there is no melder, and asks nothing about one. */
async function decide(af) {
  const page = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  assert.equal(await page.getByRole("group", { name: "Is de melder vóór dit besluit gehoord?" }).count(), 0);
  await page.getByText("Geen melder: dit signaal kwam van KMT.").waitFor();
  await page.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Waarschijnlijk dwang op het werk.");
  await page.getByRole("group", { name: "Hoe schatten jullie het in?" }).getByRole("radio", { name: "Waarschijnlijk mensenhandel" }).check();
  await wasThere(page, "Sam Oefening");
  const step = page.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Regie WMO" });
  await step.getByRole("textbox", { name: "Wie ontvangt het daar?" }).fill("regisseur Wmo");
  await step.getByRole("textbox", { name: "Wat deel je?" }).fill("Wat er speelt, zonder namen.");
  await keep(af, page, "Besluit voorleggen", "Het besluit ligt voor.");
}

// Two melders report the same: one report goes on under the other as its lead case, each melder keeps code and answer,
// and the report is on its own again. Then it is joined once more, decided with its lead case, and both melders are
// told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, stands } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, pick, wasThere, workday } from "./support/officer.mjs";

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

test("a report goes on under a lead case, is on its own again, and ends with it in the end", async () => {
  const { url } = instance;
  const [first, second] = [await browser.page(phone), await browser.page(phone)];
  const codes = [await report(first, url), await report(second, url)];
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  const links = af.getByRole("listitem").getByRole("link", { name: /, dossier / });
  const labels = await links.evaluateAll((all) => all.map((link) => link.getAttribute("aria-label") ?? link.textContent));
  const [lead, joined] = labels.map((label) => label.match(/\d{4}-\d+$/)[0]).sort();

  await open(af, joined);
  await spoken(af);
  await join(af, lead);
  const card = af.getByRole("heading", { name: "Samengevoegd", exact: true }).locator("..");
  await card.getByRole("link", { name: `Hoort bij ${lead}` }).waitFor();
  assert.equal(await af.getByRole("button", { name: "Onderzoek starten" }).count(), 0, "the lead case is investigated");
  await seen(af, "af-samengevoegd");
  await stands(second, url, codes[1], "contact");
  await card.getByRole("link", { name: `Hoort bij ${lead}` }).click();
  await af.getByRole("heading", { level: 1, name: new RegExp(`^${lead} · `) }).waitFor();
  await af.getByRole("link", { name: joined, exact: true }).waitFor();
  await seen(af, "af-hoofddossier");
  // the other melder's own promise is untouched
  await stands(first, url, codes[0], "reported");

  await open(af, joined);
  const alone = await ask(af, "Losmaken", "Weer een eigen dossier");
  await alone.getByRole("textbox", { name: "Waarom gaat deze melding weer zelf verder?" }).fill("Toch een andere plek.");
  await keep(af, alone, "Losmaken", "De melding gaat zelf verder.");
  await af.getByRole("button", { name: "Onderzoek starten" }).waitFor();
  await open(af, lead);
  assert.equal(await af.getByRole("heading", { name: "Samengevoegd", exact: true }).count(), 0);

  await open(af, joined);
  await join(af, lead);
  await decided(af, lead);
  for (const number of [joined, lead]) await told(af, number);
  await open(af, lead);
  const close = await ask(af, "Afsluiten", "Dossier afsluiten");
  await keep(af, close, "Dossier afsluiten", "Het dossier is afgesloten.");
  for (const [page, code] of [[first, codes[0]], [second, codes[1]]]) await stands(page, url, code, "done");
  await open(af, joined, `${url}/af/afgerond`);
  await seen(af, "af-samengevoegd-afgerond");
  await browser.close([...secrets, ...codes, ...codes.map((code) => code.replaceAll(" ", ""))]);
});

/** Opens a case from a list. */
async function open(page, number, list = `${instance.url}/af`) {
  await page.goto(list);
  await page.getByRole("listitem").getByRole("link", { name: new RegExp(`dossier ${number}$`) }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${number} · `) }).waitFor();
}

/** The melder was spoken to, and the form is filled in. */
async function spoken(af) {
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  const form = await ask(af, "Meldingsformulier invullen", "Meldingsformulier");
  await form.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill("Geen direct gevaar bekend.");
  await pick(form, "Zijn er kinderen in huis?", "Nee");
  await pick(form, "Weet de persoon van de melding?", "Nee");
  await keep(af, form, "Formulier bewaren", "Het formulier is bewaard.");
  await leavePage(af);
}

async function join(af, lead) {
  const dialog = await ask(af, "Samenvoegen", "Samenvoegen met een ander dossier");
  await dialog.getByRole("textbox", { name: "Nummer van het hoofddossier" }).fill(lead);
  await dialog.getByRole("textbox", { name: "Waarom horen ze bij elkaar?" }).fill("Dezelfde verzonnen wasserij.");
  await keep(af, dialog, "Samenvoegen", "De melding is samengevoegd.");
}

/** The lead case, through its investigation to the decision that another AF agrees to. */
async function decided(af, lead) {
  await open(af, lead);
  await spoken(af);
  const plan = await ask(af, "Onderzoek starten", "Onderzoek starten");
  await plan.getByRole("textbox", { name: "Welke vraag wil je beantwoorden?" }).fill("Wie houdt het paspoort?");
  await plan.getByLabel("Tot en met wanneer?").fill(workday(7));
  await keep(af, plan, "Onderzoek starten", "Het onderzoek is gestart.");
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await kmt.getByRole("textbox", { name: "Het antwoord of advies" }).fill("Ja. Bespreek het.");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
  const move = await ask(af, "Naar het beslismoment", "Naar het beslismoment");
  await keep(af, move, "Naar het beslismoment", "Het dossier wacht op het werkoverleg.");
  const ruling = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  await ruling.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Misschien dwang op het werk.");
  await pick(ruling, "Hoe schatten jullie het in?", "Nu te weinig aanwijzingen");
  await pick(ruling, "Is de melder vóór dit besluit gehoord?", "Ja");
  await wasThere(ruling, "Sam Oefening");
  const step = ruling.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Nu te weinig aanwijzingen: niets delen" });
  await keep(af, ruling, "Besluit voorleggen", "Het besluit ligt voor.");
  const colleague = await browser.page(tablet);
  await logIn(colleague, instance.url, sam);
  await open(colleague, lead);
  const agreeing = await ask(colleague, "Akkoord geven", "Akkoord geven");
  await agreeing.getByRole("button", { name: "Ik ga akkoord" }).click();
  await colleague.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
}

/** Each melder hears it in the report that is theirs. */
async function told(af, number) {
  await open(af, number);
  const feedback = await ask(af, "Terugkoppelen", "Terugkoppelen aan de melder");
  await feedback.getByRole("button", { name: /We gaan ermee verder/ }).click();
  await keep(af, feedback, "Terugkoppeling bewaren", "De terugkoppeling is bewaard.");
}

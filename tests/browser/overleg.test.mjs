// A werkoverleg on a tablet: an AF asks to discuss a case, plans the werkoverleg with the cases that the page proposes,
// reads the sheets aloud, and records the decision of one. A colleague who was there agrees.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { on, report, secrets, told } from "./support/melder.mjs";
import { agree, ask, keep, logIn, openCase, pick, workday } from "./support/officer.mjs";
import { toDecision } from "./support/route.mjs";

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

test("a case is asked for, planned, read aloud and decided by those who were there", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  const code = await report(melder, url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  await asks(af);
  await toDecision(af);
  await plans(af);
  await reads(af);
  await decides(af);
  const other = await browser.page(tablet);
  await agree(other, url, sam);
  await af.reload();
  await af.getByRole("heading", { name: "Nu: koppel terug aan de melder" }).waitFor();
  const decided = af.getByRole("heading", { name: "Besluit", exact: true }).locator("..");
  await decided.getByText(/Fleur Voorbeeld, Sam Oefening/).waitFor();
  await seen(af, "af-besloten-in-overleg");
  await browser.close([...secrets, code, code.replaceAll(" ", "")]);
});

/** On the page of the case, with the keyboard only, and back. */
async function asks(af) {
  await pressOn(af, af.getByRole("button", { name: "Bespreek in het werkoverleg" }), "Enter");
  await af.getByText("Gevraagd om te bespreken.").waitFor();
  await seen(af, "af-bespreken-gevraagd");
}

/** The day, who is there and the case are filled in already: one press plans it. */
async function plans(af) {
  await af.getByRole("link", { name: "‹ Te doen" }).click();
  await af.getByRole("link", { name: "Overleg", exact: true }).click();
  await on(af, "Werkoverleg");
  const cases = af.getByRole("group", { name: "Welke dossiers bespreken jullie?" });
  await cases.getByText("Wacht op een besluit. Gevraagd om te bespreken").waitFor();
  assert.ok(await cases.getByRole("checkbox").isChecked());
  await seen(af, "af-overleg-plannen");
  await af.getByLabel(/^Wanneer is het volgende/).fill("2020-01-01");
  await pressOn(af, af.getByRole("button", { name: "Plan het overleg" }), "Enter");
  await af.getByText("Kies een dag na dit overleg, binnen een jaar.").first().waitFor();
  await seen(af, "af-overleg-fout");
  await af.getByLabel(/^Wanneer is het volgende/).fill(workday(14));
  await pressOn(af, af.getByRole("button", { name: "Plan het overleg" }), "Enter");
  await af.getByRole("heading", { level: 1, name: /^Werkoverleg van / }).waitFor();
  await seen(af, "af-overleg");
}

/** The question is on the sheet; the melder, and what the melder wrote, are not. */
async function reads(af) {
  await pressOn(af, af.getByRole("button", { name: "Lees voor" }), "Enter");
  const sheet = af.getByRole("article", { name: /^Dossier / });
  await sheet.getByText("Wie houdt het paspoort?").waitFor();
  const text = await sheet.innerText();
  for (const hidden of [told.name, told.story]) assert.ok(!text.includes(hidden), `${hidden} is on the sheet`);
  await seen(af, "af-overleg-blad");
  await af.emulateMedia({ media: "print" });
  assert.equal(await af.getByRole("button").filter({ visible: true }).count(), 0, "no buttons on paper");
  await af.emulateMedia({ media: null });
  await sheet.getByRole("link", { name: /^Leg het besluit vast/ }).click();
  await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
}

/** Nothing of the werkoverleg is typed again. */
async function decides(af) {
  const dialog = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  const there = dialog.getByRole("group", { name: "Welke aandachtsfunctionarissen waren erbij?" });
  for (const name of [/^Fleur Voorbeeld/, /^Sam Oefening/]) assert.ok(await there.getByRole("checkbox", { name }).isChecked());
  await dialog.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Waarschijnlijk dwang op het werk.");
  await pick(dialog, "Hoe schatten jullie het in?", "Nu te weinig aanwijzingen");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  await dialog.getByRole("textbox", { name: /^Wat is met de melder besproken/ }).fill("Wat we hierna doen.");
  const step = dialog.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Nu te weinig aanwijzingen: niets delen" });
  await seen(af, "af-besluit-van-overleg");
  await keep(af, dialog, "Besluit voorleggen", "Het besluit ligt voor.");
  await af.getByRole("heading", { name: "Wacht op akkoord van een collega" }).waitFor();
}

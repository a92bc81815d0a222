// The dialogs of a dossier: each error leads to its field, and the focus moves when a group is added or removed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets } from "./support/melder.mjs";
import { ask, keep, logIn, openCase, pick, workday } from "./support/officer.mjs";

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

/** Each error in the summary of a dialog leads to a field of that dialog, and nothing in the page has the same id twice. */
async function errorsLead(page, dialog, count) {
  const summary = dialog.getByRole("group", { name: "Dit klopt nog niet" });
  await summary.and(page.locator(":focus")).waitFor();
  const links = summary.getByRole("link");
  assert.equal(await links.count(), count, (await links.allInnerTexts()).join(" | "));
  for (let at = 0; at < count; at += 1) {
    const field = await links.nth(at).getAttribute("href");
    await links.nth(at).click();
    await dialog.locator(`${field}:focus, ${field} :focus`).waitFor();
    const said = await dialog.locator(`${field}-error`).innerText();
    assert.equal(said, await links.nth(at).innerText(), "the field says the same");
  }
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], "an id occurs twice");
}

/** Opens a dialog, empties its dates, sends it, and puts it away. */
async function sentEmpty(page, button, title, sends, count) {
  const dialog = await ask(page, button, title);
  for (const date of await dialog.locator("input[type=date], input[type=datetime-local]").all()) await date.fill("");
  await dialog.getByRole("button", { name: sends, exact: true }).click();
  await errorsLead(page, dialog, count);
  await dialog.getByRole("button", { name: "Nu niet" }).click();
  await dialog.waitFor({ state: "hidden" });
}

const focused = (page, locator) => locator.and(page.locator(":focus")).waitFor();

test("every error of a dialog leads to its field", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  await report(melder, url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);

  await sentEmpty(af, "Notitie toevoegen", "Notitie", "Notitie bewaren", 1);
  await sentEmpty(af, "Veilig Thuis vastleggen", "Veilig Thuis", "Bewaren", 1);
  await sentEmpty(af, "Toewijzen", "Dossier toewijzen", "Toewijzen", 1);
  await sentEmpty(af, "Collega uitsluiten", "Collega uitsluiten", "Sluit uit", 2);
  await sentEmpty(af, "Eerder afsluiten", "Eerder afsluiten", "Dossier afsluiten", 5);
  await af.getByText("Corrigeren, bewaren, verzoeken").click();
  for (const [name, count] of beside) await sentEmpty(af, name, name, "Leg vast", count);
  await route(af);
  await browser.close([...secrets, "weerwolf"]);
});

const beside = [
  ["Corrigeren", 4],
  ["Bewaarplicht vastleggen", 1],
  ["Verwerking beperken", 1],
  ["Verzoek vastleggen", 3],
  ["Betrokkene is ingelicht", 2],
  ["Inlichten uitstellen", 3],
  ["Overgenomen door ander systeem", 2],
];

/** Along the steps of the route, with what belongs to each. */
async function route(af) {
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await pick(contact, "Hoe sprak je de melder?", "Telefoon");
  await contact.getByRole("textbox", { name: "Wat bespraken jullie?" }).fill("Codewoord weerwolf.");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");

  await sheet(af);
  await sentEmpty(af, "Onderzoek starten", "Onderzoek starten", "Onderzoek starten", 2);
  const plan = await ask(af, "Onderzoek starten", "Onderzoek starten");
  await plan.getByRole("textbox", { name: "Welke vraag wil je beantwoorden?" }).fill("Wie heeft de Verzonnen Wasserij?");
  await plan.getByLabel("Tot en met wanneer?").fill(workday(10));
  await keep(af, plan, "Onderzoek starten", "Het onderzoek is gestart.");

  await sentEmpty(af, "Bron vastleggen", "Bron vastleggen", "Bron bewaren", 3);
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await pick(kmt, "Wat vroeg je?", "Bekend bij KMT?");
  for (const begun of ["Je vraag", "Aan wie vroeg je het?"]) await kmt.getByRole("textbox", { name: begun }).fill("");
  await kmt.getByRole("button", { name: "KMT-check bewaren" }).click();
  await errorsLead(af, kmt, 4);
  await kmt.getByRole("textbox", { name: "Je vraag" }).fill("Kennen jullie dit?");
  await kmt.getByRole("combobox", { name: "Grondslag" }).selectOption({ index: 1 });
  await kmt.getByRole("textbox", { name: "Aan wie vroeg je het?" }).fill("procesmanager KMT");
  await kmt.getByRole("textbox", { name: "Het antwoord of advies" }).fill("Nee.");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
  await keep(af, await ask(af, "Naar het beslismoment", "Naar het beslismoment"), "Naar het beslismoment", "Het dossier wacht");
  await decision(af);
}

/** The form: the focus goes into a person that was added, and stays near one that was taken away. */
async function sheet(af) {
  const dialog = await ask(af, "Meldingsformulier invullen", "Meldingsformulier");
  const add = dialog.getByRole("button", { name: "Voeg persoon toe" });
  const person = (number) => dialog.getByRole("group", { name: `Persoon ${number}`, exact: true });
  for (const number of [1, 2, 3]) {
    await add.click();
    await focused(af, person(number).getByRole("group", { name: "Rol" }).getByRole("checkbox").first());
    await person(number).getByRole("textbox", { name: "Talen" }).fill(`Taal ${number}`);
  }
  await dialog.getByRole("button", { name: "Formulier bewaren" }).click();
  await errorsLead(af, dialog, 3 * 3 + 3);
  await dialog.getByRole("button", { name: "Haal persoon 2 weg" }).click();
  await focused(af, dialog.getByText("Persoon 2", { exact: true }));
  assert.equal(await person(2).getByRole("textbox", { name: "Talen" }).inputValue(), "Taal 3");
  await dialog.getByRole("button", { name: "Haal persoon 2 weg" }).click();
  await focused(af, dialog.getByText("Persoon 1", { exact: true }));
  await dialog.getByRole("button", { name: "Haal persoon 1 weg" }).click();
  await focused(af, dialog.getByRole("group", { name: "Persoon toevoegen" }));
  assert.equal(await dialog.getByText(/^Persoon \d$/).count(), 0);
  await dialog.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill("Geen direct gevaar bekend.");
  await pick(dialog, "Zijn er kinderen in huis?", "Nee");
  await pick(dialog, "Weet de persoon van de melding?", "Nee");
  await keep(af, dialog, "Formulier bewaren", "Het formulier is bewaard.");
}

/** A decision without a vervolgstap says so where one is added, not at another question. */
async function decision(af) {
  const dialog = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  await dialog.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Waarschijnlijk dwang op het werk.");
  await pick(dialog, "Hoe schatten jullie het in?", "Waarschijnlijk mensenhandel");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  await dialog.getByRole("button", { name: "Haal vervolgstap 1 weg" }).click();
  await dialog.getByRole("button", { name: "Besluit voorleggen" }).click();
  await errorsLead(af, dialog, 1);
  await focused(af, dialog.getByRole("group", { name: "Vervolgstap toevoegen" }));
  await dialog.getByText("Voeg ten minste een vervolgstap toe.").last().waitFor();
  await seen(af, "af-besluit-fouten");
  await dialog.getByRole("button", { name: "Voeg vervolgstap toe" }).click();
  await dialog.getByRole("button", { name: "Besluit voorleggen" }).click();
  await errorsLead(af, dialog, 1);
  const step = dialog.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Politie/AVIM" });
  await step.getByRole("checkbox", { name: /^We noemen iemand die misschien gedwongen is/ }).check();
  await dialog.getByRole("button", { name: "Besluit voorleggen" }).click();
  // the only ground is chosen already
  await errorsLead(af, dialog, 3);
}

// Steps of the route that a journey needs and is not about.
import { ask, keep, pick, workday } from "./officer.mjs";

/** From a report that was opened to a case that waits for the werkoverleg. */
export async function toDecision(af) {
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await pick(contact, "Hoe sprak je de melder?", "Telefoon");
  await contact.getByRole("textbox", { name: "Wat bespraken jullie?" }).fill("Rustig gesproken.");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  await fromForm(af);
}

/** The same from the meldingsformulier on. */
export async function fromForm(af) {
  const form = await ask(af, "Meldingsformulier invullen", "Meldingsformulier");
  await form.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill("Geen direct gevaar bekend.");
  await pick(form, "Zijn er kinderen in huis?", "Nee");
  await pick(form, "Weet de persoon van de melding?", "Nee");
  await keep(af, form, "Formulier bewaren", "Het formulier is bewaard.");
  const plan = await ask(af, "Onderzoek starten", "Onderzoek starten");
  await plan.getByRole("textbox", { name: "Welke vraag wil je beantwoorden?" }).fill("Wie houdt het paspoort?");
  await plan.getByLabel("Tot en met wanneer?").fill(workday(7));
  await keep(af, plan, "Onderzoek starten", "Het onderzoek is gestart.");
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await pick(kmt, "Wat vroeg je?", "Advies zonder namen");
  await kmt.getByRole("textbox", { name: "Je vraag" }).fill("Past dit bij arbeidsuitbuiting?");
  await kmt.getByRole("textbox", { name: "Samenvatting zonder namen" }).fill("Mensen slapen op het werk.");
  await kmt.getByRole("textbox", { name: "Aan wie vroeg je het?" }).fill("procesmanager KMT");
  await kmt.getByRole("textbox", { name: "Het antwoord of advies" }).fill("Ja. Bespreek het.");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
  const move = await ask(af, "Naar het beslismoment", "Naar het beslismoment");
  await keep(af, move, "Naar het beslismoment", "Het dossier wacht op het werkoverleg.");
}

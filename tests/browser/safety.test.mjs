// Veilig Thuis ends as it ends in reality: an AF knows of a minor, Veilig Thuis declines, KMT is asked the same day.
// Two AFs lower what was known. The meldcode stands beside it, and says what follows before an answer is chosen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets } from "./support/melder.mjs";
import { ask, keep, logIn, openCase, pick } from "./support/officer.mjs";

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

test("a minor comes up, Veilig Thuis declines, KMT is asked, and two AFs lower what was known", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  await correct(af, "Ja", "Gezien op de schoolpas");
  const card = af.getByRole("heading", { level: 2, name: "Veiligheid", exact: true }).locator("..");
  await card.getByText("Er is iemand jonger dan 18 bij.").waitFor();
  await card.getByText(/^De melder schreef: Iemand jonger dan 18: nee/).waitFor();
  await card.getByText(/Gecorrigeerd door Fleur Voorbeeld/).waitFor();
  const early = af.getByRole("button", { name: "Eerder afsluiten" });
  assert.equal(await early.count(), 0, "Veilig Thuis first");
  await seen(af, "af-veiligheid-gecorrigeerd");

  const vtt = await ask(af, "Veilig Thuis vastleggen", "Veilig Thuis");
  await pick(vtt, "Wat is er gedaan?", "Veilig Thuis neemt het niet aan");
  await vtt.getByLabel("Waarom niet?").fill("Geen huiselijk geweld");
  await seen(af, "af-veilig-thuis-niet-aangenomen");
  await keep(af, vtt, "Bewaren", "Bewaard wat er met Veilig Thuis is gedaan.");
  await af.getByRole("heading", { name: "Nu: vraag vandaag het KMT" }).waitFor();
  await seen(af, "af-vraag-kmt-vandaag");
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await pick(kmt, "Wat vroeg je?", "Advies zonder namen");
  await kmt.getByLabel("Je vraag").fill("Wat nu?");
  await kmt.getByLabel("Samenvatting zonder namen").fill("Een jongere werkt elke nacht");
  await kmt.getByLabel("Aan wie vroeg je het?").fill("Procesmanager");
  await kmt.getByLabel("Het antwoord of advies").fill("Ga door met de route");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
  await early.waitFor();

  await correct(af, "Nee", "Op het paspoort staat 1998");
  await card.getByText("Er is iemand jonger dan 18 bij.").waitFor();
  const colleague = await browser.page(tablet);
  await logIn(colleague, url, sam);
  await openCase(colleague);
  const agree = await ask(colleague, "Akkoord geven", "Akkoord geven");
  await agree.getByRole("button", { name: "Ik ga akkoord" }).click();
  // the case was the colleague's to agree on, and no more than that
  await colleague.getByRole("heading", { name: "Van collega's" }).waitFor();
  await af.reload();
  await card.getByText("Geen minderjarige bekend.").waitFor();
});

test("the meldcode says what follows before an answer is chosen, with the keyboard too", async () => {
  const { url } = instance;
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  await af.getByText("Stappen en vragen").focus();
  await af.keyboard.press("Enter");
  await af.getByRole("button", { name: "Meldcode invullen" }).focus();
  await af.keyboard.press("Enter");
  const dialog = af.getByRole("dialog", { name: "Meldcode", exact: true });
  await dialog.getByText("Ja: Dan vraag 2.").waitFor();
  await dialog.getByText("Nee: De meldcode stopt hier. Dat leg je hiermee vast.").waitFor();
  await dialog.getByText("De route mensenhandel gaat door.", { exact: true }).waitFor();
  await seen(af, "af-meldcode-vraag");
  await pick(dialog, "Je antwoord", "Nee");
  await dialog.getByLabel(/^Waarom\? Wat heb je gezien/).fill("Het speelt op het werk");
  await keep(af, dialog, "Bewaren", "Vastgelegd. Het staat in de tijdlijn.");
  const card = af.getByRole("heading", { level: 2, name: "Meldcode", exact: true }).locator("..");
  await card.getByText(/Nee\. Het speelt op het werk \(Fleur Voorbeeld/).waitFor();
  await card.getByText(/De meldcode stopt hier.*De route mensenhandel gaat door\./).waitFor();
  await seen(af, "af-meldcode");
  await browser.close(secrets);
});

/** Corrects whether somebody is younger than 18. */
async function correct(page, is, reason) {
  const dialog = await ask(page, "Leeftijd of gevaar corrigeren", "Leeftijd of gevaar corrigeren");
  await pick(dialog, "Wat klopt er niet?", "Iemand jonger dan 18");
  await pick(dialog, "Hoe is het?", is);
  await dialog.getByLabel("Hoe weet je dat?").fill(reason);
  await keep(page, dialog, "Correctie bewaren", "Vastgelegd. Het staat in de tijdlijn.");
}

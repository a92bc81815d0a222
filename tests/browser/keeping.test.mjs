// Retention and destruction: an AF proposes, the FG agrees, and the case is gone; and an AF's acts for the rights of
// data subjects.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";
import { logIn, pick } from "./support/officer.mjs";

const password = "oefenen met meldroute";
const fleur = { inlognaam: "fleur.voorbeeld", wachtwoord: password };
const faye = { inlognaam: "faye.gegevens", wachtwoord: password };

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: true, variables: { SPIN_VARIABLE_WORK_TOKEN: "een-woord-dat-lang-genoeg-is" } });
  // in a practice instance everybody has the same app, as the seed says
  const [, factor] = instance.accounts.match(/zet ([A-Z2-7]+) in je app/);
  for (const account of [fleur, faye]) account.factor = factor;
  browser = await openBrowser({ refusals: ["404 /dossiers/"] });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const says = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();

test("an AF proposes, the FG agrees, and the case is gone", async () => {
  const headers = { authorization: "Bearer een-woord-dat-lang-genoeg-is" };
  const work = await fetch(`${instance.url}/api/v1/onderhoud`, { method: "POST", headers });
  assert.equal((await work.json()).teVernietigen, 1);
  const [af, fg] = [await browser.page(tablet), await browser.page(tablet)];
  await logIn(af, instance.url, fleur);
  await af.getByRole("link", { name: "Afgerond" }).click();
  await on(af, "Afgerond");
  await af.getByRole("link", { name: /^Bekijk dossier / }).last().click();
  const number = (await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).textContent()).split(" ")[0];
  const address = af.url();
  await rights(af);
  await af.goto(`${instance.url}/af`);
  await af.getByRole("link", { name: "Bewaren (1)" }).click();
  await on(af, "Bewaren en vernietigen");
  await af.getByText(`${number} · Vergissing`).waitFor();
  await seen(af, "af-bewaren");
  await af.getByRole("button", { name: `Stel voor om ${number} te vernietigen` }).click();
  await says(af, `Vernietigen van ${number} is voorgesteld.`);
  await af.getByText("Jij stelde dit voor. Een ander gaat akkoord.").waitFor();
  assert.equal(await af.getByRole("button", { name: /^Akkoord/ }).count(), 0, "not the same person");

  await logIn(fg, instance.url, faye, "Logboek");
  await fg.getByRole("link", { name: "Bewaren" }).click();
  await on(fg, "Bewaren en vernietigen");
  await fg.getByText(/Voorgesteld door Fleur Voorbeeld/).waitFor();
  await seen(fg, "fg-bewaren");
  await fg.getByRole("button", { name: new RegExp(`^Akkoord ?: vernietig ${number}$`) }).click();
  const sure = fg.getByRole("dialog", { name: "Dossier vernietigen" });
  await sure.waitFor();
  await seen(fg, "fg-vernietigen");
  await sure.getByRole("button", { name: "Ja, vernietig dit dossier" }).click();
  await says(fg, `Dossier ${number} is vernietigd.`);
  await fg.getByRole("table", { name: "Verklaringen" }).getByText(number).waitFor();
  await seen(fg, "fg-verklaring");

  await af.goto(address);
  await af.getByText("Dit dossier is er nu niet").waitFor();
  await browser.close(["lekkende", "verschreven"]);
});

/** A correction stands beside the report. */
async function rights(af) {
  await af.getByText("Corrigeren, bewaren, verzoeken").click();
  await seen(af, "af-rechten");
  await af.getByRole("button", { name: "Corrigeren", exact: true }).click();
  const dialog = af.getByRole("dialog", { name: "Corrigeren" });
  await dialog.getByRole("button", { name: "Leg vast" }).click();
  await dialog.getByRole("group", { name: "Dit klopt nog niet" }).waitFor();
  await seen(af, "af-corrigeren");
  await pick(dialog, "Waar gaat het over?", "De melding");
  await dialog.getByRole("textbox", { name: "Wat klopt niet?" }).fill("Het was geen kraan.");
  await dialog.getByRole("textbox", { name: "Wat moet het zijn?" }).fill("Het was een verzonnen sproeier.");
  await pick(dialog, "Wie vroeg erom?", "De melder");
  await dialog.getByRole("button", { name: "Leg vast" }).click();
  await says(af, "Vastgelegd. Het staat in de tijdlijn.");
  await af.getByText("Het was een verzonnen sproeier.").first().waitFor();
}

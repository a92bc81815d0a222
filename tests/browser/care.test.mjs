// Care and health on a tablet: an AF from zorg writes it down; an AF from veiligheid sees that there is something, and
// opens it with a ground and a reason. Then a werkoverleg that decides nothing yet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faye, fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { day, logIn, openCase, pick } from "./support/officer.mjs";

/** What stands in no address and no title, in both tests. */
const hidden = [...secrets, "pelikaan", "reiger", "huurder"];
const care = "Krijgt verzonnen zorg van een pelikaan.";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser();
  await setUp(instance, { [fleur.inlognaam]: "regisseur-wmo", [sam.inlognaam]: "zorg-en-veiligheid" });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const card = (page) => page.getByRole("region", { name: "Zorg en gezondheid", exact: true });

test("care and health is for zorg, and for veiligheid with a ground and a reason", async () => {
  const { url } = instance;
  const code = await report(await browser.page(phone), url);
  const [zorg, veilig] = [await browser.page(tablet), await browser.page(tablet)];
  await logIn(zorg, url, fleur);
  await openCase(zorg);
  await card(zorg).getByText("Er staat nog niets.").waitFor();
  await writes(zorg, care);
  await card(zorg).getByText(care).waitFor();
  await seen(zorg, "af-zorg");

  await logIn(veilig, url, sam);
  await openCase(veilig);
  await card(veilig).getByText(/^Er staat 1 regel\. Jouw functie is niet van zorg/).waitFor();
  await card(veilig).getByText(/Fleur Voorbeeld/).waitFor();
  assert.ok(!(await veilig.content()).includes(care), "the words are not on the page");
  await writes(veilig, "Vertelde over een verzonnen reiger.");
  await card(veilig).getByText(/^Er staan 2 regels/).waitFor();
  assert.ok(!(await veilig.content()).includes("reiger"), "not even their own");
  await seen(veilig, "af-zorg-dicht");
  await opens(veilig);
  await card(veilig).getByText(care).waitFor();
  await seen(veilig, "af-zorg-open");

  // it is never on paper
  await veilig.emulateMedia({ media: "print" });
  assert.ok(!(await veilig.getByText(care).isVisible()), "it is on paper");
  await veilig.emulateMedia({ media: null });

  await zorg.reload();
  await zorg.getByText("Zorg en gezondheid geopend").waitFor();
  await zorg.getByText("Nodig voor het verzonnen overleg").first().waitFor();
  const fg = await browser.page(tablet);
  await logIn(fg, url, faye, "Logboek");
  await fg.getByText("zorg en gezondheid geopend").first().waitFor();
  hidden.push(code, code.replaceAll(" ", ""));
});

test("what a werkoverleg did not decide is in the case and comes back", async () => {
  const { url } = instance;
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  await pressOn(af, af.getByRole("button", { name: "Bespreek in het werkoverleg" }), "Enter");
  await af.getByText("Gevraagd om te bespreken.").waitFor();
  await af.getByRole("link", { name: "‹ Te doen" }).click();
  await af.getByRole("link", { name: "Overleg", exact: true }).click();
  await on(af, "Werkoverleg");
  await pressOn(af, af.getByRole("button", { name: "Plan het overleg" }), "Enter");
  await af.getByRole("heading", { level: 1, name: /^Werkoverleg van / }).waitFor();
  await pressOn(af, af.getByRole("button", { name: "Lees voor" }), "Enter");
  const sheet = af.getByRole("article", { name: /^Dossier / });
  await sheet.waitFor();
  assert.ok(!(await sheet.innerText()).includes("pelikaan"), "care is on the sheet");
  await notes(af, sheet);
  await sheet.getByText("We weten nog te weinig over de huurder.").waitFor();
  await seen(af, "af-overleg-geen-besluit");
  await af.getByRole("link", { name: "‹ Werkoverleg" }).click();
  await on(af, "Werkoverleg");
  await af.getByText(/^Besproken, nog geen besluit\. Opnieuw op /).waitFor();
  await browser.close(hidden);
});

async function writes(page, text) {
  await card(page).getByText("Schrijf iets op over zorg of gezondheid").click();
  await card(page).getByRole("textbox", { name: /^Wat is er over zorg of gezondheid verteld/ }).fill(text);
  await pressOn(page, card(page).getByRole("button", { name: "Bewaar de regel" }), "Enter");
  await card(page).getByText("De regel is bewaard.").waitFor();
}

/** Without a ground and a reason nothing opens. */
async function opens(page) {
  await card(page).getByText("Open met een grond en een reden").click();
  const button = card(page).getByRole("button", { name: "Open zorg en gezondheid" });
  await pressOn(page, button, "Enter");
  await card(page).getByText("Kies op welke grond je dit opent.").first().waitFor();
  await pick(card(page), "Op welke grond?", "Zonder deze informatie kan het werkoverleg niet besluiten");
  const reason = card(page).getByRole("textbox", { name: "Waarom moet je dit nu lezen?" });
  await reason.fill("Nodig voor het verzonnen overleg");
  await pressOn(page, button, "Enter");
  await card(page).getByText("Je leest het tot het einde van vandaag.").waitFor();
}

/** In the werkoverleg itself, beside the sheet. */
async function notes(page, sheet) {
  await pressOn(page, sheet.getByRole("button", { name: "Besproken, nog geen besluit" }), "Enter");
  const dialog = page.getByRole("dialog", { name: "Besproken, nog geen besluit", exact: true });
  await dialog.getByRole("textbox", { name: "Wat is er besproken?" }).fill("We weten nog te weinig over de huurder.");
  await dialog.getByLabel("Wanneer komen jullie erop terug?").fill(day(14));
  await pressOn(page, dialog.getByRole("button", { name: "Bewaar wat is besproken" }), "Enter");
  await dialog.waitFor({ state: "hidden" });
}

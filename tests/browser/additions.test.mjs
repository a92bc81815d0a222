// A melder adds something with the code: before anybody called, while a decision is near, and when it is over. Nothing
// that was typed is lost, and the AF finds each addition at the case, and the last one on the list.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { lookUp, report, secrets, type } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase, pick } from "./support/officer.mjs";

const first = "De kanariegele bus stond er weer.";
const last = "Na afloop zag ik de kanariegele bus nog een keer.";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser({ refusals: ["400 /mijn-melding/antwoord", "409 /mijn-melding/antwoord"], offline: true });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("an addition reaches the case, and one to a closed case the list until an AF wrote about it", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  const code = await report(melder, url);
  await lookUp(melder, url, code);
  await melder.getByRole("heading", { name: "Iets toevoegen" }).waitFor();
  await seen(melder, "melder-toevoegen");
  await tried(melder);
  await seen(melder, "melder-toegevoegd");
  assert.equal(await melder.getByText("kanariegele").count(), 0, "it is not shown again");

  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  const card = af.getByRole("heading", { name: "Aanvullingen van de melder" }).locator("..");
  await card.getByText(first).waitFor();
  await af.getByText("De melder voegde iets toe").waitFor();
  await seen(af, "af-aanvulling");
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  await leavePage(af);
  await closed(af);

  await lookUp(melder, url, code);
  await melder.getByText("Je melding is afgerond. Een aandachtsfunctionaris leest wat je toevoegt.").waitFor();
  await melder.getByRole("heading", { name: "Wat we je laten weten" }).waitFor();
  await melder.getByText("Staat al in een ander dossier.").waitFor();
  await type(melder, "Wat wil je toevoegen?", last);
  await melder.getByRole("button", { name: "Voeg toe" }).click();
  await melder.getByRole("status").filter({ hasText: "leest wat je toevoegde" }).waitFor();
  assert.equal(await melder.getByText(/^Toegevoegd op /).count(), 2);

  // opening the closed case takes it in
  await af.reload();
  await card.getByText(last).waitFor();
  await af.goto(`${url}/af`);
  await af.getByText("Aanvulling op een afgerond dossier").waitFor();
  await seen(af, "af-aanvulling-afgerond");
  await af.getByRole("link", { name: /^Dossier \d{4}-\d+$/ }).click();
  await card.getByText(last).waitFor();
  const note = await ask(af, "Notitie toevoegen", "Notitie");
  await note.getByRole("textbox").first().fill("Gelezen.");
  await keep(af, note, "Notitie bewaren", "De notitie is bewaard.");
  await af.goto(`${url}/af`);
  await af.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
  assert.equal(await af.getByText("Aanvulling op een afgerond dossier").count(), 0);
  await browser.close([...secrets, "kanariegele", code, code.replaceAll(" ", "")]);
});

/** Nothing at first, then without a connection, then two presses on one form, then other words on the first form. */
async function tried(page) {
  const send = page.getByRole("button", { name: "Voeg toe" });
  const field = page.getByRole("textbox", { name: "Wat wil je toevoegen?" });
  await send.click();
  await page.getByText("Schrijf op wat je weet.").waitFor();
  await seen(page, "melder-toevoegen-leeg");
  await field.fill(first);
  await page.context().setOffline(true);
  await send.click();
  await page.getByText(/geen verbinding/).waitFor();
  assert.equal(await field.inputValue(), first);
  await page.context().setOffline(false);
  await send.click();
  await page.getByRole("status").filter({ hasText: "leest wat je toevoegde" }).waitFor();
  assert.equal(await field.inputValue(), "");
  assert.equal(await page.getByText(/^Toegevoegd op /).count(), 1);
}

async function closed(af) {
  const dialog = await ask(af, "Eerder afsluiten", "Eerder afsluiten");
  await pick(dialog, "Waarom gaat het dossier nu al dicht?", "Dubbel: staat al in een ander dossier");
  for (const label of ["Toelichting", "Wat vertelde je de melder?", /^Wat de melder leest/]) {
    await dialog.getByLabel(label).fill("Staat al in een ander dossier.");
  }
  await keep(af, dialog, "Dossier afsluiten", "Het dossier is afgesloten.");
}

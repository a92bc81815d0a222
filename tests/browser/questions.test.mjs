// An AF asks the melder something. The melder reads it with the code, answers once, also when the first try does not
// arrive, and loses nothing that was typed. The AF finds the answer at the case; another question is settled by phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, stands, type } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase } from "./support/officer.mjs";

const first = "Op welke dag zag je de matrassen?";
const second = "Hoe laat was dat ongeveer?";
const wrote = "Bij het kanarieantwoord stond de kanariegele bus er ook.";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser({ refusals: ["400 /mijn-melding/antwoord"], offline: true });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("a question goes to the melder and the answer to the case, and a note of the AF does not", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  const code = await report(melder, url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  assert.equal(await af.getByRole("button", { name: "Vraag aan de melder" }).count(), 0, "not before contact");
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  await leavePage(af);
  await noted(af, "Interne kanarienotitie.");
  await asked(af, first);
  await asked(af, second);
  const card = af.getByRole("heading", { name: "Vragen aan de melder" }).locator("..");
  await card.getByText("2 vragen wachten op antwoord.").waitFor();
  await seen(af, "af-vragen");

  await stands(melder, url, code, "contact");
  await melder.getByRole("heading", { name: "Vragen aan jou" }).waitFor();
  assert.equal(await melder.getByText("kanarienotitie").count(), 0, "a note is no question");
  await answered(melder);

  await af.reload();
  await card.getByText("1 vraag wacht op antwoord.").waitFor();
  await card.getByText(wrote).waitFor();
  const settle = await ask(af, "Vraag aan de melder afronden", "Vraag aan de melder afronden");
  await settle.getByRole("textbox", { name: "Wat kwam eruit?" }).fill("Zei aan de telefoon: na achten.");
  await keep(af, settle, "Vraag afronden", "De vraag is afgerond.");
  await seen(af, "af-vragen-beantwoord");

  await stands(melder, url, code, "contact");
  await melder.getByText(/^Beantwoord op /).waitFor();
  assert.equal(await melder.getByText(second).count(), 0, "the AF settled it");
  assert.equal(await melder.getByText("kanarieantwoord").count(), 0, "an answer is not shown again");
  await browser.close([...secrets, "kanarie", "kanarieantwoord", code, code.replaceAll(" ", "")]);
});

/** An answer of nothing and one without a connection stay, and so does a second one that is half written. */
async function answered(page) {
  const send = page.getByRole("button", { name: "Verstuur je antwoord" });
  await type(page, second, "Rond");
  await send.first().click();
  await page.getByText("Schrijf op wat je weet.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: second }).inputValue(), "Rond");
  await seen(page, "melder-vraag");
  await type(page, first, wrote);
  await page.context().setOffline(true);
  await send.first().click();
  await page.getByText(/geen verbinding/).waitFor();
  assert.equal(await page.getByRole("textbox", { name: first }).inputValue(), wrote);
  await page.context().setOffline(false);
  await send.first().click();
  await page.getByRole("status").filter({ hasText: "De aandachtsfunctionaris leest je antwoord." }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: first }).count(), 0, "it is answered");
  await seen(page, "melder-vraag-beantwoord");
  // another look at the progress
  await page.getByRole("button", { name: "Kijk opnieuw" }).click();
  await page.getByText(/^Beantwoord op /).waitFor();
  assert.equal(await page.getByRole("textbox", { name: second }).inputValue(), "Rond");
}

async function noted(af, text) {
  const note = await ask(af, "Notitie toevoegen", "Notitie");
  await note.getByRole("textbox").first().fill(text);
  await keep(af, note, "Notitie bewaren", "De notitie is bewaard.");
}

async function asked(af, text) {
  const dialog = await ask(af, "Vraag aan de melder", "Vraag aan de melder");
  await dialog.getByRole("textbox", { name: "Wat wil je de melder vragen?" }).fill(text);
  await keep(af, dialog, "Vraag klaarzetten", "De vraag staat klaar voor de melder.");
}

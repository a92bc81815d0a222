// A case that goes otherwise than planned: the melder is gone, a colleague says no and then yes, and the melder reads
// that nobody spoke with them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, stands } from "./support/melder.mjs";
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

const why = "Werkt sinds een week elders, zegt de pelikaan";
const no = "Vraag het eerst aan de kraanvogel";
const now = (page) => page.getByRole("region", { name: "Nu doen" });

test("without the melder: a colleague is asked at the top, says no with a reason, and then yes", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  const code = await report(melder, url);

  const owner = await browser.page(tablet);
  await logIn(owner, url, fleur);
  await openCase(owner);
  const tried = await ask(owner, "Niet bereikt", "Melder niet bereikt");
  await pick(tried, "Hoe probeerde je het?", "Telefoon");
  await keep(owner, tried, "Poging bewaren", "De poging is bewaard.");
  await propose(owner);
  await owner.getByRole("heading", { name: "Wacht op akkoord van een collega" }).waitFor();
  await seen(owner, "af-wacht-op-collega");

  const other = await browser.page(tablet);
  await logIn(other, url, sam);
  await now(other).getByText(/Lees het voorstel van je collega/).waitFor();
  await seen(other, "af-gevraagd");
  await openCase(other);
  await other.getByRole("heading", { name: "Nu: lees het voorstel van je collega" }).waitFor();
  await other.getByRole("heading", { name: /^Fleur Voorbeeld stelt voor: verder zonder contact/ }).waitFor();
  await seen(other, "af-voorstel");
  const declining = await ask(other, "Niet akkoord", "Niet akkoord");
  await declining.getByText(why).waitFor();
  await declining.getByRole("textbox", { name: "Waarom ga je niet akkoord?" }).fill(no);
  await declining.getByRole("button", { name: "Ik ga niet akkoord" }).click();
  // what a colleague has is a colleague's again
  await other.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();

  await owner.reload();
  await owner.getByText(/^Sam Oefening gaat niet akkoord: verder zonder contact/).waitFor();
  await owner.getByText(no).first().waitFor();
  await owner.getByRole("heading", { name: "Nu: bel de melder" }).waitFor();
  await seen(owner, "af-niet-akkoord");
  await propose(owner);

  await other.goto(`${url}/af`);
  await openCase(other);
  const agreeing = await ask(other, "Akkoord geven", "Akkoord geven");
  await agreeing.getByText(why).waitFor();
  await agreeing.getByRole("button", { name: "Ik ga akkoord" }).click();
  await other.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();

  await owner.reload();
  await owner.getByText("Geen contact: melder is weg").waitFor();
  await owner.getByRole("heading", { name: "Nu: vul het meldingsformulier in" }).waitFor();
  await stands(melder, url, code, "without");

  const late = await ask(owner, "Alsnog contact vastleggen", "Alsnog contact met de melder");
  await pick(late, "Hoe sprak je de melder?", "Telefoon");
  await late.getByRole("textbox", { name: "Wat bespraken jullie?" }).fill("Belde zelf terug");
  await keep(owner, late, "Contact bewaren", "Het contact is bewaard.");
  await stands(melder, url, code, "contact");
  assert.equal(await owner.getByText("Geen contact: melder is weg").count(), 0);
  await browser.close([...secrets, "pelikaan", "kraanvogel"]);
});

async function propose(owner) {
  const dialog = await ask(owner, "Verder zonder contact", "Verder zonder contact met de melder");
  await pick(dialog, "Waarom is er geen contact?", "Weg: werkt hier niet meer, of is lang afwezig");
  await dialog.getByRole("textbox", { name: "Toelichting" }).fill(why);
  await seen(owner, "af-zonder-contact");
  await keep(owner, dialog, "Voorstel bewaren", "Het voorstel is bewaard. Een collega moet akkoord geven.");
}

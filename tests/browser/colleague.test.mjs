// A colleague's case: a number on the list, opened with a reason that the FG sees first, and invisible to an excluded
// AF.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faye, fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, goOn, on, report, secrets, told } from "./support/melder.mjs";
import { ask, day, keep, logIn, openCase } from "./support/officer.mjs";

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

const reason = "Sam is ziek en de melder belt ooievaar";
const ofColleagues = (page) => page.getByRole("region", { name: "Van collega's" });

test("break-glass: a colleague's case opens with a reason, and the FG sees it first", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  await report(melder, url);

  const owner = await browser.page(tablet);
  await logIn(owner, url, sam);
  await openCase(owner);
  await owner.getByText("Dit dossier is nog van niemand. Doe je iets, dan is het van jou.").waitFor();
  await keep(owner, await ask(owner, "Niet bereikt", "Melder niet bereikt"), "Poging bewaren", "De poging is bewaard.");

  const other = await browser.page(tablet);
  await logIn(other, url, fleur);
  const row = ofColleagues(other).getByRole("listitem");
  await row.getByText(/^Dossier \d{4}-\d+$/).waitFor();
  await row.getByText(/^Uiterlijk /).waitFor();
  assert.equal(await other.getByText(/arbeidsuitbuiting/).count(), 0, "nothing of its content");
  await seen(other, "af-van-collegas");
  await row.getByRole("button", { name: /^Toch bekijken/ }).click();
  const dialog = other.getByRole("dialog", { name: /^Dossier \d{4}-\d+ toch bekijken$/ });
  await dialog.getByRole("button", { name: "Bekijk het dossier" }).click();
  await dialog.getByRole("group", { name: "Dit klopt nog niet" }).and(other.locator(":focus")).waitFor();
  await seen(other, "af-toch-bekijken");
  await dialog.getByRole("group", { name: "Waarom moet je dit nu zien?" }).getByLabel("De melder of een partner vraagt ernaar").check();
  await dialog.getByRole("textbox", { name: "Licht het toe" }).fill(reason);
  await dialog.getByRole("button", { name: "Bekijk het dossier" }).click();
  await other.getByText("Je opende dit dossier met een reden. Dat geldt tot het einde van vandaag.").waitFor();
  await other.getByText(told.story).waitFor();
  assert.equal(await other.getByRole("button", { name: "Toewijzen" }).count(), 0, "it cannot be kept");
  await seen(other, "af-noodtoegang");

  const fg = await browser.page(tablet);
  await logIn(fg, url, faye, "Logboek");
  await fg.getByText("Noodtoegang: dossiers van een collega geopend").waitFor();
  await fg.getByRole("listitem").filter({ hasText: `Fleur Voorbeeld` }).filter({ hasText: "De melder of een partner vraagt ernaar" }).waitFor();
  assert.equal(await fg.getByText(reason).count(), 0, "the FG reads no words about a case");
  await seen(fg, "fg-noodtoegang");

  await excluded(owner, other, fg, url);
  await away(owner);
  await browser.close([...secrets, "ooievaar", "weerwolf"]);
});

/** Sam excludes Fleur. No other AF is left, so the FG confirms it; then her list holds nothing of it any more. */
async function excluded(owner, other, fg, url) {
  const dialog = await ask(owner, "Collega uitsluiten", "Collega uitsluiten");
  await dialog.getByRole("combobox", { name: "Welke collega?" }).selectOption({ label: "Fleur Voorbeeld" });
  await dialog.getByRole("textbox", { name: "Waarom?" }).fill("Kent de familie weerwolf");
  await seen(owner, "af-uitsluiten");
  await keep(owner, dialog, "Sluit uit", "De uitsluiting is bewaard. Een tweede persoon moet akkoord geven.");
  await fg.goto(`${url}/af/bewaren`);
  const waits = fg.getByRole("listitem").filter({ hasText: "Uitgesloten door Sam" });
  await waits.getByText(/Werkt nog niet: er blijft geen andere AF over\.$/).waitFor();
  assert.equal(await fg.getByText(/weerwolf/).count(), 0, "the FG reads no reason");
  await seen(fg, "fg-uitsluiting");
  await waits.getByRole("button", { name: /^Akkoord/ }).click();
  await fg.getByText("Er wacht geen uitsluiting.").waitFor();
  await owner.reload();
  await owner.getByText("Niet voor: Fleur Voorbeeld. Zeg hun niets over dit dossier.").waitFor();
  await seen(owner, "af-dossier-uitgesloten");
  await other.goto(`${url}/af`);
  await other.getByText("Er is nu niets te doen.").waitFor();
  assert.equal(await ofColleagues(other).count(), 0);
}

/** Sam lets Fleur stand in. */
async function away(owner) {
  await owner.getByRole("link", { name: "‹ Te doen" }).click();
  await owner.getByRole("link", { name: "Waarneming" }).click();
  await on(owner, "Waarneming");
  await owner.getByRole("combobox", { name: "Wie neemt waar?" }).selectOption({ label: "Fleur Voorbeeld" });
  await owner.getByLabel("Laatste dag").fill(day(5));
  await owner.getByRole("button", { name: "Spreek af" }).click();
  await owner.getByText("De waarneming is afgesproken.").waitFor();
  await owner.getByText("Fleur Voorbeeld neemt waar voor jou").waitFor();
  await seen(owner, "af-waarneming");
  await owner.getByRole("button", { name: /^Stop/ }).click();
  await owner.getByText("Er is niets afgesproken.").waitFor();
}

test("about a colleague: the melder chooses who may not see it, and somebody is left", async () => {
  const browser = await openBrowser();
  const melder = await browser.page(phone);
  await melder.goto(`${instance.url}/melden`);
  await on(melder, "Waar gaat het over?");
  await choose(melder, "Waar maak je je zorgen over?", "Over een persoon");
  await melder.getByRole("checkbox", { name: /^Weet ik niet/ }).check();
  const kept = melder.getByRole("group", { name: "Wie mag dit niet zien?" });
  assert.equal(await kept.count(), 0);
  await choose(melder, "Gaat het over een collega?", "Ja");
  for (const name of ["Regisseur Wmo", "Adviseur zorg en veiligheid"]) await kept.getByRole("checkbox", { name }).check();
  await goOn(melder);
  await melder.getByText("Dan leest niemand je melding.").first().waitFor();
  await seen(melder, "melder-niet-voor-fout");
  await kept.getByRole("checkbox", { name: "Regisseur Wmo" }).uncheck();
  await seen(melder, "melder-niet-voor");
  await goOn(melder);
  await on(melder, "Wat viel je op?");
  await browser.close();
});

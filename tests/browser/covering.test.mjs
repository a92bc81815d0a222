// A colleague is ill: another AF begins to stand in with a reason, the colleague and the FG see it and end it. What the
// colleague typed of a report by phone is there on another tablet, and for the AF who stands in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faye, fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, on, report, secrets, told, type } from "./support/melder.mjs";
import { ask, keep, logIn, openCase } from "./support/officer.mjs";

const words = "De melders van Sam wachten, ooievaar";
let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

async function during(refusals, play) {
  const browser = await openBrowser({ refusals });
  try {
    await play(browser);
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
}

const inPlaceOf = (page) => page.getByText("Je neemt met een reden waar voor je collega.");

/** Begins to stand in for Sam, for today. */
async function cover(page) {
  await page.getByRole("link", { name: "Waarneming" }).click();
  await on(page, "Waarneming");
  await page.getByRole("button", { name: "Ga waarnemen" }).click();
  await page.getByRole("group", { name: "Dit klopt nog niet" }).and(page.locator(":focus")).waitFor();
  await page.getByRole("combobox", { name: "Voor wie?" }).selectOption({ label: "Sam Oefening" });
  await page.getByRole("group", { name: "Waarom neem je waar?" }).getByRole("radio").first().check();
  await page.getByRole("textbox", { name: "Licht het toe" }).fill(words);
  await page.getByRole("button", { name: "Ga waarnemen" }).click();
  await page.getByText("Je neemt nu waar.").waitFor();
  await page.getByText("Jij neemt waar voor Sam Oefening").waitFor();
  await seen(page, "af-waarneming-met-reden");
  await page.getByRole("link", { name: "‹ Te doen" }).click();
}

test("an AF stands in with a reason: the colleague and the FG see it, and end it", () =>
  during([], async (browser) => {
    const { url } = instance;
    const melder = await browser.page(phone);
    await report(melder, url);
    const owner = await browser.page(tablet);
    await logIn(owner, url, sam);
    await openCase(owner);
    await keep(owner, await ask(owner, "Niet bereikt", "Melder niet bereikt"), "Poging bewaren", "De poging is bewaard.");

    const other = await browser.page(tablet);
    await logIn(other, url, fleur);
    await cover(other);
    await openCase(other);
    await inPlaceOf(other).waitFor();
    for (const name of ["Toewijzen", "Eerder afsluiten", "Collega uitsluiten"]) {
      assert.equal(await other.getByRole("button", { name }).count(), 0, name);
    }
    await keep(other, await ask(other, "Niet bereikt", "Melder niet bereikt"), "Poging bewaren", "De poging is bewaard.");

    await owner.goto(`${url}/af`);
    await owner.getByText("Een collega nam met een reden voor je waar").waitFor();
    await seen(owner, "af-waargenomen");
    const fg = await browser.page(tablet);
    await logIn(fg, url, faye, "Logboek");
    await fg.getByText("Waarneming die een collega zelf begon").waitFor();
    await fg.getByText(/^Fleur Voorbeeld voor Sam Oefening, /).waitFor();
    assert.equal(await fg.getByText(words).count(), 0, "the FG reads the reason and not the words");
    await seen(fg, "fg-waarneming");

    await owner.getByRole("button", { name: /^Ik ben er weer/ }).click();
    await owner.getByText("Gestopt.", { exact: true }).waitFor();
    await other.goto(`${url}/af`);
    await other.getByRole("region", { name: "Van collega's" }).getByText(/^Dossier \d{4}-\d+$/).waitFor();
    await cover(other);
    await fg.reload();
    await fg.getByRole("button", { name: /^Stop de waarneming/ }).click();
    await fg.getByText("Gestopt.", { exact: true }).waitFor();
  }));

const story = (page) => page.getByRole("textbox", { name: "Wat is er gezien of gehoord?" });
const saved = (page) => page.getByRole("status").filter({ hasText: /^✓ Bewaard om \d\d\.\d\d$/ });

async function calls(page) {
  await page.getByRole("link", { name: "Melding opnemen" }).click();
  await on(page, "Melding opnemen");
}

/** Everything that has to be answered before it can be sent. */
async function note(page) {
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  await choose(page, "Waar gaat het over?", "Over een plek of bedrijf");
  await choose(page, "Gaat het over een collega?", "Nee");
  await page.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
  await type(page, "Naam van de melder", told.name);
  await type(page, "Werktelefoon van de melder", told.phone);
}

test("a report by phone is found again on another tablet, finished by who stands in, and sent once", () =>
  during(["412 /telefoonmeldingen", "404 /telefoonmeldingen"], async (browser) => {
    const { url } = instance;
    const [first, second, other] = [await browser.page(tablet), await browser.page(tablet), await browser.page(tablet)];
    await logIn(first, url, sam);
    await calls(first);
    await type(first, "Wat is er gezien of gehoord?", told.story);
    await note(first);
    await saved(first).waitFor();

    // the first tablet falls: another one has it
    await logIn(second, url, sam);
    await second.getByText("Een melding is nog niet opgenomen").waitFor();
    await seen(second, "af-melding-niet-af");
    await second.getByRole("link", { name: "Maak de melding af" }).click();
    await on(second, "Melding opnemen");
    assert.equal(await story(second).inputValue(), told.story);

    await logIn(other, url, fleur);
    await calls(other);
    assert.equal(await other.getByText("Een melding van een collega is niet af").count(), 0, "nobody else's");
    await other.getByRole("link", { name: "‹ Te doen" }).click();
    await cover(other);
    await calls(other);
    await other.getByRole("button", { name: "Maak deze melding af" }).click();
    await other.getByText("Je maakt een melding af van Sam Oefening").waitFor();
    assert.equal(await story(other).inputValue(), told.story);
    await seen(other, "af-melding-van-collega");

    // two at once: the second is told so, and chooses
    await story(other).fill(`${told.story} Ooievaar erbij.`);
    await saved(other).waitFor();
    await story(second).fill("Een andere ooievaar.");
    await second.getByText("Iemand anders typt in deze melding").waitFor();
    await seen(second, "af-melding-botsing");
    await second.getByRole("button", { name: "Ga verder met die tekst" }).click();
    assert.equal(await story(second).inputValue(), `${told.story} Ooievaar erbij.`);

    await other.getByRole("button", { name: "Neem op als melding" }).click();
    await on(other, "De melding is binnen");
    await second.getByRole("button", { name: "Neem op als melding" }).click();
    await second.getByText("Deze melding is al verstuurd").waitFor();
    await seen(second, "af-melding-al-verstuurd");
    await second.getByRole("button", { name: "Begin met een lege melding" }).click();
    assert.equal(await story(second).inputValue(), "");
    await second.goto(`${url}/af`);
    await second.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    assert.equal(await second.getByText("Een melding is nog niet opgenomen").count(), 0);
  }));

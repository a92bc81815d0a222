// The conversation with the melder: what is typed is kept by itself, also when two AFs type, and survives anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, told, type } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase, pick } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

const talk = (page) => ask(page, "Contact vastleggen", "Contact met de melder");
const box = (page, name) => page.getByRole("textbox", { name });
const saved = (page) => page.getByRole("status").filter({ hasText: /^✓ Bewaard om \d\d\.\d\d$/ });

test("two AFs type in one conversation: both are kept, a clash is a choice, and it becomes part of the case", async () => {
  const browser = await openBrowser();
  try {
    const melder = await browser.page(phone);
    await report(melder, instance.url);
    const [first, second] = [await browser.page(tablet), await browser.page(tablet)];
    for (const [page, account] of [[first, fleur], [second, sam]]) {
      await logIn(page, instance.url, account);
      await openCase(page);
      await talk(page);
    }
    // nothing that the melder wrote is typed again, and it stands beside the form
    assert.equal(await box(first, "Plek of bedrijf").inputValue(), told.place);
    await first.getByText(/^Uit de melding, vandaag/).first().waitFor();
    await first.getByText(told.story).waitFor();

    await type(first, "Hoe veilig is het nu?", "Een verzonnen ooievaar past op.");
    await saved(first).waitFor();
    await type(second, "Wat doet de melder?", "Belt een verzonnen ooievaar.");
    await saved(second).waitFor();
    // what the colleague typed came along
    assert.equal(await box(second, "Hoe veilig is het nu?").inputValue(), "Een verzonnen ooievaar past op.");
    await second.getByText(/^Fleur Voorbeeld, vandaag/).waitFor();

    await type(first, "Wat doet de melder?", "Wacht op een ooievaar.");
    const clash = first.getByText("Een collega veranderde intussen ook: Wat doet de melder?");
    await clash.waitFor();
    await first.getByText("Belt een verzonnen ooievaar.").waitFor();
    assert.equal(await box(first, "Wat doet de melder?").inputValue(), "Wacht op een ooievaar.");
    await seen(first, "af-gesprek-botsing");
    await first.getByRole("button", { name: "Bewaar wat ik typte" }).click();
    await clash.waitFor({ state: "hidden" });

    // a reload, or another tablet: it is there
    await first.reload();
    await box(first, "Hoe veilig is het nu?").waitFor();
    assert.equal(await box(first, "Hoe veilig is het nu?").inputValue(), "Een verzonnen ooievaar past op.");
    assert.equal(await box(first, "Wat doet de melder?").inputValue(), "Wacht op een ooievaar.");
    await seen(first, "af-gesprek");

    const region = await talk(first);
    await keep(first, region, "Gesproken: klok stopt", "Het contact is bewaard.");
    const form = first.getByRole("region", { name: "Meldingsformulier", exact: true });
    await pick(form, "Zijn er kinderen in huis?", "Nee");
    await pick(form, "Weet de persoon van de melding?", "Nee");
    await keep(first, form, "Formulier bewaren", "Het formulier is bewaard.");
    await leavePage(first);
    await first.getByText("Wacht op een ooievaar.").first().waitFor();
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
});

test("without a network what is typed stays, and it is kept once there is one", async () => {
  const browser = await openBrowser({ offline: true });
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, fleur);
    await openCase(page);
    await ask(page, "Meldingsformulier invullen", "Meldingsformulier");
    await page.context().setOffline(true);
    await type(page, "Voertuigen", "Een verzonnen ooievaarsbusje");
    await page.getByRole("status").filter({ hasText: "Wat je typt, blijft op dit apparaat." }).waitFor();
    await page.context().setOffline(false);
    await saved(page).waitFor();
    await page.reload();
    await box(page, "Voertuigen").waitFor();
    assert.equal(await box(page, "Voertuigen").inputValue(), "Een verzonnen ooievaarsbusje");
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
});

test("two AFs add a person at once: both are there, and each says who added them", async () => {
  const browser = await openBrowser();
  try {
    await report(await browser.page(phone), instance.url);
    const pages = [await browser.page(tablet), await browser.page(tablet)];
    const whos = { [fleur.inlognaam]: "Een verzonnen kok", [sam.inlognaam]: "Een verzonnen ooievaar" };
    for (const [page, account] of [[pages[0], fleur], [pages[1], sam]]) {
      await logIn(page, instance.url, account);
      await page.getByRole("listitem").getByRole("link", { name: /, dossier \d{4}-002$/ }).click();
      await page.getByRole("heading", { level: 1, name: /^\d{4}-002 · / }).waitFor();
      await talk(page);
    }
    // whoever a colleague added comes after one's own
    const own = (page) => box(page, "Wie is het, of hoe herken je de persoon?").first();
    for (const page of pages) await page.getByRole("button", { name: "Voeg persoon toe" }).click();
    for (const [at, text] of Object.values(whos).entries()) {
      const kept = pages[at].waitForResponse((answer) => (answer.request().postData() ?? "").includes(text));
      await own(pages[at]).fill(text);
      await kept;
    }
    const [first] = pages;
    await first.reload();
    const all = box(first, "Wie is het, of hoe herken je de persoon?");
    await all.nth(1).waitFor();
    const texts = await all.evaluateAll((fields) => fields.map((field) => field.value));
    assert.deepEqual(texts.sort(), Object.values(whos).sort());
    for (const name of ["Fleur Voorbeeld", "Sam Oefening"]) {
      await first.getByText(new RegExp(`^(Toegevoegd: )?${name}, vandaag`)).first().waitFor();
    }
    await seen(first, "af-gesprek-personen");
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
});

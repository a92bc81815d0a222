// What an AF takes to the werkoverleg on paper: everything that is folded away on screen, on each page which case it is
// and that it is confidential, nothing to press, and nothing of who the melder is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, told } from "./support/melder.mjs";
import { ask, keep, logIn, openCase } from "./support/officer.mjs";
import { packed, textOf } from "./support/pdf.mjs";

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

const paper = async (page) => textOf(await page.pdf({ preferCSSPageSize: true }));
const buttons = ["Log uit", "Zoeken", "Waarneming", "Niet bereikt", "Contact vastleggen", "Melding opnemen"];

function sound(pages, title) {
  for (const [at, text] of pages.entries()) {
    assert.ok(text.includes(packed(`Vertrouwelijk · ${title}`)), `page ${at + 1}: ${text.slice(0, 200)}`);
    assert.match(text, /afgedruktop\w+\d{1,2}\w+20\d\d,\d\d?\.\d\d/, `page ${at + 1} has a day`);
    assert.ok(text.includes(packed(`bladzijde ${at + 1} van ${pages.length}`)), `page ${at + 1} has a number`);
    for (const button of buttons) assert.ok(!text.includes(packed(button)), `${button} on page ${at + 1}`);
  }
}

test("a dossier and the list on paper", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  const list = await paper(af);
  sound(list, "Te doen");
  assert.match(list.join(""), /Nieuw\..*Beldemelder/);

  await openCase(af);
  const number = (await af.getByRole("heading", { level: 1 }).innerText()).split(" · ")[0];
  const kept = "Een reden zonder spatie " + "w".repeat(160);
  const dialog = await ask(af, "Niet bereikt", "Melder niet bereikt");
  await dialog.getByRole("textbox", { name: "Wat gebeurde er?" }).fill(kept);
  await keep(af, dialog, "Poging bewaren", "De poging is bewaard.");
  const pages = await paper(af);
  sound(pages, `Dossier ${number}`);
  const text = pages.join("");
  for (const fact of [told.story, told.place]) assert.ok(text.includes(packed(fact)), fact);
  const long = text.split("w".repeat(40)).length;
  assert.ok(long > 4, "a word without an end stays on the paper");
  const folds = await af.locator("details:not([open]) li:not(:has(button)), details:not([open]) dd").allTextContents();
  assert.ok(folds.length > 0, "something is folded away on screen");
  for (const fold of folds) assert.ok(text.includes(packed(fold)), `folded away: ${fold}`);
  assert.ok(!text.includes(packed(told.name)), "the melder is never on paper");
  await browser.close(secrets);
});

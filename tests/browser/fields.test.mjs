// Every field of both entries: nothing that is typed goes to a service that checks spelling or translates, a browser
// may fill in by itself, and an older browser works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, goOn, on, onPlain, receivedCode, report, secrets, send, told } from "./support/melder.mjs";
import { ask, logIn, openCase } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

/** The fields that are typed in and would be checked, and how many there are. */
async function checked(page) {
  const fields = page.locator("textarea, input:not([type=radio], [type=checkbox], [type=hidden])");
  const bad = await fields.evaluateAll((all) =>
    all.filter((one) => one.spellcheck || one.getAttribute("autocorrect") !== "off").map((one) => one.id),
  );
  assert.deepEqual(bad, []);
  return fields.count();
}

test("no field of either entry is checked by the browser", async () => {
  const browser = await openBrowser();
  try {
    const melder = await browser.page(phone);
    let count = 0;
    await fillIn(melder, instance.url, async () => (count += await checked(melder)));
    assert.ok(count >= 10, `${count} fields`);
    for (const own of await melder.locator("dd").all()) assert.equal(await own.getAttribute("translate"), "no");
    await send(melder);
    await receivedCode(melder);
    await melder.goto(`${instance.url}/mijn-melding`);
    await onPlain(melder, "Hoe staat mijn melding ervoor?");
    assert.equal(await checked(melder), 1);
    await melder.goto(`${instance.url}/melden/formulier`);
    await onPlain(melder, "Ik wil iets melden");
    assert.ok((await checked(melder)) > 10);

    const af = await browser.page(tablet);
    await af.goto(`${instance.url}/af`);
    await on(af, "Inloggen");
    assert.equal(await checked(af), 3);
    await logIn(af, instance.url, fleur);
    assert.equal(await af.locator("html").getAttribute("translate"), "no");
    for (const name of ["telefoon", "waarneming", "mijn-account"]) {
      await af.goto(`${instance.url}/af/${name}`);
      await af.locator("input").first().waitFor();
      assert.ok((await checked(af)) > 0, name);
    }
    await af.goto(`${instance.url}/af`);
    await openCase(af);
    for (const [button, title] of dialogs) {
      const dialog = await ask(af, button, title);
      assert.ok((await checked(af)) > 0, title);
      await dialog.getByRole("button", { name: "Nu niet" }).click();
    }
    await ask(af, "Contact vastleggen", "Contact met de melder");
    assert.ok((await checked(af)) > 8, "the conversation");
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

const dialogs = [
  ["Niet bereikt", "Melder niet bereikt"],
  ["Notitie toevoegen", "Notitie"],
  ["Eerder afsluiten", "Eerder afsluiten"],
  ["Collega uitsluiten", "Collega uitsluiten"],
];

test("what a browser fills in by itself counts as typed", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(phone);
    await page.goto(`${instance.url}/melden/over-jou`);
    await on(page, "Wie kunnen we bellen?");
    const fill = (label, value) =>
      page.getByRole("textbox", { name: label }).evaluate((field, text) => {
        field.value = text;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, value);
    await fill("Je naam", told.name);
    await fill("Je team", told.team);
    await fill("Je telefoonnummer", told.phone);
    await goOn(page);
    await on(page, "Kijk alles na");
    for (const text of [told.name, told.team, told.phone]) await page.getByText(text).waitFor();
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

test("a browser without AbortSignal.timeout reports and logs in", async () => {
  const browser = await openBrowser();
  try {
    const old = () => delete AbortSignal.timeout;
    const melder = await browser.page(phone);
    await melder.addInitScript(old);
    await report(melder, instance.url);
    const [file] = await Promise.all([
      melder.waitForEvent("download"),
      melder.getByRole("button", { name: "Zet in mijn agenda" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "bel-afspraak.ics");
    const af = await browser.page(tablet);
    await af.addInitScript(old);
    await logIn(af, instance.url, fleur);
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

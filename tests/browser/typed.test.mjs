// What an AF types is there until it is sent: one step back, another page, a reload, a tab that crashed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets, type } from "./support/melder.mjs";
import { ask, keep, logIn, openCase } from "./support/officer.mjs";

const words = "Een verzonnen ooievaar. ".repeat(13);
let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  const browser = await openBrowser();
  const melder = await browser.page(phone);
  await report(melder, instance.url);
  await browser.close(secrets);
});
after(() => instance?.stop());

async function during(play) {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, fleur);
    await play(page);
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
}

const field = (page) => page.getByRole("textbox", { name: "Wat wil je onthouden?" });
const note = (page) => ask(page, "Notitie toevoegen", "Notitie");
const begun = (page) => page.getByRole("button", { name: "Notitie toevoegen (begonnen)" });
const atCase = (page) => page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();

/** Sealing takes a moment. */
const kept = (page) => page.waitForFunction(() => sessionStorage.getItem("meldroute.af.getypt"));

/** Everything that this tab's storage holds, as one text. */
const stored = (page) =>
  page.evaluate(() => [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join(" "));

test("Back closes a dialog first, and then goes back; what was typed is there again", () =>
  during(async (page) => {
    await openCase(page);
    const dialog = await note(page);
    await field(page).fill(words);
    await page.goBack();
    await dialog.waitFor({ state: "hidden" });
    await atCase(page);
    await begun(page).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    await page.goForward();
    await atCase(page);
    await note(page);
    assert.equal(await field(page).inputValue(), words);

    // closed in another way, its entry is not in the way
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
  }));

test("after a reload the open dialog is open, and nothing readable was stored", () =>
  during(async (page) => {
    await openCase(page);
    await note(page);
    await field(page).fill(words);
    await kept(page);
    assert.doesNotMatch(await stored(page), /ooievaar|dossier/);
    await page.reload();
    await field(page).waitFor();
    assert.equal(await field(page).inputValue(), words);
    await page.goBack();
    await atCase(page);
    await begun(page).waitFor();

    await page.getByRole("button", { name: "Log uit" }).click();
    await on(page, "Inloggen");
    assert.doesNotMatch(await stored(page), /meldroute\.af\./);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    assert.deepEqual(databases, [], "the key is gone");
  }));

test("a tab that goes without a sign, as in a crash, has it when it is loaded again", () =>
  during(async (page) => {
    await openCase(page);
    await note(page);
    await field(page).fill(words);
    await kept(page);
    await page.evaluate(() => {
      for (const sign of ["pagehide", "visibilitychange", "beforeunload", "freeze"]) {
        addEventListener(sign, (event) => event.stopImmediatePropagation(), { capture: true });
      }
    });
    await page.reload();
    await field(page).waitFor();
    assert.equal(await field(page).inputValue(), words);
  }));

test("'begonnen' is said where something was typed, and a form without begins anew", () =>
  during(async (page) => {
    await openCase(page);
    const warned = [];
    page.on("dialog", (dialog) => {
      warned.push(dialog.type());
      return dialog.accept();
    });
    const dialog = await note(page);
    await dialog.getByRole("button", { name: "Nu niet" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.getByText("(begonnen)").count(), 0);
    await page.reload();
    await atCase(page);
    assert.deepEqual(warned, [], "nothing would be lost");
    await note(page);
    await field(page).fill("x");
    await field(page).fill("");
    await dialog.getByRole("button", { name: "Nu niet" }).click();
    assert.equal(await page.getByText("(begonnen)").count(), 0);
    await note(page);
    await field(page).fill(words);
    await kept(page);
    await page.reload();
    await field(page).waitFor();
    assert.deepEqual(warned, ["beforeunload"]);
    await keep(page, dialog, "Notitie bewaren", "De notitie is bewaard.");
    assert.equal(await page.getByText("(begonnen)").count(), 0);
    await page.reload();
    await atCase(page);
    assert.equal(warned.length, 1);
  }));

test("a report by phone is there after going back, a reload and another page", () =>
  during(async (page) => {
    await page.getByRole("link", { name: "Melding opnemen" }).click();
    await on(page, "Melding opnemen");
    const story = page.getByRole("textbox", { name: "Wat is er gezien of gehoord?" });
    await type(page, "Wat is er gezien of gehoord?", words);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    await page.goForward();
    await on(page, "Melding opnemen");
    assert.equal(await story.inputValue(), words);
    await kept(page);
    await page.reload();
    await on(page, "Melding opnemen");
    assert.equal(await story.inputValue(), words);
  }));

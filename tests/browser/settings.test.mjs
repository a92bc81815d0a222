// Settings: the beheerder changes them on screen, an AF agrees to another number, and a melder gets it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bo, fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { on } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

const profile = async () => (await (await fetch(`${instance.url}/api/v1/profiel`)).json()).profiel;
const said = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();

test("a number waits for an AF, the rest holds at once and can be taken back", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, bo, "Accounts");
    await page.getByRole("link", { name: "Inrichting" }).click();
    await on(page, "Inrichting");
    await seen(page, "inrichting");

    const texts = page.getByRole("form", { name: "Standaardteksten" });
    await texts.getByLabel("Tekst voor de melder 1").fill("");
    await texts.getByRole("button", { name: "Bewaar" }).click();
    await texts.getByRole("link", { name: "Vul dit in." }).waitFor();
    await seen(page, "inrichting-fout");
    await texts.getByLabel("Tekst voor de melder 1").fill("We hebben je melding besproken. Dank je wel.");
    await pressOn(page, texts.getByRole("button", { name: "Bewaar" }), "Enter");
    await said(page, "Bewaard. Het geldt nu.");
    assert.equal((await profile()).teksten[0], "We hebben je melding besproken. Dank je wel.");

    await page.getByRole("button", { name: "Nog een dag" }).click();
    await page.getByLabel("Dag 1").fill("2027-05-14");
    await page.getByRole("form", { name: "Sluitingsdagen" }).getByRole("button", { name: "Bewaar" }).click();
    await page.getByText("Nummer 2").waitFor();
    assert.deepEqual((await profile()).sluitingsdagen, ["2027-05-14"]);
    await page.getByRole("button", { name: "Maak ongedaan van verandering 2" }).click();
    await page.getByRole("button", { name: "Ja, maak ongedaan" }).click();
    await page.getByText("Nummer 3").waitFor();
    assert.deepEqual((await profile()).sluitingsdagen, []);

    const phones = page.getByRole("form", { name: "Telefoonnummers" });
    await phones.getByLabel("Nummer").first().fill("074-000 00 99");
    await phones.getByText("of bel 074-000 00 99").waitFor();
    await phones.getByRole("button", { name: "Vraag deze nummers aan" }).click();
    await said(page, "Gevraagd.");
    assert.equal((await profile()).contact.kmt.nummer, "074-000 00 10");
    await seen(page, "inrichting-wacht");

    const other = await browser.page(tablet);
    await logIn(other, instance.url, fleur);
    await other.getByRole("link", { name: "Bekijk de nummers" }).click();
    await on(other, "Inrichting");
    assert.equal(await other.getByRole("form").count(), 0, "an AF sees what holds and changes nothing");
    await seen(other, "inrichting-af");
    await other.getByRole("button", { name: "Bevestig" }).click();
    await said(other, "Bevestigd. Het geldt nu.");
    assert.equal((await profile()).contact.kmt.nummer, "074-000 00 99");

    const melder = await browser.page(tablet);
    await melder.goto(`${instance.url}/melden`);
    await melder.getByRole("heading", { level: 1 }).waitFor();
    await melder.waitForFunction(() => document.getElementById("number-kmt")?.textContent === "074-000 00 99");
    assert.equal(await melder.locator("#number-emergency").textContent(), "112");
    await browser.close();
  } finally {
    await browser.end();
  }
});

// Settings: the beheerder changes them on screen, an AF agrees to other numbers, functions and terms, and a melder gets
// what holds. A new list of signals is read in from a file, and the FG prints the line for the register.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bo, faye, fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { on } from "./support/melder.mjs";
import { logIn, unfold } from "./support/officer.mjs";
import { packed, textOf } from "./support/pdf.mjs";

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

    const texts = await unfold(page, "Standaardteksten");
    await texts.getByLabel("Tekst voor de melder 1").fill("");
    await texts.getByRole("button", { name: "Bewaar" }).click();
    await texts.getByRole("link", { name: "Vul dit in." }).waitFor();
    await seen(page, "inrichting-fout");
    await texts.getByLabel("Tekst voor de melder 1").fill("We hebben je melding besproken. Dank je wel.");
    await pressOn(page, texts.getByRole("button", { name: "Bewaar" }), "Enter");
    await said(page, "Bewaard. Het geldt nu.");
    assert.equal((await profile()).teksten[0], "We hebben je melding besproken. Dank je wel.");

    const closed = await unfold(page, "Sluitingsdagen");
    await page.getByRole("button", { name: "Nog een dag" }).click();
    await closed.getByLabel("Dag 1").fill("2027-05-14");
    await closed.getByRole("button", { name: "Bewaar" }).click();
    await page.getByText("Nummer 2").waitFor();
    assert.deepEqual((await profile()).sluitingsdagen, ["2027-05-14"]);
    await page.getByRole("button", { name: "Maak ongedaan van verandering 2" }).click();
    await page.getByRole("button", { name: "Ja, maak ongedaan" }).click();
    await page.getByText("Nummer 3").waitFor();
    assert.deepEqual((await profile()).sluitingsdagen, []);

    const phones = await unfold(page, "Telefoonnummers");
    await phones.getByLabel("Nummer").first().fill("074-000 00 99");
    await phones.getByText("of bel 074-000 00 99").waitFor();
    await phones.getByRole("button", { name: "Vraag deze nummers aan" }).click();
    await said(page, "Gevraagd.");
    assert.equal((await profile()).contact.kmt.nummer, "074-000 00 10");
    await seen(page, "inrichting-wacht");

    const other = await browser.page(tablet);
    await logIn(other, instance.url, fleur);
    await other.getByRole("link", { name: "Bekijk wat er verandert" }).click();
    await on(other, "Inrichting");
    assert.equal(await other.getByRole("form").count(), 0, "an AF sees what holds and changes nothing");
    await unfold(other, "Telefoonnummers");
    await other.locator("details[open]").getByText("074-000 00 10").first().waitFor();
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

/** A change that holds, by its number; the test above made four. */
const kept = (page, number) => page.getByText(`Nummer ${number}`, { exact: true }).waitFor();

test("a name, minutes, functions and terms: what changes is shown first, and what could harm waits", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, bo, "Accounts");
    await page.getByRole("link", { name: "Inrichting" }).click();
    await on(page, "Inrichting");

    const name = await unfold(page, "Naam van de gemeente");
    await name.getByText("Nog niets.").waitFor();
    await name.getByLabel("Naam").fill("Nergenshuizen");
    await name.getByText("Nieuw: Nergenshuizen").waitFor();
    await name.getByText("boven het formulier van de melder").waitFor();
    await name.getByRole("button", { name: "Bewaar" }).click();
    await kept(page, 5);
    assert.equal((await profile()).naam, "Nergenshuizen");

    const minutes = await unfold(page, "Minuten");
    await minutes.getByLabel("De melder bellen").fill("0");
    await minutes.getByRole("button", { name: "Bewaar" }).click();
    await minutes.getByRole("link", { name: "Dit valt buiten de grens. Kijk welke grens erbij staat." }).waitFor();
    await minutes.getByLabel("De melder bellen").fill("35");
    await minutes.getByRole("button", { name: "Bewaar" }).click();
    await kept(page, 6);
    assert.equal((await profile()).minuten.bellen, 35);

    const functions = await unfold(page, "Functies");
    await page.getByRole("button", { name: "Nog een functie" }).click();
    await functions.getByLabel("Functie, geen naam van een persoon 3").fill("Regisseur jeugd");
    await functions.getByText("Nieuw: Regisseur jeugd").waitFor();
    await functions.getByRole("button", { name: "Vraag dit aan" }).click();
    await said(page, "Gevraagd.");
    assert.equal((await profile()).functies.length, 2);

    const terms = await unfold(page, "Bewaartermijnen");
    const mistake = terms.getByRole("group", { name: "Vergissing" });
    await mistake.getByLabel("Minstens").fill("29 dagen");
    await terms.getByRole("button", { name: "Vraag dit aan" }).click();
    await terms.getByRole("link", { name: "Dit valt buiten de grens." }).first().waitFor();
    await seen(page, "inrichting-termijn-fout");
    await mistake.getByLabel("Minstens").fill("30 dagen");
    await mistake.getByLabel("Termijn").fill("2 maanden");
    await terms.getByText("Er gaat niets weg").waitFor();

    const af = await browser.page(tablet);
    await logIn(af, instance.url, fleur);
    await af.getByRole("link", { name: "Bekijk wat er verandert" }).click();
    await on(af, "Inrichting");
    await af.getByText("Kijk of elke functie nog dezelfde is").waitFor();
    await af.getByRole("button", { name: "Bevestig" }).click();
    await said(af, "Bevestigd. Het geldt nu.");
    assert.equal((await profile()).functies[2].id, "regisseur-jeugd");

    const melder = await browser.page(tablet);
    await melder.goto(`${instance.url}/melden`);
    await melder.waitForFunction(() => document.getElementById("gemeente")?.textContent === "Nergenshuizen");
    await browser.close();
  } finally {
    await browser.end();
  }
});

test("a list of the KMT is read in from a file, with its faults by line and what it changes", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, bo, "Accounts");
    await page.getByRole("link", { name: "Inrichting" }).click();
    await unfold(page, "Signalenlijst");
    await page.getByRole("link", { name: "Bekijk de signalenlijsten" }).click();
    await on(page, "Signalenlijsten");
    await page.getByRole("heading", { name: "Lijst 2026-1, in gebruik" }).waitFor();
    await seen(page, "signalenlijsten");

    const now = (await (await fetch(`${instance.url}/api/v1/profiel`)).json()).signalen;
    const list = structuredClone(now);
    const [first, gone] = list.signalen;
    list.versie = "2027-1";
    list.signalen.splice(1, 1);
    first.zin = "";
    const choose = (text) => page.getByLabel("Bestand met de lijst").setInputFiles({
      name: "signalen.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await choose("{ geen lijst");
    await page.getByText("Regel 1: Dit is geen JSON.").waitFor();
    await choose(JSON.stringify(list, null, 1));
    await page.getByText(/^Regel 6: Signaal .*: ‘zin’ is leeg/).waitFor();
    await seen(page, "signalenlijst-fout");
    first.zin = "Een verzonnen zin van het KMT";
    await choose(JSON.stringify(list, null, 1));
    await page.getByText("Weg: 1").waitFor();
    await page.getByText("Anders: 1").waitFor();
    await page.getByRole("listitem").filter({ hasText: gone.zin }).first().waitFor();
    await seen(page, "signalenlijst-voorbeeld");
    await pressOn(page, page.getByRole("button", { name: "Neem deze lijst over" }), "Enter");
    await said(page, "Lijst 2027-1 is ingelezen en in gebruik.");
    await page.getByRole("heading", { name: "Lijst 2027-1, in gebruik" }).waitFor();
    const used = (await (await fetch(`${instance.url}/api/v1/profiel`)).json()).signalen;
    assert.equal(used.signalen[0].zin, first.zin);

    await page.getByRole("button", { name: /^Gebruik deze lijst ?: lijst 2026-1$/ }).click();
    await page.getByRole("button", { name: "Ja, gebruik deze" }).click();
    await said(page, "Lijst 2026-1 is in gebruik.");
    await page.getByRole("heading", { name: "Lijst 2027-1", exact: true }).waitFor();
    await browser.close();
  } finally {
    await browser.end();
  }
});

test("the FG reads and prints the line for the register", async () => {
  const browser = await openBrowser();
  try {
    const beheer = await browser.page(tablet);
    await logIn(beheer, instance.url, bo, "Accounts");
    await beheer.getByRole("link", { name: "Inrichting" }).click();
    const register = await unfold(beheer, "Register van verwerkingen");
    await register.getByLabel("Contact van de FG").fill("Postbus 1, Nergenshuizen");
    await register.getByRole("button", { name: "Bewaar" }).click();
    await said(beheer, "Bewaard. Het geldt nu.");

    const page = await browser.page(tablet);
    await logIn(page, instance.url, faye, "Logboek");
    await page.getByRole("link", { name: "Register" }).click();
    await on(page, "Register van verwerkingen");
    await page.getByRole("cell", { name: "Postbus 1, Nergenshuizen" }).waitFor();
    await page.getByRole("button", { name: "Druk af" }).waitFor();
    for (const size of [phone, tablet]) {
      await page.setViewportSize(size);
      const cut = await page.getByRole("table").evaluate((table) => table.scrollWidth - table.clientWidth);
      assert.equal(cut, 0, "the whole line is to be read");
    }
    await seen(page, "register");
    const paper = (await textOf(await page.pdf({ preferCSSPageSize: true }))).join("");
    for (const fact of ["Register van verwerkingen", "Postbus 1, Nergenshuizen", "Veilig Thuis", "60 maanden"]) {
      assert.ok(paper.includes(packed(fact)), fact);
    }
    assert.ok(!paper.includes(packed("Druk af")));
    await browser.close();
  } finally {
    await browser.end();
  }
});

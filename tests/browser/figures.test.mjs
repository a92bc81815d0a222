// Figures: whoever has the role of analyst sees them and nothing else, an AF sees them beside the worklist. They are
// read on a phone and on a tablet, printed on one sheet, and saved as files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen, staysInView, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { on } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";
import { packed, textOf } from "./support/pdf.mjs";

const wachtwoord = "oefenen met meldroute";
const cas = { inlognaam: "cas.cijfers", wachtwoord };
const fleur = { inlognaam: "fleur.voorbeeld", wachtwoord };

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: true });
  // in a practice instance everybody has the same app, as the seed says
  const [, factor] = instance.accounts.match(/zet ([A-Z2-7]+) in je app/);
  for (const account of [cas, fleur]) account.factor = factor;
  browser = await openBrowser();
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("an analyst reads the figures of two half-years, prints them and saves them", async () => {
  const page = await browser.page(tablet);
  await logIn(page, instance.url, cas, "Cijfers");
  const choice = page.getByRole("combobox", { name: "Halfjaar" });
  await choice.waitFor();
  const halves = await choice.locator("option:not([value=''])").allTextContents();
  assert.equal(halves.length, 2, "two half-years were published");
  await page.getByRole("heading", { level: 2, name: `De ${halves[0]}` }).waitFor();
  const outcomes = page.getByRole("table", { name: "Uitkomst" });
  await outcomes.getByRole("row", { name: "Waarschijnlijk mensenhandel" }).getByText("15–19").waitFor();
  await outcomes.getByRole("row", { name: "Dubbel" }).getByText("0–4").waitFor();
  // ten rows and a step of five: the last one is never shown
  await page.getByText(/^Een streepje betekent/).waitFor();
  await page.getByRole("row", { name: /^Ander team/ }).getByText("niet getoond").waitFor();
  await page.getByText(/^Niets gemeld, of minder dan 5 keer: Jeugd en leerplicht/).waitFor();
  await seen(page, "cijfers");

  await choice.selectOption(halves[1]);
  await page.getByRole("heading", { level: 2, name: `De ${halves[1]}` }).waitFor();
  await outcomes.getByRole("row", { name: "Waarschijnlijk mensenhandel" }).getByText("10–14").waitFor();

  const csv = await saved(page, "Bewaar als CSV");
  assert.match(csv.name, /^cijfers-20\d\d-[12]\.csv$/);
  assert.ok(csv.text.includes('"Uitkomst";"Waarschijnlijk mensenhandel";"waarschijnlijk";"10";"14"'), csv.text);
  const json = JSON.parse((await saved(page, "Bewaar als JSON")).text);
  const signed = await saved(page, "Bewaar ondertekend, voor het KMT");
  assert.match(signed.name, /^cijfers-hengelo-20\d\d-[12]-ondertekend\.json$/);
  const { payload } = JSON.parse(signed.text);
  const given = JSON.parse(Buffer.from(payload, "base64url").toString());
  assert.deepEqual([given.gemeente, given.oefenomgeving, given.cijfers], ["hengelo", true, json]);
  assert.equal(`cijfers-${json.halfjaar}.csv`, csv.name);
  assert.ok(json.tabellen.every(({ rijen }) => rijen.every(({ minstens }) => (minstens ?? 0) % json.stap === 0)));

  const sheets = textOf(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(sheets.length, 1, "one sheet of A4");
  for (const text of [`De ${halves[1]}`, "Waarschijnlijk mensenhandel", "Slaapt", "4 tot 13 weken"]) {
    assert.ok(sheets[0].includes(packed(text)), `${text} is on paper`);
  }
  await page.goto(`${instance.url}/af/logboek`);
  await on(page, "Cijfers");
  assert.equal(await page.getByRole("link", { name: "Te doen" }).count(), 0, "there is no worklist for an analyst");
});

test("an AF reaches them from the worklist, on a phone and with the keyboard", async () => {
  const page = await browser.page(phone);
  await logIn(page, instance.url, fleur);
  await pressOn(page, page.getByRole("link", { name: "Cijfers" }), "Enter");
  await on(page, "Cijfers");
  await page.getByRole("table", { name: "Uit welke teams?" }).waitFor();
  await seen(page, "cijfers-telefoon");
  await staysInView(page, "cijfers");
  await page.getByRole("link", { name: "‹ Te doen" }).click();
  await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
});

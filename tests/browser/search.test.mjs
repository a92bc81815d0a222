// An AF looks for a case by words, goes to it, and finds a closed one by its number. What was typed is in no address.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

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

test("searching in words that are in the case, and in words that are not", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await af.getByRole("link", { name: "Zoeken" }).click();
  await af.getByRole("heading", { level: 1, name: "Zoeken" }).waitFor();
  const words = af.getByRole("searchbox", { name: "Woorden" });
  const go = af.getByRole("button", { name: "Zoek", exact: true });
  await go.click();
  await af.getByText("Vul minstens drie letters in.").first().waitFor();
  await seen(af, "af-zoeken-fout");
  await words.fill("zeppelin");
  await go.click();
  await af.getByRole("status").filter({ hasText: /Niets gevonden\. Doorzocht op .*: 1 dossier dat je mag zien/ }).waitFor();
  await words.fill("FANTASIEKADE wasserij");
  await words.press("Enter");
  await af.getByRole("status").filter({ hasText: "1 dossier gevonden." }).waitFor();
  await seen(af, "af-zoeken");
  await af.setViewportSize(phone);
  await seen(af, "af-zoeken-telefoon");
  await af.setViewportSize(tablet);
  await af.getByRole("radio", { name: "Afgeronde dossiers" }).check();
  await af.getByRole("searchbox", { name: "Nummer" }).fill("2020-001");
  await go.click();
  await af.getByRole("status").filter({ hasText: "Niets gevonden." }).waitFor();
  await af.getByRole("radio", { name: "Open dossiers" }).check();
  await af.getByRole("searchbox", { name: "Woorden" }).fill("matrassen");
  await go.click();
  await af.getByRole("link", { name: /^Bekijk dossier / }).click();
  await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
  assert.ok(!(await af.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).includes("matrassen"));
  await browser.close(secrets);
});

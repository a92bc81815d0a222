// "Bel mij terug": a name and a number, and what has to be known before somebody calls. It is a report like any other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { beginReport, choose, codeIn, lookUp, on, onPlain, secrets, told, type } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  browser = await openBrowser({ refusals: ["400 /bel-mij-terug"] });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const send = (page) => page.getByRole("button", { name: "Versturen" }).click();

/** Asks to be called; gives the code. */
async function askToBeCalled(page) {
  await page.goto(instance.url);
  await page.getByRole("link", { name: "Bel mij terug" }).click();
  await onPlain(page, "Bel mij terug");
  await type(page, "Je naam", told.name);
  await type(page, "Je telefoonnummer", told.phone);
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  await choose(page, "Waar maak je je zorgen over?", "Over een persoon");
  await choose(page, "Gaat het over een collega?", "Nee");
  await send(page);
  await onPlain(page, "Je melding is binnen");
  return codeIn(await page.getByRole("main").innerText());
}

for (const javaScriptEnabled of [true, false]) {
  test(`who would rather talk is called, and has a code${javaScriptEnabled ? "" : ", also without scripts"}`, async () => {
    const page = await browser.page(phone, { javaScriptEnabled });
    const code = await askToBeCalled(page);
    await lookUp(page, instance.url, code);
    await page.getByText(/belt je uiterlijk|We openen je melding nu/).waitFor();
    await page.close();
  });
}

test("what is missing is said, and a started report stays on the device", async () => {
  const page = await browser.page(phone);
  await beginReport(page, instance.url);
  await page.goto(`${instance.url}/bel-mij-terug`);
  await onPlain(page, "Bel mij terug");
  await seen(page, "melder-bel-mij-terug");
  await type(page, "Je naam", told.name);
  await send(page);
  await page.getByRole("alert").getByText("Dit klopt nog niet").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Je naam" }).inputValue(), told.name);
  await seen(page, "melder-bel-mij-terug-fout");
  await askToBeCalled(page);
  await page.goto(`${instance.url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  assert.equal(await page.getByRole("textbox", { name: "Wat zag of hoorde je?" }).inputValue(), told.story);
});

test("an AF sees that somebody wants to be called, and whom", async () => {
  const af = await browser.page(tablet);
  await logIn(af, instance.url, fleur);
  await af.getByRole("link", { name: "Te doen (3)" }).waitFor();
  await af.getByRole("listitem").getByRole("link", { name: /, dossier / }).first().click();
  await af.getByText("Ik wil graag gebeld worden. Ik vertel het dan.").first().waitFor();
  await af.getByText(told.phone).first().waitFor();
  await seen(af, "af-wil-gebeld-worden");
  await browser.close(secrets);
});

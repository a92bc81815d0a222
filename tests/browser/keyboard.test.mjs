// The melder's form with the keyboard only, from the first screen to the receipt.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { setUp } from "./support/accounts.mjs";
import { startInstance } from "./support/instance.mjs";
import { answer, pressOn, write } from "./support/keyboard.mjs";
import { on, receivedCode, secrets, told } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const further = (page) => pressOn(page, page.getByRole("button", { name: "Verder", exact: true }), "Enter");

/** Going on with nothing filled in: the summary has the focus and each of its links leads to its field. */
async function errorsLead(page, count) {
  await further(page);
  const summary = page.getByRole("group", { name: "Dit klopt nog niet" });
  const links = summary.getByRole("link");
  for (let at = 0; at < count; at += 1) {
    await summary.and(page.locator(":focus")).waitFor();
    const field = await links.nth(at).getAttribute("href");
    await pressOn(page, links.nth(at), "Enter");
    await page.locator(`${field}:focus, ${field} :focus`).waitFor();
    await further(page);
  }
  await summary.and(page.locator(":focus")).waitFor();
  assert.equal(await links.count(), count);
}

test("the melder reports with the keyboard only", async () => {
  browser = await openBrowser();
  const page = await browser.page(phone);
  await page.goto(instance.url);
  await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
  await pressOn(page, page.getByRole("link", { name: "Ik wil iets melden" }), "Enter");

  await on(page, "Waar gaat het over?");
  await errorsLead(page, 3);
  await seen(page, "melder-fouten");
  await answer(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await pressOn(page, page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }), "Space");
  await answer(page, "Gaat het over een collega?", "Nee");
  await further(page);

  await on(page, "Wat viel je op?");
  await pressOn(page, page.getByRole("checkbox", { name: new RegExp(`^${told.signal}`) }), "Space");
  await answer(page, `Hoe weet je dit? ${told.signal}`, "Uit mijn werk");
  await further(page);

  await on(page, "Vertel het in je eigen woorden");
  await errorsLead(page, 1);
  await write(page, "Wat zag of hoorde je?", told.story);
  await further(page);

  await on(page, "Is iedereen veilig?");
  await errorsLead(page, 2);
  await answer(page, "Is er iemand jonger dan 18 bij?", "Ja");
  await answer(page, "Is er nu iemand in gevaar?", "Nee");
  await answer(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
  await seen(page, "melder-veilig-thuis");
  await further(page);

  await on(page, "Wie kunnen we bellen?");
  await errorsLead(page, 2);
  await write(page, "Je naam", told.name);
  await write(page, "Je telefoonnummer", told.phone);
  await further(page);

  await on(page, "Kijk alles na");
  await page.getByText(`${told.signal} (uit mijn werk)`).waitFor();
  await pressOn(page, page.getByRole("button", { name: "Versturen" }), "Enter");
  const code = await receivedCode(page);
  await page.getByText("Denk aan Veilig Thuis").waitFor();
  await seen(page, "melder-ontvangen-veilig-thuis");
  await browser.close([...secrets, code, code.replaceAll(" ", "")]);
});

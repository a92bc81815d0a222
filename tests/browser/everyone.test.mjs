// Every state of the melder's pages, for everybody: axe with the rules of WCAG 2.2 and its good practice, no sideways
// scrolling, room for a finger, and what a screen reader is told of the form.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone } from "./support/browser.mjs";
import { usableByAll } from "./support/everyone.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, codeIn, fillIn, goOn, lookUp, on, secrets, send } from "./support/melder.mjs";

const told = path.join(import.meta.dirname, "support/form.aria.yml");

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  browser = await openBrowser({ refusals: ["400 /melden/formulier", "400 /bel-mij-terug", "400 /mijn-melding"] });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("the form can be used by everybody, from the first screen to the receipt", async () => {
  const page = await browser.page(phone);
  const heard = [];
  await fillIn(page, instance.url, async (name) => {
    await usableByAll(page, name);
    heard.push(`# ${name}\n${await page.getByRole("main").ariaSnapshot()}`);
  });
  isHeard(`${heard.join("\n")}\n`);
  await usableByAll(page, "nakijken");
  await send(page);
  await on(page, "Je melding is binnen");
  await usableByAll(page, "ontvangen");
  const code = codeIn(await page.getByRole("main").innerText());
  await lookUp(page, instance.url, code);
  await page.getByText(/belt je uiterlijk|We openen je melding nu/).waitFor();
  await usableByAll(page, "mijn-melding");
});

/** What a screen reader is told is as it was. After a meant change: MELDROUTE_HEARD=write, and read what changed. */
function isHeard(text) {
  if (process.env.MELDROUTE_HEARD === "write") writeFileSync(told, text);
  assert.ok(existsSync(told), "nothing is kept to compare with");
  assert.equal(text, readFileSync(told, "utf8"));
}

test("what is wrong, danger and somebody young can be used by everybody", async () => {
  const page = await browser.page(phone);
  await page.goto(`${instance.url}/melden`);
  await on(page, "Waar gaat het over?");
  await choose(page, "Gaat het over een collega?", "Ja");
  await usableByAll(page, "over een collega");
  await page.goto(`${instance.url}/melden/veiligheid`);
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er iemand jonger dan 18 bij?", "Ja");
  await choose(page, "Is er nu iemand in gevaar?", "Ja");
  await usableByAll(page, "gevaar en jong");
  await goOn(page);
  await page.goto(`${instance.url}/melden/nakijken`);
  await on(page, "Kijk alles na");
  await send(page);
  await page.locator("#wat-ontbreekt:focus").waitFor();
  await usableByAll(page, "wat ontbreekt");
  await page.close();
});

test("the pages that the server makes can be used by everybody", async () => {
  const page = await browser.page(phone);
  const read = ["overleggen", "privacy", "toegankelijkheid", "bewust", "bewust/arbeid", "oefenen", "oefenen/1", "oefenen/1/klaar"];
  for (const address of ["melden/formulier", "bel-mij-terug", "mijn-melding", ...read]) {
    await page.goto(`${instance.url}/${address}`);
    await usableByAll(page, address);
  }
  for (const [address, button] of [["melden/formulier", "Versturen"], ["bel-mij-terug", "Versturen"], ["mijn-melding", "Bekijk"]]) {
    await page.goto(`${instance.url}/${address}`);
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("alert").first().waitFor();
    await usableByAll(page, `${address}, wrong`);
  }
  await browser.close(secrets);
});

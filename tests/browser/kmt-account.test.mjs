// An adviser of KMT with an account logs in, finds the question that they were asked, and nothing else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, kai, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, told, type } from "./support/melder.mjs";
import { ask, keep, logIn, openCase } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser();
  await setUp(instance, {}, [kai]);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("an adviser who logs in answers what they were asked", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const adviser = await browser.page(tablet);
  await logIn(adviser, url, kai, "Vragen aan jou");
  await adviser.getByText("Er staat geen vraag voor je klaar.").waitFor();
  await seen(adviser, "adviseur-geen-vraag");

  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  const dialog = await ask(af, "Advies vragen aan het KMT", "Advies zonder namen");
  await dialog.getByRole("textbox", { name: "Je vraag" }).fill("Herkennen jullie dit kanariepatroon?");
  await dialog.getByRole("combobox", { name: /^Aan een adviseur die inlogt/ }).selectOption({ label: "Kai Advies" });
  await seen(af, "af-kmt-vraag-account");
  await keep(af, dialog, "Vraag advies", "De vraag staat klaar.");
  assert.equal(await af.getByRole("dialog", { name: "De link en de code" }).count(), 0, "nobody needs a link");

  await adviser.reload();
  await adviser.getByText("Herkennen jullie dit kanariepatroon?").waitFor();
  await adviser.getByText(told.signal).waitFor();
  const page = await adviser.locator("main").innerText();
  for (const secret of [told.name, told.place, told.story, "Fleur"]) assert.ok(!page.includes(secret), secret);
  await seen(adviser, "adviseur-vragen");
  await adviser.getByRole("radio", { name: "Dit is mijn advies" }).check();
  await type(adviser, "Je vraag of je advies", "Vraag wie de kanarieschuur huurt.");
  await adviser.getByRole("button", { name: "Verstuur" }).click();
  await adviser.getByText(/^Dank je wel/).waitFor();
  await adviser.goto(`${url}/af/logboek`);
  await adviser.getByText("Er staat geen vraag voor je klaar.").waitFor();

  await af.reload();
  const card = af.getByRole("heading", { name: "Advies van het KMT" }).locator("..");
  await card.getByText("Vraag wie de kanarieschuur huurt.").waitFor();
  await card.getByText("Kai Advies", { exact: true }).waitFor();
  await browser.close([...secrets, "kanarie"]);
});

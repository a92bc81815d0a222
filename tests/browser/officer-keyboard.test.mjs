// An AF with the keyboard only: logs in, takes a case from the list, records the contact in its dialog, and goes back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { code } from "./support/factor.mjs";
import { startInstance } from "./support/instance.mjs";
import { answer, pressOn, write } from "./support/keyboard.mjs";
import { on, report, secrets } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const summary = "De melder zag een ooievaar.";
const focused = (page, target) => target.and(page.locator(":focus")).waitFor();
const button = (page, name) => page.getByRole("button", { name, exact: true });

test("an AF takes a case from the list and records the contact with the keyboard only", async () => {
  browser = await openBrowser();
  const melder = await browser.page(phone);
  await report(melder, instance.url);

  const page = await browser.page(tablet);
  await logInByKeyboard(page);
  await pressOn(page, page.getByRole("link", { name: /, dossier \d{4}-\d+$/ }), "Enter");
  await focused(page, page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }));

  const open = page.getByRole("button", { name: /^Contact vastleggen/ });
  await pressOn(page, open, "Enter");
  const talk = page.getByRole("region", { name: "Contact met de melder", exact: true });
  await focused(page, talk.getByRole("heading", { level: 1 }));
  await contact(page, talk);

  await page.getByRole("status").filter({ hasText: "Het contact is bewaard." }).waitFor();
  await form(page, page.getByRole("region", { name: "Meldingsformulier", exact: true }));
  await pressOn(page, page.getByRole("link", { name: "‹ Dossier" }), "Enter");
  await focused(page, page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }));
  await page.getByRole("listitem").filter({ hasText: "Contact met de melder · Fleur Voorbeeld" }).waitFor();
  await pressOn(page, page.getByRole("link", { name: "‹ Te doen" }), "Enter");
  await focused(page, page.getByRole("heading", { level: 1, name: /^Vandaag, / }));
  await seen(page, "af-toetsenbord-terug");
  await browser.close([...secrets, "ooievaar"]);
});

async function logInByKeyboard(page) {
  await page.goto(`${instance.url}/af`);
  await on(page, "Inloggen");
  await write(page, "Inlognaam", fleur.inlognaam);
  await page.keyboard.press("Tab");
  await focused(page, page.getByLabel("Wachtwoord"));
  await page.keyboard.type(fleur.wachtwoord);
  await write(page, "Code uit je app", await code(fleur));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
}

async function contact(page, talk) {
  await answer(page, "Hoe sprak je de melder?", "Gesprek");
  await write(page, "Wat bespraken jullie?", summary);
  assert.equal(await talk.getByRole("textbox", { name: "Wat bespraken jullie?" }).inputValue(), summary);
  await pressOn(page, button(talk, "Gesproken: klok stopt"), "Enter");
}

/** Not everything is filled in yet: the errors have the focus and lead to the questions, also in a part that folded. */
async function form(page, talk) {
  const part = talk.locator("summary").filter({ hasText: "Veiligheid" });
  await pressOn(page, part, "Enter");
  await talk.getByRole("textbox", { name: "Hoe veilig is het nu?" }).waitFor({ state: "hidden" });
  await pressOn(page, button(talk, "Formulier bewaren"), "Enter");
  const errors = talk.getByRole("group", { name: "Dit klopt nog niet" });
  await focused(page, errors);
  const first = errors.getByRole("link").first();
  const field = await first.getAttribute("href");
  await pressOn(page, first, "Enter");
  await page.locator(`${field}:focus, ${field} :focus`).waitFor();
}

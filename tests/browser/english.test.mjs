// A colleague who needs English, without scripts: the first page, a report, its receipt, how it stands, and a question
// of an AF. Nothing of it goes back to Dutch by itself.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, codeIn, onPlain, secrets, told, type } from "./support/melder.mjs";
import { logIn, openCase } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
beforeEach(async () => {
  browser = await openBrowser({ refusals: ["400 /en/melden/formulier", "400 /en/mijn-melding", "400 /en/bel-mij-terug"] });
});
afterEach(() => browser?.end());
after(() => instance?.stop());

const isEnglish = async (page) => {
  assert.equal(await page.locator("html").getAttribute("lang"), "en", page.url());
  assert.match(new URL(page.url()).pathname, /^\/en(\/|$)/);
};

async function begin(page) {
  await page.goto(instance.url);
  await page.getByRole("link", { name: "English", exact: true }).click();
  await onPlain(page, "Safety first");
  await isEnglish(page);
  await page.getByRole("link", { name: "I want to report something" }).click();
  await onPlain(page, "I want to report something");
  await isEnglish(page);
}

async function fillIn(page) {
  await choose(page, "What are you worried about?", "About a place or a business");
  await page.getByRole("checkbox", { name: /^Labour exploitation/ }).check();
  await choose(page, "Is it about a colleague?", "No");
  await page.getByText(/^Dependent on someone else \(/).click();
  await page.getByRole("checkbox", { name: /^Sleeps at the place where they also work/ }).check();
  await page.getByRole("combobox", { name: /Sleeps at the place/ }).selectOption("I heard it");
  await type(page, "What did you see or hear?", "Behind the Fantasy Laundry there are mattresses.");
  await choose(page, "Is anybody involved younger than 18?", "No");
  await choose(page, "Is anybody in danger now?", "No");
  await type(page, "Your name", told.name);
}

test("a report in English without scripts comes in, and the AF reads its signals in Dutch", async () => {
  const page = await browser.page(phone, { javaScriptEnabled: false });
  await begin(page);
  await fillIn(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: "This is not right yet" }).waitFor();
  await isEnglish(page);
  await page.getByRole("link", { name: /^Fill in your phone number/ }).click();
  await type(page, "Your phone number", told.phone);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await onPlain(page, "Your report has come in");
  const code = codeIn(await page.getByRole("main").innerText());
  await page.getByText(/will call you by (Mon|Tues|Wednes|Thurs|Fri)day \d/).waitFor();
  await page.getByRole("button", { name: "See how it stands" }).click();
  await onPlain(page, "How does my report stand?");
  await isEnglish(page);
  await type(page, "What do you want to add?", "There was a van too.");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Thank you. The aandachtsfunctionaris reads what you added.").waitFor();

  const af = await browser.page(tablet);
  await logIn(af, instance.url, fleur);
  await openCase(af);
  await af.getByText("Slaapt op de plek waar ook gewerkt wordt · gehoord").first().waitFor();
  await af.getByText("Behind the Fantasy Laundry").first().waitFor();
  await browser.close([...secrets, "laundry", "mattresses", code, code.replaceAll(" ", "")]);
});

test("the pages in English can be used by everybody, and each leads to the same page in Dutch", async () => {
  const page = await browser.page(phone);
  const addresses = ["", "/melden/formulier", "/bel-mij-terug", "/mijn-melding", "/overleggen", "/privacy", "/toegankelijkheid"];
  for (const address of addresses) {
    await page.goto(`${instance.url}/en${address}`);
    await seen(page, `english${address.replaceAll("/", "-")}`);
    await page.getByRole("link", { name: "Nederlands", exact: true }).click();
    await page.waitForURL(instance.url + (address || "/"));
    if (address) await page.getByRole("link", { name: "English", exact: true }).click();
    else await page.goto(`${instance.url}/en`);
    await isEnglish(page);
  }
  for (const [address, button] of [["/melden/formulier", "Send"], ["/bel-mij-terug", "Send"], ["/mijn-melding", "Look"]]) {
    await page.goto(`${instance.url}/en${address}`);
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("alert").first().waitFor();
    await seen(page, `english${address.replaceAll("/", "-")}-wrong`);
  }
  await page.goto(`${instance.url}/en/melden`);
  await onPlain(page, "Safety first");
  await browser.close(secrets);
});

test("what was typed in the app goes along into the form in English", async () => {
  const page = await browser.page(phone);
  await page.goto(`${instance.url}/melden/verhaal`);
  await type(page, "Wat zag of hoorde je?", told.story);
  await page.getByRole("link", { name: "‹ Terug" }).click();
  await page.waitForFunction(() => localStorage.getItem("meldroute.melding"));
  await page.goto(`${instance.url}/en/melden/formulier`);
  await page.getByText("What you typed before is in this form.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "What did you see or hear?" }).inputValue(), told.story);
  await browser.close(secrets);
});

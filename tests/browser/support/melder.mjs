// A melder's actions on a phone. Controls are found by the text on the screen.
import assert from "node:assert/strict";
import { seen } from "./browser.mjs";

/** Fictional, and each with a word that must never stand in an address or a title. */
export const told = {
  signal: "Slaapt op de plek waar ook gewerkt wordt",
  other: "Doet gevaarlijk of ongezond werk",
  story: "Achter de Verzonnen Wasserij liggen matrassen en de mensen zijn doodmoe.",
  when: "gisteren rond 14.00 uur",
  place: "Fantasiekade 999",
  name: "Robin Zomaar",
  team: "Team Oefenen",
  phone: "074 000 00 00",
};
export const secrets = ["wasserij", "matrassen", "fantasiekade", "robin", "zomaar", "074 000", "0740000000"];

export async function on(page, title) {
  const heading = page.getByRole("heading", { level: 1, name: title, exact: true });
  await heading.and(page.locator(":focus")).waitFor();
}

export const choose = (page, question, answer) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();

export const type = (page, label, text) => page.getByRole("textbox", { name: label }).fill(text);

export const goOn = (page) => page.getByRole("button", { name: "Verder", exact: true }).click();

/** Waits until a draft is on the device, another one than `before`, and gives it as it is kept. */
export async function kept(page, before = null) {
  const found = (other) => {
    const now = localStorage.getItem("meldroute.melding");
    return now !== other && now;
  };
  return (await page.waitForFunction(found, before)).jsonValue();
}

/** A report that was begun, and is on the device. */
export async function beginReport(page, url) {
  await page.goto(`${url}/melden/verhaal`);
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", told.story);
  await page.getByRole("link", { name: "‹ Terug" }).click();
  await on(page, "Wat viel je op?");
  await kept(page);
}

/** From the first screen to the page where everything is checked. `look` is called on every step once it is filled in. */
export async function fillIn(page, url, look = async () => {}) {
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
  await look("eerst-veilig");
  await page.getByRole("link", { name: "Ik wil iets melden" }).click();
  await fillInSteps(page, look);
}

/** From the first step to the page where everything is checked. */
export async function fillInSteps(page, look = async () => {}) {
  await on(page, "Waar gaat het over?");
  await choose(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }).check();
  await choose(page, "Gaat het over een collega?", "Nee");
  await look("onderwerp");
  await goOn(page);
  await signals(page, look);
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", told.story);
  await type(page, "Wanneer was dat?", told.when);
  await type(page, "Waar was dat?", told.place);
  await look("verhaal");
  await goOn(page);
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  await look("veiligheid");
  await goOn(page);
  await on(page, "Wie kunnen we bellen?");
  await type(page, "Je naam", told.name);
  await type(page, "Je team", told.team);
  await type(page, "Je telefoonnummer", told.phone);
  await look("over-jou");
  await goOn(page);
  await on(page, "Kijk alles na");
}

async function signals(page, look) {
  await on(page, "Wat viel je op?");
  await page.getByRole("checkbox", { name: told.signal }).check();
  await openGroup(page, "Werk");
  await page.getByRole("checkbox", { name: told.other }).check();
  await choose(page, `Hoe weet je dit? ${told.other}`, "Gehoord");
  await look("signalen");
  await goOn(page);
}

/** A folded group of signals, among the others: `Werk (5)`. On the plain form the groups are all there is. */
export async function openGroup(page, name) {
  const others = page.locator("summary", { hasText: /^Andere signalen$/ });
  if (await others.isVisible() && !(await others.evaluate((it) => it.parentElement.open))) await others.click();
  await page.locator("summary").filter({ hasText: new RegExp(`^${name} \\(\\d+\\)$`) }).click();
}

export const send = (page) => page.getByRole("button", { name: /^(Versturen|Probeer opnieuw)$/ }).click();

/** Fills in the whole form, sends it, and gives the receipt code. */
export async function report(page, url) {
  await fillIn(page, url);
  await send(page);
  return receivedCode(page);
}

/** The code in the text of a receipt: six groups of three. */
export function codeIn(text) {
  const code = /\b(?:[0-9A-Z]{3}\s+){5}[0-9A-Z]{3}\b/.exec(text)?.[0];
  assert.ok(code, "no code on the receipt");
  return code.replace(/\s+/g, " ");
}

/** The code on the receipt. */
export async function receivedCode(page) {
  await on(page, "Je melding is binnen");
  const text = await page.getByRole("main").innerText();
  const code = codeIn(text);
  assert.match(text, /belt je (uiterlijk (maan|dins|woens|donder|vrij)dag \d{1,2} [a-z]+|zo snel mogelijk)/);
  return code;
}

const words = {
  reported: { done: ["Gemeld"], current: "Contact met jou", said: /belt je uiterlijk|We openen je melding nu/ },
  /** Opened: by due work, or because an AF looked at the list. */
  promised: { done: ["Gemeld"], current: "Contact met jou", said: /belt je uiterlijk/ },
  urgent: { done: ["Gemeld"], current: "Contact met jou", said: /bellen je zo snel mogelijk/ },
  tried: { done: ["Gemeld"], current: "Contact met jou", said: /gebeld, maar niet bereikt/ },
  without: { done: ["Gemeld"], current: null, said: /niet gesproken\. Bel ons/ },
  contact: { done: ["Gemeld", "Contact met jou"], current: null, said: /met een aandachtsfunctionaris gesproken/ },
  investigation: { done: ["Contact met jou"], current: "Onderzoek", said: /We zoeken uit wat er speelt/ },
  decision: { done: ["Onderzoek"], current: "Beslissing in het werkoverleg", said: /bespreken je melding|melding besproken/ },
  done: { done: ["Beslissing in het werkoverleg", "Afgerond"], current: null, said: /hebben je melding besproken/ },
};

/** The heading of a page that the server makes. */
export const onPlain = (page, title) => page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();

/** Asks with the code how it stands. */
export async function lookUp(page, url, code) {
  await page.goto(`${url}/mijn-melding`);
  await onPlain(page, "Hoe staat mijn melding ervoor?");
  await type(page, "Jouw code", code);
  await page.getByRole("button", { name: "Bekijk", exact: true }).click();
}

/** The melder asks with the code how it stands. */
export async function stands(page, url, code, stage) {
  const { done, current, said } = words[stage];
  await lookUp(page, url, code);
  const main = page.getByRole("main");
  await main.getByText(said).waitFor();
  const items = await main.locator("ol.steps").getByRole("listitem").allInnerTexts();
  const steps = items.map((item) => item.replace(/\s+/g, " "));
  for (const one of done) assert.ok(steps.some((step) => step.includes(`Klaar: ${one}`)), `${stage}: ${steps}`);
  const now = main.locator('[aria-current="step"]');
  assert.equal(await now.count(), current ? 1 : 0, `${stage}: ${steps}`);
  if (current) assert.match(await now.innerText(), new RegExp(`^${current}`));
}

export const lookingAt = (page) => (name) => seen(page, `melder-${name}`);

// A report by phone: the AF records it and reads out the code, the melder's code works, and an excluded AF sees
// nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, on, secrets, stands, told, type } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance, { [fleur.inlognaam]: "regisseur-wmo", [sam.inlognaam]: "zorg-en-veiligheid" });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("a report by phone is noted by the AF and gives the melder a code", async () => {
  browser = await openBrowser();
  const { url } = instance;
  const af = await browser.page(tablet);
  await begin(af, url);
  await seen(af, "af-telefoon-leeg");
  await emptyIsRefused(af);
  await note(af);
  await seen(af, "af-telefoon");
  await sendIt(af);
  await on(af, "De melding is binnen");
  const code = await shownCode(af);
  await af.getByText("zo snel mogelijk").waitFor();
  await seen(af, "af-telefoon-code");
  await withoutClipboard(af);

  const melder = await browser.page(phone);
  await stands(melder, url, code, "urgent");
  await melder.getByText("Denk aan Veilig Thuis").waitFor();
  await af.getByRole("link", { name: "Naar het dossier" }).click();
  await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · plek · arbeidsuitbuiting/ }).waitFor();
  await af.getByText("Genoteerd door Fleur Voorbeeld.").waitFor();
  for (const text of [told.story, told.name, `${told.signal} · gehoord`]) await af.getByText(text).first().waitFor();
  await af.getByText(/Nog geen melding bij Veilig Thuis/).waitFor();
  await seen(af, "af-telefoon-dossier");
  await browser.close([...secrets, code, code.replaceAll(" ", ""), "kapotte bel"]);
});

test("a report by phone about a colleague stays hidden from the function that the melder excludes", async () => {
  browser = await openBrowser({ refusals: ["409 /dossiers", "404 /dossiers/"] });
  const { url } = instance;
  const af = await browser.page(tablet);
  await begin(af, url);
  await note(af);
  const kept = af.getByRole("group", { name: "Wie mag dit niet zien?" });
  assert.equal(await kept.count(), 0, "asked about a colleague only");
  await choose(af, "Gaat het over een collega?", "Ja");
  await af.getByText("Mag een van hen deze melding niet zien?").waitFor();
  const [own, other] = ["Regisseur Wmo", "Adviseur zorg en veiligheid"].map((name) => kept.getByRole("checkbox", { name }));
  await own.check();
  await other.check();
  await sendIt(af);
  await af.getByText("Dan leest niemand deze melding.").first().waitFor();
  await seen(af, "af-telefoon-niet-voor-fout");
  await other.uncheck();
  await sendIt(af);
  await af.getByRole("alert").getByText("Jij mag deze melding niet zien.").waitFor();
  await own.uncheck();
  await other.check();
  await seen(af, "af-telefoon-niet-voor");
  await sendIt(af);
  await on(af, "De melding is binnen");
  await af.getByRole("link", { name: "Naar het dossier" }).click();
  const heading = af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · plek/ });
  await heading.waitFor();
  await af.getByText("Niet voor: Sam Oefening. Zeg hun niets over dit dossier.").waitFor();
  await hidden(await browser.page(tablet), af.url(), (await heading.innerText()).split(" ")[0]);
  await browser.close([...secrets, "kapotte bel"]);
});

/** Sam has the excluded function: the case is on none of his lists, and its address leads nowhere. */
async function hidden(page, address, number) {
  await logIn(page, instance.url, sam);
  await page.getByRole("link", { name: /^Te doen \(\d+\)/ }).waitFor();
  assert.equal(await page.getByText(number).count(), 0);
  await page.goto(address);
  await page.getByText("Dit dossier is er nu niet").waitFor();
  assert.equal(await page.getByText(told.story).count(), 0);
}

const sendIt = (af) => af.getByRole("button", { name: "Neem op als melding" }).click();

async function begin(af, url) {
  await logIn(af, url, fleur);
  await af.getByRole("link", { name: "Melding opnemen" }).click();
  await on(af, "Melding opnemen");
}

async function emptyIsRefused(af) {
  await sendIt(af);
  const summary = af.getByRole("group", { name: "Dit klopt nog niet" });
  await summary.and(af.locator(":focus")).waitFor();
  assert.ok((await summary.getByRole("link").count()) >= 5);
}

async function note(af) {
  await choose(af, "Is er iemand jonger dan 18 bij?", "Weet ik niet");
  await choose(af, "Is er nu iemand in gevaar?", "Nee");
  await choose(af, "Wat is er gedaan met Veilig Thuis?", "Nog niet gebeld");
  await type(af, "Waarom nog niet?", "Kapotte bel, de melder belt straks.");
  await choose(af, "Waar gaat het over?", "Over een plek of bedrijf");
  await choose(af, "Gaat het over een collega?", "Nee");
  await af.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
  await type(af, "Wat is er gezien of gehoord?", told.story);
  await af.getByRole("checkbox", { name: new RegExp(`^${told.signal}`) }).check();
  await choose(af, `Hoe is dit bekend? ${told.signal}`, "Gehoord");
  await type(af, "Naam van de melder", told.name);
  await type(af, "Werktelefoon van de melder", told.phone);
}

/** Over plain HTTP a browser has no clipboard at all: the page says so, and nothing throws. */
async function withoutClipboard(af) {
  await af.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await af.getByRole("button", { name: "Kopieer code" }).click();
  await af.getByRole("status").getByText("Kopiëren lukt hier niet. Schrijf het over.").waitFor();
}

/** The code as a screen reader says it: `Code: K, 7, M. 4, P, Q. …` */
async function shownCode(af) {
  const spoken = await af.getByText(/^Code: /).innerText();
  const code = spoken.slice("Code: ".length).replaceAll(". ", " ").replaceAll(", ", "");
  assert.match(code, /^(?:[0-9A-Z]{3} ){5}[0-9A-Z]{3}$/);
  return code;
}

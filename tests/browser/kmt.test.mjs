// An AF asks KMT without names. The adviser opens it on a phone with the link and the code, has no account, asks
// something back and answers. Names are taken out before anything goes, and after the answer the link opens nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets, told, type } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser({ refusals: ["404 /adviesvragen", "400 /opdrachten"] });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("an adviser with a link and a code asks back and advises, and reads no name", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  await leavePage(af);
  const { link, code } = await asked(af);
  assert.match(link, /\/af\/adviesvraag#[0-9a-f]{32}$/);
  assert.match(code, /^\d{4} \d{4}$/);

  const adviser = await browser.page(phone);
  await opened(adviser, link, code);
  for (const text of ["Zes kanarieslaapplaatsen in een schuur.", "Herkennen jullie dit kanariepatroon?", told.signal]) {
    await adviser.getByText(text).waitFor();
  }
  const page = await adviser.locator("main").innerText();
  for (const secret of [told.name, told.place, told.story, "Fleur"]) assert.ok(!page.includes(secret), secret);
  await says(adviser, "Ik wil eerst iets weten", "Sinds wanneer speelt dit kanariegeval?");
  await adviser.getByText(/^Je vraag staat klaar/).waitFor();
  await seen(adviser, "adviseur-teruggevraagd");

  await af.reload();
  const card = af.getByRole("heading", { name: "Advies van het KMT" }).locator("..");
  await card.getByText("KMT vraagt iets terug").waitFor();
  await af.getByRole("link", { name: "‹ Te doen" }).click();
  await af.getByRole("listitem").getByText(/Beantwoord wat het KMT terugvraagt/).waitFor();
  await openCase(af);
  const reply = await ask(af, "Het KMT antwoorden", "Antwoord aan het KMT");
  await reply.getByText("Sinds wanneer speelt dit kanariegeval?").waitFor();
  await reply.getByRole("textbox", { name: "Je antwoord" }).fill("Sinds een kanariemaand.");
  await seen(af, "af-kmt-antwoord");
  await keep(af, reply, "Antwoord klaarzetten", "Het antwoord staat klaar.");

  await opened(adviser, link, code);
  await adviser.getByText("Sinds een kanariemaand.").waitFor();
  await says(adviser, "Dit is mijn advies", "Vraag wie de kanarieschuur huurt.");
  await adviser.getByText(/^Dank je wel/).waitFor();
  await seen(adviser, "adviseur-klaar");
  await adviser.goto("about:blank");
  await adviser.goto(link);
  await type(adviser, "De code", code);
  await adviser.getByRole("button", { name: "Lees de vraag" }).click();
  await adviser.getByText(/^De link geldt niet \(meer\)/).waitFor();

  await af.reload();
  await card.getByText("KMT gaf advies").waitFor();
  await card.getByText("Vraag wie de kanarieschuur huurt.").waitFor();
  await seen(af, "af-kmt-advies");
  await browser.close([...secrets, "kanarie", code, code.replace(" ", "")]);
});

/** The AF asks, once names were taken out; the link and the code that are shown once. */
async function asked(af) {
  const dialog = await ask(af, "Advies vragen aan het KMT", "Advies zonder namen");
  assert.ok(await dialog.getByRole("checkbox", { name: told.signal }).isChecked(), "it begins with what was reported");
  await dialog.getByRole("combobox", { name: /^Soort plek/ }).selectOption({ label: "Land- of tuinbouw" });
  await dialog.getByRole("checkbox", { name: "18 tot en met 26" }).check();
  const words = dialog.getByRole("textbox", { name: "Wat nog telt" });
  await words.fill(`Volgens ${told.name} zijn er zes kanarieslaapplaatsen in een schuur.`);
  await dialog.getByRole("textbox", { name: "Je vraag" }).fill("Herkennen jullie dit kanariepatroon?");
  await dialog.getByRole("button", { name: "Vraag advies" }).click();
  await dialog.getByText(/^Hier staat een naam, nummer of plek/).first().waitFor();
  await seen(af, "af-kmt-vraag-naam");
  await dialog.getByRole("button", { name: "Zoek namen en lak ze weg" }).click();
  await dialog.getByText(/^Weggelakt\./).waitFor();
  assert.equal(await words.inputValue(), "Volgens [weggelakt] zijn er zes kanarieslaapplaatsen in een schuur.");
  await words.fill("Zes kanarieslaapplaatsen in een schuur.");
  await dialog.getByRole("button", { name: "Vraag advies" }).click();
  const shown = af.getByRole("dialog", { name: "De link en de code" });
  await shown.waitFor();
  await seen(af, "af-kmt-link");
  const [link, code] = await Promise.all([shown.locator("code").innerText(), shown.locator("b.link-code").innerText()]);
  await shown.getByRole("button", { name: "Ik heb de link en de code" }).click();
  return { link, code };
}

/** The adviser opens the link; a wrong code says so and opens nothing. */
async function opened(page, link, code) {
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: "Een vraag aan het KMT" }).waitFor();
  assert.ok(!page.url().includes("#"), "the link's secret does not stay in the address");
  await type(page, "De code", "123");
  const look = page.getByRole("button", { name: "Lees de vraag" });
  await look.click();
  await page.getByText("Vul de acht cijfers in die je door de telefoon hoorde.").first().waitFor();
  await type(page, "De code", code === "0000 0000" ? "00000001" : "00000000");
  await look.click();
  await page.getByText(/^De link geldt niet \(meer\)/).waitFor();
  await seen(page, "adviseur-code");
  await type(page, "De code", code);
  await look.click();
  await page.getByRole("button", { name: "Verstuur" }).waitFor();
  await seen(page, "adviseur-vraag");
}

async function says(page, what, text) {
  await page.getByRole("button", { name: "Verstuur" }).click();
  await page.getByText("Schrijf op wat je vraagt of adviseert.").first().waitFor();
  await page.getByRole("radio", { name: what }).check();
  await type(page, "Je vraag of je advies", text);
  await type(page, "Wie ben je?", "Adviseur van dienst");
  await page.getByRole("button", { name: "Verstuur" }).click();
}

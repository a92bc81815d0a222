// A case in which nothing goes straight, by touch on a tablet held upright: a report with spoed while the gemeente is
// closed, a message, a melder who isn't there twice, Veilig Thuis that declines, an investigation that takes longer, a
// werkoverleg with three cases, back and on again, an answer after the end, and a case that opens again. Two AFs,
// melders, the beheerder and the FG.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { bo, faye, fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { doesWork, dueWork, startInstance } from "./support/instance.mjs";
import { choose, fillIn, goOn, on, receivedCode, report, secrets, send, stands } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, pick, unfold, workday } from "./support/officer.mjs";

let instance, browser, messages;
before(async () => {
  messages = await receiver();
  instance = await startInstance({
    demo: false,
    flags: ["--allow-private"],
    variables: {
      ...doesWork,
      SPIN_VARIABLE_WEBHOOK_URL: `${messages.url}/nieuw`,
      SPIN_VARIABLE_WEBHOOK_HOST: messages.url,
    },
  });
  browser = await openBrowser();
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
  messages?.stop();
});

/** Where the gemeente wants to hear that there is something new. */
async function receiver() {
  const bodies = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      bodies.push(body);
      response.end();
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { bodies, url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

test("a case in which nothing goes straight comes to its end, and nobody gets stuck", async (t) => {
  const { url } = instance;
  const part = async (name, play) => {
    t.diagnostic(name);
    await play();
  };
  const touch = { hasTouch: true, isMobile: true };
  const melder = await browser.page(phone);
  const [af, colleague] = [await browser.page(tablet, touch), await browser.page(tablet, touch)];
  let code;
  const now = (stage) => stands(melder, url, code, stage);

  await part("nobody works today", () => closed(url));
  await part("spoed all the same, and a message that says nothing", async () => {
    for (const other of [await browser.page(phone), await browser.page(phone)]) await report(other, url);
    code = await urgent(melder, url);
    // sealed on the device: due work opens it within a minute
    await dueWork(url);
    await now("urgent");
    assert.ok(messages.bodies.length > 0, "there is a message");
    const told = messages.bodies.join().toLowerCase();
    for (const word of [...secrets, "dossier", code.toLowerCase()]) assert.ok(!told.includes(word), `${word} is in a message`);
  });
  await part("it is first in the list, and the melder isn't there twice", async () => {
    await logIn(af, url, fleur);
    const first = af.getByRole("region", { name: "Nu doen" }).getByRole("listitem").first();
    await first.getByText(/jonger dan 18/i).waitFor();
    await first.getByRole("link", { name: /, dossier / }).click();
    await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
    await notReached(af, "Telefoon");
    await notReached(af, "E-mail");
    await now("tried");
  });
  const number = (await af.getByRole("heading", { level: 1 }).innerText()).split(" ")[0];
  await part("reached, and the form", () => reached(af));
  await now("contact");
  await part("Veilig Thuis declines, and KMT hears the same day", () => declined(af));
  await part("the investigation takes longer", () => investigation(af));
  await now("investigation");
  await part("a werkoverleg with three cases, and back", () => meeting(af, number));
  await part("decided by who was there", () => decision(af, colleague, number));
  await now("decision");
  await part("told, closed, a late answer, and open again", () => ending(af, now));
  await part("the beheerder changes a number, and the FG confirms it without seeing a case", () => others(url, number));
  await browser.close([...secrets, code, code.replaceAll(" ", ""), "Verzonnen nijlpaard"]);
});

/** The beheerder makes today a day on which the gemeente is closed, as it is at night. */
async function closed(url) {
  const beheer = await browser.page(tablet);
  await logIn(beheer, url, bo, "Accounts");
  await beheer.getByRole("link", { name: "Inrichting" }).click();
  await on(beheer, "Inrichting");
  const days = await unfold(beheer, "Sluitingsdagen");
  await beheer.getByRole("button", { name: "Nog een dag" }).click();
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
  await days.getByLabel("Dag 1").fill(today);
  await days.getByRole("button", { name: "Bewaar" }).click();
  await beheer.getByRole("status").filter({ hasText: "Bewaard. Het geldt nu." }).waitFor();
}

/** Somebody younger than 18 is in it, and nobody called Veilig Thuis. */
async function urgent(page, url) {
  await fillIn(page, url);
  await page.getByRole("link", { name: "Wijzig: Is iedereen veilig?" }).click();
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er iemand jonger dan 18 bij?", "Ja");
  await choose(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
  await goOn(page);
  await on(page, "Wie kunnen we bellen?");
  await goOn(page);
  await on(page, "Kijk alles na");
  await send(page);
  return receivedCode(page);
}

async function notReached(af, way) {
  const dialog = await ask(af, "Niet bereikt", "Melder niet bereikt");
  await pick(dialog, "Hoe probeerde je het?", way);
  await keep(af, dialog, "Poging bewaren", "De poging is bewaard.");
}

async function reached(af) {
  const contact = await ask(af, "Contact vastleggen", "Contact met de melder");
  await pick(contact, "Hoe sprak je de melder?", "Telefoon");
  await keep(af, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
  const form = await ask(af, "Meldingsformulier invullen", "Meldingsformulier");
  await form.getByRole("button", { name: "Voeg persoon toe" }).click();
  const person = form.getByRole("group", { name: "Persoon 1" });
  await person.getByRole("checkbox", { name: "Mogelijk slachtoffer" }).check();
  await pick(person, "Leeftijd", "12 tot en met 17");
  await pick(person, "Is een tolk nodig?", "Weet ik niet");
  await form.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill("Het verzonnen nijlpaard past op.");
  await pick(form, "Zijn er kinderen in huis?", "Nee");
  await pick(form, "Weet de persoon van de melding?", "Nee");
  await keep(af, form, "Formulier bewaren", "Het formulier is bewaard.");
  await leavePage(af);
}

async function declined(af) {
  const dialog = await ask(af, "Veilig Thuis vastleggen", "Veilig Thuis");
  await pick(dialog, "Wat is er gedaan?", "Veilig Thuis neemt het niet aan");
  await dialog.getByLabel("Waarom niet?").fill("Geen huiselijk geweld");
  await keep(af, dialog, "Bewaren", "Bewaard wat er met Veilig Thuis is gedaan.");
  await af.getByRole("heading", { name: "Nu: vraag vandaag het KMT" }).waitFor();
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await pick(kmt, "Wat vroeg je?", "Advies zonder namen");
  await kmt.getByRole("textbox", { name: "Je vraag" }).fill("Wat nu?");
  await kmt.getByRole("textbox", { name: "Samenvatting zonder namen" }).fill("Een jongere werkt elke nacht.");
  await kmt.getByRole("textbox", { name: "Aan wie vroeg je het?" }).fill("procesmanager");
  await kmt.getByRole("textbox", { name: "Het antwoord of advies" }).fill("Ga door met de route.");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
}

async function investigation(af) {
  const plan = await ask(af, "Onderzoek starten", "Onderzoek starten");
  await plan.getByRole("textbox", { name: "Welke vraag wil je beantwoorden?" }).fill("Wie haalt de jongere op?");
  await plan.getByLabel("Tot en met wanneer?").fill(workday(7));
  await keep(af, plan, "Onderzoek starten", "Het onderzoek is gestart.");
  const longer = await ask(af, "Einddatum verplaatsen", "Einddatum verplaatsen");
  await longer.getByLabel("Tot en met wanneer?").fill(workday(20));
  await longer.getByRole("textbox", { name: "Waarom?" }).fill("Het antwoord van de school is er nog niet.");
  await keep(af, longer, "Einddatum bewaren", "De einddatum is verplaatst.");
}

/** The other two are asked for on their pages; the page of the werkoverleg proposes all three. */
async function meeting(af, number) {
  await toDecision(af);
  await home(af);
  const links = af.getByRole("listitem").getByRole("link", { name: /, dossier / });
  const all = await links.evaluateAll((every) => every.map((link) => link.getAttribute("aria-label") ?? link.textContent));
  for (const label of all.filter((text) => !text.includes(number))) {
    await af.getByRole("link", { name: label }).click();
    await af.getByRole("button", { name: "Bespreek in het werkoverleg" }).click();
    await af.getByText("Gevraagd om te bespreken.").waitFor();
    await home(af);
  }
  await af.getByRole("link", { name: "Overleg", exact: true }).click();
  await on(af, "Werkoverleg");
  const cases = af.getByRole("group", { name: "Welke dossiers bespreken jullie?" });
  await cases.getByRole("checkbox").nth(2).waitFor();
  assert.equal(await cases.getByRole("checkbox", { checked: true }).count(), 3);
  await af.getByLabel(/^Wanneer is het volgende/).fill(workday(14));
  await af.getByRole("button", { name: "Plan het overleg" }).click();
  await af.getByRole("heading", { level: 1, name: /^Werkoverleg van / }).waitFor();
  await seen(af, "af-overleg-drie");
  await open(af, number);
  const back = await ask(af, "Terug naar het onderzoek", "Terug naar het onderzoek");
  await back.getByRole("textbox", { name: "Wat moet er nog uitgezocht worden?" }).fill("Het antwoord van de school.");
  await back.getByLabel("Nieuwe einddatum").fill(workday(21));
  await keep(af, back, "Terug naar het onderzoek", "Het dossier is terug in het onderzoek.");
  await toDecision(af);
}

async function toDecision(af) {
  const move = await ask(af, "Naar het beslismoment", "Naar het beslismoment");
  await keep(af, move, "Naar het beslismoment", "Het dossier wacht op het werkoverleg.");
}

async function decision(af, colleague, number) {
  const dialog = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  await dialog.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Waarschijnlijk dwang op het werk.");
  await pick(dialog, "Hoe schatten jullie het in?", "Waarschijnlijk mensenhandel");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  const step = dialog.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Regie WMO" });
  await step.getByRole("textbox", { name: "Wie ontvangt het daar?" }).fill("regisseur");
  await step.getByRole("textbox", { name: "Wat deel je?" }).fill("Wat er nodig is.");
  const there = dialog.getByRole("group", { name: "Welke aandachtsfunctionarissen waren erbij?" });
  assert.equal(await there.getByRole("checkbox", { checked: true }).count(), 2, "who was there comes from the werkoverleg");
  await keep(af, dialog, "Besluit voorleggen", "Het besluit ligt voor.");
  await logIn(colleague, instance.url, sam);
  await open(colleague, number);
  const agreeing = await ask(colleague, "Akkoord geven", "Akkoord geven");
  await agreeing.getByRole("button", { name: "Ik ga akkoord" }).click();
  await colleague.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
  await af.reload();
  await af.getByRole("heading", { name: "Nu: koppel terug aan de melder" }).waitFor();
}

async function ending(af, now) {
  const feedback = await ask(af, "Terugkoppelen", "Terugkoppelen aan de melder");
  await pick(feedback, "Hoe vertelde je het?", "Telefoon");
  await feedback.getByRole("button", { name: /We gaan ermee verder/ }).click();
  await keep(af, feedback, "Terugkoppeling bewaren", "De terugkoppeling is bewaard.");
  const confirm = await ask(af, "Ontvangst bevestigd", "Ontvangst bevestigd");
  await confirm.getByRole("combobox").selectOption({ index: 1 });
  await keep(af, confirm, "Bevestiging bewaren", "De bevestiging is bewaard.");
  const close = await ask(af, "Afsluiten", "Dossier afsluiten");
  await keep(af, close, "Dossier afsluiten", "Het dossier is afgesloten.");
  await now("done");
  const answer = await ask(af, "Antwoord van een ontvanger", "Antwoord van een ontvanger");
  await answer.getByRole("combobox", { name: "Wie antwoordde?" }).selectOption({ index: 1 });
  await answer.getByRole("textbox", { name: "Wat was het antwoord?" }).fill("Er is hulp begonnen.");
  await keep(af, answer, "Antwoord bewaren", "Het antwoord is bewaard.");
  const again = await ask(af, "Heropenen", "Dossier heropenen");
  await again.getByRole("textbox", { name: "Waarom gaat het dossier weer open?" }).fill("De jongere is weer gezien.");
  await keep(af, again, "Heropenen", "Het dossier is weer open.");
  await seen(af, "af-heropend");
}

async function others(url, number) {
  const beheer = await browser.page(tablet);
  await logIn(beheer, url, bo, "Accounts");
  await beheer.getByRole("link", { name: "Inrichting" }).click();
  await on(beheer, "Inrichting");
  const phones = await unfold(beheer, "Telefoonnummers");
  await phones.getByLabel("Nummer").first().fill("074-000 00 98");
  await phones.getByRole("button", { name: "Vraag deze nummers aan" }).click();
  await beheer.getByRole("status").filter({ hasText: "Gevraagd." }).waitFor();
  const fg = await browser.page(tablet);
  await logIn(fg, url, faye, "Logboek");
  await fg.getByText(number).first().waitFor();
  const log = (await fg.getByRole("main").innerText()).toLowerCase();
  for (const word of [...secrets, "nijlpaard", "school"]) assert.ok(!log.includes(word), `the FG reads ${word}`);
  await fg.goto(`${url}/af/instellingen`);
  await on(fg, "Inrichting");
  await fg.getByRole("button", { name: "Bevestig" }).click();
  await fg.getByRole("status").filter({ hasText: "Bevestigd. Het geldt nu." }).waitFor();
}

async function home(page) {
  await page.goto(`${instance.url}/af`);
  await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
}

/** Opens one case from the list. */
async function open(page, number) {
  await home(page);
  await page.getByRole("listitem").getByRole("link", { name: new RegExp(`dossier ${number}$`) }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${number} · `) }).waitFor();
}

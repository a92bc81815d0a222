// The whole route: a melding on a phone, brought by the AF on a tablet through the four steps to closed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, lookingAt, receivedCode, secrets, send, stands, told } from "./support/melder.mjs";
import { agree, ask, keep, logIn, openCase, pick, wasThere, workday } from "./support/officer.mjs";
import { agenda, packs, register } from "./support/packs.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser();
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("from a melding on a phone to a closed case, the melder sees every step", async (t) => {
  const part = async (name, play) => {
    t.diagnostic(name);
    await play();
  };
  const { url } = instance;
  const melder = await browser.page(phone);
  const af = await browser.page(tablet);
  let code;
  const now = (stage) => stands(melder, url, code, stage);

  await part("the melder reports", async () => {
    const look = lookingAt(melder);
    await fillIn(melder, url, look);
    for (const text of [told.story, told.place, told.name, `${told.other} (gehoord)`, told.signal]) {
      await melder.getByText(text).waitFor();
    }
    await look("nakijken");
    await send(melder);
    code = await receivedCode(melder);
    await look("ontvangen");
    await now("reported");
    await look("mijn-melding");
  });
  await part("the AF finds it on the worklist", async () => {
    await af.goto(`${url}/af`);
    await af.getByRole("heading", { level: 1, name: "Inloggen" }).waitFor();
    await seen(af, "af-inloggen");
    await logIn(af, url, fleur);
    await af.getByRole("link", { name: "Te doen (1), 1 nieuw" }).waitFor();
    const rows = af.getByRole("region", { name: "Nu doen" }).or(af.getByRole("region", { name: "Daarna" }));
    assert.equal(await rows.getByRole("listitem").count(), 1);
    await rows.getByText(/Nieuw\. .*Bel de melder/).waitFor();
    await seen(af, "af-werklijst");
    await now("promised");
    await openCase(af);
    for (const text of [told.story, told.place, told.name, `${told.other} · gehoord`]) await af.getByText(text).first().waitFor();
    await seen(af, "af-dossier");
  });
  await part("contact", () => contact(af, now));
  await part("form and investigation", () => investigation(af, now));
  await part("decision with two referrals", () => decision(af, now));
  await part("what goes to a receiver", () => packs(af));
  await part("what goes to a table", () => agenda(af, instance.url));
  await part("what goes to the register", () => register(af));
  await part("feedback and close", () => closing(af, now));
  await browser.close([...secrets, code, code.replaceAll(" ", ""), "voicemail", "weerwolf"]);
});

async function contact(af, now) {
  const attempt = await ask(af, "Niet bereikt", "Melder niet bereikt");
  await attempt.getByRole("textbox", { name: "Wat gebeurde er?" }).fill("Voicemail ingesproken, zonder reden");
  await seen(af, "af-poging");
  await keep(af, attempt, "Poging bewaren", "De poging is bewaard.");
  await now("tried");
  const dialog = await ask(af, "Contact vastleggen", "Contact met de melder");
  await pick(dialog, "Hoe sprak je de melder?", "Telefoon");
  await dialog.getByRole("textbox", { name: "Wat bespraken jullie?" }).fill("Codewoord weerwolf. We bellen vrijdag weer.");
  await seen(af, "af-contact");
  await keep(af, dialog, "Gesproken: klok stopt", "Het contact is bewaard.");
  await now("contact");
}

async function investigation(af, now) {
  const sheet = await ask(af, "Meldingsformulier invullen", "Meldingsformulier");
  await sheet.getByRole("button", { name: "Formulier bewaren" }).click();
  await sheet.getByRole("group", { name: "Dit klopt nog niet" }).and(af.locator(":focus")).waitFor();
  await seen(af, "af-meldingsformulier-fouten");
  await sheet.getByRole("button", { name: "Voeg persoon toe" }).click();
  const person = sheet.getByRole("group", { name: "Persoon 1" });
  for (const role of ["Mogelijk slachtoffer", "Mogelijk dader"]) await person.getByRole("checkbox", { name: role }).check();
  await pick(person, "Leeftijd", "18 tot en met 26");
  await pick(person, "Is een tolk nodig?", "Weet ik niet");
  await sheet.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill("Geen direct gevaar bekend.");
  await pick(sheet, "Zijn er kinderen in huis?", "Nee");
  await pick(sheet, "Weet de persoon van de melding?", "Nee");
  await seen(af, "af-meldingsformulier");
  await keep(af, sheet, "Formulier bewaren", "Het formulier is bewaard.");
  await now("contact");
  const plan = await ask(af, "Onderzoek starten", "Onderzoek starten");
  await plan.getByRole("textbox", { name: "Welke vraag wil je beantwoorden?" }).fill("Wie heeft de Verzonnen Wasserij?");
  await plan.getByLabel("Tot en met wanneer?").fill(workday(10));
  await seen(af, "af-onderzoek");
  await keep(af, plan, "Onderzoek starten", "Het onderzoek is gestart.");
  await now("investigation");
  const source = await ask(af, "Bron vastleggen", "Bron vastleggen");
  await source.getByRole("combobox", { name: "Welke bron?" }).selectOption({ label: await firstSource(source) });
  await source.getByRole("textbox", { name: "Wat kwam eruit?" }).fill("De zaak staat sinds kort op een andere naam.");
  await seen(af, "af-bron");
  await keep(af, source, "Bron bewaren", "De bron is bewaard.");
  const kmt = await ask(af, "KMT-check vastleggen", "Check bij het KMT");
  await pick(kmt, "Wat vroeg je?", "Advies zonder namen");
  await kmt.getByRole("textbox", { name: "Je vraag" }).fill("Past dit bij arbeidsuitbuiting?");
  await kmt.getByRole("textbox", { name: "Samenvatting zonder namen" }).fill("Een bedrijf waar mensen slapen en lange dagen maken.");
  await kmt.getByRole("textbox", { name: "Aan wie vroeg je het?" }).fill("procesmanager KMT");
  await kmt.getByRole("textbox", { name: "Het antwoord of advies" }).fill("Ja. Bespreek het in het werkoverleg.");
  await seen(af, "af-kmt");
  await keep(af, kmt, "KMT-check bewaren", "De KMT-check is bewaard.");
  await now("investigation");
}

const firstSource = (dialog) => dialog.getByRole("option", { name: /grondslag/ }).first().innerText();

async function decision(af, now) {
  const move = await ask(af, "Naar het beslismoment", "Naar het beslismoment");
  await seen(af, "af-naar-beslismoment");
  await keep(af, move, "Naar het beslismoment", "Het dossier wacht op het werkoverleg.");
  await now("decision");
  const dialog = await ask(af, "Besluit vastleggen", "Besluit van het werkoverleg");
  await dialog.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Waarschijnlijk dwang op het werk.");
  await pick(dialog, "Hoe schatten jullie het in?", "Waarschijnlijk mensenhandel");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  await wasThere(dialog, "Sam Oefening");
  await byTheTable(dialog.getByRole("group", { name: "Vervolgstap 1", exact: true }));
  await referral(dialog, 1, "KMT (advies)", "adviseur");
  await dialog.getByRole("button", { name: "Voeg vervolgstap toe" }).click();
  await referral(dialog, 2, "RIEC (ondermijning)", "accountmanager");
  await seen(af, "af-besluit");
  await keep(af, dialog, "Besluit voorleggen", "Het besluit ligt voor.");
  await af.getByRole("heading", { name: "Wacht op akkoord van een collega" }).waitFor();
  await agree(await browser.page(tablet), instance.url, sam);
  await af.reload();
  await af.getByRole("heading", { name: "Nu: koppel terug aan de melder" }).waitFor();
  await now("decision");
  const card = af.getByRole("heading", { name: "Vervolgstappen" }).locator("..").getByRole("list");
  assert.equal(await card.getByText("Ontvangst nog niet bevestigd.").count(), 2);
}

/** What is asked and said depends on where it goes. */
async function byTheTable(step) {
  const to = step.getByRole("combobox", { name: "Waarheen?" });
  const [named, agreed] = [step.getByLabel("We noemen iemand die misschien gedwongen is"), step.getByLabel("Hoe weet je dat de persoon het goedvindt?")];
  for (const [target, asked, hint] of [
    ["CoMensha/zorgcoördinator", [0, 1], /Nooit: .*mogelijke dader/],
    ["Politie/AVIM", [1, 0], /Nooit: zorg en gezondheid/],
    ["Lokaal ondermijningsoverleg", [0, 0], /Mag mee, als het nodig is: vorm en signalen, plek of bedrijf\. Nooit: .*mogelijk slachtoffer/],
  ]) {
    await to.selectOption({ label: target });
    await step.getByText(hint).waitFor();
    assert.deepEqual([await named.count(), await agreed.count()], asked, target);
  }
}

async function referral(dialog, number, target, receiver) {
  const step = dialog.getByRole("group", { name: `Vervolgstap ${number}`, exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: target });
  await step.getByRole("textbox", { name: "Wie ontvangt het daar?" }).fill(receiver);
  const ground = step.getByRole("combobox", { name: "Grondslag" });
  assert.notEqual(await ground.inputValue(), "", "the only ground is chosen");
  await step.getByRole("textbox", { name: "Wat deel je?" }).fill("Wat er speelt, zonder namen.");
}

async function closing(af, now) {
  const feedback = await ask(af, "Terugkoppelen", "Terugkoppelen aan de melder");
  await pick(feedback, "Hoe vertelde je het?", "Telefoon");
  await feedback.getByRole("button", { name: /We gaan ermee verder/ }).click();
  await seen(af, "af-terugkoppelen");
  await keep(af, feedback, "Terugkoppeling bewaren", "De terugkoppeling is bewaard.");
  await now("decision");
  const confirm = await ask(af, "Ontvangst bevestigd", "Ontvangst bevestigd");
  await confirm.getByRole("combobox").selectOption({ index: 1 });
  await seen(af, "af-ontvangst");
  await keep(af, confirm, "Bevestiging bewaren", "De bevestiging is bewaard.");
  const close = await ask(af, "Afsluiten", "Dossier afsluiten");
  await seen(af, "af-afsluiten");
  await keep(af, close, "Dossier afsluiten", "Het dossier is afgesloten.");
  await seen(af, "af-dossier-afgerond");
  await now("done");
  await af.getByRole("link", { name: "‹ Te doen" }).click();
  await af.getByText("Er is nu niets te doen.").waitFor();
  await seen(af, "af-werklijst-leeg");
  await af.getByRole("link", { name: "Afgerond" }).click();
  await af.getByRole("link", { name: /^Bekijk dossier / }).waitFor();
  await seen(af, "af-afgerond");
}

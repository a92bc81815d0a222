// One whole case as the AF does it, with the least to type: not reached, reached, the form with a person, a source,
// KMT, a decision with two referrals, feedback and the end. Its taps, keys and seconds are counted, and bounded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { actOn, count, line, seconds } from "./support/effort.mjs";
import { startInstance } from "./support/instance.mjs";
import { report, secrets } from "./support/melder.mjs";
import { agree, logIn, pick, wasThere } from "./support/officer.mjs";

/** What a case may cost the AF besides the talking. */
const most = { taps: 45, seconds: 7 * 60 };

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

test("a whole case costs the AF no more than seven minutes besides the talking", async (t) => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  const effort = await count(af);
  await logIn(af, url, fleur);
  const act = actOn(af, effort);

  await effort.part("open and read", async () => {
    await af.getByRole("listitem").getByRole("link", { name: /, dossier / }).click();
    await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
    await effort.read(af.getByRole("main"));
  });
  for (const [name, button, title, send] of calls) {
    await act(name, button, title, send, async (it) =>
      assert.ok(await it.getByRole("radio", { name: "Telefoon" }).isChecked()),
    );
  }
  await act("form", "Meldingsformulier invullen", "Meldingsformulier", "Formulier bewaren", form);
  await act("start investigation", "Onderzoek starten", "Onderzoek starten", "Onderzoek starten", async (it) => {
    await box(it, "Welke vraag wil je beantwoorden?").fill("Wie is hier de baas?");
    await filled(it.getByLabel("Tot en met wanneer?"), /^\d{4}-\d\d-\d\d$/);
  });
  await act("source", "Bron vastleggen", "Bron vastleggen", "Bron bewaren", async (it) => {
    const label = await it.getByRole("option", { name: /grondslag/ }).first().innerText();
    await it.getByRole("combobox", { name: "Welke bron?" }).selectOption({ label });
    await box(it, "Wat kwam eruit?").fill("Staat op een andere naam.");
  });
  await act("KMT check", "KMT-check vastleggen", "Check bij het KMT", "KMT-check bewaren", async (it) => {
    await filled(box(it, "Je vraag"), /^Wie is hier de baas\?$/);
    await filled(box(it, "Samenvatting zonder namen"), summary);
    await filled(box(it, "Aan wie vroeg je het?"), /^procesmanager KMT$/);
    await box(it, "Het antwoord of advies").fill("Ja. Bespreek het.");
  });
  await act("to decision", "Naar het beslismoment", "Naar het beslismoment", "Naar het beslismoment", async () => {});
  await act("decision", "Besluit vastleggen", "Besluit van het werkoverleg", "Besluit voorleggen", ruling);
  await agree(await browser.page(tablet), url, sam);
  await af.reload();
  await act("feedback", "Terugkoppelen", "Terugkoppelen aan de melder", "Terugkoppeling bewaren", async (it) => {
    assert.ok(await it.getByRole("radio", { name: "Telefoon" }).isChecked());
    await it.getByRole("button", { name: /We gaan ermee verder/ }).click();
  });
  await act("close", "Afsluiten", "Dossier afsluiten", "Dossier afsluiten", async () => {});

  for (const part of effort.parts) t.diagnostic(line(part.name, part));
  const whole = effort.total();
  t.diagnostic(line("whole case", whole));
  assert.ok(whole.taps > 20 && whole.keys > 100 && whole.words > 300, "what was done is counted");
  assert.ok(whole.taps <= most.taps, `${whole.taps} taps`);
  assert.ok(seconds(whole) <= most.seconds, `${seconds(whole)} seconds`);
  await browser.close(secrets);
});

/** What is nearly always so is chosen already. */
const calls = [
  ["not reached", "Niet bereikt", "Melder niet bereikt", "Poging bewaren"],
  ["contact", "Contact vastleggen", "Contact met de melder", "Gesproken: klok stopt"],
];
/** Made of what was chosen, and of nothing that the melder or the AF typed. */
const summary = /^Het gaat over een plek of bedrijf\. Waar het op lijkt: arbeidsuitbuiting\. .*leeftijd 27 of ouder\.$/;

/** What is in the case already stands there, and nobody types it again. */
const filled = async (field, words) => assert.match(await field.inputValue(), words);

const box = (page, name) => page.getByRole("textbox", { name });
async function form(sheet) {
  await sheet.getByRole("button", { name: "Voeg persoon toe" }).click();
  const person = sheet.getByRole("group", { name: "Persoon 1" });
  await person.getByRole("checkbox", { name: "Mogelijk slachtoffer" }).check();
  await pick(person, "Leeftijd", "27 of ouder");
  await pick(person, "Is een tolk nodig?", "Weet ik niet");
  await box(sheet, "Hoe veilig is het nu?").fill("Geen gevaar bekend.");
  await pick(sheet, "Zijn er kinderen in huis?", "Nee");
  await pick(sheet, "Weet de persoon van de melding?", "Nee");
}

async function ruling(dialog) {
  await box(dialog, "Wat denken we dat er speelt?").fill("Waarschijnlijk dwang op het werk.");
  await pick(dialog, "Hoe schatten jullie het in?", "Waarschijnlijk mensenhandel");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  await wasThere(dialog, "Sam Oefening");
  await referral(dialog, 1, "KMT/ZVH (casus met namen)", /^procesmanager KMT$/);
  await dialog.getByRole("button", { name: "Voeg vervolgstap toe" }).click();
  await referral(dialog, 2, "Regie WMO", /^regisseur WMO$/);
}

async function referral(dialog, number, target, receiver) {
  const step = dialog.getByRole("group", { name: `Vervolgstap ${number}`, exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: target });
  await filled(box(step, "Wie ontvangt het daar?"), receiver);
  await filled(box(step, "Wat deel je?"), summary);
}

// Three reports on a phone, from the first screen to the receipt, with the least to type: a kitchen of which the
// address is known, a girl of 16, and a colleague. Counted are taps, keys, choices, swipes and words, and what the
// keystroke-level model makes of them (`support/effort.mjs`).
//
// The aim is 75 seconds of typing, 150 of scanning and 800 words. `most` is what was reached, and goes down only.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { openBrowser, phone } from "./support/browser.mjs";
import { count, scanning, seconds, typing } from "./support/effort.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, goOn, on, receivedCode, send, type } from "./support/melder.mjs";

/** What is typed, chosen and ticked in each. The first screens of 2026 took 103, 98 and 101 keys. */
const stories = [
  {
    name: "a kitchen",
    about: "Over een plek of bedrijf",
    form: /^Arbeidsuitbuiting/,
    ticks: ["Slaapt op de plek waar ook gewerkt wordt", "Maakt steeds te lange dagen"],
    story: "Twee mannen slapen in de keuken en werken elke dag.",
    place: "Fantasiekade 999",
    minor: "Nee",
  },
  {
    name: "a girl of 16",
    about: "Over een persoon",
    form: /^Weet ik niet/,
    ticks: ["Heeft oudere nieuwe contacten, of iemand die controleert", "Is bang, erg mager of uitgeput"],
    story: "Meisje van 16, haar vriend van 30 wacht buiten en belt steeds.",
    minor: "Ja",
  },
  {
    name: "a colleague",
    about: "Over een persoon",
    form: /^Weet ik niet/,
    colleague: true,
    ticks: ["Mag niet alleen weg of niet vrij praten"],
    story: "Een collega brengt een vrouw mee die in zijn huis werkt.",
    minor: "Nee",
  },
];
const aim = { typing: 75, scanning: 150, words: 800 };
const most = { typing: 75, scanning: 220, words: 975 };
const me = { name: "Robin Zomaar", phone: "0740000000" };

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

for (const story of stories) {
  test(`what a report costs: ${story.name}`, async (t) => {
    const page = await browser.page(phone);
    const effort = await count(page);
    for (const [name, play] of steps(story)) {
      await effort.part(name, async () => {
        await play(page);
        const height = await effort.look(page);
        t.diagnostic(`${name}: ${height} px`);
        await leave(page, name);
      });
    }
    await on(page, "Je melding is binnen");
    await effort.part("received", async () => void (await effort.look(page)));
    await receivedCode(page);
    for (const part of effort.parts) t.diagnostic(line(part.name, part));
    const whole = effort.total();
    t.diagnostic(line(story.name, whole));
    t.diagnostic(`aim: typing ${aim.typing} s, scanning ${aim.scanning} s, ${aim.words} words`);
    assert.ok(whole.keys > 60 && whole.heads > 100 && whole.words > whole.heads, "what was done is counted");
    assert.ok(typing(whole) <= most.typing, `typing ${typing(whole)} s`);
    assert.ok(scanning(whole) <= most.scanning, `scanning ${scanning(whole)} s`);
    assert.ok(whole.words <= most.words, `${whole.words} words`);
    await page.close();
  });
}

const line = (name, it) =>
  `${name}: ${it.taps} taps, ${it.keys} keys, ${it.choices} choices, ${it.swipes} swipes, ${it.words} words ` +
  `(${it.heads} of headings and controls); typing ${typing(it)} s, scanning ${scanning(it)} s, all ${seconds(it)} s`;

/** The pages in their order, and what is done on each. */
const steps = (story) => [
  ["first screen", (page) => page.goto(instance.url)],
  ["what it is about", (page) => subject(page, story)],
  ["signals", (page) => signals(page, story)],
  ["own words", (page) => ownWords(page, story)],
  ["safe", (page) => safe(page, story)],
  ["who to call", whoToCall],
  ["check", (page) => on(page, "Kijk alles na")],
];

async function leave(page, name) {
  if (name === "first screen") await page.getByRole("link", { name: "Ik wil iets melden" }).click();
  else if (name === "check") await send(page);
  else await goOn(page);
}

async function subject(page, { about, form, colleague }) {
  await on(page, "Waar gaat het over?");
  await choose(page, "Waar maak je je zorgen over?", about);
  await page.getByRole("checkbox", { name: form }).check();
  await choose(page, "Gaat het over een collega?", colleague ? "Ja" : "Nee");
}

async function signals(page, { ticks }) {
  await on(page, "Wat viel je op?");
  for (const name of ticks) {
    await page.getByRole("checkbox", { name, exact: true }).check();
    await choose(page, `Hoe weet je dit? ${name}`, "Zelf gezien");
  }
}

async function ownWords(page, { story, place }) {
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", story);
  if (place) await type(page, "Waar was dat?", place);
}

async function safe(page, { minor }) {
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er iemand jonger dan 18 bij?", minor);
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
  if (minor === "Ja") await choose(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
}

async function whoToCall(page) {
  await on(page, "Wie kunnen we bellen?");
  await type(page, "Je naam", me.name);
  await type(page, "Je telefoonnummer", me.phone);
}

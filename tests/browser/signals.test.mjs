// The melder's signals: the likeliest first and the rest folded, found by the words that people use; none is out of
// reach, and no tick is ever lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { choose, goOn, on, openGroup } from "./support/melder.mjs";

const all = 51;
/** No one reads here yet, which the first question says; the signals are the same. */
const closed = "503 /meldingen";
/** Two screens of a phone. */
const most = 2 * phone.height;

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
});
after(async () => {
  await instance?.stop();
});

/** From the first question to the signals. */
async function toSignals(page, about, form) {
  await page.goto(`${instance.url}/melden`);
  await on(page, "Waar gaat het over?");
  await choose(page, "Waar maak je je zorgen over?", about);
  await page.getByRole("checkbox", { name: form }).check();
  await choose(page, "Gaat het over een collega?", "Nee");
  await goOn(page);
  await on(page, "Wat viel je op?");
}

const business = "Over een plek of bedrijf";
const person = "Over een persoon";
const boxes = (page) => page.getByRole("checkbox");
const inSight = (page, name) => page.getByRole("checkbox", { name, exact: true });

test("eight signals come first, and the page is two screens long at most", async () => {
  const browser = await openBrowser({ refusals: [closed] });
  try {
    for (const [about, form] of [
      [business, /^Arbeidsuitbuiting/],
      [person, /^Weet ik niet/],
      [person, /^Seksuele uitbuiting/],
      [person, /^Criminele uitbuiting/],
    ]) {
      const page = await browser.page(phone);
      await toSignals(page, about, form);
      await boxes(page).nth(7).waitFor();
      assert.equal(await boxes(page).count(), 8, "only the first are in sight");
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height <= most, `${about}, ${form}: ${height} px`);
      const folded = await page.locator(".signals details details summary").allTextContents();
      const others = folded.map((title) => Number(/\((\d+)\)$/.exec(title)[1]));
      assert.equal(others.reduce((sum, more) => sum + more, 8), all, "every signal is there once");
      await page.close();
    }
    await browser.close();
  } finally {
    await browser.end();
  }
});

test("words that people use find a signal, and Enter stays on the page", async () => {
  const browser = await openBrowser({ refusals: [closed] });
  try {
    const page = await browser.page(phone);
    await toSignals(page, person, /^Weet ik niet/);
    const search = page.getByRole("searchbox", { name: "Zoek een signaal" });
    for (const [typed, finds] of [
      ["slapen", "Slaapt op de plek waar ook gewerkt wordt"],
      ["keuken", "Slaapt op de plek waar ook gewerkt wordt"],
      ["loverboy", "Heeft oudere nieuwe contacten, of iemand die controleert"],
      ["papieren", "Iemand anders houdt het paspoort"],
    ]) {
      await search.fill(typed);
      await inSight(page, finds).waitFor();
    }
    await search.fill("bed");
    await inSight(page, "Er staan bedden in een bedrijf of schuur").waitFor();
    assert.equal(await inSight(page, "Op een adres zijn veel verhuizingen").count(), 0, "a group's name finds nothing");
    await search.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Wat viel je op?" }).waitFor();
    await search.fill("eenhoorn");
    await page.getByText(/^Geen signaal gevonden/).waitFor();
    await seen(page, "melder-signalen-geen");
    await openGroup(page, "Niet vrij");
    await inSight(page, "Krijgt geen medische hulp").waitFor();
    await browser.close();
  } finally {
    await browser.end();
  }
});

test("a tick stays through a search and another form, with its example and no answer filled in", async () => {
  const browser = await openBrowser({ refusals: [closed] });
  try {
    const page = await browser.page(phone);
    await toSignals(page, person, /^Seksuele uitbuiting/);
    const gone = inSight(page, "Loopt weg of verzuimt");
    const place = () => gone.evaluate((box) => box.getBoundingClientRect().top + window.scrollY);
    const before = await place();
    await gone.check();
    assert.equal(await place(), before, "nothing moves under a finger");
    await page.getByText("Is nachten weg en komt niet op school of werk.").waitFor();
    const how = page.getByRole("group", { name: /^Hoe weet je dit\? Loopt weg/ });
    assert.equal(await how.getByRole("radio", { checked: true }).count(), 0, "asked, and not assumed");
    await page.getByRole("searchbox").fill("paspoort");
    await inSight(page, "Iemand anders houdt het paspoort").check();
    assert.ok(await gone.isChecked());
    await seen(page, "melder-signalen-gekozen");
    await page.getByRole("link", { name: "‹ Terug" }).click();
    await on(page, "Waar gaat het over?");
    await page.getByRole("checkbox", { name: /^Seksuele uitbuiting/ }).uncheck();
    await page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }).check();
    await choose(page, "Waar maak je je zorgen over?", business);
    await goOn(page);
    await on(page, "Wat viel je op?");
    assert.ok(await gone.isChecked());
    assert.ok(await inSight(page, "Iemand anders houdt het paspoort").isChecked());
    await page.getByRole("button", { name: "Sla over" }).click();
    await on(page, "Vertel het in je eigen woorden");
    await browser.close();
  } finally {
    await browser.end();
  }
});

// The session is over: nothing of a case is left in the page, in another tab, on paper or one step back, and what the
// AF typed is there again for that AF only.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets, told } from "./support/melder.mjs";
import { ask, enter, logIn, openCase } from "./support/officer.mjs";

const note = "Een verzonnen ooievaar";
let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  const browser = await openBrowser();
  const melder = await browser.page(phone);
  await report(melder, instance.url);
  await browser.close(secrets);
});
after(() => instance?.stop());

async function during(play) {
  const browser = await openBrowser({ refusals: ["401 /"] });
  try {
    await play(await browser.page(tablet), browser);
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
}

/** At the case, with a note begun in its dialog. */
async function writing(page) {
  await page.clock.install();
  await logIn(page, instance.url, fleur);
  await openCase(page);
  const dialog = await ask(page, "Notitie toevoegen", "Notitie");
  const field = dialog.getByRole("textbox", { name: "Wat wil je onthouden?" });
  await field.pressSequentially(note);
  return field;
}

/** Nothing that a melder told and nothing that was typed is in the page, whether it can be seen or not. */
async function holdsNothing(page) {
  const html = (await page.content()).toLowerCase();
  assert.deepEqual([...secrets, "ooievaar"].filter((word) => html.includes(word)), []);
}

const overdue = (page) => on(page, "Log opnieuw in");

test("nobody there: the pages are gone, whatever is pressed, and come back with what was typed", () =>
  during(async (page) => {
    const field = await writing(page);
    await page.clock.fastForward("31:00");
    await overdue(page);
    await holdsNothing(page);
    await seen(page, "af-opnieuw-inloggen");
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("Escape");
    await overdue(page);
    await page.emulateMedia({ media: "print" });
    await holdsNothing(page);
    await page.emulateMedia({ media: "screen" });
    await page.goBack();
    await overdue(page);
    await holdsNothing(page);
    await page.goForward();
    await enter(page, fleur);
    await field.waitFor();
    assert.equal(await field.inputValue(), note);
    await page.getByText(told.story).first().waitFor();
  }));

test("somebody else logs in: nothing of what the first one typed is left", () =>
  during(async (page) => {
    await writing(page);
    await page.clock.fastForward("31:00");
    await overdue(page);
    await enter(page, sam);
    await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    await openCase(page);
    await page.getByRole("button", { name: "Notitie toevoegen", exact: true }).click();
    assert.equal(await page.getByRole("textbox", { name: "Wat wil je onthouden?" }).inputValue(), "");
  }));

test("somebody who types is there, and the end in the middle of a word loses no letter", () =>
  during(async (page) => {
    const field = await writing(page);
    await page.evaluate(() => {
      window.heard = 0;
      addEventListener("input", () => (window.heard += 1));
    });
    for (let minutes = 0; minutes < 60; minutes += 5) {
      await field.press("a");
      await page.clock.fastForward("05:00");
    }
    assert.equal(await page.getByRole("dialog", { name: "Ben je er nog?" }).count(), 0);
    await field.waitFor();
    // the server ends it: the next sign of life is refused while somebody types
    await page.context().clearCookies();
    const typing = page.keyboard.type("b".repeat(400), { delay: 5 });
    await page.clock.fastForward("05:00");
    await overdue(page);
    await typing;
    await holdsNothing(page);
    const heard = await page.evaluate(() => window.heard);
    await enter(page, fleur);
    await field.waitFor();
    assert.equal((await field.inputValue()).length, note.length + heard);
    assert.ok(heard > 12, "letters came in before the end");
  }));

/** At the form for a report by phone with a story in it, when the server ended the session in the middle of typing. */
async function phoning(page) {
  await page.clock.install();
  await logIn(page, instance.url, fleur);
  await page.getByRole("link", { name: "Melding opnemen" }).click();
  await on(page, "Melding opnemen");
  const story = page.getByRole("textbox", { name: "Wat is er gezien of gehoord?" });
  await story.pressSequentially(note);
  for (let minutes = 0; minutes < 20; minutes += 5) {
    await story.press("a");
    await page.clock.fastForward("05:00");
  }
  await page.context().clearCookies();
  await story.press("a");
  await page.clock.fastForward("05:00");
  await overdue(page);
  await holdsNothing(page);
  return story;
}

test("a report by phone that took longer than the session is there for who typed it", () =>
  during(async (page) => {
    const story = await phoning(page);
    await enter(page, fleur);
    await on(page, "Melding opnemen");
    assert.match(await story.inputValue(), new RegExp(`^${note}a+$`));
    // and for no other AF
    await page.context().clearCookies();
    await story.press("a");
    await page.clock.fastForward("05:00");
    await overdue(page);
    await enter(page, sam);
    await page.getByRole("link", { name: "Melding opnemen" }).or(story).first().waitFor();
    await page.goto(`${instance.url}/af/telefoon`);
    await on(page, "Melding opnemen");
    assert.equal(await story.inputValue(), "");
    assert.ok(!(await page.content()).includes(note), "nothing of what was typed");
  }));

test("the last end is said two minutes before, over a dialog, and takes no focus", () =>
  during(async (page) => {
    const field = await writing(page);
    for (let minutes = 0; minutes < 536; minutes += 4) {
      await field.press("a");
      await page.clock.fastForward("04:00");
    }
    assert.equal(await page.getByText(/^Over ongeveer twee minuten/).count(), 0);
    await page.clock.fastForward("02:00");
    await page.getByText(/^Over ongeveer twee minuten log je opnieuw in/).waitFor();
    await seen(page, "af-sessie-eindigt");
    await field.and(page.locator(":focus")).waitFor();
    await field.press("b");
    assert.match(await field.inputValue(), /b$/);
  }));

test("logging out ends the other tabs too, and one step back there is nothing", () =>
  during(async (page) => {
    await writing(page);
    const other = await page.context().newPage();
    await other.goto(`${instance.url}/af`);
    await other.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    await openCase(other);
    await other.getByRole("button", { name: "Log uit" }).click();
    for (const tab of [other, page]) {
      await on(tab, "Inloggen");
      await holdsNothing(tab);
      await tab.goBack();
      await on(tab, "Inloggen");
      await holdsNothing(tab);
    }
    await enter(page, fleur);
    await page.getByRole("heading", { level: 1 }).and(page.getByText(/^Vandaag, |^\d{4}-/)).waitFor();
    assert.equal(await page.getByText("begonnen").count(), 0, "logging out is the end of what was typed");
  }));

test("a page that the browser keeps to come back to holds nothing, and asks first", () =>
  during(async (page) => {
    const field = await writing(page);
    const answer = await page.request.get(`${instance.url}/af`);
    assert.equal(answer.headers()["cache-control"], "no-store");
    const leave = (name) =>
      page.evaluate((it) => void dispatchEvent(new PageTransitionEvent(it, { persisted: true })), name);
    await leave("pagehide");
    await holdsNothing(page);
    await leave("pageshow");
    await field.waitFor();
    assert.equal(await field.inputValue(), note);
    await page.context().clearCookies();
    await leave("pagehide");
    await leave("pageshow");
    await overdue(page);
    await holdsNothing(page);
  }));

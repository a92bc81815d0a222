// Text typed by a melder or an AF is found nowhere afterwards: not in an address, a title or a header, and in no cache
// and no history of the device they used.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { leftBehind } from "./support/left.mjs";
import { fillIn, on, receivedCode, secrets, send, stands, told } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase, pick } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

const typed = ["voicemailkanarie", "gesprekskanarie", "notitiekanarie", "veiligheidskanarie"];

test("a melder's phone keeps no melding that was sent", async () => {
  const browser = await openBrowser();
  try {
    const { page, folder, off } = await browser.device(phone);
    const heard = headers(page);
    await fillIn(page, instance.url);
    await send(page);
    const code = await receivedCode(page);
    await stands(page, instance.url, code, "reported");
    await off();
    const words = [told.story, told.place, told.name, told.team, told.phone, code, code.replaceAll(" ", "")];
    assert.deepEqual(leftBehind(folder, words).filter((found) => !keptByTheBrowser(found, code)), []);
    assert.deepEqual(inside(heard, words), []);
    await browser.close([...secrets, code, code.replaceAll(" ", "")]);
  } finally {
    await browser.end();
  }
});

/**
 * What a browser keeps of a tab: the receipt's code until the tab is closed, and what stood in fields that it may fill in
 * by itself (the melder's own name and number, WCAG 1.3.5). Both are in the threat model. The form itself, which the
 * service worker keeps, names this number as an example.
 */
const keptByTheBrowser = (found, code) =>
  (/^Default.Session Storage/.test(found) && found.endsWith(code)) ||
  (/CacheStorage/.test(found) && found.endsWith(told.phone)) ||
  (/^Default.Sessions/.test(found) && [told.name, told.phone].some((own) => found.endsWith(own)));

test("an AF's tablet keeps nothing after logging out", async () => {
  const browser = await openBrowser();
  try {
    const { page, folder, off } = await browser.device(tablet);
    const heard = headers(page);
    await logIn(page, instance.url, fleur);
    await openCase(page);
    const attempt = await ask(page, "Niet bereikt", "Melder niet bereikt");
    await attempt.getByRole("textbox", { name: "Wat gebeurde er?" }).fill(`Een ${typed[0]} ingesproken`);
    await keep(page, attempt, "Poging bewaren", "De poging is bewaard.");
    const contact = await ask(page, "Contact vastleggen", "Contact met de melder");
    await pick(contact, "Hoe sprak je de melder?", "Telefoon");
    await contact.getByRole("textbox", { name: "Wat bespraken jullie?" }).fill(`Een ${typed[1]} gevoerd`);
    await keep(page, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
    // one that is begun and left
    const sheet = await ask(page, "Meldingsformulier invullen", "Meldingsformulier");
    await sheet.getByRole("textbox", { name: "Hoe veilig is het nu?" }).fill(`Een ${typed[3]} begonnen`);
    await leavePage(page);
    await page.getByText(`Een ${typed[1]} gevoerd`).first().waitFor();
    await page.getByRole("button", { name: "Log uit" }).click();
    await on(page, "Inloggen");
    await off();
    const words = [...typed, told.story, told.place, told.name, told.team, fleur.wachtwoord];
    assert.ok(leftBehind(folder, ["/af"]).length > 0, "the search finds what a browser does keep");
    assert.deepEqual(leftBehind(folder, words), []);
    assert.deepEqual(inside(heard, words), []);
    await browser.close([...typed, ...secrets]);
  } finally {
    await browser.end();
  }
});

/** All header values that come in on a page, as they come. */
function headers(page) {
  const values = new Set();
  page.context().on("response", async (response) => {
    const all = await response.headersArray().catch(() => []);
    for (const { name, value } of all) values.add(`${name}: ${value}`);
  });
  return values;
}

const inside = (values, words) => {
  assert.ok(values.size > 10, "headers were heard");
  return [...values].filter((value) => words.some((word) => value.toLowerCase().includes(word.toLowerCase())));
};

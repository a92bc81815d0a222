// The melder's form with the keyboard only, from the first screen to the receipt.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { setUp } from "./support/accounts.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, receivedCode, secrets, told } from "./support/melder.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

/** More stops than any step of the form has. */
const enough = 150;

/** Tabs on until the focus is on what is meant; every stop on the way shows where it is. */
async function tabTo(page, target) {
  for (let stop = 0; stop < enough; stop += 1) {
    await page.keyboard.press("Tab");
    const { name, shown } = await page.evaluate(focusShown);
    assert.ok(shown, `the focus can't be seen on ${name}`);
    if ((await target.and(page.locator(":focus")).count()) === 1) return;
  }
  assert.fail(`${target} can't be reached with Tab`);
}

/**
 * Runs in the page: what has the focus, and whether a person sees it: drawn with an outline or a shadow, on itself or on
 * its label, inside the window and not wholly behind a bar that stays in place.
 */
function focusShown() {
  const at = document.activeElement;
  const name = `${at.tagName} ${at.id} ${at.textContent.slice(0, 40)}`;
  if (at === document.body) return { name, shown: true };
  const places = [at, at.closest("label")].filter(Boolean);
  const drawn = places.some((place) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  const onTop = (place) => {
    const { left, right, top, bottom } = place.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].map((part) => [(left + right) / 2, top + (bottom - top) * part]);
    const found = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
    return found.some((element) => place.contains(element) || (element.contains(place) && element.tagName === "LABEL"));
  };
  return { name, shown: drawn && places.some(onTop) };
}

async function pressOn(page, target, key) {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A radio button of a question: Tab reaches the group, arrows go to the answer. */
async function answer(page, question, name) {
  const radios = page.getByRole("group", { name: question }).getByRole("radio");
  const stop = radios.and(page.locator(":focus"));
  for (let tabs = 0; (await stop.count()) === 0; tabs += 1) {
    assert.ok(tabs < enough, `${question} can't be reached with Tab`);
    await page.keyboard.press("Tab");
    const { name: at, shown } = await page.evaluate(focusShown);
    assert.ok(shown, `the focus can't be seen on ${at}`);
  }
  await page.keyboard.press("Space");
  const wanted = page.getByRole("group", { name: question }).getByRole("radio", { name, exact: true });
  for (let steps = 0; !(await wanted.isChecked()); steps += 1) {
    assert.ok(steps < (await radios.count()), `${question}: ${name} can't be reached with the arrows`);
    await page.keyboard.press("ArrowDown");
  }
}

async function write(page, label, text) {
  await tabTo(page, page.getByRole("textbox", { name: label }));
  await page.keyboard.type(text);
}

const further = (page) => pressOn(page, page.getByRole("button", { name: "Verder", exact: true }), "Enter");

/** Going on with nothing filled in: the summary has the focus and each of its links leads to its field. */
async function errorsLead(page, count) {
  await further(page);
  const summary = page.getByRole("group", { name: "Dit klopt nog niet" });
  const links = summary.getByRole("link");
  for (let at = 0; at < count; at += 1) {
    await summary.and(page.locator(":focus")).waitFor();
    const field = await links.nth(at).getAttribute("href");
    await pressOn(page, links.nth(at), "Enter");
    await page.locator(`${field}:focus, ${field} :focus`).waitFor();
    await further(page);
  }
  await summary.and(page.locator(":focus")).waitFor();
  assert.equal(await links.count(), count);
}

test("the melder reports with the keyboard only", async () => {
  browser = await openBrowser();
  const page = await browser.page(phone);
  await page.goto(instance.url);
  await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
  await pressOn(page, page.getByRole("link", { name: "Ik wil iets melden" }), "Enter");

  await on(page, "Waar gaat het over?");
  await errorsLead(page, 3);
  await seen(page, "melder-fouten");
  await answer(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await pressOn(page, page.getByRole("checkbox", { name: /^Arbeidsuitbuiting/ }), "Space");
  await answer(page, "Gaat het over een collega?", "Nee");
  await further(page);

  await on(page, "Wat viel je op?");
  await pressOn(page, page.getByRole("checkbox", { name: new RegExp(`^${told.signal}`) }), "Space");
  await answer(page, `Hoe weet je dit? ${told.signal}`, "Uit mijn werk");
  await further(page);

  await on(page, "Vertel het in je eigen woorden");
  await errorsLead(page, 1);
  await write(page, "Wat zag of hoorde je?", told.story);
  await further(page);

  await on(page, "Is iedereen veilig?");
  await errorsLead(page, 2);
  await answer(page, "Is er iemand jonger dan 18 bij?", "Ja");
  await answer(page, "Is er nu iemand in gevaar?", "Nee");
  await answer(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
  await seen(page, "melder-veilig-thuis");
  await further(page);

  await on(page, "Wie kunnen we bellen?");
  await errorsLead(page, 2);
  await write(page, "Je naam", told.name);
  await write(page, "Je werktelefoon", told.phone);
  await further(page);

  await on(page, "Kijk alles na");
  await page.getByText(`${told.signal} (uit mijn werk)`).waitFor();
  await pressOn(page, page.getByRole("button", { name: "Versturen" }), "Enter");
  const code = await receivedCode(page);
  await page.getByText("Denk aan Veilig Thuis").waitFor();
  await seen(page, "melder-ontvangen-veilig-thuis");
  await browser.close([...secrets, code, code.replaceAll(" ", "")]);
});

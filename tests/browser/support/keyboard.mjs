// A person who uses the keyboard only: Tab to the target, with a check that every stop on the way shows the focus.
import assert from "node:assert/strict";

/** More stops than any step of the form has. */
const enough = 150;

/** Tabs on until the focus is on the target; every stop on the way has to show the focus. */
export async function tabTo(page, target) {
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

export async function pressOn(page, target, key) {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A radio button of a question: Tab reaches the group, arrows go to the answer. */
export async function answer(page, question, name) {
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

export async function write(page, label, text) {
  await tabTo(page, page.getByRole("textbox", { name: label }));
  await page.keyboard.type(text);
}

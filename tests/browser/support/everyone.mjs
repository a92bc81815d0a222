// A melder's screen for everybody: at the widths of a small phone, a tablet and a desk, with the colours of somebody's
// own choice, in the dark, with a finger.
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { staysInView } from "./browser.mjs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [320, 768, 1280];
/** What every system has besides; `colorScheme` is a wish, `forcedColors` leaves the page nothing to choose. */
const ways = [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }];
/** A finger's width in px (the aim of this project; WCAG 2.2 asks 24). */
const finger = 44;

/** Throws with everything that somebody cannot use on this screen. */
export async function usableByAll(page, name) {
  const own = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: own.height });
    await staysInView(page, `${name} at ${width} px`);
    assert.deepEqual(await page.evaluate(tooSmall, finger), [], `${name} at ${width} px: too small for a finger`);
    for (const way of ways) {
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...way });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      assert.deepEqual(found, [], `${name} at ${width} px, ${JSON.stringify(way)}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await page.setViewportSize(own);
}

/**
 * Runs in the page: what can be pressed and is smaller than this. A label is part of its control. A link in a sentence
 * is as high as its line (WCAG 2.5.8 makes the same exception).
 */
function tooSmall(least) {
  const inSentence = (one) => {
    const block = one.closest("p, li, summary, dd, legend, label");
    return one.localName === "a" && getComputedStyle(one).display === "inline" && block?.textContent.trim() !== one.textContent.trim();
  };
  const pressed = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  return pressed
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !inSentence(one))
    .filter((one) => !one.matches(".utrecht-skip-link, [type=hidden]"))
    .map((one) => ({ one, box: (one.closest("label") ?? one).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
    .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
}

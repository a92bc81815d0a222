// What a person does on a page, counted: taps, keys and choices, and the words there were to read. With these the
// keystroke-level model says how long a case takes besides the talking.
//
//   const effort = await count(page);
//   await effort.part("contact", async () => { … await effort.read(dialog); });
//   effort.parts, effort.total(), seconds(effort.total())
//
// Of a melder's page also what has to be looked over, and how often it is swiped (`effort.look(page)`). Then there are
// three figures, as in the first count (291 to 357 s of scanning):
//   typing    taps, keys and choices
//   scanning  the same, the swipes, and the words of headings, questions, answers, buttons and links
//   seconds   the same with every word on the screen
import { ask, keep } from "./officer.mjs";

/**
 * A tap, a key on glass, a choice, a swipe and a word to read, in seconds: the model of the first count (11 minutes a
 * case). `heads` are the words of headings and controls; they are among `words`.
 */
const cost = { taps: 0.8, keys: 0.5, choices: 1.35, swipes: 0.8, words: 60 / 200, heads: 60 / 200 };
const nothing = () => Object.fromEntries(Object.keys(cost).map((what) => [what, 0]));
const costs = (...kinds) => (effort) => Math.round(kinds.reduce((sum, what) => sum + cost[what] * effort[what], 0));

export const seconds = costs("taps", "keys", "choices", "swipes", "words");
export const typing = costs("taps", "keys", "choices");
export const scanning = costs("taps", "keys", "choices", "swipes", "heads");
/** So far a swipe moves a page. */
const swipe = 500;

/** Counts from now on, on every page that this tab shows. */
export async function count(page) {
  let now = nothing();
  const [parts, known] = [[], new Set()];
  await page.context().exposeBinding("tellEffort", (_, what, number) => void (now[what] += number));
  await page.context().addInitScript(listen);
  return {
    parts,
    /** What appeared has to be read: each line once in a case, or all of it where it is of another case. */
    async read(locator, { anew = false } = {}) {
      const lines = (await locator.innerText()).split("\n").filter((line) => anew || !known.has(line));
      lines.forEach((line) => known.add(line));
      now.words += lines.join(" ").split(/\s+/).filter(Boolean).length;
    },
    /** A page that is left now: all that is in sight on it, and the swipes from its top to its end. */
    async look(page) {
      const { words, heads, height } = await page.evaluate(lookOver);
      now.words += words;
      now.heads += heads;
      now.swipes += Math.max(0, Math.ceil((height - page.viewportSize().height) / swipe));
      return height;
    },
    async part(name, play) {
      now = nothing();
      await play();
      parts.push({ name, ...now });
    },
    total() {
      const all = nothing();
      for (const part of parts) for (const what of Object.keys(cost)) all[what] += part[what];
      return all;
    },
  };
}

/** One part of the count, to print. */
export const line = (name, effort) =>
  `${name}: ${effort.taps} taps, ${effort.keys} keys, ${effort.choices} choices, ${effort.words} words, ${seconds(effort)} s`;

/** Opens the page or dialog of an act, reads it, fills it in and sends it, as one part of the count. */
export const actOn = (page, effort) => (name, button, title, send, fillIn) =>
  effort.part(name, async () => {
    const open = await ask(page, button, title);
    await effort.read(open);
    await fillIn(open);
    await keep(page, open, send, /\.$/);
  });

/** Runs in the page, from its next load on. A field that is typed in counts a tap to go there and a key per letter. */
function listen() {
  const typed = (it) => it.tagName === "TEXTAREA" || (it.tagName === "INPUT" && !/^(radio|checkbox)$/.test(it.type));
  addEventListener("pointerdown", (event) => void window.tellEffort("taps", event.isTrusted ? 1 : 0), true);
  addEventListener(
    "change",
    ({ target }) => {
      if (typed(target)) return;
      window.tellEffort("choices", 1);
      // a list is opened, and one of it chosen
      if (target.tagName === "SELECT") window.tellEffort("taps", 2);
    },
    true,
  );
  addEventListener(
    "input",
    ({ target }) => {
      if (!typed(target)) return;
      window.tellEffort("taps", 1);
      window.tellEffort("keys", target.value.length);
    },
    true,
  );
}

/** Runs in the page: its words, those of headings and controls, and its height. What is folded is not in sight. */
function lookOver() {
  const count = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  // what only a screen reader says, or only whoever uses Tab sees, is not on the screen
  const unseen = [...document.querySelectorAll(".sr-only, .utrecht-skip-link")];
  unseen.forEach((one) => (one.style.display = "none"));
  const heads = [...document.querySelectorAll("h1, h2, h3, legend, label, summary, button, a")];
  const outer = heads.filter((one) => one.checkVisibility() && !one.parentElement.closest("legend, label, summary, a"));
  const words = outer.map((one) => count(one.innerText)).reduce((sum, more) => sum + more, 0);
  const whole = { words: count(document.body.innerText), heads: words, height: document.documentElement.scrollHeight };
  unseen.forEach((one) => (one.style.display = ""));
  return whole;
}

// Dutch that most people read without trouble (B1), on every screen of the melder that a journey looks at: short
// sentences, and no word of an office where there is an everyday one.
import assert from "node:assert/strict";

/** The most words in a sentence. */
const LONGEST = 20;

/** Words of an office, and the everyday one. */
const everyday = {
  "aangaande": "over",
  "aanvang": "begin",
  "alsmede": "en ook",
  "alvorens": "voordat",
  "betreffende": "over",
  "conform": "volgens",
  "derhalve": "daarom",
  "dient te": "moet",
  "dienen te": "moeten",
  "doch": "maar",
  "echter": "maar",
  "geschieden": "gebeuren",
  "hieromtrent": "hierover",
  "in het kader van": "voor",
  "indien": "als",
  "inzake": "over",
  "met betrekking tot": "over",
  "middels": "met",
  "momenteel": "nu",
  "omtrent": "over",
  "onderhavige": "deze",
  "reeds": "al",
  "retourneren": "terugsturen",
  "ten behoeve van": "voor",
  "teneinde": "om",
  "tevens": "ook",
  "thans": "nu",
  "verstrekken": "geven",
  "voornoemde": "deze",
  "woonachtig": "wonen",
  "zorgdragen": "zorgen",
  "zulks": "dat",
};

/** Runs in the page: what stands together in one block, without what somebody typed and without telephone numbers. */
function textsOf() {
  const own = '[dir=auto], [translate=no], textarea, select, script, style, noscript, [hidden], a[href^="tel:"]';
  const blockOf = (element) => (getComputedStyle(element).display === "inline" ? blockOf(element.parentElement) : element);
  const texts = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeName === "BR" ? ". " : node.data;
    const element = node.parentElement;
    if (!text || element.closest(own) || !element.checkVisibility()) continue;
    const block = blockOf(element);
    texts.set(block, `${texts.get(block) ?? ""}${text}`);
  }
  return [...texts.values()].map((text) => text.replace(/\s+/g, " ").trim());
}

/** Where a sentence ends: not at the point in a time or an abbreviation of one letter. */
const sentences = (text) => text.split(/(?<=[^\s.]{2}[.!?:;])\s+|\s+[·–]\s+/);
const wordsOf = (sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word));

export function hardIn(texts) {
  const found = new Set();
  for (const text of texts) {
    for (const sentence of sentences(text)) {
      const { length } = wordsOf(sentence);
      if (length > LONGEST) found.add(`${length} words: ${sentence}`);
    }
    const low = ` ${text.toLowerCase().replace(/[^\p{L}\s]/gu, " ").replace(/\s+/g, " ")} `;
    for (const [word, plain] of Object.entries(everyday)) {
      if (low.includes(` ${word} `)) found.add(`“${word}” is “${plain}”: ${text}`);
    }
  }
  return [...found];
}

export async function inPlainDutch(page, name) {
  assert.deepEqual(hardIn(await page.evaluate(textsOf)), [], `${name}: not in plain Dutch`);
}

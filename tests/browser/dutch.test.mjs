// What `support/dutch.mjs` finds, and what it lets pass.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hardIn } from "./support/dutch.mjs";

const long = "Een aandachtsfunctionaris van jouw gemeente belt je zo snel als dat kan op het nummer dat je hier hebt opgeschreven bij Telefoon.";

test("a long sentence and a word of an office are found", () => {
  assert.deepEqual(hardIn([long]), [`22 words: ${long}`]);
  assert.deepEqual(hardIn(["Bel ons indien je twijfelt."]), ["“indien” is “als”: Bel ons indien je twijfelt."]);
  assert.deepEqual(hardIn(["Je dient te bellen."]), ["“dient te” is “moet”: Je dient te bellen."]);
});

test("short sentences pass, however many there are, and so does part of a word", () => {
  const short = "We bellen je. Dat is gratis! Weet je het niet? Kies dan: weet ik niet. Het was om 14.00 uur.";
  assert.deepEqual(hardIn([short.repeat(3), "Vul je team in.", "Bloemen bestellen"]), []);
});

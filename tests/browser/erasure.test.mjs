// Somebody asks to be erased and shows later who they are. What AF and FG granted leads to destruction, on screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faye, fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { ask, keep, logIn, openCase, pick } from "./support/officer.mjs";

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

const done = "Vastgelegd. Het staat in de tijdlijn.";

test("an erasure that was granted is on the list and leads to destruction", async () => {
  const { url } = instance;
  await report(await browser.page(phone), url);
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  await opened(af, "Corrigeren, bewaren, verzoeken");
  const request = await ask(af, "Verzoek vastleggen", "Verzoek vastleggen");
  await pick(request, "Wat vraagt de persoon?", "Wissing");
  await pick(request, "Is vastgesteld wie het vraagt?", "Nee");
  await keep(af, request, "Leg vast", done);
  await opened(af, "Corrigeren, bewaren, verzoeken");
  const identity = await ask(af, "Identiteit vastgesteld", "Identiteit vastgesteld");
  await seen(af, "af-identiteit");
  await keep(af, identity, "Leg vast", done);
  await opened(af, "Corrigeren, bewaren, verzoeken");
  const unknown = af.getByRole("button", { name: "Identiteit vastgesteld", exact: true });
  assert.equal(await unknown.count(), 0, "once");
  const advice = await ask(af, "Advies over een verzoek", "Advies over een verzoek");
  await pick(advice, "Wat adviseer je?", "Toewijzen");
  await pick(advice, "Op welke grond?", "Het verzoek is terecht (AVG 15 tot en met 21)");
  await advice.getByLabel("Waarom?").fill("Er is geen reden om het te bewaren");
  await keep(af, advice, "Leg vast", done);

  const fg = await browser.page(tablet);
  await logIn(fg, url, faye, "Logboek");
  await fg.getByRole("link", { name: "Bewaren" }).click();
  await on(fg, "Bewaren en vernietigen");
  await fg.getByRole("button", { name: /^Akkoord ?met het advies/ }).click();
  await fg.getByRole("button", { name: "Ja, akkoord" }).click();
  await fg.getByRole("status").filter({ hasText: "er mag gewist worden" }).waitFor();
  await fg.getByText("Tot dan is er niets gewist.").waitFor();
  await seen(fg, "fg-wissing-toegewezen");

  await af.reload();
  await af.getByText(/^Wissing is toegewezen\. Sluit dit dossier af\./).waitFor();
  await seen(af, "af-wissing-toegewezen");
  await browser.close(secrets);
});

/** What folds out is open, whether it was or not. */
async function opened(page, summary) {
  const details = page.locator("details", { hasText: summary });
  if (!(await details.evaluate((each) => each.open))) await page.getByText(summary).click();
}

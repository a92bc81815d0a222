// Somebody floods the form. A colleague's report still comes in, after some computing; AFs are told, and two of them
// close what is no real report in one go.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn } from "./support/keyboard.mjs";
import { fillIn, on, receivedCode, secrets, send, told } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

/** Above this many in an hour the first price is asked. */
const usual = 30;
const again = /Steeds dezelfde verzonnen tekst/;

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("a report comes in during a flood, and two AFs close the rest at once", async () => {
  browser = await openBrowser({ refusals: ["429 /meldingen"] });
  const { url } = instance;
  const melder = await browser.page(phone);
  const fetched = [];
  melder.on("request", (request) => fetched.push(request.url()));
  const draft = await ordinary(melder, url);
  assert.ok(!fetched.some((address) => address.includes("rekenwerk")), "on a quiet day nothing is fetched for it");
  await flood(url, draft);
  const code = await computes(melder, url);

  const af = await browser.page(phone);
  await logIn(af, url, fleur);
  await proposes(af);
  const other = await browser.page(phone);
  await logIn(other, url, sam);
  await agrees(other);
  await browser.close([...secrets, code, code.replaceAll(" ", "")]);
});

/** What another program sends: a report that is not sealed. */
const plain = JSON.stringify({
  onderwerp: "plek",
  lijst: "2026-1",
  vormen: ["arbeid"],
  verhaal: told.story,
  collega: "nee",
  minderjarig: "nee",
  acuut: "nee",
  naam: told.name,
  team: told.team,
  telefoon: told.phone,
});

/** A report on a quiet day. Answers one like it, to send many more. */
async function ordinary(page, url) {
  await fillIn(page, url);
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/meldingen"));
  await send(page);
  const request = await sent;
  await receivedCode(page);
  assert.ok(JSON.parse(request.postData()).verzegeld, "the browser sealed it");
  return plain;
}

/** Sends reports until one costs something. */
async function flood(url, draft) {
  for (let count = 1; count <= usual + 1; count += 1) {
    const answer = await fetch(`${url}/api/v1/meldingen`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": randomBytes(16).toString("hex") },
      body: draft,
    });
    if (answer.status === 429) {
      const { type, prijs } = await answer.json();
      assert.equal(type, "urn:meldroute:probleem:eerst-rekenen");
      assert.deepEqual([prijs.delen, prijs.nullen], [16, 10]);
      return;
    }
    assert.equal(answer.status, 201, await answer.text());
  }
  assert.fail("more than the usual costs nothing");
}

/** The browser does the work by itself, says so meanwhile, and names whom to call. */
async function computes(page, url) {
  let goes;
  const held = new Promise((resolve) => (goes = resolve));
  await page.route("**/rekenwerk.js", async (route) => {
    await held;
    await route.continue();
  });
  await fillIn(page, url);
  await send(page);
  const told = page.getByRole("status").filter({ hasText: "Nog even geduld: het is heel druk" });
  await told.waitFor();
  await told.getByRole("link", { name: /^074-/ }).waitFor();
  await seen(page, "melder-rekenwerk");
  goes();
  return receivedCode(page);
}

/** From the notice on the start page to a proposal. */
async function proposes(page) {
  await page.getByText(/kwamen er meer dan 30 meldingen binnen/).waitFor();
  await seen(page, "af-drukte");
  await page.getByRole("link", { name: "Veel meldingen samen afsluiten" }).click();
  await on(page, "Veel meldingen samen afsluiten");
  await page.getByRole("button", { name: "Stel voor om ze af te sluiten" }).click();
  await page.getByText("Schrijf op waarom dit geen echte meldingen zijn.").first().waitFor();
  await page.getByRole("textbox", { name: /^Waarom zijn dit geen echte meldingen/ }).fill("Steeds dezelfde verzonnen tekst");
  await seen(page, "af-samen-afsluiten");
  await page.getByRole("button", { name: "Stel voor om ze af te sluiten" }).click();
  await page.getByRole("status").filter({ hasText: /^Je stelt voor om \d+ meldingen af te sluiten/ }).waitFor();
  await page.getByText("Jij stelde dit voor. Een andere AF gaat akkoord.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Akkoord/ }).count(), 0, "not the same person");
}

/** The second AF looks along and agrees, with the keyboard only. */
async function agrees(page) {
  await page.getByText("Samen afsluiten: een voorstel wacht op jou").waitFor();
  await pressOn(page, page.getByRole("link", { name: "Veel meldingen samen afsluiten" }), "Enter");
  await on(page, "Veel meldingen samen afsluiten");
  await page.getByText(again).waitFor();
  await page.getByText(/^Kijk er een paar na/).waitFor();
  await seen(page, "af-samen-akkoord");
  await pressOn(page, page.getByRole("button", { name: /^Akkoord/ }), "Enter");
  const sure = page.getByRole("dialog", { name: "Samen afsluiten?" });
  await sure.waitFor();
  await pressOn(page, sure.getByRole("button", { name: "Ja, sluit ze af" }), "Enter");
  await page.getByRole("status").filter({ hasText: /^Klaar: \d+ meldingen afgesloten\./ }).waitFor();
  await seen(page, "af-samen-klaar");
  await page.getByRole("link", { name: "Meldroute, naar het begin" }).click();
  await page.getByText("Er is nu niets te doen.").waitFor();
}

// Ordinary failures lose nothing: a reload, no connection, a lost answer, two AFs at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, goOn, on, receivedCode, secrets, send, stands, told, type } from "./support/melder.mjs";
import { ask, keep, leavePage, logIn, openCase, pick } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

async function during(options, play) {
  browser = await openBrowser(options);
  try {
    await play(instance.url);
    await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
}

test("a reload halfway loses nothing, and another tab shows nothing unasked", () =>
  during({}, async (url) => {
    const melder = await browser.page(phone);
    await fillIn(melder, url);
    await melder.getByRole("link", { name: "Wijzig: Vertel het in je eigen woorden" }).click();
    await on(melder, "Vertel het in je eigen woorden");
    const story = melder.getByRole("textbox", { name: "Wat zag of hoorde je?" });
    await story.pressSequentially(" En een ooievaar");
    // sealing the last letters takes a moment; they are written as the page goes, long before the half second is over
    await melder.waitForTimeout(200);
    await melder.reload();
    await on(melder, "Vertel het in je eigen woorden");
    assert.match(await story.inputValue(), /ooievaar/);
    assert.equal(await melder.getByRole("textbox", { name: "Waar was dat?" }).inputValue(), told.place);
    await goOn(melder);
    await on(melder, "Is iedereen veilig?");
    const minor = melder.getByRole("group", { name: "Is er iemand jonger dan 18 bij?" });
    assert.ok(await minor.getByRole("radio", { name: "Nee", exact: true }).isChecked());

    const other = await melder.context().newPage();
    await other.goto(`${url}/melden/verhaal`);
    await on(other, "Er staat een melding klaar");
    assert.equal(await other.getByText("ooievaar").count(), 0);
    await seen(other, "melder-staat-klaar");
    await other.getByRole("button", { name: "Wis alles en begin opnieuw" }).click();
    await other.getByText("Weet je het zeker? Alles wat er getypt is, is dan weg.").and(other.locator(":focus")).waitFor();
    await other.getByRole("button", { name: "Ja, wis alles" }).click();
    await on(other, "Waar gaat het over?");
  }));

test("after a lost answer the same is sent again, and is one report", () =>
  during({ offline: true }, async (url) => {
    const melder = await browser.page(phone, { serviceWorkers: "block" });
    await fillIn(melder, url);
    let arrived = 0;
    const bodies = [];
    melder.on("request", (request) => request.url().endsWith("/meldingen") && bodies.push(request.postData()));
    await melder.route("**/api/v1/meldingen", losesTheAnswer, { times: 1 });
    async function losesTheAnswer(route) {
      arrived = (await route.fetch()).status();
      await route.abort();
    }
    await send(melder);
    await melder.getByText("Nog niet verzonden.").waitFor();
    assert.equal(arrived, 201, "the report itself did arrive");
    await melder.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    const code = await receivedCode(melder);
    await melder.getByRole("button", { name: "Klaar" }).click();
    await melder.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
    await stands(melder, url, code, "reported");
    // sealed on the device, and every try is the same text
    const tries = bodies.filter((body) => body !== null);
    assert.equal(tries.length, 2);
    assert.equal(tries[0], tries[1]);
    assert.deepEqual(Object.keys(JSON.parse(tries[0])), ["sleutel", "verzegeld"]);
    for (const word of secrets) assert.ok(!tries[0].toLowerCase().includes(word), word);

    const af = await browser.page(tablet);
    await logIn(af, url, fleur);
    await af.getByRole("link", { name: "Te doen (1), 1 nieuw" }).waitFor();
    assert.equal(await af.getByRole("link", { name: /, dossier / }).count(), 1);
  }));

test("two AFs at once: the second is told, keeps what was typed, and can send it again", () =>
  during({ refusals: ["412 /opdrachten"] }, async (url) => {
    const [first, second] = [await browser.page(tablet), await browser.page(tablet)];
    for (const [page, account] of [[first, fleur], [second, sam]]) {
      await logIn(page, url, account);
      await openCase(page);
    }
    const contact = await ask(second, "Contact vastleggen", "Contact met de melder");
    await pick(contact, "Hoe sprak je de melder?", "Telefoon");
    await type(contact, "Wat bespraken jullie?", "De melder zag een ooievaar.");
    // a note takes nothing: the case stays nobody's, and both may go on with it
    const note = await ask(first, "Notitie toevoegen", "Notitie");
    await type(note, "Wat wil je onthouden?", "De melder belt vandaag terug.");
    await keep(first, note, "Notitie bewaren", "De notitie is bewaard.");

    await contact.getByRole("button", { name: "Gesproken: klok stopt" }).click();
    const told = contact.getByRole("alert");
    await told.getByText("Fleur Voorbeeld heeft dit dossier intussen veranderd").waitFor();
    await told.getByText("Notitie", { exact: true }).waitFor();
    const typed = await contact.getByRole("textbox", { name: "Wat bespraken jullie?" }).inputValue();
    assert.equal(typed, "De melder zag een ooievaar.");
    assert.ok(await contact.getByRole("radio", { name: "Telefoon" }).isChecked());
    await seen(second, "af-tegelijk");
    await keep(second, contact, "Gesproken: klok stopt", "Het contact is bewaard.");
    await leavePage(second);
    for (const entry of ["Notitie · Fleur Voorbeeld", "Contact met de melder · Sam Oefening"]) {
      await second.getByRole("listitem").filter({ hasText: entry }).waitFor();
    }
  }));

test("a browser that cannot seal keeps the draft without a connection, and sends it later", () =>
  during({ offline: true }, async (url) => {
    const melder = await browser.page(phone);
    await melder.addInitScript(() => {
      const make = SubtleCrypto.prototype.generateKey;
      SubtleCrypto.prototype.generateKey = function (way, ...rest) {
        return way === "X25519" ? Promise.reject(new DOMException("", "NotSupportedError")) : make.call(this, way, ...rest);
      };
    });
    await fillIn(melder, url);
    await melder.context().setOffline(true);
    await send(melder);
    await melder.getByText("De melding is nog niet verstuurd").waitFor();
    await melder.getByText(/Er is geen verbinding\. Wat je typte, staat er nog/).waitFor();
    await melder.getByText(told.story).waitFor();
    await seen(melder, "melder-geen-verbinding");
    await melder.context().setOffline(false);
    await melder.getByText("Je hebt weer verbinding.").waitFor();
    await send(melder);
    await receivedCode(melder);
  }));

test("the first screen works without JavaScript", () =>
  during({}, async (url) => {
    const melder = await browser.page(phone, { javaScriptEnabled: false });
    await melder.goto(url);
    const numbers = { "Direct gevaar": "tel:112", "Jonger dan 18": "tel:08002000", "Kan het niet wachten?": "tel:09008844" };
    for (const [name, address] of Object.entries(numbers)) {
      const link = melder.getByRole("link", { name });
      await link.waitFor();
      assert.equal(await link.getAttribute("href"), address);
    }
    // Playwright's search by text passes over a <noscript>, also where it is shown
    const told = melder.locator("noscript p");
    await told.waitFor();
    assert.match(await told.innerText(), /In deze browser staan scripts uit/);
    await told.locator('a[href="tel:0740000010"]').waitFor();
    await told.locator('a[href="/melden/formulier"]').click();
    await melder.getByRole("heading", { level: 1, name: "Ik wil iets melden" }).waitFor();
  }));

// The report in Firefox: sealed by the app, waiting while there is no network, as a plain form where WebAssembly is
// off, and to practise with.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setUp } from "./support/accounts.mjs";
import { choose, on, openFirefox, press, read, receivedCode, tick, type } from "./support/firefox.mjs";
import { startInstance } from "./support/instance.mjs";
import { startLine } from "./support/line.mjs";
import { told } from "./support/melder.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

async function during(settings, expected, play) {
  const firefox = await openFirefox(settings);
  try {
    await play(await firefox.page());
    assert.deepEqual(firefox.faults.filter((fault) => !fault.endsWith(expected)), []);
  } finally {
    await firefox.close();
  }
}

async function about(page) {
  await choose(page, "Waar maak je je zorgen over?", "Over een plek of bedrijf");
  await tick(page, "Arbeidsuitbuiting");
  await choose(page, "Gaat het over een collega?", "Nee");
}

async function safety(page) {
  await choose(page, "Is er iemand jonger dan 18 bij?", "Nee");
  await choose(page, "Is er nu iemand in gevaar?", "Nee");
}

/** From the first screen to the page where everything is checked. */
async function fillIn(page, url) {
  await page.goto(url);
  await press(page, "Ik wil iets melden");
  await fillInSteps(page);
}

async function fillInSteps(page) {
  await on(page, "Waar gaat het over?");
  await about(page);
  await press(page, "Verder");
  await on(page, "Wat viel je op?");
  await tick(page, told.signal);
  await press(page, "Verder");
  await on(page, "Vertel het in je eigen woorden");
  await type(page, "Wat zag of hoorde je?", told.story);
  await press(page, "Verder");
  await on(page, "Is iedereen veilig?");
  await safety(page);
  await press(page, "Verder");
  await on(page, "Wie kunnen we bellen?");
  await type(page, "Je naam", told.name);
  await type(page, "Je telefoonnummer", told.phone);
  await press(page, "Verder");
  await on(page, "Kijk alles na");
}

/** With the code, on the page that the server makes. */
async function stands(page, code) {
  await page.goto(`${instance.url}/mijn-melding`);
  await type(page, "Jouw code", code);
  await press(page, "Bekijk");
  await read(page, "Klaar: Gemeld");
}

test("the app's report is sealed, and its code opens the page about it", () =>
  during({}, "nothing", async (page) => {
    const sent = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/meldingen")) sent.push(request);
    });
    await fillIn(page, instance.url);
    await read(page, told.story);
    await press(page, "Versturen");
    const code = await receivedCode(page);
    const bodies = await Promise.all(sent.map((request) => request.fetchPostData()));
    assert.equal(bodies.length, 1);
    assert.deepEqual(Object.keys(JSON.parse(bodies[0])), ["sleutel", "verzegeld"]);
    await stands(page, code);
  }));

test("without a network it waits on the device, and goes out once there is one", () =>
  during({}, "nothing", async (page) => {
    const line = await startLine(instance.url);
    try {
      await fillIn(page, line.url);
      await page.waitForFunction(() => window.wachtrij);
      line.cut();
      await press(page, "Versturen");
      await read(page, "Nog niet verzonden.");
      line.mend();
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await stands(page, await receivedCode(page));
    } finally {
      await line.stop();
    }
  }));

test("without WebAssembly the plain form takes the report", () =>
  during({ "javascript.options.wasm": false }, "WebAssembly is not defined", async (page) => {
    await page.goto(`${instance.url}/melden`);
    await press(page, "Ga verder met het eenvoudige formulier");
    await on(page, "Ik wil iets melden");
    await about(page);
    await type(page, "Wat zag of hoorde je?", told.story);
    await safety(page);
    await type(page, "Je naam", told.name);
    await type(page, "Je telefoonnummer", told.phone);
    await press(page, "Versturen");
    await stands(page, await receivedCode(page));
  }));

test("practising keeps nothing and sends nothing", () =>
  during({}, "nothing", async (page) => {
    const methods = new Set();
    page.on("request", (request) => methods.add(request.method()));
    await page.goto(`${instance.url}/oefenen/1`);
    await press(page, "Oefen met het formulier");
    await fillInSteps(page);
    await read(page, told.story);
    await press(page, "Versturen");
    await on(page, "Klaar met oefenen");
    assert.deepEqual([...methods], ["GET"]);
    const left = await page.evaluate(async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    assert.deepEqual(left, []);
  }));

// A report without a network: it is sealed and waits, nobody reads it on the device, and it goes out once whatever dies
// in between. `MELDROUTE_CUTS=50` cuts the line at fifty moments; `MELDROUTE_CUT_SEED` plays them again.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { leftBehind } from "./support/left.mjs";
import { startLine } from "./support/line.mjs";
import { choose, fillIn, goOn, on, receivedCode, secrets, send, stands, told } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

const cuts = Number(process.env.MELDROUTE_CUTS ?? 5);
const seed = Number(process.env.MELDROUTE_CUT_SEED ?? Date.now() % 1_000_000);

let instance, line, browser;
beforeEach(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  line = await startLine(instance.url);
  browser = await openBrowser({ offline: true });
});
afterEach(async () => {
  await browser?.end();
  await line?.stop();
  await instance?.stop();
});
before(() => console.log(`offline.test.mjs: ${cuts} cuts, seed ${seed}`));
after(() => console.log("offline.test.mjs: done"));

const waits = (page) => page.locator("#wachtrij").getByText("Nog niet verzonden.");
const code = (page) => page.getByRole("button", { name: "Bekijk je code" });
const ready = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => import("/wachtrij.js")).then(() => true));
/** Somebody looks at the page again. */
const look = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** As many cases as this on an AF's list. */
async function arrived(count) {
  const af = await browser.page(tablet);
  await logIn(af, instance.url, fleur);
  await af.getByRole("link", { name: `Te doen (${count}), ${count} nieuw` }).waitFor();
  await af.context().close();
}

test("from the second visit: filled in without a network, killed, and sent once with a network", async () => {
  const device = await browser.device(phone);
  await device.page.goto(line.url);
  await ready(device.page);
  line.cut();
  await fillIn(device.page, line.url);
  await send(device.page);
  await waits(device.page).waitFor();
  const notice = device.page.getByRole("status", { name: "Je melding" });
  assert.match(await notice.innerText(), /Open deze pagina weer als je verbinding hebt, of bel .+: 074-000 00 10\./);
  assert.ok(await device.page.locator("#wachtrij:focus").count(), "it is heard");
  await seen(device.page, "melder-wacht");
  await device.kill();

  const words = [told.story, told.place, told.name, told.team, told.phone];
  // the form names this number as an example
  const example = (found) => /CacheStorage/.test(found) && found.endsWith(told.phone);
  const own = (found) => /^Default.Sessions/.test(found) && [told.name, told.phone].some((word) => found.endsWith(word));
  assert.deepEqual(leftBehind(device.folder, words).filter((found) => !own(found) && !example(found)), []);

  const again = await browser.device(phone, device.folder);
  await again.page.goto(`${line.url}/melden`);
  await waits(again.page).waitFor();
  await on(again.page, "Waar gaat het over?");
  line.mend();
  await look(again.page);
  await code(again.page).click();
  const received = await receivedCode(again.page);
  await again.page.getByRole("button", { name: "Klaar" }).click();
  await again.page.goto(line.url);
  await again.page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
  await again.page.waitForTimeout(500);
  assert.equal(await again.page.locator("#wachtrij").count(), 0);
  await stands(again.page, line.url, received, "reported");
  await arrived(1);
  await browser.close([...secrets, received, received.replaceAll(" ", "")]);
});

test("with a minor in it calling comes first", async () => {
  const page = await browser.page(phone);
  await page.goto(line.url);
  await ready(page);
  await fillIn(page, line.url);
  await page.goto(`${line.url}/melden/veiligheid`);
  await on(page, "Is iedereen veilig?");
  await choose(page, "Is er iemand jonger dan 18 bij?", "Weet ik niet");
  await choose(page, "Wat deed je met Veilig Thuis?", "Advies gevraagd");
  await goOn(page);
  await on(page, "Wie kunnen we bellen?");
  await goOn(page);
  await on(page, "Kijk alles na");
  line.cut();
  await send(page);
  await waits(page).waitFor();
  const first = page.locator("#wachtrij").getByRole("link").first();
  assert.equal(await first.getAttribute("href"), "tel:112");
  await seen(page, "melder-wacht-bel-eerst");
});

/** A number between 0 and 1, the same ones for the same seed (mulberry32). */
function chance(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test(`the line is cut at ${cuts} moments while sending: each arrives once`, async () => {
  const next = chance(seed);
  const page = await browser.page(phone);
  const codes = new Set();
  for (let count = 0; count < cuts; count += 1) {
    await fillIn(page, line.url);
    await page.waitForFunction(() => window.wachtrij);
    const moment = next() * 400;
    await Promise.all([send(page), new Promise((done) => setTimeout(done, moment)).then(line.cut)]);
    const heading = page.getByRole("heading", { level: 1, name: "Je melding is binnen" });
    await waits(page).or(heading).first().waitFor();
    line.mend();
    if (!(await heading.isVisible())) await look(page);
    codes.add(await receivedCode(page));
    await page.getByRole("button", { name: "Klaar" }).click();
    await page.getByRole("heading", { level: 1, name: "Eerst veilig" }).waitFor();
  }
  assert.equal(codes.size, cuts);
  await arrived(cuts);
});

test("an AF who logs out in the same browser leaves what waits", async () => {
  const page = await browser.page(tablet);
  await fillIn(page, line.url);
  await page.waitForFunction(() => window.wachtrij);
  line.loses = "POST /api/v1/meldingen";
  await send(page);
  await waits(page).waitFor();
  const af = await page.context().newPage();
  await page.close();
  await logIn(af, line.url, fleur);
  assert.equal(await af.locator("#wachtrij").count(), 0, "it is the melder's");
  await af.getByRole("button", { name: "Log uit" }).click();
  await on(af, "Inloggen");
  await af.goto(line.url);
  await waits(af).waitFor();
  line.loses = null;
  await look(af);
  await code(af).click();
  await receivedCode(af);
  await arrived(1);
});

test("a browser can put it on the start screen", async () => {
  const { page } = await browser.device(phone);
  await page.goto(line.url);
  await ready(page);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors, []);
  const { data } = await devtools.send("Page.getAppManifest");
  assert.equal(JSON.parse(data).name, "Meldroute");
  const pictures = JSON.parse(data).icons.filter(({ type }) => type === "image/png").map(({ src }) => src);
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  for (const [picture, size] of [[pictures[0], 512], [touch, 180]]) {
    const seen = await page.evaluate(compare, [picture, size]);
    assert.ok(seen.width === size && seen.other < 8, `${picture}: ${JSON.stringify(seen)}`);
  }
});

/** Runs in the page: a picture beside the drawing in the same size, and how far apart a point is on average (of 255). */
async function compare([picture, size]) {
  const drawn = async (address) => {
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, size, size);
    return [image.naturalWidth, context.getImageData(0, 0, size, size).data];
  };
  const [[width, one], [, two]] = [await drawn(picture), await drawn("/icon.svg")];
  return { width, other: one.reduce((sum, value, at) => sum + Math.abs(value - two[at]), 0) / one.length };
}

// How soon the form answers a key: from the key to the next picture, for two hundred letters of a story, on a computer
// that is four times slower, and where WebAssembly is interpreted (a browser that may not compile). Prints the middle
// and the slowest of each twenty (p95), beside a page with a field only. Ends with 1 where one is too slow.
import { launch } from "puppeteer-core";
import { startInstance } from "../browser/support/instance.mjs";

const LETTERS = 200;
const story = "Achter de Verzonnen Wasserij liggen matrassen. ".repeat(5).slice(0, LETTERS);
const ways = [
  { name: "four times slower", slower: 4, flags: [], most: 50 },
  { name: "interpreted", slower: 1, flags: ["--js-flags=--jitless --wasm-jitless"], most: 100 },
];
const field = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Veld</title><textarea></textarea></html>`;

/** Runs in the page: the milliseconds from each key to the next picture. */
function watchKeys() {
  window.waits = [];
  addEventListener("keydown", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  }, true);
}

async function typed(page) {
  await page.evaluate(watchKeys);
  await page.focus("textarea");
  await page.keyboard.type(story, { delay: 40 });
  const waits = await page.evaluate(() => new Promise((done) => setTimeout(() => done(window.waits), 500)));
  if (waits.length < LETTERS) throw new Error(`${waits.length} of ${LETTERS} keys were answered`);
  waits.sort((one, other) => one - other);
  return [0.5, 0.95].map((part) => Math.round(waits[Math.floor(waits.length * part)]));
}

async function measured(instance, { slower, flags }) {
  const args = ["--no-sandbox", "--disable-gpu", ...flags];
  const browser = await launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  try {
    const page = await browser.newPage();
    await page.emulateCPUThrottling(slower);
    await page.setContent(field);
    const alone = await typed(page);
    await page.goto(`${instance.url}/melden/verhaal`);
    // the plain form is offered then
    if (await page.evaluate(() => typeof WebAssembly === "undefined")) return { alone, form: null };
    await page.waitForSelector("textarea", { timeout: 60_000 });
    return { alone, form: await typed(page) };
  } finally {
    await browser.close();
  }
}

const instance = await startInstance({ demo: true });
try {
  for (const way of ways) {
    const { alone, form } = await measured(instance, way);
    if (!form) {
      console.log(`${way.name}: not measured, this browser has no interpreter for WebAssembly`);
      continue;
    }
    console.log(`${way.name}: a field only ${alone.join(" / ")} ms, the form ${form.join(" / ")} ms (middle / p95)`);
    if (form[1] <= way.most) continue;
    console.error(`${way.name}: ${form[1]} ms, at most ${way.most}`);
    process.exitCode = 1;
  }
} finally {
  await instance.stop();
}

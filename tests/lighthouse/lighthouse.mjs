// The melder's pages as Lighthouse sees them on a slow phone, beside a page with nothing on it but text: each five
// times, in turns, so that a busy machine is busy for both. Prints the medians, and ends with 1 where one is not good
// enough.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { createServer } from "node:http";
import { startInstance } from "../browser/support/instance.mjs";

const TIMES = 5;
/** Of 100. */
const LEAST = { performance: 98, accessibility: 100, "best-practices": 100 };
/** Milliseconds; blocking counts from what the page with text only has. */
const MOST = { paint: 1500, blocking: 100, shift: 0 };

/** A page with text only. */
function control() {
  const text = "<p>Een regel tekst, om mee te vergelijken.</p>".repeat(20);
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Tekst</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><h1>Tekst</h1>${text}</html>`;
  const server = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html));
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

async function look(port, url) {
  const flags = { port, onlyCategories: Object.keys(LEAST), formFactor: "mobile", logLevel: "error" };
  const { lhr } = await lighthouse(url, flags);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const value = (audit) => lhr.audits[audit].numericValue;
  const scores = Object.keys(LEAST).map((name) => [name, Math.round(lhr.categories[name].score * 100)]);
  const weak = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9).map(({ id }) => id);
  return {
    ...Object.fromEntries(scores),
    paint: value("largest-contentful-paint"),
    blocking: value("total-blocking-time"),
    shift: value("cumulative-layout-shift"),
    weak,
  };
}

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The median of each number. */
function together(looks) {
  const names = Object.keys(looks[0]).filter((name) => name !== "weak");
  return Object.fromEntries(names.map((name) => [name, median(looks.map((one) => one[name]))]));
}

/** What is not good enough, in words. */
function judge(page, seen, text) {
  const wrong = Object.entries(LEAST).filter(([name, least]) => seen[name] < least);
  const said = wrong.map(([name, least]) => `${page}: ${name} ${seen[name]}, at least ${least}`);
  if (seen.paint >= MOST.paint) said.push(`${page}: painted after ${Math.round(seen.paint)} ms, less than ${MOST.paint}`);
  if (seen.blocking > text.blocking + MOST.blocking) {
    said.push(`${page}: blocked ${Math.round(seen.blocking)} ms, at most ${MOST.blocking} more than the page with text`);
  }
  if (seen.shift > MOST.shift) said.push(`${page}: moves ${seen.shift}`);
  return said;
}

const instance = await startInstance({ demo: true });
const server = await control();
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
try {
  const pages = new Map([
    ["text only", `http://127.0.0.1:${server.address().port}/`],
    ["/", `${instance.url}/`],
    ["/melden", `${instance.url}/melden`],
    ["/melden/formulier", `${instance.url}/melden/formulier`],
  ]);
  const looks = new Map([...pages.keys()].map((page) => [page, []]));
  for (let time = 0; time < TIMES; time += 1) {
    for (const [page, url] of pages) looks.get(page).push(await look(chrome.port, url));
  }
  const seen = new Map([...looks].map(([page, all]) => [page, together(all)]));
  console.table(Object.fromEntries(seen));
  for (const [page, all] of looks) console.log(`${page}: ${[...new Set(all.flatMap(({ weak }) => weak))].join(", ") || "nothing weak"}`);
  const text = seen.get("text only");
  const wrong = [...seen].filter(([page]) => page !== "text only").flatMap(([page, one]) => judge(page, one, text));
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  chrome.kill();
  server.close();
  await instance.stop();
}

// The browser of a journey, and the checks that hold on every page of it.
//
//   // `refusals`: the answers that may be errors in this journey; `offline`: requests may fail
//   const browser = await openBrowser({ refusals: ["412 /opdrachten"], offline: true });
//   // a person of their own: no shared cookies
//   const page = await browser.page({ width: 360, height: 740 });
//   // the same with a profile on disk, to search afterwards
//   const device = await browser.device(tablet);
//   // checks that the page is usable by everyone and not too wide; takes a picture if MELDROUTE_SHOTS names a folder
//   await seen(page, "naam");
//   // throws when a page threw, broke the CSP, or showed one of these words in an address or title
//   await browser.close([...words]);
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const silent = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const phone = { width: 360, height: 740 };
export const tablet = { width: 820, height: 1180 };

/** The answer before log-in. A journey has to name every other refusal it expects, as `STATUS path-part`. */
const expected = ["401 /sessies/huidige"];

export async function openBrowser({ refusals = [], offline = false } = {}) {
  const launch = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...quiet, ...silent] };
  const browser = await chromium.launch(launch);
  const devices = [];
  const faults = [];
  const traces = new Set();
  const allowed = [...expected, ...refusals].map((line) => line.split(" "));
  const watch = (page) => {
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on("framenavigated", (frame) => traces.add(frame.url()));
    page.on("request", (request) => traces.add(request.url()));
    page.on("response", (response) => {
      const may = allowed.some(([status, part]) => response.status() === Number(status) && response.url().includes(part));
      if (response.status() >= 400 && !may) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on("console", (message) => {
      const refused = /^Failed to load resource: the server responded/.test(message.text());
      const cut = offline && /^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(message.text());
      const loud = message.type() === "error" || /Content Security Policy|panicked/.test(message.text());
      if (loud && !refused && !cut) faults.push(`${page.url()}: ${message.text()}`);
    });
  };
  const here = (viewport, options) => ({ viewport, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  const prepared = async (context) => {
    context.setDefaultTimeout(15_000);
    context.on("page", watch);
    await context.exposeBinding("tellTitle", (_, title) => void traces.add(title));
    await context.addInitScript(tellTitles);
    return context.newPage();
  };
  const end = async () => {
    await Promise.all([browser.close(), ...devices.map(({ context }) => context.close())]);
    for (const { folder } of devices) rmSync(folder, { recursive: true, force: true });
  };
  return {
    page: async (viewport, options = {}) => prepared(await browser.newContext(here(viewport, options))),
    async device(viewport) {
      const folder = mkdtempSync(path.join(tmpdir(), "meldroute-device-"));
      const context = await chromium.launchPersistentContext(folder, { ...launch, ...here(viewport) });
      devices.push({ folder, context });
      return { folder, page: await prepared(context), off: () => context.close() };
    },
    /** For a journey that stopped halfway: its own error is the one to read. */
    end,
    async close(words = []) {
      await end();
      assert.deepEqual(faults, [], "a page broke a rule or threw");
      assert.ok(traces.size > 0);
      const told = [...traces].map((trace) => decodeURIComponent(trace).toLowerCase());
      const leaks = words.filter((word) => told.some((trace) => trace.includes(word.toLowerCase())));
      assert.deepEqual(leaks, [], "what was typed stands in an address or a title");
    },
  };
}

/** Runs in the page: reports every title that the tab has. */
function tellTitles() {
  let last = null;
  const tell = () => {
    if (document.title !== last) window.tellTitle((last = document.title));
  };
  new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
}

/** No finding of axe for WCAG 2.2 A and AA. */
export async function usableByEveryone(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(findings, [], `${page.url()} ${await page.title()}`);
}

/** A screen of the app as a person meets it. */
export async function seen(page, name) {
  await usableByEveryone(page);
  await staysInView(page, name);
  const folder = process.env.MELDROUTE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const own = page.viewportSize();
  const fullPage = (await page.getByRole("dialog").count()) === 0;
  for (const viewport of [phone, tablet]) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: path.join(folder, `${name}-${viewport.width}.png`), fullPage });
  }
  await page.setViewportSize(own);
}

/** Nothing makes the page scroll sideways. */
export async function staysInView(page, name) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${name} is ${over} px too wide`);
}

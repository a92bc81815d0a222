// The browser of a journey, and the checks that hold on every page of it.
//
//   // `refusals`: the answers that may be errors in this journey; `offline`: requests may fail
//   const browser = await openBrowser({ refusals: ["412 /opdrachten"], offline: true });
//   // a person of their own: no shared cookies
//   const page = await browser.page({ width: 360, height: 740 });
//   // the same with a profile on disk, to search afterwards; it can be killed, and started again with `device.folder`
//   const device = await browser.device(tablet);
//   // checks that the page is usable by everyone and not too wide; takes a picture if MELDROUTE_SHOTS names a folder
//   await seen(page, "naam");
//   // throws when a page threw, broke the CSP, or showed one of these words in an address or title
//   await browser.close([...words]);
import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { inPlainDutch } from "./dutch.mjs";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const silent = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const phone = { width: 360, height: 740 };
export const tablet = { width: 820, height: 1180 };

/** The answer before log-in. A journey has to name every other refusal it expects, as `STATUS path-part`. */
const expected = ["401 /sessies/huidige"];

/** What a browser says when a line breaks, before, while or after something is sent over it. */
const noConnection = new RegExp(
  "^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\\w+|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)|" +
    // of a service worker
    "^An unknown error occurred when fetching the script",
);

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
      const cut = offline && noConnection.test(message.text());
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
    async device(viewport, folder = mkdtempSync(path.join(tmpdir(), "meldroute-device-"))) {
      const context = await chromium.launchPersistentContext(folder, { ...launch, ...here(viewport) });
      devices.push({ folder, context });
      return { folder, page: await prepared(context), off: () => context.close(), kill: () => killed(folder, context) };
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

/** Ends a browser that had no time for anything more. Chromium names its process in its profile. */
async function killed(folder, context) {
  const gone = new Promise((resolve) => context.once("close", resolve));
  process.kill(Number(readlinkSync(path.join(folder, "SingletonLock")).split("-").at(-1)), "SIGKILL");
  await gone;
  for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"]) rmSync(path.join(folder, name), { force: true });
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
  await findsNothing(page, new AxeBuilder({ page }).withTags(levels));
}

async function findsNothing(page, axe) {
  const { violations } = await axe.analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  assert.deepEqual(findings, [], `${page.url()} ${await page.title()}`);
}

/**
 * A screen of the app as a person meets it: also zoomed in to twice the size, and on a dark screen. What a melder reads
 * is plain Dutch.
 */
export async function seen(page, name) {
  await usableByEveryone(page);
  await staysInView(page, name);
  await zoomedIn(page, () => staysInView(page, `${name}, zoomed in,`));
  await inTheDark(page, () => readable(page));
  if (/^(melder-|bewust(-|$))/.test(name)) await inPlainDutch(page, name);
  await picture(page, name);
}

async function picture(page, name) {
  const folder = process.env.MELDROUTE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const fullPage = (await page.getByRole("dialog").count()) === 0;
  const take = (kind) => page.screenshot({ path: path.join(folder, `${name}-${kind}.png`), fullPage });
  for (const viewport of [phone, tablet]) {
    await inRoomOf(page, viewport, async () => {
      await take(viewport.width);
      await inTheDark(page, () => take(`${viewport.width}-dark`));
      await zoomedIn(page, () => take(`${viewport.width}-zoomed`));
    });
  }
}

async function inTheDark(page, look) {
  await page.emulateMedia({ colorScheme: "dark" });
  await look();
  await page.emulateMedia({ colorScheme: "light" });
}

/** Twice as large leaves half the room, and never less than the 320 px of WCAG's Reflow. */
async function zoomedIn(page, look) {
  const { width, height } = page.viewportSize();
  await inRoomOf(page, { width: Math.max(320, width / 2), height }, look);
}

async function inRoomOf(page, viewport, look) {
  const own = page.viewportSize();
  await page.setViewportSize(viewport);
  await look();
  await page.setViewportSize(own);
}

/** Every text stands out from what is behind it. */
async function readable(page) {
  await findsNothing(page, new AxeBuilder({ page }).withRules(["color-contrast"]));
}

/** Nothing makes the page scroll sideways. */
export async function staysInView(page, name) {
  const { over, wide } = await page.evaluate(sticksOut);
  assert.ok(over <= 0, `${name} is ${over} px too wide: ${wide.join(", ")}`);
}

/** Runs in the page: how far it can be scrolled sideways, and the innermost parts that make it so wide. */
function sticksOut() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const parts = [...document.body.querySelectorAll("*")];
  const out = parts.filter((part) => part.getBoundingClientRect().right > clientWidth + 1);
  const inner = out.filter((part) => !out.some((other) => other !== part && part.contains(other)));
  return { over: scrollWidth - clientWidth, wide: inner.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)) };
}

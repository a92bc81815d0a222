// Firefox as it is installed, over WebDriver BiDi. It does what a melder does; the journeys in Chromium look at every
// screen.
//
//   const firefox = await openFirefox({ "javascript.options.wasm": false });   // settings of about:config
//   const page = await firefox.page();
//   firefox.faults                       // what a page threw, and answers of 400 and more
import puppeteer from "puppeteer-core";
import { phone } from "./browser.mjs";
import { codeIn } from "./melder.mjs";

export async function openFirefox(settings = {}) {
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    extraPrefsFirefox: settings,
    // a machine for tests may forbid the sandbox, and be slow
    env: { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: "1" },
    timeout: 120_000,
  });
  const faults = [];
  const page = async () => {
    const made = await browser.newPage();
    made.setDefaultTimeout(45_000);
    await made.setViewport(phone);
    made.on("pageerror", (error) => faults.push(`${made.url()}: ${error.message}`));
    made.on("response", (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
    return made;
  };
  return { page, faults, close: () => browser.close() };
}

/** Waits for an element that is shown and whose text begins so. */
async function shown(page, css, text) {
  const found = await page.waitForFunction(
    (where, begins) => {
      const says = (one) => one.textContent.trim().replace(/\s+/g, " ").startsWith(begins);
      return [...document.querySelectorAll(where)].find((one) => one.checkVisibility() && says(one));
    },
    {},
    css,
    text,
  );
  return found.asElement();
}

export const on = (page, title) => shown(page, "h1", title);
export const read = (page, text) => shown(page, "p, li, dd", text);
export const press = async (page, text) => (await shown(page, "a, button, summary", text)).click();
export const tick = async (page, text) => (await shown(page, "label", text)).click();

export async function choose(page, question, answer) {
  const group = await shown(page, "fieldset", question);
  const label = await group.evaluateHandle(
    (one, text) => [...one.querySelectorAll("label")].find((label) => label.textContent.trim() === text),
    answer,
  );
  await label.asElement().click();
}

export async function type(page, label, text) {
  await (await shown(page, "label", label)).click();
  await page.keyboard.type(text);
}

export async function receivedCode(page) {
  await on(page, "Je melding is binnen");
  return codeIn(await page.evaluate(() => document.querySelector("main").innerText));
}

// An AF with the keyboard only: where the focus goes after an error, after a failure, and when the pressed button is
// gone.
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, tablet } from "./support/browser.mjs";
import { code } from "./support/factor.mjs";
import { startInstance } from "./support/instance.mjs";
import { pressOn, tabTo } from "./support/keyboard.mjs";
import { on, secrets } from "./support/melder.mjs";
import { day } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  browser = await openBrowser({ refusals: ["401 /sessies"] });
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

const focused = (page, target) => target.and(page.locator(":focus")).waitFor();
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Log in: empty first, then with a wrong code, then rightly. */
async function logIn(page) {
  await page.goto(`${instance.url}/af`);
  await focused(page, page.getByRole("heading", { level: 1, name: "Inloggen" }));
  await pressOn(page, button(page, "Log in"), "Enter");
  const summary = page.getByRole("group", { name: "Dit klopt nog niet" });
  await focused(page, summary);
  await pressOn(page, summary.getByRole("link", { name: "Vul je inlognaam in." }), "Enter");
  await focused(page, page.getByLabel("Inlognaam"));
  await page.keyboard.type(fleur.inlognaam);
  await tabTo(page, page.getByLabel("Wachtwoord"));
  await page.keyboard.type(fleur.wachtwoord);
  await tabTo(page, page.getByLabel("Code uit je app"));
  await page.keyboard.type("000000");
  await page.keyboard.press("Enter");
  // a failure leaves the focus where it is, so that it can be mended and tried again
  await page.getByRole("alert").getByText(/klopt niet/).waitFor();
  await focused(page, page.getByLabel("Code uit je app"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(await code(fleur));
  await page.keyboard.press("Enter");
  await focused(page, page.getByRole("heading", { level: 1, name: /^Vandaag, / }));
}

/** Arranges that Sam stands in, and stops it: the button goes with its row, and the focus is at what was done. */
async function away(page) {
  await pressOn(page, page.getByRole("link", { name: "Waarneming" }), "Enter");
  await on(page, "Waarneming");
  await focused(page, page.getByRole("heading", { level: 1, name: "Waarneming" }));
  const who = page.getByRole("combobox", { name: "Wie neemt waar?" });
  await tabTo(page, who);
  await page.keyboard.type("Sam");
  await tabTo(page, page.getByLabel("Laatste dag"));
  await page.getByLabel("Laatste dag").fill(day(5));
  await pressOn(page, button(page, "Spreek af"), "Enter");
  const said = page.getByRole("status").filter({ hasText: "De waarneming is afgesproken." });
  await focused(page, said);
  // the row comes a moment after the status: whoever tabs on before is moved by it
  const stop = page.getByRole("button", { name: /^Stop/ });
  await stop.waitFor();
  await pressOn(page, stop, "Enter");
  await focused(page, page.getByRole("status").filter({ hasText: "De waarneming is gestopt." }));
  await page.getByText("Er is niets afgesproken.").waitFor();
}

test("an AF logs in, arranges and stops a stand-in and logs out with the keyboard only", async () => {
  const page = await browser.page(tablet);
  await logIn(page);
  await away(page);
  await page.goto(`${instance.url}/af`);
  // the page puts the focus at its heading when it has loaded; Tab goes on from there
  await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
  await focused(page, page.getByRole("heading", { level: 1 }));
  await pressOn(page, button(page, "Log uit"), "Enter");
  await focused(page, page.getByRole("heading", { level: 1, name: "Inloggen" }));
  await browser.close(secrets);
});

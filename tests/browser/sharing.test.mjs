// The table of what may go where is changed on screen: the beheerder asks, the FG agrees, and an AF finds it at a
// decision.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bo, faye, setUp } from "./support/accounts.mjs";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";
import { logIn, unfold } from "./support/officer.mjs";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false });
  browser = await openBrowser();
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("what may go where waits for the FG, and what care forbids cannot be asked", async () => {
  const { url } = instance;
  const page = await browser.page(tablet);
  await logIn(page, url, bo, "Accounts");
  await page.getByRole("link", { name: "Inrichting" }).click();
  await on(page, "Inrichting");
  const form = await unfold(page, "Wat waarheen mag");
  const receiver = async (name) => {
    const fold = form.locator("details").filter({ has: page.getByRole("heading", { name, exact: true }) });
    await fold.locator("summary").click();
    return fold;
  };
  const kmt = await receiver("KMT (advies)");
  await kmt.getByRole("checkbox", { name: "Plek of bedrijf" }).check();
  await form.getByRole("button", { name: "Vraag dit aan" }).click();
  await form.getByRole("link", { name: /^KMT \(advies\): Advies gaat zonder namen en plekken\./ }).waitFor();
  await seen(page, "inrichting-delen-fout");
  await kmt.getByRole("checkbox", { name: "Plek of bedrijf" }).uncheck();
  const riec = await receiver("RIEC (ondermijning)");
  await riec.getByRole("textbox", { name: "Grondslagen" }).fill("Verzonnen convenant");
  await form.getByText(/^Nieuw: RIEC \(ondermijning\): .*Verzonnen convenant/).waitFor();
  await form.getByLabel("Vastgesteld op (leeg: nog niet)").fill("2026-11-01");
  await form.getByRole("button", { name: "Vraag dit aan" }).click();
  await page.getByRole("status").filter({ hasText: "Gevraagd." }).waitFor();
  await seen(page, "inrichting-delen");

  const fg = await browser.page(tablet);
  await logIn(fg, url, faye, "Logboek");
  await fg.goto(`${url}/af/instellingen`);
  await on(fg, "Inrichting");
  await fg.getByText("Kijk per ontvanger of dit met de FG, het KMT en het ZVH is vastgesteld.").waitFor();
  await fg.getByRole("button", { name: "Bevestig" }).click();
  await fg.getByRole("status").filter({ hasText: "Bevestigd. Het geldt nu." }).waitFor();
  await page.reload();
  await on(page, "Inrichting");
  await unfold(page, "Wat waarheen mag");
  await receiver("RIEC (ondermijning)");
  assert.equal(await riec.getByRole("textbox", { name: "Grondslagen" }).inputValue(), "Verzonnen convenant");
  const profile = await (await fetch(`${url}/api/v1/profiel`)).text();
  assert.ok(!profile.includes("Verzonnen convenant"), "a melder does not get the table");
  await browser.close();
});

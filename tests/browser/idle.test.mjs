// Nobody there: asked two minutes before the end, and the page is gone when there is no answer.
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { logIn, openCase } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

test("who is asked and stays goes on, and for who is not there the page is gone", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await page.clock.install();
    await logIn(page, instance.url, fleur);
    // the worklist asks the server every minute, and that is nobody being there
    const question = page.getByRole("dialog", { name: "Ben je er nog?", exact: true });
    await page.clock.fastForward("27:30");
    await question.waitFor();
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith("/sessies/huidige")),
      question.getByRole("button", { name: "Ja, ik ga door" }).click(),
    ]);
    if (answer.status() !== 200) throw new Error(`the session was not kept: ${answer.status()}`);
    await question.waitFor({ state: "hidden" });

    await page.clock.fastForward("27:30");
    await question.waitFor();
    await page.clock.fastForward("03:00");
    await question.waitFor({ state: "hidden" });
    await on(page, "Log opnieuw in");
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

test("the clock that is wound forward on a case's page takes it away and breaks nothing", async () => {
  const browser = await openBrowser();
  try {
    const melder = await browser.page(phone);
    await report(melder, instance.url);
    const page = await browser.page(tablet);
    await page.clock.install();
    await logIn(page, instance.url, fleur);
    await openCase(page);
    // the worklist, which looked every minute, is no longer there
    await page.clock.fastForward("01:00:00");
    await on(page, "Log opnieuw in");
    await page.clock.runFor("05:00");
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

// Messages: what an AF is told of, and the address of the calendar.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

test("an AF chooses what messages are about and makes an address for the calendar", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await logIn(page, instance.url, fleur);
    await page.getByRole("link", { name: "Berichten instellen" }).click();
    await on(page, "Berichten");
    await seen(page, "berichten");
    const spoed = page.getByLabel("Er is een melding met spoed");
    assert.equal(await spoed.isChecked(), true);
    await page.getByLabel(/^Je e-mailadres/).fill("fleur");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByText("Kijk het e-mailadres na").first().waitFor();
    await page.getByLabel(/^Je e-mailadres/).fill("fleur@hengelo.example");
    await page.getByLabel("Een termijn is de volgende werkdag om").check();
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByText("Bewaard.").waitFor();
    await page.reload();
    await on(page, "Berichten");
    assert.equal(await page.getByLabel("Een termijn is de volgende werkdag om").isChecked(), true);
    await page.getByRole("button", { name: "Maak een adres" }).click();
    const address = await page.locator("code").innerText();
    const calendar = await fetch(address);
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR/);
    await page.getByRole("button", { name: "Stop ermee" }).click();
    await page.getByText("werkt niet meer").waitFor();
    assert.equal((await fetch(address)).status, 404);
    await browser.close();
  } finally {
    await browser.end();
  }
});

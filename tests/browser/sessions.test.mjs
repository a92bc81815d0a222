// Where somebody is logged in: the list, ending one session, and ending all others.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

test("an AF sees where they are logged in and ends the sessions that are elsewhere", async () => {
  const browser = await openBrowser({ refusals: ["401 /"] });
  try {
    const [here, there, third] = [await browser.page(tablet), await browser.page(phone), await browser.page(phone)];
    for (const page of [there, third, here]) await logIn(page, instance.url, fleur);
    await here.getByRole("link", { name: /^Fleur Voorbeeld/ }).click();
    await here.getByRole("link", { name: "Waar ben je ingelogd?" }).click();
    await on(here, "Waar ben je ingelogd?");
    const rows = here.getByRole("listitem");
    await rows.nth(2).waitFor();
    assert.equal(await rows.count(), 3);
    assert.match(await rows.first().innerText(), /Hier/);
    await seen(here, "mijn-sessies");

    await here.getByRole("button", { name: /^Beëindig de sessie van / }).first().click();
    await here.getByText("Die sessie is beëindigd").waitFor();
    assert.equal(await rows.count(), 2);
    await here.getByRole("button", { name: "Beëindig alle andere" }).click();
    await here.getByText("Je bent nu alleen nog hier ingelogd").waitFor();
    assert.equal(await rows.count(), 1);
    for (const page of [there, third]) {
      await page.reload();
      await on(page, "Inloggen");
    }
    await here.reload();
    await on(here, "Waar ben je ingelogd?");
    await browser.close();
  } finally {
    await browser.end();
  }
});

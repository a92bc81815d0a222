// What mensenhandel is: pages that work without scripts, a poster and a card of one page each, and the AF's log.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";
import { textOf } from "./support/pdf.mjs";

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

test("the pages, the poster and the card, and what an AF records", async () => {
  const { url } = instance;
  for (const size of [phone, tablet]) {
    const page = await browser.page(size);
    await page.goto(`${url}/`);
    await page.getByRole("link", { name: "Wat is mensenhandel?" }).click();
    await page.getByRole("heading", { level: 1, name: "Wat is mensenhandel?" }).waitFor();
    await seen(page, "bewust");
    for (const path of ["seksueel", "arbeid", "crimineel", "orgaan", "poster", "kaart"]) {
      await page.goto(`${url}/bewust/${path}`);
      await seen(page, `bewust-${path}`);
    }
    for (const path of ["poster", "kaart"]) {
      await page.goto(`${url}/bewust/${path}`);
      assert.equal(textOf(await page.pdf({ preferCSSPageSize: true })).length, 1, path);
    }
  }
  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await af.getByRole("link", { name: "Bewustwording" }).click();
  await on(af, "Bewustwording");
  await seen(af, "bewustwording");
  await af.getByLabel("Wat was het?").selectOption("presentatie");
  await af.getByLabel("Voor welk team of welke functie?").fill("Team Wmo");
  await af.getByLabel("Hoeveel mensen waren erbij?").fill("12");
  await af.getByLabel("Wie gaf het?").selectOption("af");
  await af.getByRole("button", { name: "Leg vast" }).click();
  await af.getByRole("status").filter({ hasText: "Vastgelegd." }).waitFor();
  await seen(af, "bewustwording-regel");
  await browser.close();
});

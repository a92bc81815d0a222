// One browser, shared by a melder and an AF: logging out removes the AF's data and keeps the melder's.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, on, secrets, told } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
});
after(() => instance?.stop());

const keys = (page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());

test("after logging out the AF's data is gone and a melder's draft is not", async () => {
  const browser = await openBrowser();
  try {
    const melder = await browser.page(tablet);
    await fillIn(melder, instance.url);
    const af = await melder.context().newPage();
    await logIn(af, instance.url, fleur);
    await af.evaluate(() => {
      for (const storage of [localStorage, sessionStorage]) {
        for (const name of ["meldroute.af.een", "meldroute.af.twee"]) storage.setItem(name, "x");
      }
    });
    const names = async () => (await af.context().cookies()).map(({ name }) => name);
    assert.ok((await names()).includes("__Host-meldroute"));
    const [answer] = await Promise.all([
      af.waitForResponse((one) => one.request().method() === "DELETE"),
      af.getByRole("button", { name: "Log uit" }).click(),
    ]);
    assert.equal((await answer.allHeaders())["clear-site-data"], '"cache"');
    await on(af, "Inloggen");
    assert.deepEqual(await names(), ["__Host-bekend"], "the session's cookie is gone");
    assert.deepEqual((await keys(af)).filter((name) => name.startsWith("meldroute.af.")), []);
    assert.ok((await keys(af)).includes("meldroute.melding"), "the draft is still on the device");

    await melder.reload();
    await on(melder, "Kijk alles na");
    await melder.getByText(told.story).waitFor();
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

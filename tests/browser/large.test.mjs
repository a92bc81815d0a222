// The AF has the browser's letters twice as large: the pages take their narrow form, and nothing has to be moved
// sideways.
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, staysInView, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { ask, logIn, openCase } from "./support/officer.mjs";

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

test("with letters twice as large nothing scrolls sideways on a tablet", async () => {
  await report(await browser.page(phone), instance.url);
  const af = await browser.page(tablet);
  const settings = await af.context().newCDPSession(af);
  await settings.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await logIn(af, instance.url, fleur);
  await staysInView(af, "the worklist");
  await openCase(af);
  await staysInView(af, "a case");
  await ask(af, "Contact vastleggen", "Contact met de melder");
  await staysInView(af, "the conversation");
  for (const [path, title] of pages) {
    await af.goto(`${instance.url}/af${path}`);
    await on(af, title);
    await staysInView(af, title);
  }
  await browser.close(secrets);
});

const pages = [
  ["/overleg", "Werkoverleg"],
  ["/zoeken", "Zoeken"],
  ["/berichten", "Berichten"],
  ["/telefoon", "Melding opnemen"],
  ["/afgerond", "Afgerond"],
];

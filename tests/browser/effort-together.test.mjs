// A werkoverleg of three cases, from planning it to the agreement of a colleague: its taps, keys and seconds are
// counted, and bounded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, tablet } from "./support/browser.mjs";
import { actOn, count, line, seconds } from "./support/effort.mjs";
import { startInstance } from "./support/instance.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { ask, logIn, pick } from "./support/officer.mjs";
import { toDecision } from "./support/route.mjs";

/** What it may cost besides the talking: who leads it, and the colleague who agrees, together. What stands on a sheet
 *  is read aloud there: that is talking. */
const most = { taps: 40, seconds: 210 };

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

test("a werkoverleg of three cases costs little more than what is said there", async (t) => {
  const { url } = instance;
  for (let n = 0; n < 3; n += 1) await report(await browser.page(phone), url);
  const [af, colleague] = [await browser.page(tablet), await browser.page(tablet)];
  const [effort, theirs] = [await count(af), await count(colleague)];
  await logIn(af, url, fleur);
  const open = af.getByRole("listitem").getByRole("link", { name: /, dossier / });
  const numbers = await open.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent));
  assert.equal(numbers.length, 3);
  for (const name of numbers) {
    await af.getByRole("link", { name }).click();
    await toDecision(af);
    await af.getByRole("link", { name: "‹ Te doen" }).click();
  }

  await effort.part("plan", async () => {
    await af.getByRole("link", { name: "Overleg", exact: true }).click();
    await on(af, "Werkoverleg");
    const cases = af.getByRole("group", { name: "Welke dossiers bespreken jullie?" });
    await cases.getByRole("checkbox").nth(2).waitFor();
    assert.equal(await cases.getByRole("checkbox", { checked: true }).count(), 3, "all three are proposed");
    await effort.read(af.getByRole("main"));
    await af.getByRole("button", { name: "Plan het overleg" }).click();
    await af.getByRole("heading", { level: 1, name: /^Werkoverleg van / }).waitFor();
  });
  const meeting = af.url();
  const act = actOn(af, effort);
  for (const at of [0, 1, 2]) {
    await effort.part(`sheet ${at + 1}`, async () => {
      await af.goto(meeting);
      await af.getByRole("button", { name: "Lees voor" }).click();
      const sheet = af.getByRole("article", { name: /^Dossier / }).nth(at);
      await sheet.getByText("Waar in de route").waitFor();
      for (const one of await sheet.locator("h3, .no-print").all()) await effort.read(one, { anew: true });
      await sheet.getByRole("link", { name: /^Leg het besluit vast/ }).click();
      await af.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
    });
    await act(`decision ${at + 1}`, "Besluit vastleggen", "Besluit van het werkoverleg", "Besluit voorleggen", little);
  }
  await logIn(colleague, url, sam);
  for (const at of [1, 2, 3]) {
    await theirs.part(`agreement ${at}`, async () => {
      const first = colleague.getByRole("region", { name: "Nu doen" }).getByRole("listitem").first();
      await theirs.read(first, { anew: true });
      await first.getByRole("link", { name: /, dossier / }).click();
      const dialog = await ask(colleague, "Akkoord geven", "Akkoord geven");
      await theirs.read(dialog);
      await dialog.getByRole("button", { name: "Ik ga akkoord" }).click();
      await on(colleague, /^Vandaag, /);
    });
  }
  for (const part of [...effort.parts, ...theirs.parts]) t.diagnostic(line(part.name, part));
  const both = [effort.total(), theirs.total()];
  for (const [who, sum] of [["who leads it", both[0]], ["the colleague", both[1]]]) t.diagnostic(line(who, sum));
  const [taps, time] = [both[0].taps + both[1].taps, seconds(both[0]) + seconds(both[1])];
  assert.ok(taps > 15 && both[0].words > 200, "what was done is counted");
  assert.ok(taps <= most.taps, `${taps} taps`);
  assert.ok(time <= most.seconds, `${time} seconds`);
  await browser.close(secrets);
});

/** The decision that a case mostly gets: too little to go on. Who was there and what is shared follow from the rest. */
async function little(dialog) {
  await dialog.getByRole("textbox", { name: "Wat denken we dat er speelt?" }).fill("Te weinig om op door te gaan.");
  await pick(dialog, "Hoe schatten jullie het in?", "Nu te weinig aanwijzingen");
  await pick(dialog, "Is de melder vóór dit besluit gehoord?", "Ja");
  const step = dialog.getByRole("group", { name: "Vervolgstap 1", exact: true });
  await step.getByRole("combobox", { name: "Waarheen?" }).selectOption({ label: "Nu te weinig aanwijzingen: niets delen" });
}

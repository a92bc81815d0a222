// A new instance: appointed people accept an invitation, and a beheerder alone can let nobody read reports.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bo, faye, fleur, sam } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { code } from "./support/factor.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, on, receivedCode, secrets, send } from "./support/melder.mjs";
import { logIn } from "./support/officer.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
});
after(() => instance?.stop());

/** The links that are shown for handing over, in order. */
const links = async (page) => (await page.locator("code.link-code").allInnerTexts()).map((link) => link.trim());

/** Accepts an invitation as the invited does: the other half if there is one, password, app, code, recovery codes. */
async function accept(browser, link, person, look = async () => {}, other = undefined) {
  const page = await browser.page(phone);
  await page.goto(link);
  await on(page, "Je account maken");
  assert.ok(!page.url().includes("#"), "the word left the address");
  if (other) {
    await page.getByText("Je uitnodiging bestaat uit twee links").waitFor();
    await page.getByLabel("De andere link").fill(link);
    await page.getByRole("button", { name: "Ga verder" }).click();
    await page.getByText("Dit is dezelfde helft").first().waitFor();
    await look(page, "uitnodiging-helft");
    await page.getByLabel("De andere link").fill(other);
    await page.getByRole("button", { name: "Ga verder" }).click();
  }
  await page.getByText(`Welkom ${person.naam}`).waitFor();
  await page.getByRole("img", { name: /^QR-code/ }).waitFor();
  await page.getByText("Lukt scannen niet?").click();
  Object.assign(person, { factor: await page.locator("details code").innerText(), lastStep: 0 });
  await look(page, "uitnodiging");
  if (other) {
    await page.getByLabel("Kies een wachtwoord").fill("Wachtwoord2026!");
    await page.getByLabel("Code uit je app").fill(await code(person));
    await page.getByRole("button", { name: "Klaar, maak mijn account" }).click();
    await page.getByText("Dit wachtwoord is te raden").waitFor();
    person.lastStep = 0;
  }
  await page.getByLabel("Kies een wachtwoord").fill(person.wachtwoord);
  await page.getByLabel("Code uit je app").fill(await code(person));
  await page.getByRole("button", { name: "Klaar, maak mijn account" }).click();
  await page.getByText("Je account is klaar").waitFor();
  person.recovery = await page.locator(".recovery code").allInnerTexts();
  assert.equal(person.recovery.length, 10);
  await look(page, "herstelcodes");
  await page.context().close();
}

/** The button that says that somebody saw this person's access; the name is there for who hears the page only. */
const seenButton = (page, person) => page.getByRole("button", { name: new RegExp(`^Gezien ?: ${person.naam}$`) });

test("from the set-up link to a second officer, with a second person in between", async (t) => {
  const browser = await openBrowser({ refusals: ["503 /meldingen", "404 /uitnodigingen/bekijken", "400 /uitnodigingen"] });
  try {
    const owner = await browser.page(tablet);
    const melder = await browser.page(phone);
    let invitations;
    let firstHalf;
    await t.test("three are appointed", async () => {
      await owner.goto(`${instance.url}/af/inrichten#${instance.token}`);
      await on(owner, "Meldroute inrichten");
      for (const [before, person] of [["af", fleur], ["beheer", bo], ["fg", faye]]) {
        await owner.locator(`#inrichten-${before}-naam`).fill(person.naam);
        await owner.locator(`#inrichten-${before}-inlognaam`).fill(person.inlognaam);
      }
      await seen(owner, "inrichten");
      await owner.getByRole("button", { name: "Richt Meldroute in" }).click();
      await owner.getByText("Meldroute is ingericht").waitFor();
      await seen(owner, "inrichten-uitnodigingen");
      invitations = await links(owner);
      assert.equal(invitations.length, 3);
    });
    await t.test("before they are there nobody can report, and nothing typed is lost", async () => {
      await melder.goto(`${instance.url}/melden`);
      await melder.getByText("Hier leest nu niemand je melding").waitFor();
      await seen(melder, "melder-niemand-leest");
      await fillIn(melder, instance.url);
      await send(melder);
      await melder.getByText("Hier kan nog niet gemeld worden").waitFor();
      for (const [at, person] of [fleur, bo, faye].entries()) {
        await accept(browser, invitations[at], person, at === 0 ? seen : undefined);
      }
      await send(melder);
      await melder.getByText("Hier kan nog niet gemeld worden").waitFor();
      const fg = await browser.page(tablet);
      await logIn(fg, instance.url, faye, "Logboek");
      for (const person of [fleur, bo]) {
        await seenButton(fg, person).click();
        await seenButton(fg, person).waitFor({ state: "detached" });
      }
      await fg.context().close();
      await send(melder);
      await receivedCode(melder);
    });
    await t.test("a link works once", async () => {
      await owner.goto(invitations[0]);
      await owner.getByText("Deze uitnodiging geldt niet of niet meer").waitFor();
    });
    await t.test("a beheerder asks and gets half an invitation", async () => {
      await logIn(owner, instance.url, bo, "Accounts");
      await owner.getByRole("button", { name: "Account toevoegen" }).click();
      const dialog = owner.getByRole("dialog", { name: "Account toevoegen" });
      await dialog.getByLabel("Naam", { exact: true }).fill(sam.naam);
      await dialog.getByLabel("Inlognaam").fill(sam.inlognaam);
      await dialog.getByRole("radio", { name: "Aandachtsfunctionaris" }).check();
      await dialog.getByRole("button", { name: "Account toevoegen" }).click();
      await owner.getByText("wacht op een tweede persoon. Die ziet het").waitFor();
      await owner.getByText("Eerste helft van de uitnodiging voor Sam Oefening").waitFor();
      [firstHalf] = await links(owner);
      await seen(owner, "accounts");
    });
    await t.test("the FG sees it at once, confirms, and hands the other half over", async () => {
      const fg = await browser.page(tablet);
      await logIn(fg, instance.url, faye, "Logboek");
      await fg.getByText("Bo Beheer vraagt toegang voor Sam Oefening").waitFor();
      await fg.getByRole("link", { name: "Bekijk wie toegang heeft" }).click();
      await on(fg, "Toegang");
      await seen(fg, "toegang");
      await fg.getByRole("button", { name: "Bevestig toegang van Sam Oefening" }).click();
      await fg.getByText("Je bevestigde het verzoek voor Sam Oefening").waitFor();
      await fg.getByText("Tweede helft van de uitnodiging voor Sam Oefening").waitFor();
      const [link] = await links(fg);
      await seen(fg, "toegang-bevestigd");
      // with the half of the FG alone there is no account
      const alone = await browser.page(phone);
      await alone.goto(link);
      await alone.getByLabel("De andere link").fill(link.replace("#2-", "#1-"));
      await alone.getByRole("button", { name: "Ga verder" }).click();
      await alone.getByText("Deze twee links horen niet bij elkaar").waitFor();
      await alone.context().close();
      await accept(browser, link, sam, seen, firstHalf);
    });
    await t.test("the new officer gets in with the app, and the others see that", async () => {
      const af = await browser.page(tablet);
      await logIn(af, instance.url, sam);
      const other = await browser.page(tablet);
      await logIn(other, instance.url, fleur);
      const told = /Sam Oefening kreeg toegang als aandachtsfunctionaris, gevraagd door Bo Beheer, bevestigd door Faye/;
      await other.getByText(told).waitFor();
      await seen(other, "begin-met-toegang");
      await seenButton(other, sam).click();
      await other.getByText(told).waitFor({ state: "detached" });
      await af.getByRole("link", { name: /^Sam Oefening/ }).click();
      await on(af, "Mijn account");
      await seen(af, "mijn-account");
      const form = af.getByRole("form", { name: "Nieuwe herstelcodes" });
      await form.getByLabel("Wachtwoord van nu").fill(sam.wachtwoord);
      await form.getByLabel("Code uit je app").fill(sam.recovery.shift());
      await form.getByRole("button", { name: "Maak nieuwe herstelcodes" }).click();
      await af.getByText("De oude herstelcodes werken niet meer").waitFor();
      const fresh = await af.locator(".recovery code").allInnerTexts();
      assert.ok(fresh.length === 10 && !fresh.some((one) => sam.recovery.includes(one)));
    });
    await browser.close(secrets);
  } finally {
    await browser.end();
  }
});

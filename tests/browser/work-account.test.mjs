// Logging in with a work account, at a certified provider that is another site for the browser: only a real browser
// shows which cookies it sends after the redirect back.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, seen, tablet } from "./support/browser.mjs";
import { code } from "./support/factor.mjs";
import { root, startInstance } from "./support/instance.mjs";

const secret = "een-verzonnen-geheim-van-32-tekens";
/** A public key that no test here uses. */
const jwk = {
  kty: "EC",
  crv: "P-256",
  kid: "ongebruikt",
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
};

let provider, instance;

/** The provider's process and its address, on `localhost`; the instance is on 127.0.0.1, so that they are two sites. */
async function startProvider() {
  const script = path.join(root, "tests/provider/provider.mjs");
  const settings = JSON.stringify({ secret, jwk, name: "localhost" });
  const child = spawn(process.execPath, [script, settings], { stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("ready ")) return { child, issuer: line.slice("ready ".length) };
  }
  throw new Error("the provider did not get ready");
}

before(async () => {
  provider = await startProvider();
  const { issuer } = provider;
  instance = await startInstance({
    demo: false,
    variables: {
      SPIN_VARIABLE_OIDC_ISSUER: issuer,
      SPIN_VARIABLE_OIDC_HOST: issuer,
      SPIN_VARIABLE_OIDC_CLIENT_ID: "met-geheim",
      SPIN_VARIABLE_OIDC_CLIENT_SECRET: secret,
      SPIN_VARIABLE_OIDC_ACR: "hoog",
      SPIN_VARIABLE_OIDC_ROLES: JSON.stringify({ "meldroute-af": "af", "meldroute-fg": "fg" }),
    },
    flags: ["--allow-private"],
  });
  await setUp(instance);
});

after(async () => {
  await instance?.stop();
  provider?.child.kill();
});

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** From the log-in page to the provider. */
async function leave(page) {
  await page.getByRole("link", { name: "Inloggen met je werkaccount" }).click();
  await page.getByRole("heading", { name: "Wie ben je?" }).waitFor();
  assert.ok(page.url().startsWith(provider.issuer), "another site");
}

test("an AF links a work account by logging in once with the password", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await page.goto(`${instance.url}/af`);
    await leave(page);
    await press(page, "Fenna Verzonnen");
    await page.getByText("Je werkaccount is hier nieuw", { exact: true }).waitFor();
    assert.equal(page.url(), `${instance.url}/af`, "the code does not stay in the address");
    await seen(page, "werkaccount-koppelen");
    const kept = await page.context().cookies(instance.url);
    assert.deepEqual(kept.map(({ name, sameSite, httpOnly, secure }) => [name, sameSite, httpOnly, secure]), [
      ["__Host-meldroute-koppelen", "Strict", true, true],
    ]);
    await page.getByRole("textbox", { name: "Inlognaam" }).fill(fleur.inlognaam);
    await page.getByLabel("Wachtwoord").fill(fleur.wachtwoord);
    await page.getByLabel("Code uit je app").fill(await code(fleur));
    await press(page, "Log in en koppel");
    await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
    await browser.close();
  } catch (error) {
    await browser.end();
    throw error;
  }
});

test("an AF logs in with a work account and is in at the first page", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    await page.goto(`${instance.url}/af`);
    await page.getByRole("heading", { level: 1, name: "Inloggen" }).waitFor();
    await seen(page, "inloggen-werkaccount");
    await leave(page);
    const home = page.waitForRequest((request) => request.isNavigationRequest() && request.url() === `${instance.url}/af`);
    const asked = page.waitForResponse((response) => response.url().endsWith("/sessies/huidige"));
    await press(page, "Fenna Verzonnen");
    // Strict keeps the session's cookie from the page that the redirect led to, and that page needs none
    const cookies = (await (await home).allHeaders()).cookie ?? "";
    assert.ok(!cookies.includes("__Host-meldroute="), "the browser came from another site");
    assert.equal((await asked).status(), 200, "what that page asks is same-site");
    await page.getByRole("button", { name: "Log uit" }).first().waitFor();
    assert.equal(page.url(), `${instance.url}/af`, "nothing of the log-in stays in the address");
    const kept = await page.context().cookies(instance.url);
    assert.deepEqual(kept.map(({ name, sameSite, httpOnly, secure }) => [name, sameSite, httpOnly, secure]), [
      ["__Host-meldroute", "Strict", true, true],
    ]);
    assert.deepEqual(await page.evaluate(() => document.cookie), "", "no script sees it");
    // the session is still there after a reload
    await page.reload();
    await page.getByRole("button", { name: "Log uit" }).first().waitFor();
    await browser.close();
  } catch (error) {
    await browser.end();
    throw error;
  }
});

test("who may not come in reads why on the log-in page", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.page(tablet);
    for (const [button, sentence] of [
      ["Fenna, zonder code", /tweede stap/],
      ["Nora Verzonnen", /geen rol in Meldroute/],
      ["Stoppen", /Het inloggen is gestopt/],
    ]) {
      await page.goto(`${instance.url}/af`);
      await leave(page);
      await press(page, button);
      await page.getByText(sentence).waitFor();
      await page.getByRole("heading", { level: 1, name: "Inloggen" }).waitFor();
      assert.equal(page.url(), `${instance.url}/af`, "the code does not stay in the address");
    }
    await seen(page, "inloggen-geweigerd");
    await browser.close();
  } catch (error) {
    await browser.end();
    throw error;
  }
});

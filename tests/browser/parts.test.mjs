// The AF's pages come in parts: the first page is light, the others come when there is time or when they are opened.
// A part that does not come is said on the page, and nothing that was typed is lost.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fleur, sam, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { root, startInstance } from "./support/instance.mjs";
import { on, report, secrets } from "./support/melder.mjs";
import { ask, keep, logIn, openCase } from "./support/officer.mjs";

/** The most that the AF's first page may weigh: log-in and worklist, as they come over the line. */
const most = 240_000;

const listed = JSON.parse(readFileSync(path.join(root, "dist/assets.json"), "utf8")).map(({ file }) => `/${file}`);
const parts = listed.filter((file) => /^\/assets\/officer-.*\.wasm$/.test(file));

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
  await setUp(instance);
  const browser = await openBrowser();
  const melder = await browser.page(phone);
  await report(melder, instance.url);
  await browser.close(secrets);
});
after(() => instance?.stop());

async function during(play, options) {
  const browser = await openBrowser(options);
  try {
    await play(await browser.page(tablet), browser);
    if (!options) await browser.close([...secrets, "ooievaar"]);
  } finally {
    await browser.end();
  }
}

/** What the page loaded besides the API: address, answer. */
function watch(page) {
  const loaded = new Map();
  page.on("response", (answer) => {
    const address = new URL(answer.url()).pathname;
    if (!address.startsWith("/api/")) loaded.set(address, answer);
  });
  return loaded;
}

const saveData = () => Object.defineProperty(navigator, "connection", { value: { saveData: true } });
const asked = (loaded) => parts.filter((part) => loaded.has(part));
const withoutPart = (page, name) => page.route(`**/assets/officer-${name}.*.wasm`, (route) => route.abort());
const notLoaded = (page) => on(page, "Deze pagina kon niet worden geladen");
const again = (page) => page.getByRole("button", { name: "Probeer opnieuw" }).click();
const overleg = (page) => page.getByRole("link", { name: "Overleg", exact: true }).click();

test("the first page is light, and with Save-Data nothing comes that nobody asked for", (t) =>
  during(async (page) => {
    await page.addInitScript(saveData);
    const loaded = watch(page);
    await logIn(page, instance.url, fleur);
    await page.waitForTimeout(5000);
    assert.deepEqual(asked(loaded), []);
    let all = 0;
    for (const [address, answer] of loaded) {
      const { responseBodySize } = await answer.request().sizes();
      t.diagnostic(`${String(responseBodySize).padStart(7)} ${address}`);
      all += responseBodySize;
    }
    t.diagnostic(`${String(all).padStart(7)} together, at most ${most}`);
    assert.ok([...loaded.keys()].some((address) => /^\/assets\/officer\..*\.wasm$/.test(address)), "what was measured");
    assert.ok(all <= most, `the first page weighs ${all} bytes`);
    await openCase(page);
    assert.ok(asked(loaded).length > 0, "the case came when it was opened");
  }));

test("the other parts come by themselves, and then a page opens without them being asked", () =>
  during(async (page) => {
    const loaded = watch(page);
    const came = (part) =>
      page.waitForEvent("requestfinished", { predicate: (one) => one.url().endsWith(part), timeout: 60_000 });
    const all = Promise.all(parts.map(came));
    await logIn(page, instance.url, fleur);
    await all;
    // the browser notes what it loaded a moment after it did
    await page.waitForFunction(
      (count) => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/assets/officer-")).length === count,
      parts.length,
    );
    await page.evaluate(() => performance.clearResourceTimings());
    await openCase(page);
    await page.goBack();
    await overleg(page);
    await on(page, "Werkoverleg");
    const later = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(later.length > 0, "the pages asked the API");
    assert.deepEqual(later.filter((address) => address.includes("/assets/")), []);
    for (const [address, answer] of loaded) {
      if (!address.startsWith("/assets/")) continue;
      assert.ok(listed.includes(address), `${address} is in the list of the bundle`);
      const hash = createHash("sha256").update(await answer.body()).digest("hex").slice(0, 16);
      assert.equal(address.split(".").at(-2), hash, "the name is that of the content");
    }
  }));

test("a part that does not come: the page says so, it can be tried again, and what was typed is there", () =>
  during(
    async (page) => {
      await withoutPart(page, "other");
      await logIn(page, instance.url, fleur);
      await openCase(page);
      const dialog = await ask(page, "Notitie toevoegen", "Notitie");
      await dialog.getByRole("textbox", { name: "Wat wil je onthouden?" }).fill("Een verzonnen ooievaar");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Meldroute, naar het begin" }).click();
      await overleg(page);
      await notLoaded(page);
      await seen(page, "af-niet-geladen");
      await again(page);
      await notLoaded(page);
      await page.unroute(`**/assets/officer-other.*.wasm`);
      await again(page);
      await on(page, "Werkoverleg");
      await page.getByRole("link", { name: "Meldroute, naar het begin" }).click();
      await openCase(page);
      await page.getByRole("button", { name: "Notitie toevoegen (begonnen)" }).click();
      const field = page.getByRole("textbox", { name: "Wat wil je onthouden?" });
      assert.equal(await field.inputValue(), "Een verzonnen ooievaar");
    },
    { offline: true },
  ));

const spoilt = {
  "half a part": (body) => body.subarray(0, 20_000),
  "a part with something else in it": (body) => Buffer.from([...body.subarray(0, -1), body.at(-1) ^ 1]),
};
for (const [what, spoil] of Object.entries(spoilt)) {
  test(`${what} is not run, and the page says so`, () =>
    during(
      async (page) => {
        await page.route("**/assets/officer-case.*.wasm", async (route) => {
          const answer = await route.fetch();
          const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
          await route.fulfill({ status: 200, headers, body: spoil(await answer.body()) });
        });
        await logIn(page, instance.url, fleur);
        await page.getByRole("listitem").getByRole("link", { name: /, dossier / }).click();
        await notLoaded(page);
        await page.unrouteAll({ behavior: "wait" });
        await again(page);
        await page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
      },
      { offline: true },
    ));
}

test("an invitation of which the part does not come keeps its word, also when Meldroute is loaded again", () =>
  during(
    async (page) => {
      await withoutPart(page, "other");
      await page.goto(`${instance.url}/af/uitnodiging#verzonnen`);
      await notLoaded(page);
      await seen(page, "af-uitnodiging-niet-geladen");
      await page.unroute("**/assets/officer-other.*.wasm");
      await page.getByRole("button", { name: "Laad Meldroute opnieuw" }).click();
      await on(page, "Je account maken");
      assert.ok(!page.url().includes("#"), "the word left the address");
    },
    { offline: true },
  ));

test("a dialog of which the part does not come can be left, and tried again", () =>
  during(
    async (page, browser) => {
      const owner = await browser.page(tablet);
      await logIn(owner, instance.url, sam);
      await openCase(owner);
      await keep(owner, await ask(owner, "Niet bereikt", "Melder niet bereikt"), "Poging bewaren", "De poging is bewaard.");
      await withoutPart(page, "case");
      await logIn(page, instance.url, fleur);
      const open = page.getByRole("button", { name: /^Toch bekijken/ });
      await open.click();
      const dialog = page.getByRole("dialog", { name: "Dit kon niet worden geladen" });
      await dialog.waitFor();
      await seen(page, "af-dialoog-niet-geladen");
      await dialog.getByRole("button", { name: "Sluit" }).click();
      await dialog.waitFor({ state: "hidden" });
      await open.click();
      await dialog.waitFor();
      await page.unroute("**/assets/officer-case.*.wasm");
      await again(page);
      await page.getByRole("dialog", { name: /^Dossier \d{4}-\d+ toch bekijken$/ }).waitFor();
    },
    { offline: true },
  ));

// No WebAssembly, half of it, or one that stops: the page says so in plain HTML, with whom to call and what to ask.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, phone, seen } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { on } from "./support/melder.mjs";

let instance;
before(async () => {
  instance = await startInstance({ demo: false });
});
after(() => instance?.stop());

const pages = ["/", "/melden", "/af"];

/** Errors are what these journeys are about, so `end` and not `close`. */
async function during(prepare, play) {
  const browser = await openBrowser({ offline: true });
  try {
    const page = await browser.page(phone);
    await prepare(page);
    await play(page);
  } finally {
    await browser.end();
  }
}

async function says(page, what) {
  const notice = page.locator("#stopped");
  await notice.getByText(what).waitFor({ timeout: 3000 });
  for (const address of ["tel:0740000010", "tel:112"]) await notice.locator(`a[href="${address}"]`).waitFor();
  return notice;
}

const ways = {
  "no WebAssembly": (page) => page.addInitScript(() => delete window.WebAssembly),
  "a module that does not come": (page) => page.route("**/*.wasm", (route) => route.abort()),
  "half a module": (page) =>
    page.route("**/*.wasm", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.body()).subarray(0, 20_000);
      const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
      await route.fulfill({ status: 200, headers, body });
    }),
  "a script that does not come": (page) => page.route("**/assets/*.js", (route) => route.abort()),
};

for (const [what, prepare] of Object.entries(ways)) {
  test(`${what}: every page says whom to call and what to ask`, () =>
    during(prepare, async (page) => {
      for (const address of pages) {
        await page.goto(instance.url + address);
        const notice = await says(page, /werkt nu niet in deze browser/);
        await notice.getByText(/Vraag je ICT-afdeling/).waitFor();
      }
      await seen(page, "gestopt-af");
    }));
}

test("a module that is slow: the page says so, and no longer once it is there", () =>
  during(
    (page) => page.route("**/*.wasm", (route) => setTimeout(() => route.continue(), 5000)),
    async (page) => {
      await page.goto(`${instance.url}/melden`);
      const notice = await says(page, /is er nog niet/);
      await on(page, "Waar gaat het over?");
      await notice.waitFor({ state: "hidden" });
    },
  ));

const crashes = {
  "a panic": () => {
    Node.prototype.cloneNode = () => {
      throw new Error("kapot");
    };
  },
  "a page that can't be drawn": () => {
    Node.prototype.insertBefore = () => {
      throw new Error("kapot");
    };
  },
};
for (const [what, crash] of Object.entries(crashes)) {
  test(`after ${what} the page says so, and what was typed is there when it is loaded again`, () =>
    during(
      () => {},
      async (page) => {
        await page.goto(`${instance.url}/melden/verhaal`);
        await on(page, "Vertel het in je eigen woorden");
        const story = page.getByRole("textbox", { name: "Wat zag of hoorde je?" });
        await story.fill("Een verzonnen ooievaar");
        await page.waitForFunction(() => localStorage.getItem("meldroute.melding"));
        await page.evaluate(crash);
        await page.getByRole("link", { name: "‹ Terug" }).click();
        const notice = await says(page, "Er ging iets mis. Wat je typte, staat nog op dit apparaat.");
        await seen(page, "gestopt-onderweg");
        assert.equal(await page.locator("#app").isVisible(), false, "nothing that looks alive");
        await notice.getByRole("link", { name: "Laad deze pagina opnieuw" }).click();
        await page.goto(`${instance.url}/melden/verhaal`);
        await story.waitFor();
        assert.equal(await story.inputValue(), "Een verzonnen ooievaar");
      },
    ));
}

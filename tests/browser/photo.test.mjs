// A melder adds a photo: drawn again on the device, sealed there, sent in parts, and seen by the AF on a canvas. What
// the camera wrote is gone, the network sees no picture, and a connection that breaks loses nothing and doubles
// nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fleur, setUp } from "./support/accounts.mjs";
import { openBrowser, phone, seen, tablet } from "./support/browser.mjs";
import { startInstance } from "./support/instance.mjs";
import { fillIn, lookUp, receivedCode, secrets, send } from "./support/melder.mjs";
import { logIn, openCase } from "./support/officer.mjs";

const words = "De kanariegele achterdeur";
/** What a camera writes in a photo, in a place of its own (Exif). */
const camera = "Verzonnen camera, 52.0000 6.0000";

/** What Safari writes in a picture of its own making; here in its words and at its place. */
const browserWrote = "Exif van de browser";

let instance, browser;
before(async () => {
  instance = await startInstance({ demo: false, profile: { fotos: true, mailAanMelder: true } });
  browser = await openBrowser({ offline: true });
  await setUp(instance);
});
after(async () => {
  await browser?.end();
  await instance?.stop();
});

test("a photo reaches the AF without what the camera wrote, once, also after a broken connection", async () => {
  const { url } = instance;
  const melder = await browser.page(phone);
  await writesMore(melder);
  await fillIn(melder, url, (step) => step === "over-jou" && saysWhatMailSays(melder));
  await send(melder);
  await melder.getByText("Met de code kun je later ook een foto toevoegen.").waitFor();
  const code = await receivedCode(melder);
  await lookUp(melder, url, code);
  const section = melder.locator("#foto");
  await section.getByRole("heading", { name: "Een foto toevoegen" }).waitFor();
  await section.getByText("Maak nooit stiekem een foto.").waitFor();
  await seen(melder, "melder-foto");

  const go = section.getByRole("button", { name: "Verstuur de foto" });
  const [state, file] = [section.getByRole("status"), section.getByLabel("Kies of maak een foto")];
  await go.click();
  await state.getByText("Kies een foto en schrijf op wat erop staat.").waitFor();
  await file.setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("geen foto") });
  await state.getByText("Deze foto kan hier niet worden geopend.").waitFor();

  const taken = await photo(melder, 3000, 1500);
  assert.ok(taken.includes(camera));
  await file.setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: taken });
  await state.getByText("De foto staat klaar.").waitFor();
  await section.getByRole("img", { name: "De foto die je koos" }).waitFor();
  assert.deepEqual(await size(section.locator("canvas")), [2048, 1024]);
  await section.getByLabel("Wat staat erop?").fill(words);
  await seen(melder, "melder-foto-gekozen");
  await interrupted(melder, go, state);
  const parts = [];
  melder.on("request", (request) => request.url().endsWith("/meldingen/fotos") && parts.push(request.postDataJSON()));
  await go.click();
  await state.getByText("De foto is verstuurd.").waitFor();
  assert.ok(parts.length > 1, `${parts.length} parts`);
  // what goes over the network is one length, but for the last part, and no picture
  assert.equal(new Set(parts.slice(0, -1).map(({ inhoud }) => inhoud.verzegeld.length)).size, 1);
  for (const { inhoud } of parts) {
    const raw = Buffer.from(inhoud.verzegeld, "base64");
    assert.ok(raw.length % 4096 === 48 && !raw.includes("JFIF") && !raw.includes("inhoud"));
  }
  await lookUp(melder, url, code);
  const added = melder.getByText(/^Foto toegevoegd op /);
  await added.first().waitFor();
  assert.equal(await added.count(), 1);

  const af = await browser.page(tablet);
  await logIn(af, url, fleur);
  await openCase(af);
  const card = af.getByRole("heading", { name: "Aanvullingen van de melder" }).locator("..");
  await card.getByText(words).waitFor();
  const answer = af.waitForResponse((response) => response.url().endsWith("/fotos"));
  await card.getByRole("button", { name: "Bekijk de foto" }).click();
  const picture = Buffer.from((await (await answer).json()).inhoud, "base64");
  assert.ok(picture.subarray(0, 2).equals(Buffer.from([0xff, 0xd8])) && ["Exif", camera, browserWrote].every((text) => !picture.includes(text)));
  await card.getByRole("img", { name: `Foto van de melder: ${words}` }).waitFor();
  assert.deepEqual(await size(card.locator("canvas")), [2048, 1024]);
  assert.equal(await card.locator("a[download], img").count(), 0, "nothing that a click saves");
  await looksCloser(af, card);
  await browser.close([...secrets, "kanariegele", code, code.replaceAll(" ", "")]);
});

/** The photo has the whole screen, and its own size for who asks. */
async function looksCloser(af, card) {
  const dialog = card.getByRole("dialog", { name: "Foto van de melder" });
  const width = () => dialog.locator("canvas").evaluate((canvas) => canvas.getBoundingClientRect().width);
  const whole = await width();
  assert.ok(whole > 700 && whole <= tablet.width, `${whole} pixels wide`);
  await seen(af, "af-foto");
  await dialog.getByRole("button", { name: "Toon op ware grootte" }).click();
  assert.equal(await width(), 2048);
  await seen(af, "af-foto-groot");
  await dialog.getByRole("button", { name: "Toon de hele foto" }).click();
  assert.equal(await width(), whole);
  await dialog.getByRole("button", { name: "Sluit" }).click();
  await dialog.waitFor({ state: "hidden" });
  // the same photo, without asking for it again
  await card.getByRole("button", { name: "Bekijk de foto" }).click();
  await dialog.waitFor();
  await af.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
}

/** A browser that writes something in the pictures that it makes, before and behind what a JPEG begins with. */
function writesMore(page) {
  return page.addInitScript((text) => {
    const toBlob = HTMLCanvasElement.prototype.toBlob;
    const segment = (marker) => [0xff, marker, 0, text.length + 2, ...new TextEncoder().encode(text)];
    HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
      toBlob.call(this, async (blob) => {
        const raw = new Uint8Array(await blob.arrayBuffer());
        const parts = [raw.subarray(0, 20), segment(0xe1), segment(0xed), segment(0xfe)].map((part) => Uint8Array.from(part));
        done(new Blob([...parts, raw.subarray(20)], { type: blob.type }));
      }, ...rest);
    };
  }, browserWrote);
}

/** The other thing that only this profile has. */
async function saysWhatMailSays(page) {
  const field = page.getByRole("textbox", { name: /^Je e-mailadres van je werk/ });
  const hint = await field.evaluate((it) => document.getElementById(it.getAttribute("aria-describedby")).textContent);
  assert.match(hint, /Bij nieuws krijg je een e-mail\. Waarover staat er niet in\./);
}

/** The connection breaks after the first part. */
async function interrupted(page, go, state) {
  let count = 0;
  await page.route("**/api/v1/meldingen/fotos", (route) => (++count > 1 ? route.abort() : route.continue()));
  await go.click();
  await state.getByText("De foto is niet verstuurd.").waitFor();
  await page.unroute("**/api/v1/meldingen/fotos");
}

function size(canvas) {
  return canvas.evaluate(({ width, height }) => [width, height]);
}

/** A JPEG as a camera makes it: full of detail, and with what the camera writes. */
async function photo(page, width, height) {
  const made = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      for (let at = 0; at < 3000; at += 1) {
        pen.fillStyle = `hsl(${(at * 37) % 360} 70% 50%)`;
        pen.fillRect((at * 7919) % width, (at * 104729) % height, 90, 60);
      }
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.95));
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    [width, height],
  );
  const written = Buffer.from(`Exif\0\0${camera}`);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(written.length + 2);
  const jpeg = Buffer.from(made);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, written, jpeg.subarray(2)]);
}

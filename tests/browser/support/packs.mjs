// What goes to a receiver and to the register, as an AF makes it on screen.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { seen } from "./browser.mjs";
import { adminBinary } from "./instance.mjs";
import { told } from "./melder.mjs";

/** What may go there is chosen and read; what goes is what stands on the paper, and it names no melder. */
export async function packs(af) {
  const list = af.getByRole("heading", { name: "Vervolgstappen" }).locator("..").getByRole("list");
  await list.getByRole("link", { name: "Maak het stuk voor RIEC (ondermijning)" }).click();
  await af.getByRole("heading", { level: 1, name: /^RIEC \(ondermijning\) · / }).waitFor();
  const [choice, paper] = ["Wat mag mee?", "Het stuk"].map((name) => af.getByRole("region", { name }));
  const tick = (name) => choice.getByRole("checkbox", { name, exact: true });
  await tick("Waar het op lijkt").waitFor();
  assert.deepEqual([await tick("Waar het op lijkt").isChecked(), await tick("Wat er gezien is").isChecked()], [true, false]);
  assert.equal(await tick("Hoe veilig het is").count(), 0);
  await choice.getByText(/^Dit blijft hier/).click();
  await choice.getByText("Hoe veilig het is: mag daar niet heen: veiligheid en gezin").waitFor();
  await seen(af, "af-stuk-kiezen");
  await tick("Waar").check();
  await choice.getByRole("button", { name: "Maak het stuk" }).click();
  for (const text of [told.place, "accountmanager", "Aandachtsfunctionaris mensenhandel"]) await paper.getByText(text).waitFor();
  await seen(af, "af-stuk");
  // what was not kept goes nowhere: not on paper either
  await af.emulateMedia({ media: "print" });
  assert.equal(await paper.getByText(told.place).isVisible(), false);
  await af.emulateMedia({ media: "screen" });
  await paper.getByRole("button", { name: "Leg dit vast" }).click();
  await paper.getByText(/^Vastgelegd op /).waitFor();
  const heading = paper.getByRole("heading", { name: "Het stuk" });
  assert.ok(await heading.evaluate((element) => element === document.activeElement), "the button that had the focus is gone");
  await seen(af, "af-stuk-vastgelegd");
  const saved = await file(af, paper.getByRole("button", { name: "Bewaar als JSON" }));
  const print = createHash("sha256").update(saved).digest("hex").slice(0, 32);
  await paper.getByText(print).waitFor();
  assert.ok(JSON.parse(saved).onderdelen.some((one) => one.inhoud.tekst === told.place), "the file is what was read");
  const pages = await file(af, paper.getByRole("button", { name: "Bewaar als PDF" }));
  assert.equal(pages.subarray(0, 5).toString(), "%PDF-");
  await paper.getByRole("status").filter({ hasText: "Het bestand staat nu op dit apparaat." }).waitFor();
  await seen(af, "af-stuk-bewaard");
  await af.emulateMedia({ media: "print" });
  assert.equal(await choice.isVisible(), false);
  const printed = await af.locator("main").innerText();
  assert.ok(printed.includes(told.place) && ![told.name, told.story, "Fleur"].some((text) => printed.includes(text)), printed.length);
  await af.emulateMedia({ media: "screen" });
  // what was kept is not taken for another choice
  await tick("Wat er gezien is").check();
  await paper.getByText(/^Kies wat mee mag en maak het stuk\./).waitFor();
  assert.equal(await paper.getByText(told.place).count(), 0);
  await choice.getByRole("button", { name: "Maak het stuk" }).click();
  await paper.getByText("Lees het na. Dit gaat, en niets anders.").waitFor();
  await tick("Wat er gezien is").uncheck();
  await paper.getByText(/^Kies wat mee mag en maak het stuk\./).waitFor();
  await af.getByRole("region", { name: "Wat al is vastgelegd" }).getByRole("button", { name: /^Bekijk: RIEC/ }).click();
  await paper.getByText(print).waitFor();
  await af.getByRole("link", { name: "‹ Dossier" }).click();
  await af.getByRole("heading", { name: "Nu: koppel terug aan de melder" }).waitFor();
  await list.getByText(/^Stuk vastgelegd op /).waitFor();
}

/** What was kept, to take along to a table with what was kept of other cases. */
export async function agenda(af, url) {
  await af.goto(`${url}/af/stukken`);
  await af.getByRole("heading", { level: 1, name: "Stukken voor een overleg" }).waitFor();
  const tick = af.getByRole("checkbox", { name: /^Dossier / });
  await tick.waitFor();
  await af.getByText("Kies wat je meeneemt.").waitFor();
  await tick.check();
  await af.getByRole("textbox", { name: /^Welk overleg/ }).fill("Verzonnen overleg van 12 maart");
  await seen(af, "af-stukken-overleg");
  const pages = await file(af, af.getByRole("button", { name: "Bewaar als PDF" }));
  assert.equal(pages.subarray(0, 5).toString(), "%PDF-");
  await tick.uncheck();
  await af.getByText("Kies wat je meeneemt.").waitFor();
  assert.equal(await af.getByRole("button", { name: "Bewaar als PDF" }).isVisible(), false);
  await af.goBack();
  await af.getByRole("heading", { name: "Nu: koppel terug aan de melder" }).waitFor();
}

/** The package for the register, as the administrator's command looks it over. */
export async function register(af) {
  const card = af.getByRole("heading", { name: "Voor het register" }).locator("..");
  const saved = await file(af, card.getByRole("button", { name: "Bewaar het pakket" }));
  await card.getByRole("status").filter({ hasText: "Het bestand staat nu op dit apparaat." }).waitFor();
  const folder = mkdtempSync(path.join(tmpdir(), "meldroute-pakket-"));
  const place = path.join(folder, "overdracht.zip");
  await writeFile(place, saved);
  const said = execFileSync(adminBinary, ["overdracht", place], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.match(said, /^Het pakket is in orde: dossier /);
}

/** The content of the file that a press keeps. */
async function file(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await download.path());
}

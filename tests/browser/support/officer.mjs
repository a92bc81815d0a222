// An AF's actions on a tablet. Controls are found by the text on the screen.
import { code } from "./factor.mjs";
import { on } from "./melder.mjs";

export async function logIn(page, url, account, arrived = /^Vandaag, /) {
  await page.goto(`${url}/af`);
  await on(page, "Inloggen");
  await enter(page, account);
  await page.getByRole("heading", { level: 1, name: arrived }).waitFor();
}

/** Fills in the log-in that is shown. */
export async function enter(page, account) {
  await page.getByRole("textbox", { name: "Inlognaam" }).fill(account.inlognaam);
  await page.getByLabel("Wachtwoord").fill(account.wachtwoord);
  await page.getByLabel("Code uit je app").fill(await code(account));
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

/** Opens the only case on the worklist. */
export async function openCase(page) {
  await page.getByRole("listitem").getByRole("link", { name: /, dossier / }).click();
  await page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
}

/** The acts that have a page instead of a dialog, and the end of its path. */
const pages = new Map([
  ["Contact vastleggen", "/gesprek"],
  ["Meldingsformulier invullen", "/gesprek"],
  ["Besluit vastleggen", "/besluit"],
]);
const ends = (page, end) => new URL(page.url()).pathname.endsWith(end);
const onPageOfAct = (page) => [...pages.values()].some((end) => ends(page, end));

/** Back from the page of an act to the dossier. */
export async function leavePage(page) {
  await page.getByRole("link", { name: "‹ Dossier" }).click();
  await page.getByRole("heading", { level: 1, name: /^\d{4}-\d+ · / }).waitFor();
}

/** Opens the dialog of a command with its button, or the page. */
export async function ask(page, button, title) {
  const end = pages.get(button);
  const there = end !== undefined && ends(page, end);
  if (!there && onPageOfAct(page)) await leavePage(page);
  const named = new RegExp(`^${button}( \\(begonnen\\))?$`);
  if (!there) await page.getByRole("button", { name: named }).click();
  const role = end === undefined ? "dialog" : "region";
  const dialog = page.getByRole(role, { name: title, exact: true });
  await dialog.waitFor();
  return dialog;
}

/** Sends the dialog or the page of an act, and waits until it is said to be kept. */
export async function keep(page, dialog, button, said) {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("status").filter({ hasText: said }).waitFor();
  if (!ends(page, "/gesprek")) await dialog.waitFor({ state: "hidden" });
}

/** Another AF logs in, opens the only case there, and agrees to what a colleague proposed. */
export async function agree(page, url, account) {
  await logIn(page, url, account);
  await openCase(page);
  const dialog = await ask(page, "Akkoord geven", "Akkoord geven");
  await dialog.getByRole("button", { name: "Ik ga akkoord" }).click();
  await page.getByRole("heading", { level: 1, name: /^Vandaag, / }).waitFor();
}

/** Who else was at the werkoverleg, in the dialog of its decision. */
export const wasThere = (dialog, name) =>
  dialog.getByRole("group", { name: "Welke aandachtsfunctionarissen waren erbij?" }).getByRole("checkbox", { name }).check();

/** One of several answers in a dialog. */
export const pick = (dialog, question, answer) =>
  dialog.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();

/** The first day from then on that is worked: not in a weekend, and not on a feast near the turn of the year. */
export function workday(later) {
  const text = day(later);
  const weekend = [0, 6].includes(new Date(`${text}T12:00:00Z`).getUTCDay());
  const feast = /-(01-01|04-2[67]|05-05|12-2[56])$/.test(text);
  return weekend || feast ? workday(later + 1) : text;
}

/** `YYYY-MM-DD`, some days from today in the Netherlands. */
export function day(later) {
  const at = new Date(Date.now() + later * 24 * 3600 * 1000);
  return at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}

/** Unfolds a part of the settings; its form. */
export async function unfold(page, name) {
  await page.locator("summary").filter({ has: page.getByRole("heading", { name, exact: true }) }).click();
  return page.getByRole("form", { name, exact: true });
}

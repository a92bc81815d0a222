// Sealed reports on their way out. A report is put here before it is sent, and stays until the server has it: whatever
// dies in between, it goes out with the same key, which the server takes once. Nobody can read it on this device: it is
// sealed to the gemeente, and its key is kept under one that no script can read out.
//
// For the page (`queue.js`) and for the service worker (`dienst.js`), which has no page to draw on. An entry in the
// database is `{ id, at, state, key, iv, secret }`, and `body` as long as it may have to be sent; `at` is when it came:
// - `busy`: the app is sending it, and holds its lock. Without that lock the app died: then it waits.
// - `waits`: it was not taken yet; not before `after`, when the server said so.
// - `sent`: the receipt is in `secret`, until the melder has put it away. One that went at once was shown at once: it
//   stays for a while only (`until`), for who was interrupted.
// - `refused`: the server does not take it, until the melder has read that, or tries again.
import { all, alone, NAME, opened, put, remove, sealed } from "./kept.js";
import { post } from "./post.js";
import { made, numbers, told } from "./told.js";
import { shared } from "./vault.js";
import { work } from "./work.js";

const DRAFT = "meldroute.melding";
const [RECEIPT, SHOWN] = ["meldroute.ontvangst", "meldroute.getoond"];
const MINUTE = 60_000;
/** For so long after a report was put here, its draft may still be on its way to the device. */
const MOMENT = 1000;
/** From half a minute on it waits twice as long each time, up to this. */
const LONGEST = 15 * MINUTE;
/** For so long the receipt of a report that went at once is here, if it was not put away. */
const WHILE = 15 * MINUTE;
/** A server that says to wait longer than this is not believed. */
const BELIEVED = 60 * MINUTE;

/** Other tabs draw again when something changed. */
const channel = new BroadcastChannel(NAME);
/** Of this page: it was queued here, so the receipt may be shown here unasked. */
const mine = new Set();
let [held, release, pause, timer, begun, drawn] = [null, null, MINUTE / 2, 0, false, ""];

/**
 * The draft of a report that was put here at that moment; what was typed later is another one. Without its key the rest
 * of it is worthless, also where a browser writes its removal later.
 */
async function forgetDraft(at = Infinity) {
  const area = shared();
  if (parseInt(area.getItem(DRAFT), 10) > at + MOMENT) return;
  area.removeItem(DRAFT);
  // another tab may have its own draft under the same key
  if (area === sessionStorage) return;
  await new Promise((done) => {
    const request = indexedDB.deleteDatabase(DRAFT);
    // one that is in use for a moment goes right after it
    request.onsuccess = request.onerror = request.onblocked = done;
  });
}

async function send(entry) {
  if (entry?.state !== "waits") return;
  const { id, body } = entry;
  // what cannot be opened any more is never sent: its melder has to know
  const { key, first } = await opened(entry).catch(() => ({}));
  let answer = key ? await post(body, key) : { refused: true };
  // a service worker cannot compute beside itself: a page will
  if (answer.price && globalThis.Worker) {
    const { opgave, delen, nullen } = answer.price;
    const done = await work(opgave, delen, nullen);
    if (done) answer = await post(body, key, done);
  }
  const { receipt, refused, after = 0 } = answer;
  if (receipt) await put({ id, state: "sent", ...(await sealed({ receipt, first })) });
  else if (refused) await put({ ...entry, state: "refused" });
  else await put({ ...entry, after });
  channel.postMessage(id);
}

const due = ({ after = 0 }) => after <= Date.now() || after > Date.now() + BELIEVED;

/** Tries each that waits. Gives whether one is still here that has to go out. */
async function attempt() {
  for (const entry of await all()) {
    if (entry.state === "waits" && due(entry)) await alone(entry.id, send);
  }
  return (await all()).some(({ state }) => state === "waits" || state === "busy");
}

/**
 * What a page was sending that is no longer there, waits from now on. A draft of it is left where a page stopped between
 * two writes: it goes, because it must not go out twice. A receipt that was here long enough goes as well.
 */
async function adopt() {
  const orphan = async (entry) => {
    const left = entry?.until - Date.now();
    // over, or the clock was put back
    if (left < 0 || left > WHILE) await remove(entry.id);
    if (entry?.state !== "busy" && entry?.state !== "waits") return;
    await forgetDraft(entry.at);
    if (entry.state === "busy") await put({ ...entry, state: "waits" });
  };
  for (const { id } of await all()) await alone(id, orphan);
}

/** Tries now, and again and again as long as one waits. */
async function loop() {
  clearTimeout(timer);
  await adopt();
  const waits = await attempt();
  await draw();
  if (waits) plan();
}

function plan() {
  clearTimeout(timer);
  timer = setTimeout(loop, pause);
  pause = Math.min(pause * 2, LONGEST);
}

/** Something changed for the better. */
function again() {
  pause = MINUTE / 2;
  loop();
}

function listen() {
  if (begun) return;
  begun = true;
  channel.onmessage = draw;
  addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.hidden || again());
}

/**
 * A page begins. Answers before anything is sent: then no draft is left that is in here, unless another page is sending
 * it just now. Gives whether a draft may be offered.
 */
async function begin() {
  await adopt();
  listen();
  await draw();
  const sending = (await all()).some(({ state }) => state === "busy");
  loop();
  return !sending;
}

/** Before the app sends. `first`: calling comes before anything else. */
async function hold(key, body, first) {
  const id = crypto.randomUUID();
  await new Promise((got, not) => {
    const holding = new Promise((done) => (release = done));
    navigator.locks.request(NAME + id, () => (got(), holding)).catch(not);
  });
  try {
    held = { id, at: Date.now(), state: "busy", body, ...(await sealed({ key, first })) };
    await put(held);
    return true;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * After the app tried: the server has it (0, with its receipt as JSON), there is no network (1), it was refused (2), or
 * not now (3).
 */
async function settle(how, receipt) {
  try {
    // the receipt that comes now is another one
    sessionStorage.removeItem(SHOWN);
    if (how === 0) {
      const { first } = await opened(held);
      const inside = await sealed({ receipt: JSON.parse(receipt), first });
      await put({ id: held.id, state: "sent", until: Date.now() + WHILE, ...inside });
      sessionStorage.setItem(SHOWN, held.id);
      await forgetDraft();
    } else if (how % 2) {
      await put({ ...held, state: "waits", after: how > 1 ? Date.now() + pause : 0 });
      await forgetDraft();
      mine.add(held.id);
      listen();
      await draw();
      plan();
      lasting();
    } else await remove(held.id);
    return true;
  } finally {
    release();
  }
}

/** Where a browser can: not thrown away when the disk is full, and sent also when no page is open. */
async function lasting() {
  navigator.storage?.persist?.().catch(() => {});
  const worker = await navigator.serviceWorker?.ready;
  await worker?.sync?.register("wacht").catch(() => {});
}

/** The melder has put the receipt away. */
async function seen() {
  const id = sessionStorage.getItem(SHOWN);
  sessionStorage.removeItem(SHOWN);
  if (id) await drop(id);
}

async function drop(id) {
  const place = document.getElementById("wachtrij");
  const focused = place?.contains(document.activeElement);
  await remove(id);
  channel.postMessage(id);
  await draw();
  if (focused && !place.isConnected) document.querySelector("h1")?.focus();
}

async function retry(entry) {
  await put({ ...entry, state: "waits", after: 0 });
  mine.add(entry.id);
  again();
}

function show(id, receipt, first) {
  // only that it cannot wait was kept, and not why
  const kept = { receipt, call_veilig_thuis: false, alarms: first ? ["leeftijd-onbekend"] : [] };
  sessionStorage.setItem(RECEIPT, JSON.stringify(kept));
  sessionStorage.setItem(SHOWN, id);
  location.assign("/melden/ontvangen");
}

/** Says on the page what waits, was sent or was refused. */
async function draw() {
  const entries = (await all()).filter(({ state }) => state !== "busy");
  const waiting = entries.filter(({ state }) => state === "waits");
  const now = [location.pathname, ...entries.map(({ id, state }) => id + state)].join();
  // nothing new: whoever is in it stays where they are
  if (now === drawn && document.getElementById("wachtrij")) return;
  drawn = now;
  const parts = [];
  let urgent = false;
  for (const entry of entries) {
    const inside = await opened(entry).catch(() => ({}));
    if (entry.state === "sent" && mine.delete(entry.id) && location.pathname === "/") {
      return show(entry.id, inside.receipt, inside.first);
    }
    urgent ||= inside.first;
    // it stands below
    if (location.pathname === "/melden/ontvangen" && sessionStorage.getItem(SHOWN) === entry.id) continue;
    // those that wait are told together
    if (waiting.includes(entry) && entry !== waiting[0]) continue;
    const [{ id, state }, count] = [entry, waiting.length];
    const acts = { count, show: (...receipt) => show(id, ...receipt), drop: () => drop(id), retry: () => retry(entry) };
    parts.push(...told[state](inside, acts));
  }
  const place = document.getElementById("wachtrij");
  if (urgent) parts.unshift(...numbers());
  if (!parts.length) return place?.remove();
  const section = place ?? made("section", { id: "wachtrij", className: "column notice wait stack", tabIndex: -1 });
  section.setAttribute("aria-label", "Je melding");
  section.setAttribute("role", "status");
  section.replaceChildren(...parts);
  if (!place) document.getElementById("main").prepend(section);
}

globalThis.wachtrij = { attempt, begin, hold, seen, settle };

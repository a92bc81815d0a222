// Reports that wait to be sent: `wachtrij.js` has them. It is fetched at once when there are some, and otherwise after
// the form: it has to be there when the network goes.

const [NAME, STORE] = ["meldroute.wachtrij", "wacht"];
/** How long its script may take; without it a report is sent as it is. */
const PATIENCE = 5000;
/** The page's own requests go first. */
const LATER = 1500;

/** Not longer than it may take; then as if it went wrong. */
const soon = (promise) => Promise.race([promise, new Promise((_, no) => setTimeout(no, PATIENCE))]);

/** Whether something is there. Makes no database where there is none. */
function some() {
  return new Promise((done) => {
    const opening = indexedDB.open(NAME);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done(false);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(STORE)) return done(false);
      const count = database.transaction(STORE).objectStore(STORE).count();
      count.onsuccess = count.onerror = () => {
        database.close();
        done(count.result > 0);
      };
    };
  });
}

/** The script. */
const queue = () => import("/wachtrij.js").then(() => globalThis.wachtrij);

/**
 * Goes on with what waits, before a draft is opened. Gives whether a draft may be offered: not one that may be in there.
 * Later it fetches what a page without a network needs.
 */
export async function begin() {
  setTimeout(() => {
    queue().catch(() => {});
    navigator.serviceWorker?.register("/dienst.js").catch(() => {});
  }, LATER);
  // a browser that keeps nothing, or does not say so
  if (!(await soon(some()).catch(() => false))) return true;
  // also when it comes too late for the draft
  const begun = queue().then((script) => script.begin());
  return soon(begun).catch(() => false);
}

/** Keeps a sealed report until it was sent; false where this browser cannot. */
export async function hold(key, body, first) {
  try {
    return await (await soon(queue())).hold(key, body, first);
  } catch {
    return false;
  }
}

/** The server has it (0, and its receipt), there is no network (1), it was refused (2), or not now (3). Gives whether that
 *  was kept. */
export async function settle(how, receipt) {
  try {
    return await globalThis.wachtrij.settle(how, receipt);
  } catch {
    return false;
  }
}

/** The melder has put a receipt away. */
export function seen() {
  globalThis.wachtrij?.seen();
}

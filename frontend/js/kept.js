// What is kept of a report that waits (`wachtrij.js`): in the database, and sealed where only this browser can open it.

export const NAME = "meldroute.wachtrij";
const STORE = "wacht";
const AES = "AES-GCM";

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One act on what is stored. It is on the disk when this answers. */
async function stored(mode, act) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
  const database = await asked(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = act(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

export const all = () => stored("readonly", (store) => store.getAll());
const read = (id) => stored("readonly", (store) => store.get(id));
export const put = (entry) => stored("readwrite", (store) => store.put(entry));
export const remove = (id) => stored("readwrite", (store) => store.delete(id));

/** Each time under a new key that only this browser has. */
export async function sealed(value) {
  const key = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { key, iv, secret: await crypto.subtle.encrypt({ name: AES, iv }, key, text) };
}

export async function opened({ key, iv, secret }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: AES, iv }, key, secret)));
}

/** Acts on an entry, unless another tab or the service worker is at it. */
export function alone(id, act) {
  return navigator.locks.request(NAME + id, { ifAvailable: true }, async (lock) => lock && act(await read(id)));
}

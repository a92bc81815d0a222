// What somebody typed, kept in this browser: sealed (AES-GCM, 256 bits) under a key that the browser keeps in IndexedDB
// and that no script can read out. So nothing readable gets onto the disk, and without its key the rest is worthless.
//
// WebCrypto answers later, and a page that is being left has no later. So every change is sealed at once, and `write`
// only puts what is ready into the storage. There it is `MILLISECONDS.BASE64`: `start.js` reads the first part, and
// removes what is too old on every page of this address.

const KEY = "sleutel";
/** Set on a device that others use as well: then what is typed stays in its tab. */
const OTHERS = "meldroute.gedeeld";
const CIPHER = { name: "AES-GCM", length: 256 };

/** Where what every tab may see is kept, which is this tab where others use the device. */
export const shared = () => (localStorage.getItem(OTHERS) ? sessionStorage : localStorage);

/** What was kept in this storage, or undefined. An older version kept it unsealed; that begins with a brace and is given
 *  as it is. */
export async function open(area, name) {
  const kept = area?.getItem(name);
  if (!kept || kept.startsWith("{")) return kept ?? undefined;
  try {
    const [iv, sealed] = parts(kept.slice(kept.indexOf(".") + 1));
    return new TextDecoder().decode(await crypto.subtle.decrypt({ ...CIPHER, iv }, await found(name), sealed));
  } catch {
    // its key is gone, and with it the text
    forget(area, name);
    return undefined;
  }
}

/** Removes text and key. Where each tab has its own text, another one may need the key: then it stays. */
export function forget(area, name, { keepKey = false } = {}) {
  area?.removeItem(name);
  if (!keepKey) globalThis.indexedDB?.deleteDatabase(name);
}

/** One text under one name. */
export class Vault {
  #name;
  #all;
  /** Sealed, and not in the storage yet. */
  #ready = null;
  /** To be sealed next. */
  #waiting = null;
  #busy = false;
  /** How many texts were given. */
  #count = 0;
  /** The number of the text that goes into the storage as soon as it is ready; 0 for none. */
  #wanted = 0;
  /** Counts how often all was forgotten: what was being sealed then, is forgotten too. */
  #round = 0;

  /** `all`: kept for every tab of this browser; otherwise for this tab, also after a reload. */
  constructor(name, all) {
    this.#name = name;
    this.#all = all;
    // the one box that is about this device and not about the report
    if (all) addEventListener("change", ({ target }) => target.id === "anderen" && this.#stay(target.checked));
  }

  /** Another tab may have said that others use the device, so it is looked up every time. */
  get #area() {
    try {
      return this.#all ? shared() : sessionStorage;
    } catch {
      // a browser that keeps nothing: the text lives as long as the page
      return null;
    }
  }

  open() {
    return open(this.#area, this.#name);
  }

  /** Whether others use this device as well. */
  get others() {
    const area = this.#area;
    return area !== null && area !== window.localStorage;
  }

  /** Others use this device as well, or not: it is said for the whole browser. What is here goes along. */
  #stay(some) {
    const from = this.#area;
    try {
      const kept = from.getItem(this.#name);
      from.removeItem(this.#name);
      if (some) localStorage.setItem(OTHERS, "ja");
      else localStorage.removeItem(OTHERS);
      if (kept) this.#area.setItem(this.#name, kept);
    } catch {
      // full or refused: the next change is kept where it belongs, or lives as long as the page
    }
  }

  /** Seals a text for the next `write`. */
  seal(text) {
    this.#waiting = text;
    this.#count += 1;
    if (!this.#busy) void this.#sealAll();
  }

  /** Puts the last text into the storage, as soon as it is sealed. */
  write() {
    if (this.#busy) this.#wanted = this.#count;
    else this.#put();
  }

  /** The same where there may be no time for that: what is ready is put there first. */
  writeNow() {
    this.#put();
    if (this.#busy) this.#wanted = this.#count;
  }

  forget() {
    this.#round += 1;
    this.#ready = this.#waiting = null;
    this.#wanted = 0;
    forget(this.#area, this.#name, { keepKey: this.#all && this.others });
  }

  async #sealAll() {
    this.#busy = true;
    while (this.#waiting !== null) {
      const [text, round, number] = [this.#waiting, this.#round, this.#count];
      this.#waiting = null;
      const sealed = await this.#sealed(text).catch(() => null);
      if (round === this.#round && sealed) this.#ready = sealed;
      // what was typed after the wish to write waits for the next one
      if (this.#wanted > 0 && number >= this.#wanted) {
        this.#wanted = 0;
        this.#put();
      }
    }
    this.#busy = false;
  }

  async #sealed(text) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = (await found(this.#name)) ?? (await made(this.#name));
    const sealed = await crypto.subtle.encrypt({ ...CIPHER, iv }, key, new TextEncoder().encode(text));
    return `${Date.now()}.${base64(iv)}${base64(new Uint8Array(sealed))}`;
  }

  #put() {
    if (this.#ready === null) return;
    try {
      this.#area?.setItem(this.#name, this.#ready);
    } catch {
      // full or refused: the text lives as long as the page
    }
    this.#ready = null;
  }
}

/** The key that this browser has; another tab may have made or removed it, so it is looked up every time. */
const found = (name) => keys(name, "readonly", (store) => store.get(KEY));

/** A new key, unless another tab was first. */
async function made(name) {
  const key = await crypto.subtle.generateKey(CIPHER, false, ["encrypt", "decrypt"]);
  await keys(name, "readwrite", (store) => store.add(key, KEY)).catch(() => null);
  return found(name);
}

/** Opened for one act only: an open database would be in the way of another tab that removes it. */
async function keys(name, mode, act) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(KEY);
  const database = await asked(request);
  try {
    return await asked(act(database.transaction(KEY, mode).objectStore(KEY)));
  } finally {
    database.close();
  }
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

/** Sixteen letters for the twelve bytes of the nonce, then the rest. */
function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function parts(text) {
  const bytes = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return [bytes(text.slice(0, 16)), bytes(text.slice(16))];
}

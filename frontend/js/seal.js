// Seals a report before it leaves the device (HPKE, RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, in
// base mode), with what WebCrypto has. `api/kit/src/store/seal/device.rs` opens it, and says why it is this suite.
// `tests/browser/seal.test.mjs` compares the two, and this with the vectors of the RFC.

const INFO = "meldroute/2 device 0020 0001 0002";
/** Spaces up to a multiple of this: the length tells little. Longer than so many of them is not sealed. */
const [STEP, MOST] = [4096, 10];
const AES = "AES-GCM";
/** An empty salt (RFC 5869). */
const NONE = new Uint8Array(32);

/**
 * The body of a sealed report; undefined where this browser cannot make it, or where the key is not that of its id. It
 * is bound to the place of the melder's status, which follows from the secret.
 */
export async function seal(json, id, key, gemeente, secret, at = place(secret)) {
  try {
    const to = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", to));
    const text = bytes(json);
    const length = Math.ceil(text.length / STEP) * STEP;
    if (hex(digest.slice(0, 16)) !== id || length > STEP * MOST) return undefined;
    const padded = new Uint8Array(length).fill(32);
    padded.set(text);
    const bound = join(...[id, gemeente, await at].flatMap((part) => [size(part), bytes(part)]));
    const pair = await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
    let letters = "";
    for (const byte of await hpke(pair, to, bytes(INFO), bound, padded)) letters += String.fromCharCode(byte);
    return JSON.stringify({ sleutel: id, verzegeld: btoa(letters) });
  } catch {
    // no X25519 here
    return undefined;
  }
}

/** What travels of the key pair, and what is sealed. */
export async function hpke(pair, to, info, bound, text) {
  const { subtle } = crypto;
  const own = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  const theirs = await subtle.importKey("raw", to, "X25519", false, []);
  const common = new Uint8Array(await subtle.deriveBits({ name: "X25519", public: theirs }, pair.privateKey, 256));
  const kem = join(bytes("KEM"), [0, 32]);
  const both = await expand(kem, await extract(kem, NONE, "eae_prk", common), "shared_secret", join(own, to), 32);
  const suite = join(bytes("HPKE"), [0, 32, 0, 1, 0, 2]);
  const nobody = await extract(suite, NONE, "psk_id_hash", []);
  const context = join([0], nobody, await extract(suite, NONE, "info_hash", info));
  const secret = await extract(suite, both, "secret", []);
  const key = await subtle.importKey("raw", await expand(suite, secret, "key", context, 32), AES, false, ["encrypt"]);
  const iv = await expand(suite, secret, "base_nonce", context, 12);
  return join(own, new Uint8Array(await subtle.encrypt({ name: AES, iv, additionalData: bound }, key, text)));
}

/** Where the melder's status is, as `api/kit/src/inbox/secret.rs` derives it: by way of the receipt code. */
export async function place(secret) {
  const raw = Uint8Array.from(secret.match(/../g), (pair) => parseInt(pair, 16));
  const bits = Array.from(await derive(raw, "receipt code"), (byte) => byte.toString(2).padStart(8, "0")).join("");
  const values = bits.slice(0, 85).match(/.{5}/g);
  const code = values.map((value) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[parseInt(value, 2)]).join("");
  return placeOf(code);
}

/** The same for who has the code: its first 17 signs, without what stands between them. */
export async function placeOf(code) {
  return hex(await derive(bytes(code), "place of a status"));
}

/** `kit::derive`: HKDF with SHA-256 (RFC 5869), of 16 bytes. */
async function derive(root, purpose) {
  return (await hmac(await hmac(bytes("meldroute/2"), root), join(bytes(purpose), [1]))).slice(0, 16);
}

function extract(suite, salt, label, value) {
  return hmac(salt, join(bytes("HPKE-v1"), suite, bytes(label), value));
}

async function expand(suite, secret, label, info, length) {
  return (await hmac(secret, join([0, length], bytes("HPKE-v1"), suite, bytes(label), info, [1]))).slice(0, length);
}

async function hmac(key, data) {
  const way = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, way, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign(way, imported, data));
}

/** Four bytes, the highest first. */
function size(part) {
  return [0, 0, part.length >> 8, part.length & 255];
}

function bytes(text) {
  return new TextEncoder().encode(text);
}

function join(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function hex(raw) {
  return Array.from(raw, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The seal of the device, in the script that a browser gets: the vector of RFC 9180, and reports that this script and
// the server sealed for each other (`api/kit/src/store/seal/tests/on_device.json`). No browser is needed for it: Node
// has the same WebCrypto.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const { subtle } = globalThis.crypto;
const source = await readFile(new URL("../../frontend/js/seal.js", import.meta.url), "utf8");
const { hpke, place, seal } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const frozen = new URL("../../api/kit/src/store/seal/tests/on_device.json", import.meta.url);
const held = JSON.parse(await readFile(frozen, "utf8"));

/** A key pair on X25519 from its secret half (RFC 8410). */
async function pairOf(secret, uses = ["deriveBits"]) {
  const der = Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), secret]);
  const privateKey = await subtle.importKey("pkcs8", der, "X25519", true, uses);
  const { x } = await subtle.exportKey("jwk", privateKey);
  const publicKey = await subtle.importKey("raw", Buffer.from(x, "base64url"), "X25519", true, []);
  return { privateKey, publicKey };
}

// RFC 9180: the authors' file, mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002, the first message
const vector = {
  sender: "179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11",
  receiver: "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
  encapped: "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256",
  sealed: "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
};

test("the vector of the RFC comes out", async () => {
  const bytes = (text) => new TextEncoder().encode(text);
  const receiver = new Uint8Array(Buffer.from(vector.receiver, "hex"));
  const pair = await pairOf(Buffer.from(vector.sender, "hex"));
  const [info, bound] = [bytes("Ode on a Grecian Urn"), bytes("Count-0")];
  const made = await hpke(pair, receiver, info, bound, bytes("Beauty is truth, truth beauty"));
  assert.equal(Buffer.from(made).toString("hex"), vector.encapped + vector.sealed);
});

test("the place of the status is the server's", async () => {
  assert.equal(await place(held.secret), held.status);
});

test("what is sealed opens again, and twice the same text is never the same", async () => {
  const made = [await sealed(), await sealed()];
  for (const body of made) {
    assert.deepEqual(Object.keys(body), ["sleutel", "verzegeld"]);
    assert.equal(body.sleutel, held.id);
    assert.equal(await opened(body.verzegeld), held.text);
  }
  assert.notEqual(made[0].verzegeld, made[1].verzegeld);
});

test("what the server sealed, and what this script sealed before, opens", async () => {
  for (const kept of [held.server, held.browser]) assert.equal(await opened(kept), held.text);
});

test("lengths come in steps, and what is too long is not sealed", async () => {
  const length = async (text) => Buffer.from((await sealed(text)).verzegeld, "base64").length;
  assert.equal(await length("a"), 48 + 4096);
  assert.equal(await length("a".repeat(4096)), 48 + 4096);
  assert.equal(await length("a".repeat(4097)), 48 + 2 * 4096);
  assert.equal(await length("a".repeat(40_960)), 48 + 40_960);
  assert.equal(await seal("a".repeat(40_961), held.id, held.key, held.gemeente, held.secret), undefined);
});

test("a key that is not the one of its id, or no key, seals nothing", async () => {
  const other = `${held.id.startsWith("0") ? "1" : "0"}${held.id.slice(1)}`;
  for (const [id, key] of [[other, held.key], [held.id, btoa("x".repeat(32))], [held.id, "é"], [held.id, ""]]) {
    assert.equal(await seal(held.text, id, key, held.gemeente, held.secret), undefined);
  }
});

test("a browser without X25519 seals nothing, and says so by giving nothing", async (t) => {
  t.mock.method(subtle, "generateKey", () => Promise.reject(new DOMException("", "NotSupportedError")));
  assert.equal(await seal(held.text, held.id, held.key, held.gemeente, held.secret), undefined);
});

async function sealed(text = held.text) {
  return JSON.parse(await seal(text, held.id, held.key, held.gemeente, held.secret));
}

/** Opens a report with Node's own HKDF, as `review` does with the secret half of the key. */
async function opened(letters) {
  const raw = Buffer.from(letters, "base64");
  const [encapped, rest] = [raw.subarray(0, 32), raw.subarray(32)];
  const { privateKey } = await pairOf(Buffer.from(held.opens, "hex"));
  const sender = await subtle.importKey("raw", encapped, "X25519", false, []);
  const common = Buffer.from(await subtle.deriveBits({ name: "X25519", public: sender }, privateKey, 256));
  const { createHmac } = await import("node:crypto");
  const mac = (key, ...parts) => createHmac("sha256", key).update(Buffer.concat(parts)).digest();
  const labels = (suite) => ({
    extract: (salt, label, value) => mac(salt, Buffer.from("HPKE-v1"), suite, Buffer.from(label), value),
    expand: (secret, label, info, length) => {
      const head = Buffer.from([0, length]);
      const last = Buffer.from([1]);
      return mac(secret, head, Buffer.from("HPKE-v1"), suite, Buffer.from(label), info, last).subarray(0, length);
    },
  });
  const none = Buffer.alloc(0);
  const kem = labels(Buffer.from("4b454d0020", "hex"));
  const own = Buffer.from(held.key, "base64");
  const both = kem.expand(kem.extract(none, "eae_prk", common), "shared_secret", Buffer.concat([encapped, own]), 32);
  const suite = labels(Buffer.from("48504b45002000010002", "hex"));
  const info = suite.extract(none, "info_hash", Buffer.from("meldroute/2 device 0020 0001 0002"));
  const context = Buffer.concat([Buffer.from([0]), suite.extract(none, "psk_id_hash", none), info]);
  const secret = suite.extract(both, "secret", none);
  const key = await subtle.importKey("raw", suite.expand(secret, "key", context, 32), "AES-GCM", false, ["decrypt"]);
  const size = (part) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(part.length);
    return four;
  };
  const parts = [held.id, held.gemeente, held.status].flatMap((part) => [size(part), Buffer.from(part)]);
  const iv = suite.expand(secret, "base_nonce", context, 12);
  const way = { name: "AES-GCM", iv, additionalData: Buffer.concat(parts) };
  return Buffer.from(await subtle.decrypt(way, key, rest)).toString().trimEnd();
}

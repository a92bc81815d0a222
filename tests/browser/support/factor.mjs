// An authenticator app (TOTP, RFC 6238): the key in base32, six digits every thirty seconds, each used once.
import { createHmac } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepNow = () => Math.floor(Date.now() / 30_000);

function bytes(base32) {
  const bits = [...base32.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"));
  return Buffer.from(bits.join("").match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

function codeOf(base32, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(step));
  const hash = createHmac("sha1", bytes(base32)).update(counter).digest();
  const word = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(word % 1_000_000).padStart(6, "0");
}

/**
 * A code for this account that was not used yet: the app's, or when it was just used, a recovery code. Without any it
 * waits for the app's next one, as a person would.
 */
export async function code(account) {
  let step = stepNow();
  if (step <= (account.lastStep ?? 0)) {
    const recovery = account.recovery.shift();
    if (recovery) return recovery;
    await nextStep();
    step = stepNow();
  }
  account.lastStep = step;
  return codeOf(account.factor, step);
}

const nextStep = () => new Promise((done) => setTimeout(done, 30_000 - (Date.now() % 30_000) + 50));

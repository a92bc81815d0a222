// The work for a report while very many come in (`api/kit/src/inbox/price.rs` says why). A worker, so that the page
// stays usable; fetched only when a price is asked. For each part it looks for a number so that SHA-256 of
// `TASK.PART.NUMBER` begins with enough zero bits. Its own SHA-256: the browser's answers each call later, which costs
// more than the sum.

const K = new Uint32Array(64);
const START = new Uint32Array(8);

// the first bits of the fraction of the roots of the first primes (FIPS 180-4)
{
  const bits = (root) => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n && prime; d++) prime = n % d !== 0;
    if (!prime) continue;
    if (found < 8) START[found] = bits(Math.sqrt(n));
    K[found++] = bits(Math.cbrt(n));
  }
}

const W = new Uint32Array(64);

/** One block of 64 bytes. */
function compress(state, block) {
  for (let i = 0; i < 16; i++) W[i] = block.getUint32(i * 4);
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = W[i - 16] + s0 + W[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

const bytes = new Uint8Array(128);
const view = new DataView(bytes.buffer);
const second = new DataView(bytes.buffer, 64);
const state = new Uint32Array(8);

/** The first 32 bits of SHA-256 of a short text in ASCII. */
function first(text) {
  const long = text.length > 55;
  bytes.fill(0);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  bytes[text.length] = 0x80;
  view.setUint32(long ? 124 : 60, text.length * 8);
  state.set(START);
  compress(state, view);
  if (long) compress(state, second);
  return state[0];
}

/** The number for one part. */
function solve(task, part, zeros) {
  const limit = 2 ** (32 - zeros);
  const begin = `${task}.${part}.`;
  let number = 0;
  while (first(begin + number) >= limit) number++;
  return number;
}

self.onmessage = ({ data: { opgave, delen, nullen } }) => {
  const numbers = [];
  for (let part = 0; part < delen; part++) {
    numbers.push(solve(opgave, part, nullen));
    self.postMessage({ part: part + 1 });
  }
  self.postMessage({ work: `${opgave}.${numbers.join(",")}` });
};

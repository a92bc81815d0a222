// A photo with a melding, on "Mijn melding". It is made anew on a canvas, so that nothing of the camera is left, sealed
// in parts as a report is, and sent; then it is added, with what the melder says is on it. What this script says stands
// in the page, which is in the melder's language.
import { placeOf, seal } from "./seal.js";

const root = document.getElementById("foto");
const [file, picture, words, state, button] = ["bestand", "beeld", "tekst", "stand", "stuur"].map((name) =>
  document.getElementById(`foto-${name}`),
);
const { sleutel, openbaar, gemeente } = root.dataset;
const [longest, part, most] = [root.dataset.zijde, root.dataset.deel, root.dataset.delen].map(Number);
/** Of what is left of the picture: each next one is smaller. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/** The JPEG that is to be sent, and the key under which it goes: the same when it has to go again. */
let chosen = null;

function say(name, ...numbers) {
  const text = root.querySelector(`[data-zin="data-${name}"]`).content.textContent;
  state.textContent = numbers.reduce((text, number) => text.replace("{}", number), text);
}

/** The picture as it is shown and sent: no side longer than it may be, and upright. */
function draw(image, scale) {
  picture.width = Math.max(1, Math.round(image.width * scale));
  picture.height = Math.max(1, Math.round(image.height * scale));
  const pen = picture.getContext("2d");
  // what was see-through is white
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(image, 0, 0, picture.width, picture.height);
}

const encoded = (quality) => new Promise((done) => picture.toBlob(done, "image/jpeg", quality));

/** The smallest loss that fits; undefined where nothing does. */
async function fitting(image) {
  for (const smaller of [1, 0.7, 0.5]) {
    draw(image, Math.min(1, longest / Math.max(image.width, image.height)) * smaller);
    for (const quality of QUALITIES) {
      const blob = await encoded(quality);
      if (blob?.type === "image/jpeg" && blob.size <= part * most) return new Uint8Array(await blob.arrayBuffer());
    }
  }
  return undefined;
}

async function choose() {
  chosen = null;
  picture.hidden = true;
  const [one] = file.files;
  if (!one) return;
  say("lezen");
  try {
    const image = await createImageBitmap(one, { imageOrientation: "from-image" });
    const jpeg = await fitting(image);
    image.close();
    if (!jpeg) throw new Error("it does not get small enough");
    chosen = { jpeg, key: random() };
    picture.hidden = false;
    state.textContent = "";
  } catch {
    say("onleesbaar");
  }
}

function random() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** Sends it; the status of the answer, 0 where there is none. */
async function post(address, body) {
  try {
    const headers = { "content-type": "application/json" };
    return (await fetch(`/api/v1/meldingen/${address}`, { method: "POST", headers, body: JSON.stringify(body) })).status;
  } catch {
    return 0;
  }
}

async function send() {
  const [code, antwoord] = [document.querySelector('[name="ontvangstcode"]').value, words.value.trim()];
  if (!chosen || !antwoord) return say("leeg");
  const { jpeg, key } = chosen;
  const delen = Math.ceil(jpeg.length / part);
  const place = await placeOf(code.replace(/[^0-9A-Z]/g, "").slice(0, 17));
  for (let deel = 0; deel < delen; deel += 1) {
    say("bezig", deel + 1, delen);
    const inhoud = base64(jpeg.subarray(deel * part, (deel + 1) * part));
    const json = JSON.stringify({ foto: key, deel, delen, inhoud });
    const sealed = await seal(json, sleutel, openbaar, gemeente, "", place);
    if (!sealed) return say("geweigerd");
    const status = await post("fotos", { ontvangstcode: code, foto: key, deel, inhoud: JSON.parse(sealed) });
    if (status !== 204) return say(status === 0 || status >= 500 || status === 429 ? "verbroken" : "geweigerd");
  }
  const aanvulling = { sleutel: key, soort: "foto", delen };
  const status = await post("antwoorden", { ontvangstcode: code, aanvulling, antwoord });
  if (status !== 200) return say(status === 0 || status >= 500 || status === 429 ? "verbroken" : "geweigerd");
  [chosen, file.value, words.value, picture.hidden] = [null, "", "", true];
  say("klaar");
}

/** One at a time: a second press sends nothing twice. */
async function once() {
  if (button.disabled) return;
  button.disabled = true;
  try {
    await send();
  } catch {
    say("verbroken");
  } finally {
    button.disabled = false;
  }
}

/** A browser that cannot seal shows nothing: a photo never goes as it is. */
async function begin() {
  if (typeof createImageBitmap !== "function") return;
  if (!(await seal("{}", sleutel, openbaar, gemeente, "", "0"))) return;
  file.addEventListener("change", choose);
  button.addEventListener("click", once);
  root.hidden = false;
}

begin();

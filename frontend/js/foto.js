// A photo with a melding, on "Mijn melding". It is drawn again on a canvas, so that nothing of the camera is left, sealed
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
/** Which choice this is: an earlier one that comes later is no choice any more. */
let choice = 0;

function say(name) {
  state.textContent = name ? root.querySelector(`[data-zin="${name}"]`).content.textContent : "";
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

/**
 * The JPEG without what a browser or a camera wrote in it: Safari writes Exif of its own. `shared/src/photo.rs` takes
 * nothing else. Undefined for what is no JPEG.
 */
function bare(jpeg) {
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const [marker, end] = [jpeg[at + 1], at + 2 + jpeg[at + 2] * 256 + jpeg[at + 3]];
    // APP0 to APP15, and comments
    if ((marker & 0xf0) !== 0xe0 && marker !== 0xfe) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  if (jpeg[at] !== 0xff) return undefined;
  kept.push(jpeg.subarray(at));
  const whole = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  kept.reduce((from, piece) => (whole.set(piece, from), from + piece.length), 0);
  return whole;
}

/** The smallest loss that fits; undefined where nothing does. */
async function fitting(image) {
  for (const smaller of [1, 0.7, 0.5]) {
    draw(image, Math.min(1, longest / Math.max(image.width, image.height)) * smaller);
    for (const quality of QUALITIES) {
      const blob = await encoded(quality);
      if (blob?.type === "image/jpeg" && blob.size <= part * most) return bare(new Uint8Array(await blob.arrayBuffer()));
    }
  }
  return undefined;
}

async function choose() {
  const mine = ++choice;
  chosen = null;
  picture.hidden = true;
  const [one] = file.files;
  if (!one) return say();
  say("lezen");
  try {
    const image = await createImageBitmap(one, { imageOrientation: "from-image" });
    if (mine !== choice) return;
    const jpeg = await fitting(image);
    image.close();
    if (mine !== choice) return;
    if (!jpeg) throw new Error("it does not get small enough");
    chosen = { jpeg, key: random() };
    picture.hidden = false;
    say("gereed");
  } catch {
    if (mine === choice) say("onleesbaar");
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

/** Sends it. Gives what to say where it was not taken. What is there already was taken before. */
async function refused(address, body) {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`/api/v1/meldingen/${address}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (answer.ok) return undefined;
    if (answer.status >= 500 || answer.status === 429) return "verbroken";
    return (await answer.json()).type.endsWith(":bestaat-al") ? undefined : "geweigerd";
  } catch {
    return "verbroken";
  }
}

/** Gives what to say of it. */
async function send({ jpeg, key }, antwoord) {
  const ontvangstcode = document.querySelector('[name="ontvangstcode"]').value;
  const place = await placeOf(ontvangstcode.replace(/[^0-9A-Z]/g, "").slice(0, 17));
  const delen = Math.ceil(jpeg.length / part);
  for (let deel = 0; deel < delen; deel += 1) {
    const inhoud = base64(jpeg.subarray(deel * part, (deel + 1) * part));
    const json = JSON.stringify({ foto: key, deel, delen, inhoud });
    const sealed = await seal(json, sleutel, openbaar, gemeente, "", place);
    if (!sealed) return "geweigerd";
    const why = await refused("fotos", { ontvangstcode, foto: key, deel, inhoud: JSON.parse(sealed) });
    if (why) return why;
  }
  const aanvulling = { sleutel: key, soort: "foto", delen };
  return (await refused("antwoorden", { ontvangstcode, aanvulling, antwoord })) ?? "klaar";
}

/** One at a time: a second press sends nothing twice, and what is being sent stays as it is. */
async function once() {
  const antwoord = words.value.trim();
  if (button.ariaDisabled === "true") return;
  if (!chosen || !antwoord) return say("leeg");
  // the button keeps the focus
  button.ariaDisabled = "true";
  [file.disabled, words.readOnly] = [true, true];
  say("bezig");
  try {
    const said = await send(chosen, antwoord);
    if (said === "klaar") [chosen, file.value, words.value, picture.hidden] = [null, "", "", true];
    say(said);
  } catch {
    say("verbroken");
  } finally {
    [file.disabled, words.readOnly] = [false, false];
    button.ariaDisabled = null;
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

// The plain form takes along what was typed in the app, when the app stopped or never came. Without this script the form
// works as well, and begins empty. What it says stands in the page, which is in the melder's language.
import { begin } from "./queue.js";
import { forget as forgetKept, open, shared } from "./vault.js";

const [DRAFT, KEY, AT_WORK] = ["meldroute.melding", "meldroute.sleutel", "meldroute.bezig"];

/** What this tab knows, or null. */
function known(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

function forget() {
  try {
    forgetKept(shared(), DRAFT, { keepKey: shared() === sessionStorage });
    for (const name of [KEY, AT_WORK]) sessionStorage.removeItem(name);
  } catch {
    // a browser that keeps nothing
  }
}

/** Puts an answer into the fields with this name. */
function put(form, name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = [value].flat().includes(field.value);
    else field.value = value;
  }
}

/** Fills in a kept draft: its names are those of the fields. */
function fill(form, { draft, rest }) {
  for (const [name, value] of Object.entries(draft)) {
    // a draft without signals goes over to the list of this page
    if (name === "lijst" && draft.signalen.length === 0) continue;
    if (name === "signalen") {
      put(form, name, value.map(({ id }) => id));
      for (const { id, herkomst } of value) put(form, `herkomst-${id}`, herkomst === "niet-gezegd" ? "" : herkomst);
    } else if (Array.isArray(value) || typeof value !== "object") put(form, name, value);
    else for (const [part, inner] of Object.entries(value ?? {})) put(form, `${name}-${part}`, inner);
  }
  if (rest) put(form, "bekend", [draft.bekend, rest].filter(Boolean).join("\n"));
  const key = known(KEY);
  if (key) put(form, "sleutel", key);
  for (const group of form.querySelectorAll("details")) group.open = Boolean(group.querySelector("input:checked"));
}

/** A notice before the form, with buttons. It takes the focus, so that it is seen and heard. */
function tell(form, text, buttons) {
  document.getElementById("gezegd")?.remove();
  const notice = document.createElement("div");
  Object.assign(notice, { id: "gezegd", className: "notice stack", tabIndex: -1 });
  notice.append(Object.assign(document.createElement("p"), { textContent: text }));
  for (const [label, press] of buttons) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "utrecht-button utrecht-button--secondary-action", textContent: label });
    button.addEventListener("click", () => {
      notice.remove();
      press();
      form.querySelector("input:not([type=hidden])").focus();
    });
    notice.append(button);
  }
  form.before(notice);
  notice.focus();
}

async function takeAlong(form) {
  const text = await open(shared(), DRAFT);
  if (!text) return;
  const kept = JSON.parse(text);
  const { taken, begun, goOn, wipe } = form.dataset;
  if (known(AT_WORK)) {
    fill(form, kept);
    tell(form, taken, []);
  } else {
    tell(form, begun, [[goOn, () => fill(form, kept)], [wipe, forget]]);
  }
}

// a browser that knows that there is no connection would leave the page, and what was typed with it
addEventListener("submit", (event) => {
  if (navigator.onLine) return;
  event.preventDefault();
  tell(event.target, document.getElementById("main").dataset.offline, []);
});

const mayOffer = await begin();
if (document.querySelector("[data-sent]")) forget();
const fresh = document.querySelector("form[data-fresh]");
// a draft of another version may not fit; then the form begins empty, and the app shows what was typed
if (fresh && mayOffer) takeAlong(fresh).catch(() => {});

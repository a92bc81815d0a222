// The form in a case to practise with (`/oefenen/3`): its addresses are below that of the case, nothing of it is kept
// in the tab, and its numbers are not called without a question. This comes before the form.

/** The address of the case. */
export const CASE = location.pathname.match(/^\/oefenen\/\d+/)[0];

/** The form takes it for a browser that keeps nothing. */
Object.defineProperty(window, "sessionStorage", { value: null });

/** Where an address of the form is in this case. The first screen of the form is its story. */
const inCase = (address) => (address.startsWith(CASE) ? address : CASE + address.replace(/^\/$/, ""));

for (const name of ["pushState", "replaceState"]) {
  const change = history[name].bind(history);
  history[name] = (state, title, address) => change(state, title, address && inCase(address));
}

/** A link of the form that is opened in another tab is in this case as well, and the page says which case it is. */
function keepHere() {
  for (const kept of document.querySelectorAll("#app .kept")) kept.hidden = true;
  for (const link of document.querySelectorAll('#app a[href="/"], #app a[href^="/melden"]')) {
    link.setAttribute("href", inCase(link.getAttribute("href")));
  }
  const story = location.pathname === CASE && document.getElementById("first-title");
  const title = story ? `${story.textContent} – Meldroute` : document.title.replace(/^Oefenen: /, "");
  if (document.title !== `Oefenen: ${title}`) document.title = `Oefenen: ${title}`;
}
const everything = { subtree: true, childList: true, characterData: true };
new MutationObserver(keepHere).observe(document.documentElement, everything);

addEventListener(
  "click",
  (event) => {
    const number = event.target.closest?.('#app a[href^="tel:"]');
    if (!number || confirm("Dit is oefenen. Is er nu echt gevaar? Kies dan OK om te bellen.")) return;
    event.preventDefault();
  },
  true,
);

// who comes back begins again: nothing of it was kept
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  history.replaceState(null, "", CASE);
  document.documentElement.classList.remove("app");
}
addEventListener("pageshow", ({ persisted }) => persisted && location.replace(CASE));

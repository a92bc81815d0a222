// The form in a case to practise with (`/oefenen/3`): its addresses are below that of the case, nothing of it is kept
// in the tab, and its numbers are not called. This comes before the form.

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

/** A link of the form that is opened in another tab is in this case as well. */
function keepHere() {
  for (const link of document.querySelectorAll('#app a[href="/"], #app a[href^="/melden"]')) {
    link.setAttribute("href", inCase(link.getAttribute("href")));
  }
  if (!document.title.startsWith("Oefenen")) document.title = `Oefenen: ${document.title}`;
}
const everything = { subtree: true, childList: true, characterData: true };
new MutationObserver(keepHere).observe(document.documentElement, everything);

addEventListener(
  "click",
  (event) => {
    const number = event.target.closest?.('#app a[href^="tel:"]');
    if (!number) return;
    event.preventDefault();
    alert("In het echt bel je nu. Dit is oefenen: er wordt niet gebeld.");
  },
  true,
);

// somebody who comes back to it begins again
addEventListener("pageshow", ({ persisted }) => persisted && location.replace(CASE));

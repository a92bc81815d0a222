// What has to work also where the rest does not: plain JavaScript, before everything else, on every page.
{
  const root = document.documentElement;
  // what this browser keeps; a page that comes later may look away from it
  const areas = {};
  for (const area of ["localStorage", "sessionStorage"]) {
    try {
      areas[area] = window[area];
    } catch {
      // a browser that keeps nothing
    }
  }
  const holdsReport = (area) => {
    try {
      return area?.getItem("meldroute.melding");
    } catch {
      return false;
    }
  };
  const officer = location.pathname.startsWith("/af");

  // Before the first paint: on every address but the first screen's, that screen waits for the form. A case to practise
  // with has its story there. If the form has not come after a few seconds, the style shows the first screen after all.
  // A step has its own bar on top.
  if (!officer && !/^\/(oefenen\/\d+\/?)?$/.test(location.pathname)) {
    root.className = location.pathname.endsWith("/ontvangen") ? "app" : "app in-steps";
    // The first questions may be answered before the form comes, where they are the ones to answer: a page that the
    // service worker kept has them at every address, and what was typed before comes with the form.
    const first = /^\/melden\/?$/.test(location.pathname);
    if (first && !Object.values(areas).some(holdsReport)) root.classList.add("early");
  }

  // A browser that fills in a field by itself does not always say so as typing does. What was typed was said: a field
  // that goes while somebody types in it says it changed, and nobody may listen to it any more.
  const said = new WeakMap();
  addEventListener("input", ({ target }) => said.set(target, target.value), true);
  addEventListener("change", ({ target }) => {
    const typed = target.matches?.("input:not([type=checkbox], [type=radio]), textarea");
    if (typed && target.isConnected && said.get(target) !== target.value) {
      target.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // Out of sight: what was typed is kept, and an empty page takes the place of this one, so that "back" does not show it.
  // Whoever opens the form here again has to ask for what was typed. Without scripts the link goes to the empty page.
  addEventListener(
    "click",
    (event) => {
      if (!event.target.closest?.("[data-hide]")) return;
      event.preventDefault();
      event.stopPropagation();
      dispatchEvent(new Event("visibilitychange"));
      root.hidden = true;
      areas.sessionStorage?.removeItem("meldroute.bezig");
      location.replace("about:blank");
    },
    true,
  );

  // Safari before 16
  if (window.AbortSignal && !AbortSignal.timeout) {
    AbortSignal.timeout = (millis) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), millis);
      return controller.signal;
    };
  }

  // Nothing that was typed stays on the device for more than a day, whichever page is opened here next.
  const day = 24 * 60 * 60 * 1000;
  const [local, session] = [areas.localStorage, areas.sessionStorage];
  const kept = [[local, "meldroute.melding"], [session, "meldroute.af.getypt"], [session, "meldroute.melding"]];
  const remove = (storage, name) => {
    storage.removeItem(name);
    // of a report in a tab of its own another tab may need the key
    if (storage === local || name !== "meldroute.melding") window.indexedDB?.deleteDatabase(name);
  };
  const purge = (storage, name) => {
    const text = storage.getItem(name);
    if (!text) return;
    // before it was sealed it was an object
    const old = text.startsWith("{") ? JSON.parse(text) : null;
    const [at, now] = [old ? old.at : parseInt(text, 10), Date.now()];
    if (!(at > now - day)) remove(storage, name);
    // the clock was put back: from here on a day
    else if (at > now) storage.setItem(name, old ? JSON.stringify({ ...old, at: now }) : now + text.slice(text.indexOf(".")));
  };
  const purgeAll = () => {
    for (const [storage, name] of kept) {
      try {
        purge(storage, name);
      } catch {
        try {
          remove(storage, name);
        } catch {
          // a browser that keeps nothing
        }
      }
    }
  };
  purgeAll();
  setInterval(purgeAll, 10 * 60 * 1000);

  // No WebAssembly, half of it, or one that stopped: then nothing on the page works, and it has to say so.
  let told = null;
  const tell = (what) => {
    const place = document.getElementById("stopped");
    if (!place || told === "crashed" || (told === "broken" && what === "late")) return;
    told = what;
    root.dataset.stopped = what;
    for (const line of place.querySelectorAll("[data-when]")) line.hidden = !line.dataset.when.split(" ").includes(what);
    place.hidden = false;
    if (what !== "late") place.focus();
  };
  const isReady = () => root.classList.contains("ready");
  const fail = () => {
    if (document.getElementById("stopped")) tell(isReady() ? "crashed" : "broken");
    else addEventListener("DOMContentLoaded", fail, { once: true });
  };
  const ours = (error) =>
    (window.WebAssembly && ["RuntimeError", "CompileError", "LinkError"].some((name) => error instanceof WebAssembly[name])) ||
    String(error?.stack).includes(`${location.origin}/assets/`);
  const isPart = ({ localName, rel }) => localName === "script" || (localName === "link" && rel === "preload");
  addEventListener(
    "error",
    (event) => {
      if (event.target === window ? ours(event.error) : isPart(event.target)) fail();
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => {
    if (ours(reason)) fail();
  });
  if (!window.WebAssembly) fail();
  setTimeout(() => isReady() || tell("late"), 2500);
  // A page of the form without a heading: drawing it failed, and nothing else says so.
  const look = () => {
    if (isReady() && root.classList.contains("app") && !document.querySelector("#app h1")?.textContent) tell("crashed");
  };
  new MutationObserver(() => {
    if (told === "late" && isReady()) document.getElementById("stopped").hidden = true;
    setTimeout(look, 500);
  }).observe(root, { attributeFilter: ["class"] });
}

// Before the first paint: on every address but the first screen's, that screen waits for the form. If the form has not
// come after a few seconds, the style shows the first screen after all.
if (location.pathname !== "/") document.documentElement.classList.add("app");

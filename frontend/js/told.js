// What a page says of reports that wait, were sent or were refused (`wachtrij.js`). The numbers are those of the first
// screen, so they are there without a network.

/** An element with its parts. */
export function made(tag, properties, ...parts) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...parts);
  return element;
}

function button(look, textContent, onclick) {
  const className = `utrecht-button utrecht-button--${look}-action wide`;
  return made("button", { type: "button", className, textContent, onclick });
}

/** Whom to call, as the first screen says it. */
function call(before) {
  const [who, number] = ["who-kmt", "number-kmt"].map((id) => document.getElementById(id));
  if (!number) return ["."];
  const link = made("a", { className: "utrecht-link", href: number.href, textContent: number.textContent });
  return [`${before} ${who.textContent}: `, link, "."];
}

/** The numbers for danger, from the first screen. */
export function numbers() {
  return Array.from(document.querySelectorAll("#first .call.danger"), (link) => {
    const copy = link.cloneNode(true);
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return copy;
  });
}

const line = (title, ...parts) => made("p", {}, made("b", { textContent: title }), ...parts);

/** What is said of an entry: of its inside, of how many wait, and with what its buttons do. */
export const told = {
  busy: () => [],
  waits: (inside, { count }) => [
    line(count > 1 ? `Nog niet verzonden (${count}).` : "Nog niet verzonden.", " Open deze pagina weer als je verbinding hebt", ...call(", of bel")),
    made("p", { textContent: "Je melding staat verzegeld op dit apparaat. Niemand kan hem hier lezen." }),
  ],
  sent: ({ receipt, first }, { show }) => [
    line("Je melding is verzonden."),
    button("primary", "Bekijk je code", () => show(receipt, first)),
  ],
  refused: (inside, { drop, retry }) => [
    line("Je melding kon niet worden aangenomen.", " Niemand leest hem", ...call(". Bel")),
    button("primary", "Probeer opnieuw", retry),
    button("secondary", "Wis deze melding", drop),
  ],
};

// A draft of another version of Meldroute: what still fits the form goes in, and the rest is shown as text. Nothing that
// somebody typed is dropped.

/**
 * Takes a text apart. `fits` says whether the form takes an object, as JSON. Gives the part that fits, as JSON, and the
 * rest as lines.
 */
export function mend(text, fits) {
  const rest = [];
  const mended = (part, whole) => {
    const good = {};
    for (const [name, value] of Object.entries(part ?? {})) {
      if (fits(JSON.stringify(whole({ [name]: value })))) good[name] = value;
      else if (value && typeof value === "object" && !Array.isArray(value)) {
        good[name] = mended(value, (inner) => whole({ [name]: inner }));
      } else rest.push(`${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
    }
    return good;
  };
  try {
    const good = JSON.stringify(mended(JSON.parse(text).draft, (part) => part));
    return [fits(good) ? good : "{}", rest.join("\n")];
  } catch {
    return ["{}", text];
  }
}

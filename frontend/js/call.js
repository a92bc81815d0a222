// Asks the server something.

/**
 * The answer as one text, in lines: whether it is good (`1` or nothing), its ETag, its Date, and the body, which may have
 * lines of its own. Nothing without a connection, or when it takes more than `patience` milliseconds.
 */
export async function call(method, url, lines, body, patience) {
  try {
    const headers = lines.split("\n").map((line) => line.split(": "));
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method, headers, body, credentials: "same-origin", signal });
    const [tag, date] = ["ETag", "Date"].map((name) => response.headers.get(name) ?? "");
    return [response.ok ? 1 : "", tag, date, await response.text()].join("\n");
  } catch {
    return undefined;
  }
}

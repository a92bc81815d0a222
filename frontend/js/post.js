// Sending a report that waited.

const OURS = "urn:meldroute:probleem:";
const TIMEOUT = 35_000;

/** One try. Gives `{ receipt }`, `{ refused }`, `{ price }`, or `{ after }` for not yet. */
export async function post(body, secret, done) {
  const headers = { Accept: "application/json, application/problem+json", "Idempotency-Key": secret };
  headers["Content-Type"] = "application/vnd.meldroute.verzegeld+json";
  if (done) headers.Rekenwerk = done;
  try {
    const request = { method: "POST", headers, body, credentials: "same-origin", signal: AbortSignal.timeout(TIMEOUT) };
    const response = await fetch("/api/v1/meldingen", request);
    const json = await response.json();
    const { status } = response;
    if (response.ok) return json.ontvangstcode ? { receipt: json } : {};
    // a network that asks for a log-in first, or a proxy, refuses nothing in our name
    if (!String(json.type).startsWith(OURS)) return {};
    if (json.prijs) return { price: json.prijs };
    const refused = status >= 400 && status < 500 && status !== 429 && json.type !== `${OURS}tegelijk`;
    return { refused, after: Date.now() + 1000 * (Number(response.headers.get("Retry-After")) || 0) };
  } catch {
    // no network, half an answer, or a page
    return {};
  }
}

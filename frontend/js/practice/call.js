// Practising asks the server what it asks every form for, and sends nothing: after the last button comes the page that
// says what there was to see.
import { call as ask } from "../call.js";
import { CASE } from "./page.js";

export async function call(method, url, lines, body, patience) {
  const answer = method === "GET" ? await ask(method, url, lines, undefined, patience) : undefined;
  const last = location.pathname.endsWith("/nakijken");
  if (method === "GET" && (answer || !last)) return answer;
  location.assign(`${CASE}/klaar`);
  return new Promise(() => {});
}

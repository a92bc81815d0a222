// The first accounts of an empty instance, made and accepted the way the set-up link and the invitations do it.
import assert from "node:assert/strict";
import { code } from "./factor.mjs";

const password = "een lange verzonnen zin";
const account = (inlognaam, naam, rol) => ({ inlognaam, naam, rol, wachtwoord: password });
export const fleur = account("fleur.voorbeeld", "Fleur Voorbeeld", "af");
export const sam = account("sam.oefening", "Sam Oefening", "af");
export const bo = account("bo.beheer", "Bo Beheer", "beheerder");
export const faye = account("faye.gegevens", "Faye Gegevens", "fg");
export const kai = account("kai.advies", "Kai Advies", "kmt-adviseur");

async function post(url, path, body) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** `functies` gives AFs a function of the gemeente's profile, by their log-in name; `more` have an account too. */
export async function setUp({ url, token }, functies = {}, more = []) {
  const people = [fleur, sam, bo, faye, ...more];
  const accounts = people.map(({ inlognaam, naam, rol }) => ({ inlognaam, naam, rol, functie: functies[inlognaam] }));
  const made = await post(url, "/inrichting", { inrichtcode: token, accounts });
  for (const [at, { uitnodiging }] of made.entries()) await accept(url, people[at], uitnodiging.woord);
  await seeEverybody(url);
}

/** The FG says that they saw everybody who got access: only then an instance takes reports. */
async function seeEverybody(url) {
  const session = await fetch(`${url}/api/v1/sessies`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ inlognaam: faye.inlognaam, wachtwoord: faye.wachtwoord, code: await code(faye) }),
  });
  assert.equal(session.status, 201, await session.text());
  const cookie = session.headers.getSetCookie()[0].split(";")[0];
  const page = await (await fetch(`${url}/api/v1/toegang`, { headers: { cookie } })).json();
  for (const { id, revisie } of page.gegeven.filter((one) => one.nietGezien)) {
    const answer = await fetch(`${url}/api/v1/toegang/${id}/opdrachten`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", "if-match": `"${revisie}"` },
      body: JSON.stringify({ soort: "gezien" }),
    });
    assert.ok(answer.ok, await answer.text());
  }
}

async function accept(url, person, woord) {
  const { nonce, sleutel } = await post(url, "/uitnodigingen/bekijken", { woord });
  Object.assign(person, { factor: sleutel, lastStep: 0 });
  const body = { woord, nonce, wachtwoord: person.wachtwoord, code: await code(person) };
  person.recovery = (await post(url, "/uitnodigingen", body)).herstelcodes;
}

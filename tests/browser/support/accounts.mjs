// The first accounts of an empty instance, made the way its set-up link does it.
import assert from "node:assert/strict";

const password = "een lange verzonnen zin";
export const fleur = { inlognaam: "fleur.voorbeeld", naam: "Fleur Voorbeeld", rol: "af", wachtwoord: password };
export const sam = { inlognaam: "sam.oefening", naam: "Sam Oefening", rol: "af", wachtwoord: password };
export const faye = { inlognaam: "faye.gegevens", naam: "Faye Gegevens", rol: "fg", wachtwoord: password };
const bo = { inlognaam: "bo.beheer", naam: "Bo Beheer", rol: "beheerder", wachtwoord: password };

export async function setUp({ url, token }) {
  const answer = await fetch(`${url}/api/v1/inrichting`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ inrichtcode: token, accounts: [fleur, sam, bo, faye] }),
  });
  assert.equal(answer.status, 201, await answer.text());
}

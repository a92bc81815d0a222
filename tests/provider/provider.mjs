// A certified OpenID provider on this machine, for the tests. Two colleagues, both made up, log in by one button.
//
//   node provider.mjs '{"secret": "…", "jwk": {…}}'      prints `ready http://127.0.0.1:PORT`
//
// Client `met-geheim` proves itself with the secret, `met-sleutel` with the key (private_key_jwt, ES256). Both may come
// back on any port of this machine. POST /sleutel makes the provider sign with a key that nobody has seen before.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

// `name` is 127.0.0.1 or localhost, so that a browser takes it for another site than the host under test
const { secret, jwk, name = "127.0.0.1" } = JSON.parse(process.argv[2]);
const back = "/api/v1/sessies/werkaccount/terug";

const people = {
  fenna: { name: "Fenna Verzonnen", roles: ["meldroute-af"] },
  farid: { name: "Farid Verzonnen", roles: ["meldroute-fg"] },
  nora: { name: "Nora Verzonnen", roles: ["iets-anders"] },
};

function key(type) {
  const options = type === "rsa" ? { modulusLength: 2048 } : { namedCurve: "P-256" };
  const { privateKey } = generateKeyPairSync(type, options);
  const kid = randomBytes(6).toString("hex");
  return { ...privateKey.export({ format: "jwk" }), kid, use: "sig" };
}

const client = (id, algorithm, proof) => ({
  client_id: id,
  // native, so that any port of this machine is fine (RFC 8252 §7.3)
  application_type: "native",
  redirect_uris: [`http://127.0.0.1${back}`],
  grant_types: ["authorization_code"],
  response_types: ["code"],
  id_token_signed_response_alg: algorithm,
  ...proof,
});

function make(issuer, keys) {
  const provider = new Provider(issuer, {
    jwks: { keys },
    clients: [
      client("met-geheim", "RS256", { token_endpoint_auth_method: "client_secret_basic", client_secret: secret }),
      client("met-sleutel", "PS256", { token_endpoint_auth_method: "private_key_jwt", jwks: { keys: [jwk] } }),
      client("met-ec", "ES256", { token_endpoint_auth_method: "client_secret_post", client_secret: secret }),
    ],
    enabledJWA: {
      idTokenSigningAlgValues: ["RS256", "PS256", "ES256"],
      clientAuthSigningAlgValues: ["ES256"],
    },
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt"],
    cookies: { keys: [randomBytes(16).toString("hex")] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    acrValues: ["hoog"],
    claims: { openid: ["sub", "acr", "amr"], profile: ["name", "roles"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/inloggen/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 300, AccessToken: 300 },
  });
  provider.on("server_error", (_, error) => console.error(error));
  return provider;
}

const page = (uid) => `<!doctype html><html lang="nl"><title>Inloggen bij de gemeente</title><h1>Wie ben je?</h1>
${Object.entries(people).map(([id, { name }]) => `<form method="post" action="/inloggen/${uid}?wie=${id}"><button>${name}</button></form>`).join("\n")}
<form method="post" action="/inloggen/${uid}?wie=fenna&amp;zwak=ja"><button>Fenna, zonder code</button></form>
<form method="post" action="/inloggen/${uid}"><button>Stoppen</button></form></html>`;

/** Who pressed a button is logged in, and has agreed. */
async function logIn(provider, request, response, url) {
  const who = url.searchParams.get("wie");
  if (!who) {
    return provider.interactionFinished(request, response, { error: "access_denied" });
  }
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: who, clientId: params.client_id });
  grant.addOIDCScope("openid profile");
  const weak = url.searchParams.has("zwak");
  const login = { accountId: who, acr: weak ? "laag" : "hoog", amr: weak ? ["pwd"] : ["pwd", "mfa"], remember: false };
  return provider.interactionFinished(request, response, { login, consent: { grantId: await grant.save() } });
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://${name}:${server.address().port}`;
  const keys = () => [key("rsa"), key("ec")];
  let provider = make(issuer, keys());
  server.on("request", async (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === "/sleutel" && request.method === "POST") {
      provider = make(issuer, keys());
      response.writeHead(204).end();
    } else if (url.pathname.startsWith("/inloggen/") && request.method === "GET") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(url.pathname.split("/")[2]));
    } else if (url.pathname.startsWith("/inloggen/")) {
      await logIn(provider, request, response, url);
    } else {
      provider.callback()(request, response);
    }
  });
  console.log(`ready ${issuer}`);
});
process.on("SIGTERM", () => process.exit(0));

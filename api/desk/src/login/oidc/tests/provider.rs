//! A provider in this process. It does as it should unless a test says otherwise.
use super::{
    form,
    signing::{How, base64, p256_jwk, rsa_jwk, token},
};
use kit::web::fetch::{Ask, Reply};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Mutex;

pub const ISSUER: &str = "https://inloggen.example/twente";

/// Headers and form of a request for tokens.
pub type Request = (Vec<(&'static str, String)>, Vec<(String, String)>);

/// Its behaviour, and the requests it received.
pub struct State {
    /// Put over its metadata.
    pub metadata: Value,
    /// The keys at `jwks_uri`.
    pub keys: Vec<Value>,
    /// Put over the claims; null takes one away.
    pub claims: Value,
    /// Members of the header besides `alg` and `kid`.
    pub head: Value,
    pub kid: Option<&'static str>,
    pub how: How,
    /// The status that the token endpoint answers.
    pub status: u16,
    /// Addresses that give no answer.
    pub silent: &'static str,
    nonce: String,
    challenge: String,
    /// The addresses that were asked.
    pub asked: Vec<String>,
    /// The last request for tokens.
    pub request: Option<Request>,
}

pub struct Provider(Mutex<State>);

impl Default for Provider {
    fn default() -> Self {
        Self(Mutex::new(State {
            metadata: json!({}),
            keys: vec![rsa_jwk("r-1"), p256_jwk("e-1", 1)],
            claims: json!({}),
            head: json!({}),
            kid: Some("e-1"),
            how: How::Es256 { seed: 1 },
            status: 200,
            silent: "nergens",
            nonce: String::new(),
            challenge: String::new(),
            asked: Vec::new(),
            request: None,
        }))
    }
}

impl Provider {
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap())
    }

    /// How often an address was asked.
    pub fn count(&self, end: &str) -> usize {
        self.change(|state| state.asked.iter().filter(|url| url.ends_with(end)).count())
    }

    /// A browser arrives.
    pub fn asked_for(&self, pairs: &[(String, String)]) {
        let value = |name: &str| pairs.iter().find(|(other, _)| other == name).unwrap().1.clone();
        self.change(|state| (state.nonce, state.challenge) = (value("nonce"), value("code_challenge")));
    }

    pub fn answer(&self, ask: &Ask, now: i64) -> Option<Reply> {
        let mut state = self.0.lock().unwrap();
        state.asked.push(ask.url.clone());
        if ask.url.ends_with(state.silent) {
            return None;
        }
        let (status, body) = match ask.url.strip_prefix(ISSUER)? {
            "/.well-known/openid-configuration" => (200, over(metadata(), &state.metadata)),
            "/sleutels" => (200, json!({ "keys": state.keys })),
            "/token" => (state.status, state.tokens(ask, now)),
            _ => (404, json!({})),
        };
        Some(Reply { status, body: body.to_string().into_bytes() })
    }
}

impl State {
    fn tokens(&mut self, ask: &Ask, now: i64) -> Value {
        let pairs = form::pairs(ask.body.as_deref().unwrap());
        let verifier = pairs.iter().find(|(name, _)| name == "code_verifier").unwrap().1.clone();
        assert_eq!(base64(Sha256::digest(verifier.as_bytes())), self.challenge, "PKCE");
        self.request = Some((ask.headers.clone(), pairs));
        let access_token = "verzonnen toegang";
        let half = base64(&Sha256::digest(access_token.as_bytes())[..16]);
        let honest = json!({
            "iss": ISSUER, "aud": "meldroute", "sub": "subject-1", "nonce": self.nonce, "iat": now, "exp": now + 300,
            "at_hash": half, "acr": "hoog", "amr": ["pwd", "mfa"], "roles": ["mr-af"], "name": "Fenna Verzonnen",
        });
        let claims = over(honest, &self.claims);
        let id_token = token(&claims, self.kid, self.how, &self.head);
        json!({ "id_token": id_token, "access_token": access_token, "token_type": "Bearer" })
    }
}

fn metadata() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": format!("{ISSUER}/aanmelden"),
        "token_endpoint": format!("{ISSUER}/token"),
        "jwks_uri": format!("{ISSUER}/sleutels"),
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    })
}

/// The second put over the first; null takes away.
fn over(mut value: Value, changes: &Value) -> Value {
    for (name, change) in changes.as_object().into_iter().flatten() {
        if change.is_null() {
            value.as_object_mut().unwrap().remove(name);
        } else {
            value[name] = change.clone();
        }
    }
    value
}

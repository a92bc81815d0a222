//! The provider's metadata: OpenID Connect Discovery, and only the parts that we use.
use super::{
    jwk::Keys,
    settings::{Settings, is_secure},
};
use kit::web::fetch::{Ask, Fetch};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use shared::contract::WorkAccountRefusal;

/// The most that is read of an answer: keys and metadata are some KiB.
const MAX_ANSWER: usize = 256 * 1024;

/// The document at `/.well-known/openid-configuration`.
#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    code_challenge_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// A provider whose metadata was checked.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Provider {
    /// Its name.
    #[serde(rename = "uitgever")]
    pub(super) issuer: String,
    /// The address where a browser logs in.
    #[serde(rename = "inloggen")]
    pub(super) authorization: String,
    /// The address that exchanges a code for tokens.
    #[serde(rename = "tokens")]
    pub(super) token: String,
    /// The address of its keys.
    #[serde(rename = "sleutelplaats")]
    pub(super) jwks: String,
    /// Takes a secret in the body only.
    #[serde(rename = "geheimInBericht")]
    pub(super) secret_in_body: bool,
    /// Promises `iss` in its answers (RFC 9207).
    #[serde(rename = "noemtUitgever")]
    pub(super) names_itself: bool,
    /// Its keys.
    #[serde(rename = "sleutels")]
    pub(super) keys: Keys,
}

/// JSON from an address.
pub(super) fn json<T: DeserializeOwned>(fetch: &Fetch, url: &str) -> Result<T, WorkAccountRefusal> {
    let reply = fetch(Ask::get(url)).ok_or(WorkAccountRefusal::Unreachable)?;
    if reply.status != 200 || reply.body.len() > MAX_ANSWER {
        return Err(WorkAccountRefusal::Unreachable);
    }
    serde_json::from_slice(&reply.body).map_err(|_| WorkAccountRefusal::Provider)
}

impl Provider {
    /// Asks the provider of the settings about itself, its keys too.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::Unreachable`]; [`WorkAccountRefusal::Provider`] when it names another issuer, an address
    /// without TLS, or no S256.
    pub(super) fn discover(fetch: &Fetch, settings: &Settings) -> Result<Self, WorkAccountRefusal> {
        let place = format!("{}/.well-known/openid-configuration", settings.issuer.trim_end_matches('/'));
        let metadata: Metadata = json(fetch, &place)?;
        let addresses = [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri];
        let plain = settings.issuer.starts_with("http:");
        let safe = |address: &str| is_secure(address) && (plain || address.starts_with("https:"));
        let s256 = metadata.code_challenge_methods_supported.is_none_or(|all| all.iter().any(|one| one == "S256"));
        if metadata.issuer != settings.issuer || !addresses.into_iter().all(|address| safe(address)) || !s256 {
            return Err(WorkAccountRefusal::Provider);
        }
        let methods = metadata.token_endpoint_auth_methods_supported;
        let has = |name: &str| methods.iter().flatten().any(|method| method == name);
        Ok(Self {
            keys: json(fetch, &metadata.jwks_uri)?,
            issuer: metadata.issuer,
            authorization: metadata.authorization_endpoint,
            token: metadata.token_endpoint,
            jwks: metadata.jwks_uri,
            secret_in_body: has("client_secret_post") && !has("client_secret_basic"),
            names_itself: metadata.authorization_response_iss_parameter_supported,
        })
    }

    /// Its keys as they are now.
    ///
    /// # Errors
    /// As [`Provider::discover`].
    pub(super) fn fetch_keys(&self, fetch: &Fetch) -> Result<Keys, WorkAccountRefusal> {
        json(fetch, &self.jwks)
    }

    /// `iss` in the answer (RFC 9207): if it is there or was promised, it is this provider's.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::OtherIssuer`].
    pub(super) fn check_response_issuer(&self, said: Option<&str>) -> Result<(), WorkAccountRefusal> {
        let fits = said.map_or(!self.names_itself, |said| said == self.issuer);
        if fits { Ok(()) } else { Err(WorkAccountRefusal::OtherIssuer) }
    }
}

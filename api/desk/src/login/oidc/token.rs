//! A signed token (JWS in its compact form, RFC 7515): taken apart, and its content given only after the signature was
//! found right. Keys come from the provider's list alone, never from the token.
use super::jwk::{Algorithm, Keys};
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use serde_json::Value;
use shared::contract::WorkAccountRefusal;

/// The most characters a token may have.
const MAX_TOKEN: usize = 64 * 1024;

/// A token's header: how it is signed.
#[derive(Deserialize)]
struct Head {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
    /// Extensions that one has to understand: we know none.
    #[serde(default)]
    crit: Option<Value>,
}

/// A token whose signature was not looked at yet.
pub(super) struct Signed<'a> {
    message: &'a str,
    payload: &'a str,
    algorithm: Algorithm,
    kid: Option<String>,
    signature: Vec<u8>,
}

fn decode(part: &str) -> Result<Vec<u8>, WorkAccountRefusal> {
    BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| WorkAccountRefusal::Form)
}

impl<'a> Signed<'a> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::Form`]; [`WorkAccountRefusal::Algorithm`] for one that is not allowed.
    pub(super) fn parse(token: &'a str) -> Result<Self, WorkAccountRefusal> {
        let parts = token.rsplit_once('.').and_then(|(message, signature)| {
            let (head, payload) = message.split_once('.')?;
            Some((message, head, payload, signature))
        });
        let (message, head, payload, signature) =
            parts.filter(|_| token.len() <= MAX_TOKEN).ok_or(WorkAccountRefusal::Form)?;
        let head: Head = serde_json::from_slice(&decode(head)?).map_err(|_| WorkAccountRefusal::Form)?;
        let a_jwt = head.typ.as_deref().is_none_or(|typ| typ.eq_ignore_ascii_case("JWT"));
        let algorithm = Algorithm::parse(&head.alg).ok_or(WorkAccountRefusal::Algorithm)?;
        if !a_jwt || head.crit.is_some() {
            return Err(WorkAccountRefusal::Form);
        }
        Ok(Self { message, payload, algorithm, kid: head.kid, signature: decode(signature)? })
    }

    /// Its content, if one of these keys signed it.
    ///
    /// # Errors
    /// As [`Keys::verify`]; [`WorkAccountRefusal::Form`] when it is not a JSON object.
    pub(super) fn verified(&self, keys: &Keys) -> Result<Value, WorkAccountRefusal> {
        keys.verify(self.algorithm, self.kid.as_deref(), self.message.as_bytes(), &self.signature)?;
        let claims: Value = serde_json::from_slice(&decode(self.payload)?).map_err(|_| WorkAccountRefusal::Form)?;
        if claims.is_object() { Ok(claims) } else { Err(WorkAccountRefusal::Form) }
    }
}

//! From the code that came through the browser to the tokens, which go from the provider to us alone.
use super::{
    Refused, Settings,
    form::{encode, form},
    provider::Provider,
    settings::Proof,
};
use crate::Desk;
use data_encoding::BASE64;
use kit::web::fetch::Ask;
use serde::Deserialize;
use shared::contract::WorkAccountRefusal;

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// The most that is read of an answer.
const MAX_ANSWER: usize = 256 * 1024;

/// The provider's tokens. Used here and dropped.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub(super) id_token: String,
    #[serde(default)]
    pub(super) access_token: Option<String>,
}

/// Sends the code with the verifier and who we are.
///
/// # Errors
/// [`WorkAccountRefusal::Unreachable`], [`WorkAccountRefusal::Code`].
pub(super) fn exchange(
    desk: &Desk,
    settings: &Settings,
    provider: &Provider,
    code: &str,
    verifier: &str,
    return_to: &str,
) -> Result<Tokens, Refused> {
    let mut headers = vec![
        ("accept", "application/json".to_owned()),
        ("content-type", "application/x-www-form-urlencoded".to_owned()),
    ];
    let mut pairs = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", return_to),
        ("client_id", &settings.client_id),
        ("code_verifier", verifier),
    ];
    let assertion;
    match &settings.proof {
        Proof::Key(key) => {
            assertion = key.assertion(&settings.client_id, &provider.issuer, desk.now())?;
            pairs.extend([("client_assertion_type", ASSERTION_TYPE), ("client_assertion", &assertion)]);
        }
        Proof::Secret(secret) if provider.secret_in_body => pairs.push(("client_secret", secret)),
        Proof::Secret(secret) => {
            let both = format!("{}:{}", encode(&settings.client_id), encode(secret));
            headers.push(("authorization", format!("Basic {}", BASE64.encode(both.as_bytes()))));
        }
    }
    let ask = Ask { url: provider.token.clone(), headers, body: Some(form(&pairs)) };
    let reply = (desk.fetch)(ask).ok_or(WorkAccountRefusal::Unreachable)?;
    if reply.status != 200 || reply.body.len() > MAX_ANSWER {
        return Err(WorkAccountRefusal::Code.into());
    }
    Ok(serde_json::from_slice(&reply.body).map_err(|_| WorkAccountRefusal::Code)?)
}

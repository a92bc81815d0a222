//! Logging in with a work account: OpenID Connect, code flow, as the NL GOV profile asks.
//!
//! It takes two steps. [`begin`] returns the address that the browser goes to, and the cookie that it takes along. When
//! the browser is back, [`recognise`] says whether it began here, and [`finish`] takes what the provider sent back
//! through the browser, fetches the tokens itself and returns who it is.
//! Tokens never reach the browser and are not kept. What cannot be checked is refused, and every check has a
//! [`WorkAccountRefusal`] of its own.
mod assertion;
mod cache;
mod claims;
mod exchange;
mod form;
mod jwk;
mod once;
mod person;
mod provider;
mod roles;
mod settings;
mod strength;
#[cfg(test)]
mod tests;
mod token;
mod transaction;

pub use crate::account::Refused;
pub use assertion::make_key;
pub use person::Person;
pub use settings::Settings;
pub use transaction::{COOKIE, Transaction, forget};

use crate::Desk;
use http::HeaderValue;
use shared::contract::WorkAccountRefusal;

/// The query with which the provider sends the browser back to our address.
#[derive(Default)]
pub struct Returned {
    code: Option<String>,
    state: Option<String>,
    issuer: Option<String>,
    error: bool,
}

impl Returned {
    /// From the query. A name that occurs twice counts as missing (RFC 6749 §3.1).
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let pairs = form::pairs(query);
        let one = |name: &str| {
            let mut found = pairs.iter().filter(|(other, _)| other == name).map(|(_, value)| value.clone());
            found.next().filter(|_| found.next().is_none())
        };
        let error = pairs.iter().any(|(name, _)| name == "error");
        Self { code: one("code"), state: one("state"), issuer: one("iss"), error }
    }
}

/// The address that the browser goes to, and the cookie that ties this log-in to this browser.
///
/// # Errors
/// [`Refused`]: the provider cannot be reached or is not what it should be.
pub fn begin(desk: &Desk, settings: &Settings, return_to: &str) -> Result<(String, HeaderValue), Refused> {
    let provider = cache::provider(desk, settings)?;
    let transaction = Transaction::begin(desk)?;
    let challenge = transaction.challenge(desk)?;
    let (state, nonce) = (transaction.state(desk)?, transaction.nonce(desk)?);
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", &settings.client_id),
        ("redirect_uri", return_to),
        ("scope", &settings.scope),
        ("state", &state),
        ("nonce", &nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ];
    let acr = settings.strength.acr_values();
    if !acr.is_empty() {
        pairs.push(("acr_values", &acr));
    }
    let separator = if provider.authorization.contains('?') { '&' } else { '?' };
    let url = format!("{}{separator}{}", provider.authorization, form::form(&pairs));
    Ok((url, transaction.cookie(desk)?))
}

/// The log-in that comes back, if this browser began it; `cookie` is the value of [`COOKIE`]. It costs nothing: nobody
/// outside is asked, and nothing is stored.
///
/// # Errors
/// [`Refused`]: there is no cookie, or it is too old, or the answer belongs to another log-in.
pub fn recognise(desk: &Desk, returned: &Returned, cookie: Option<&str>) -> Result<Transaction, Refused> {
    let transaction = Transaction::of_cookie(desk, cookie.unwrap_or_default())?;
    transaction.check_state(desk, returned.state.as_deref().unwrap_or_default())?;
    Ok(transaction)
}

/// Identifies the person who came back; `return_to` is the same address as at [`begin`].
///
/// # Errors
/// [`Refused`] with the first check that failed. After that, this log-in cannot be used again.
pub fn finish(
    desk: &Desk,
    settings: &Settings,
    returned: &Returned,
    transaction: &Transaction,
    return_to: &str,
) -> Result<Person, Refused> {
    once::use_up(desk, &transaction.id(desk)?)?;
    let provider = cache::provider(desk, settings)?;
    provider.check_response_issuer(returned.issuer.as_deref())?;
    let code = returned.code.as_deref().filter(|_| !returned.error).ok_or(WorkAccountRefusal::Cancelled)?;
    let tokens = exchange::exchange(desk, settings, &provider, code, &transaction.verifier(desk)?, return_to)?;
    let signed = token::Signed::parse(&tokens.id_token)?;
    let payload = match signed.verified(&provider.keys) {
        // the provider may have made a new key meanwhile: look it up once, and not too often
        Err(WorkAccountRefusal::Key) => signed.verified(&cache::newer_keys(desk, settings, &provider)?)?,
        checked => checked?,
    };
    let expected = claims::Expected {
        issuer: &settings.issuer,
        client_id: &settings.client_id,
        nonce: &transaction.nonce(desk)?,
        access_token: tokens.access_token.as_deref(),
        now: desk.now(),
    };
    let claims = claims::check(&payload, &expected)?;
    person::of(desk, settings, &claims)
}

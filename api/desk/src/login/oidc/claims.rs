//! Checks a token's claims against the request (OpenID Connect Core §3.1.3.7, NL GOV profile §4.3.4).
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use shared::{contract::WorkAccountRefusal, moment::Moment};

/// How far the provider's clock may be from ours.
const SKEW_SECONDS: i64 = 60;
/// How old a token may be: it is made for the code that we just sent.
const OLDEST_SECONDS: i64 = 10 * 60;

/// The values that a token has to contain.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    /// The access token that came with it.
    pub(super) access_token: Option<&'a str>,
    pub(super) now: Moment,
}

/// Checks all of it; answers the claims.
///
/// # Errors
/// The first check that says no.
pub(super) fn check(claims: &Value, expected: &Expected<'_>) -> Result<Value, WorkAccountRefusal> {
    let text = |name: &str| claims[name].as_str();
    if text("iss") != Some(expected.issuer) {
        return Err(WorkAccountRefusal::Issuer);
    }
    // we alone: a token that others may use too is refused
    let alone = |all: &Vec<Value>| matches!(all.as_slice(), [Value::String(one)] if one == expected.client_id);
    if text("aud") != Some(expected.client_id) && !claims["aud"].as_array().is_some_and(alone) {
        return Err(WorkAccountRefusal::Audience);
    }
    if claims.get("azp").is_some_and(|azp| azp.as_str() != Some(expected.client_id)) {
        return Err(WorkAccountRefusal::Party);
    }
    times(claims, expected.now)?;
    if text("nonce") != Some(expected.nonce) {
        return Err(WorkAccountRefusal::Nonce);
    }
    access_token(claims, expected.access_token)?;
    if claims.get("represents").is_some() {
        return Err(WorkAccountRefusal::Represents);
    }
    Ok(claims.clone())
}

/// A moment as a token writes it: seconds since 1970, maybe with a fraction.
fn seconds(value: &Value) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds are what is compared; a cast saturates")]
    let whole = value.as_f64().filter(|seconds| seconds.is_finite()).map(|seconds| seconds.floor() as i64);
    value.as_i64().or(whole)
}

fn times(claims: &Value, now: Moment) -> Result<(), WorkAccountRefusal> {
    let now = now.millis().div_euclid(1000);
    let expires = seconds(&claims["exp"]).ok_or(WorkAccountRefusal::Expired)?;
    if now >= expires.saturating_add(SKEW_SECONDS) {
        return Err(WorkAccountRefusal::Expired);
    }
    let issued = seconds(&claims["iat"]).ok_or(WorkAccountRefusal::IssuedAt)?;
    let begins = claims.get("nbf").map_or(Some(issued), seconds).ok_or(WorkAccountRefusal::IssuedAt)?;
    let latest = now.saturating_add(SKEW_SECONDS);
    if issued > latest || begins > latest || issued < now.saturating_sub(OLDEST_SECONDS) {
        return Err(WorkAccountRefusal::IssuedAt);
    }
    Ok(())
}

/// `at_hash`: the left half of the hash of the access token (Core §3.1.3.6); all our algorithms hash with SHA-256.
fn access_token(claims: &Value, came: Option<&str>) -> Result<(), WorkAccountRefusal> {
    let Some(said) = claims.get("at_hash") else { return Ok(()) };
    let half = came.map(|token| {
        let hash = Sha256::digest(token.as_bytes());
        BASE64URL_NOPAD.encode(hash.get(..16).unwrap_or_default())
    });
    if half.is_some() && said.as_str() == half.as_deref() { Ok(()) } else { Err(WorkAccountRefusal::AccessToken) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use WorkAccountRefusal as No;
    use serde_json::json;

    const NOW: i64 = 1_777_000_000;

    fn expected<'a>() -> Expected<'a> {
        let now = Moment::from_millis(NOW * 1000 + 500);
        // the example of OpenID Connect Core §A.3
        let access_token = Some("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
        Expected { issuer: "https://inloggen.example", client_id: "meldroute", nonce: "n-1", access_token, now }
    }

    fn good() -> Value {
        json!({
            "iss": "https://inloggen.example", "aud": "meldroute", "azp": "meldroute", "sub": "iemand", "nonce": "n-1",
            "exp": NOW + 300, "iat": NOW - 1, "nbf": NOW - 1, "at_hash": "77QmUPtjPfzWtF2AnpK9RQ",
        })
    }

    #[test]
    fn a_token_for_us_of_now_is_right() {
        assert!(check(&good(), &expected()).is_ok());
        let right = [
            ("aud", json!(["meldroute"])),
            ("exp", json!(NOW - 59)),
            ("iat", json!(NOW + 60)),
            ("iat", json!(NOW - 600)),
            ("iat", json!(f64::from(1_777_000_000) - 0.5)),
        ];
        for (name, value) in right {
            let mut claims = good();
            claims[name] = value;
            assert!(check(&claims, &expected()).is_ok(), "{claims}");
        }
        let mut few = good();
        few.as_object_mut().unwrap().retain(|name, _| !["azp", "nbf", "at_hash"].contains(&name.as_str()));
        assert!(check(&few, &expected()).is_ok());
    }

    #[test]
    fn one_wrong_claim_is_enough() {
        let wrong = [
            ("iss", json!("https://inloggen.example/"), No::Issuer),
            ("iss", json!(["https://inloggen.example"]), No::Issuer),
            ("aud", json!("ander"), No::Audience),
            ("aud", json!([]), No::Audience),
            ("aud", json!(["meldroute", "ander"]), No::Audience),
            ("aud", json!(["meldroute", "meldroute"]), No::Audience),
            ("azp", json!("ander"), No::Party),
            ("azp", json!(null), No::Party),
            ("exp", json!(NOW - 60), No::Expired),
            ("exp", json!("9999999999"), No::Expired),
            ("iat", json!(NOW + 61), No::IssuedAt),
            ("iat", json!(NOW - 601), No::IssuedAt),
            ("iat", json!(null), No::IssuedAt),
            ("nbf", json!(NOW + 61), No::IssuedAt),
            ("nbf", json!("nu"), No::IssuedAt),
            ("nonce", json!("n-2"), No::Nonce),
            ("nonce", json!(null), No::Nonce),
            ("at_hash", json!("77QmUPtjPfzWtF2AnpK9Rg"), No::AccessToken),
            ("at_hash", json!(null), No::AccessToken),
            ("represents", json!({ "sub": "ander" }), No::Represents),
        ];
        for (name, value, refusal) in wrong {
            let mut claims = good();
            claims[name] = value;
            assert_eq!(check(&claims, &expected()).err(), Some(refusal), "{claims}");
        }
        for (name, refusal) in [
            ("iss", No::Issuer),
            ("aud", No::Audience),
            ("exp", No::Expired),
            ("iat", No::IssuedAt),
            ("nonce", No::Nonce),
        ] {
            let mut claims = good();
            claims.as_object_mut().unwrap().remove(name);
            assert_eq!(check(&claims, &expected()).err(), Some(refusal), "without {name}");
        }
        let without = Expected { access_token: None, ..expected() };
        assert_eq!(check(&good(), &without).err(), Some(No::AccessToken));
    }
}

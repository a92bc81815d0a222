//! `private_key_jwt` (RFC 7523, OpenID Connect Core §9): we prove our identity with a signature. It is ES256, because
//! the time of an RSA signature in pure Rust reveals something of the key (RUSTSEC-2023-0071); checking a signature
//! does not.
use data_encoding::BASE64URL_NOPAD;
use kit::{Failure, clock, hex};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::moment::Moment;

/// How long a proof can be used.
const LASTS_SECONDS: i64 = 60;

/// The private key, as JWK.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    crv: String,
    d: String,
    #[serde(default)]
    kid: Option<String>,
}

/// A new key: the private key as one token, for a variable, and the public key as JWK, for the provider.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn make_key() -> Result<(String, String), Failure> {
    let broken = || Failure::Internal("a key could not be made");
    let bytes = clock::random::<32>()?;
    // a number that is no key comes once in 2^32 times
    let key = SigningKey::from_slice(&bytes).map_err(|_| broken())?;
    let point = key.verifying_key().to_sec1_point(false);
    let (x, y) = point.x().zip(point.y()).ok_or_else(broken)?;
    let kid = hex::encode(&clock::random::<8>()?);
    let [x, y] = [x, y].map(|part| BASE64URL_NOPAD.encode(part));
    let mut jwk = json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": x, "y": y });
    let public = jwk.to_string();
    jwk["d"] = BASE64URL_NOPAD.encode(&bytes).into();
    Ok((BASE64URL_NOPAD.encode(jwk.to_string().as_bytes()), public))
}

/// Our key. Does not show itself.
pub(super) struct ClientKey {
    key: SigningKey,
    kid: Option<String>,
}

impl ClientKey {
    /// From a private JWK on P-256: as JSON, or as [`make_key`] writes it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let json = if text.starts_with('{') {
            text.as_bytes().to_vec()
        } else {
            BASE64URL_NOPAD.decode(text.trim().as_bytes()).ok()?
        };
        let json = zeroize::Zeroizing::new(json);
        let jwk: Jwk = serde_json::from_slice(&json).ok()?;
        let bytes = zeroize::Zeroizing::new(BASE64URL_NOPAD.decode(jwk.d.as_bytes()).ok()?);
        let on_p256 = jwk.kty == "EC" && jwk.crv == "P-256";
        let key = SigningKey::from_slice(&bytes).ok().filter(|_| on_p256)?;
        Some(Self { key, kid: jwk.kid })
    }

    /// A new proof, for this provider alone.
    pub(super) fn assertion(&self, client_id: &str, issuer: &str, now: Moment) -> Result<String, Failure> {
        let mut head = json!({ "alg": "ES256", "typ": "JWT" });
        if let Some(kid) = &self.kid {
            head["kid"] = kid.as_str().into();
        }
        let seconds = now.millis().div_euclid(1000);
        let claims = json!({
            "iss": client_id,
            "sub": client_id,
            "aud": issuer,
            "jti": hex::encode(&clock::random::<16>()?),
            "iat": seconds,
            "exp": seconds + LASTS_SECONDS,
        });
        let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let message = format!("{}.{}", part(&head), part(&claims));
        let signature: Signature = self.key.sign(message.as_bytes());
        Ok(format!("{message}.{}", BASE64URL_NOPAD.encode(&signature.to_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::login::oidc::token::Signed;

    #[test]
    fn a_new_key_proves_our_identity_to_the_holder_of_the_public_key() {
        let (private, public) = make_key().unwrap();
        assert!(private.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)), "one word");
        assert!(!public.contains("\"d\""));
        let key = ClientKey::parse(&private).unwrap();
        let assertion = key.assertion("meldroute", "https://inloggen.example", Moment::from_millis(0)).unwrap();
        let public: Value = serde_json::from_str(&public).unwrap();
        let keys = serde_json::from_value(json!({ "keys": [public] })).unwrap();
        let claims = Signed::parse(&assertion).unwrap().verified(&keys).unwrap();
        assert_eq!(claims["aud"], "https://inloggen.example");
        let other: Value = serde_json::from_str(&make_key().unwrap().1).unwrap();
        let keys = serde_json::from_value(json!({ "keys": [other] })).unwrap();
        assert!(Signed::parse(&assertion).unwrap().verified(&keys).is_err());
    }

    #[test]
    fn a_jwk_that_is_no_private_key_on_this_curve_is_refused() {
        let d = BASE64URL_NOPAD.encode(&[7; 32]);
        for text in [
            String::new(),
            "{}".into(),
            "e30".into(),
            json!({ "kty": "EC", "crv": "P-384", "d": d }).to_string(),
            json!({ "kty": "OKP", "crv": "P-256", "d": d }).to_string(),
            json!({ "kty": "EC", "crv": "P-256", "d": "AA" }).to_string(),
            json!({ "kty": "EC", "crv": "P-256", "d": BASE64URL_NOPAD.encode(&[0; 32]) }).to_string(),
        ] {
            assert!(ClientKey::parse(&text).is_none(), "{text}");
        }
    }
}

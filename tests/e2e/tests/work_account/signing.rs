//! Keys made for the tests, and tokens signed with them, also in ways that nobody should.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use p256::ecdsa::{self, signature::Signer};
use rsa::{Generate, PrivateKey, pkcs1v15, signature::SignatureEncoding, traits::PublicKeyParts};
use serde_json::{Value, json};
use sha2::Sha256;
use std::sync::OnceLock;

pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn rsa() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(PrivateKey::generate)
}

fn p256(seed: u8) -> ecdsa::SigningKey {
    ecdsa::SigningKey::from_slice(&[seed; 32]).expect("a key")
}

/// A public key of the provider, by its name: `r` is RSA, `e-N` is P-256.
pub fn public(kid: &str) -> Value {
    if kid == "r" {
        let key = rsa().to_public_key();
        return json!({ "kty": "RSA", "kid": kid, "n": base64(key.n_bytes()), "e": base64(key.e_bytes()) });
    }
    p256_public(kid, seed(kid))
}

fn p256_public(kid: &str, seed: u8) -> Value {
    let point = p256(seed).verifying_key().to_sec1_point(false);
    let (x, y) = (base64(point.x().expect("x")), base64(point.y().expect("y")));
    json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": x, "y": y })
}

/// A private key of ours, as a setting, and what the provider has to know of it.
pub fn own_key() -> (Value, Value) {
    let mut private = p256_public("ons", 77);
    private["d"] = base64([77; 32]).into();
    (private, p256_public("ons", 77))
}

fn seed(kid: &str) -> u8 {
    kid.strip_prefix("e-").and_then(|number| number.parse().ok()).expect("a key of the tests")
}

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By the key with this name.
    By(&'static str),
    /// Names the first key, is signed by the second.
    As(&'static str, &'static str),
    None,
    /// The public key as if it were a shared secret.
    Hs256,
}

/// A token with these claims.
pub fn token(claims: &Value, how: How) -> String {
    let (alg, kid, signer) = match how {
        How::By("r") => ("RS256", "r", "r"),
        How::By(kid) => ("ES256", kid, kid),
        How::As(kid, signer) => ("ES256", kid, signer),
        How::None => ("none", "r", ""),
        How::Hs256 => ("HS256", "r", ""),
    };
    let head = json!({ "alg": alg, "kid": kid, "typ": "JWT" });
    let message = format!("{}.{}", base64(head.to_string()), base64(claims.to_string()));
    let bytes = message.as_bytes();
    let signature = match how {
        How::None => Vec::new(),
        // HKDF's extract step is HMAC-SHA-256
        How::Hs256 => Hkdf::<Sha256>::extract(Some(rsa().to_public_key().n_bytes().as_ref()), bytes).0.to_vec(),
        How::By(_) | How::As(_, _) => signed_by(signer, bytes),
    };
    format!("{message}.{}", base64(signature))
}

fn signed_by(signer: &str, bytes: &[u8]) -> Vec<u8> {
    if signer == "r" {
        return pkcs1v15::SigningKey::<Sha256>::new(rsa().clone()).sign(bytes).to_vec();
    }
    let signature: ecdsa::Signature = p256(seed(signer)).sign(bytes);
    signature.to_bytes().to_vec()
}

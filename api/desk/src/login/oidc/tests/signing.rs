//! Keys made here, and tokens signed with them, also in ways that nobody should.
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::{self, signature::Signer};
use rsa::{Generate, PrivateKey, pkcs1v15, pss, signature::SignatureEncoding, traits::PublicKeyParts};
use serde_json::{Value, json};
use sha2::Sha256;
use std::sync::OnceLock;

pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    BASE64URL_NOPAD.encode(bytes.as_ref())
}

/// One RSA key for all tests: making one takes a while.
pub fn rsa() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(PrivateKey::generate)
}

pub fn p256(seed: u8) -> ecdsa::SigningKey {
    ecdsa::SigningKey::from_slice(&[seed; 32]).unwrap()
}

pub fn rsa_jwk(kid: &str) -> Value {
    let key = rsa().to_public_key();
    json!({ "kty": "RSA", "kid": kid, "use": "sig", "n": base64(key.n_bytes()), "e": base64(key.e_bytes()) })
}

pub fn p256_jwk(kid: &str, seed: u8) -> Value {
    let point = p256(seed).verifying_key().to_sec1_point(false);
    let (x, y) = (base64(point.x().unwrap()), base64(point.y().unwrap()));
    json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": x, "y": y, "alg": "ES256" })
}

/// How a test has a token signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    Rs256,
    Ps256,
    Es256 {
        seed: u8,
    },
    /// No signature at all.
    None,
    /// The public key as if it were a shared secret.
    Hs256,
    /// An RSA signature under a head that says ES256.
    Confused,
    /// The signature of another token.
    Foreign,
}

fn algorithm(how: How) -> &'static str {
    match how {
        How::Rs256 | How::Foreign => "RS256",
        How::Ps256 => "PS256",
        How::Es256 { .. } | How::Confused => "ES256",
        How::None => "none",
        How::Hs256 => "HS256",
    }
}

/// A token with these claims and the `extra` members in its header.
pub fn token(claims: &Value, kid: Option<&str>, how: How, extra: &Value) -> String {
    let mut head = json!({ "alg": algorithm(how) });
    if let Some(kid) = kid {
        head["kid"] = kid.into();
    }
    for (name, value) in extra.as_object().into_iter().flatten() {
        head[name] = value.clone();
    }
    let message = format!("{}.{}", base64(head.to_string()), base64(claims.to_string()));
    let bytes = message.as_bytes();
    let rs256 = |bytes: &[u8]| pkcs1v15::SigningKey::<Sha256>::new(rsa().clone()).sign(bytes).to_vec();
    let signature = match how {
        How::Rs256 | How::Confused => rs256(bytes),
        How::Ps256 => pss::SigningKey::<Sha256>::new(rsa().clone()).sign(bytes).to_vec(),
        How::Es256 { seed } => {
            let signature: ecdsa::Signature = p256(seed).sign(bytes);
            signature.to_bytes().to_vec()
        }
        How::None => Vec::new(),
        How::Hs256 => {
            let mut mac = Hmac::<Sha256>::new_from_slice(rsa().to_public_key().n_bytes().as_ref()).unwrap();
            mac.update(bytes);
            mac.finalize().into_bytes().to_vec()
        }
        How::Foreign => rs256(b"iets anders"),
    };
    format!("{message}.{}", base64(signature))
}

//! A provider's keys (RFC 7517), and whether one of them made a signature. Three algorithms are known, each with the
//! kind of key that belongs to it; `none` and everything with a shared secret are not among them.
use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa;
use rsa::{BoxedUint, PublicKey, pkcs1v15, pss, signature::Verifier};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use sha2::Sha256;
use shared::contract::WorkAccountRefusal;

/// The smallest RSA key that is believed, in bits [guideline: NCSC, ICT-beveiligingsrichtlijnen].
const MIN_RSA: usize = 2048;
/// The largest, so that checking a signature stays cheap.
const MAX_RSA: usize = 8192;

/// How a token is signed (RFC 7518 §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Ps256,
    Es256,
}

impl Algorithm {
    /// The algorithm that a token's header names; no others are allowed.
    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Rs256 | Self::Ps256 => "RSA",
            Self::Es256 => "EC",
        }
    }
}

/// A public key, as published. Only these parts are read and kept.
#[derive(Clone, Serialize, Deserialize)]
struct Jwk {
    kty: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kid: Option<String>,
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    purpose: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    alg: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    crv: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    n: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    e: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    x: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<String>,
}

/// All keys of a provider. One that cannot be read is left out: it may be of a kind that others use.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Keys {
    #[serde(deserialize_with = "readable")]
    keys: Vec<Jwk>,
}

fn readable<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Jwk>, D::Error> {
    let all = Vec::<Value>::deserialize(from)?;
    Ok(all.into_iter().filter_map(|one| serde_json::from_value(one).ok()).collect())
}

impl Keys {
    /// Whether the key that the token names made this signature.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::Key`] when there is no such key, [`WorkAccountRefusal::Signature`] when it did not.
    pub(super) fn verify(
        &self,
        algorithm: Algorithm,
        kid: Option<&str>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), WorkAccountRefusal> {
        let mut fitting = self.keys.iter().filter(|key| key.is_for(algorithm, kid));
        // without a name there has to be one only: nothing is tried until it fits
        let (Some(key), None) = (fitting.next(), fitting.next()) else { return Err(WorkAccountRefusal::Key) };
        let made = match algorithm {
            Algorithm::Rs256 => rs256(&key.rsa()?, message, signature),
            Algorithm::Ps256 => ps256(&key.rsa()?, message, signature),
            Algorithm::Es256 => es256(&key.p256()?, message, signature),
        };
        if made { Ok(()) } else { Err(WorkAccountRefusal::Signature) }
    }
}

fn rs256(key: &PublicKey, message: &[u8], signature: &[u8]) -> bool {
    let made = |signature| pkcs1v15::VerifyingKey::<Sha256>::new(key.clone()).verify(message, &signature).is_ok();
    pkcs1v15::Signature::try_from(signature).is_ok_and(made)
}

/// The salt is as long as the hash (RFC 7518 §3.5).
fn ps256(key: &PublicKey, message: &[u8], signature: &[u8]) -> bool {
    let made = |signature| pss::VerifyingKey::<Sha256>::new(key.clone()).verify(message, &signature).is_ok();
    pss::Signature::try_from(signature).is_ok_and(made)
}

/// r and s, 32 bytes each (RFC 7518 §3.4).
fn es256(key: &ecdsa::VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    ecdsa::Signature::from_slice(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

fn bytes(part: Option<&String>) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(part?.as_bytes()).ok()
}

impl Jwk {
    fn is_for(&self, algorithm: Algorithm, kid: Option<&str>) -> bool {
        self.kty == algorithm.kind()
            && self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && self.alg.as_deref().is_none_or(|alg| alg == algorithm.name())
            && kid.is_none_or(|kid| self.kid.as_deref() == Some(kid))
    }

    fn rsa(&self) -> Result<PublicKey, WorkAccountRefusal> {
        let number = |part| bytes(part).map(|bytes| BoxedUint::from_be_slice_vartime(&bytes));
        let pair = number(self.n.as_ref()).zip(number(self.e.as_ref()));
        pair.and_then(|(n, e)| PublicKey::new_with_size_limits(n, e, MIN_RSA..=MAX_RSA).ok())
            .ok_or(WorkAccountRefusal::Key)
    }

    fn p256(&self) -> Result<ecdsa::VerifyingKey, WorkAccountRefusal> {
        let point = bytes(self.x.as_ref()).zip(bytes(self.y.as_ref()));
        let point = point.filter(|(x, y)| self.crv.as_deref() == Some("P-256") && x.len() == 32 && y.len() == 32);
        let point = point.map(|(x, y)| [&[4], x.as_slice(), y.as_slice()].concat());
        point.and_then(|point| ecdsa::VerifyingKey::from_sec1_bytes(&point).ok()).ok_or(WorkAccountRefusal::Key)
    }
}

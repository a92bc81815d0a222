//! The seal of the device: a browser seals a report before it leaves, and `review` alone opens it.
//!
//! It is HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: what WebCrypto has
//! in every browser of today. X-Wing is not among that, and a browser that brings it along would load a hundred
//! kilobytes. `intake` seals what arrives so once more with X-Wing, so what lies in the store has that too.
//!
//! The key pair is derived from the instance's secret with a label of its own. Bound to it are the key, the gemeente,
//! and the place of the melder's status, which follows from the `Idempotency-Key`: the same text under another key, or
//! in another gemeente, does not open.
use super::{pair::SecretKey, place::join};
use crate::{Failure, Fault, derive::derive, hex};
use data_encoding::BASE64;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256,
    single_shot_open, single_shot_seal,
};
use sha2::{Digest, Sha256};
use shared::{
    contract::SealedReport,
    id::{DeviceKeyId, StatusKey},
};

type X25519 = X25519HkdfSha256;

/// The purpose, with the numbers of the suite. `frontend/js/seal.js` has the same.
const INFO: &[u8] = b"meldroute/2 device 0020 0001 0002";
/// How the text of a key begins.
const WORD: &str = "meldroute-toestel-1:";
/// A report is padded with spaces to the next multiple of this.
pub const STEP: usize = 4096;
/// The most steps: a value in the store stays under 64 KB. A browser sends what is longer without this seal.
pub const MOST_STEPS: usize = 10;
/// The key that travels along, and the tag.
const AROUND: usize = 32 + 16;

/// The public key that browsers seal to. It is not secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceKey([u8; 32]);

impl DeviceKey {
    /// Reads `meldroute-toestel-1:` with 64 hex digits.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        text.strip_prefix(WORD).and_then(hex::decode).map(Self).ok_or(Fault::Malformed)
    }

    /// The text of the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{WORD}{}", hex::encode(&self.0))
    }

    /// Its id; a browser computes the same.
    #[must_use]
    pub fn id(&self) -> DeviceKeyId {
        let digest: [u8; 32] = Sha256::digest(self.0).into();
        let (first, _) = digest.split_at(16);
        let mut half = [0; 16];
        half.copy_from_slice(first);
        DeviceKeyId::from_bytes(&half)
    }

    /// As a browser gets it, with the gemeente that it binds a report to.
    #[must_use]
    pub fn shown(&self, gemeente: &str) -> shared::profile::DeviceKey {
        shared::profile::DeviceKey { id: self.id().into(), key: BASE64.encode(&self.0), gemeente: gemeente.to_owned() }
    }

    /// Seals a report, as `frontend/js/seal.js` does.
    ///
    /// # Errors
    /// [`Failure::Internal`] for one that is too long, or without randomness.
    pub fn seal(&self, gemeente: &str, status: &StatusKey, mut json: Vec<u8>) -> Result<SealedReport, Failure> {
        let failed = |_| Failure::Internal("sealing to the device key failed");
        json.resize(json.len().next_multiple_of(STEP).max(STEP), b' ');
        if json.len() > STEP * MOST_STEPS {
            return Err(Failure::Internal("a report is too long for the seal of the device"));
        }
        let (id, mode) = (self.id(), OpModeS::<X25519>::Base);
        let public = <X25519 as Kem>::PublicKey::from_bytes(&self.0).map_err(failed)?;
        let bound = bind(&id, gemeente, status);
        let (encapped, sealed) =
            single_shot_seal::<AesGcm256, HkdfSha256, X25519>(&mode, &public, INFO, &json, &bound).map_err(failed)?;
        Ok(SealedReport { key: id, sealed: BASE64.encode(&[&encapped.to_bytes()[..], &sealed].concat()) })
    }
}

impl SecretKey {
    /// The public key that browsers seal to, to be opened with this.
    #[must_use]
    pub fn device(&self) -> DeviceKey {
        let (_, public) = X25519::derive_keypair(&self.device_seed());
        DeviceKey(public.to_bytes().into())
    }

    /// The two public keys as the variable `sealing_public` holds them.
    #[must_use]
    pub fn public_text(&self) -> String {
        format!("{} {}", self.public().text(), self.device().text())
    }

    fn device_seed(&self) -> [u8; 32] {
        derive(self.seed(), "device seal", &[self.encapsulation().number().to_string().as_bytes()])
    }
}

/// Whether it has the form of a sealed report. Whether it opens, only `review` can say.
#[must_use]
pub fn is_sealed_report(sealed: &SealedReport) -> bool {
    bytes(sealed).is_some()
}

fn bytes(sealed: &SealedReport) -> Option<Vec<u8>> {
    let raw = BASE64.decode(sealed.sealed.as_bytes()).ok()?;
    let padded = raw.len().checked_sub(AROUND)?;
    (padded.is_multiple_of(STEP) && (1..=MOST_STEPS).contains(&(padded / STEP))).then_some(raw)
}

/// Opens what a browser sealed to this key; `None` for anything else.
pub(super) fn open(key: &SecretKey, sealed: &SealedReport, gemeente: &str, status: &StatusKey) -> Option<Vec<u8>> {
    let raw = bytes(sealed)?;
    let (encapped, text) = raw.split_first_chunk::<32>()?;
    let (private, _) = X25519::derive_keypair(&key.device_seed());
    let encapped = <X25519 as Kem>::EncappedKey::from_bytes(encapped).ok()?;
    let bound = bind(&sealed.key, gemeente, status);
    single_shot_open::<AesGcm256, HkdfSha256, X25519>(&OpModeR::Base, &private, &encapped, INFO, text, &bound).ok()
}

fn bind(id: &DeviceKeyId, gemeente: &str, status: &StatusKey) -> Vec<u8> {
    join(&[id.as_str(), gemeente, status.as_str()])
}

//! Sealing: only those who hold the key of a stored value can read it.
//!
//! A sealed value is `version (1) | suite (1) | key id (4) | what the suite needs | ciphertext with tag`. The head, the
//! gemeente, the store, the key in it and the byte of its [`Kind`](crate::store::cell::Kind) are associated data. So a
//! value that was moved to another place, or to another gemeente, does not open. The content is JSON. It is padded with
//! spaces to a few fixed lengths, so that its length reveals little.
pub mod device;
mod hpke;
mod id;
mod kem;
mod keys;
mod pair;
mod place;
mod symmetric;
pub mod unsealed;

pub use device::DeviceKey;
pub use id::KeyId;
pub use kem::Encapsulation;
pub use keys::{InstanceKey, KeyRing, demote, trust};
pub use pair::{PublicKey, SecretKey};
pub use place::Place;
pub use symmetric::Key;

use crate::{Failure, Fault};
use kem::{HPKE_X_WING, HPKE_X25519};
use std::sync::Arc;

/// The version of the form. Only practice instances hold the two before it: they are recognised, and not opened.
const VERSION: u8 = 3;
/// A pointer or a flag without content. It is not sealed: `version | 0 | 4 zero bytes, 8 random bytes | JSON`.
const PLAIN: u8 = 0;
/// XChaCha20-Poly1305 with a random 24-byte nonce.
const XCHACHA: u8 = 1;
/// Version, suite, key id.
const HEAD: usize = 6;
/// Random bytes in a plain value, new at every write.
const MARK: usize = 8;

/// How the values of a vault are sealed.
#[derive(Clone)]
pub enum Seal {
    /// Not at all: for pointers and flags that reveal nothing.
    Plain,
    /// To the instance: written with its first key, opened with any it holds that nobody else has seen.
    Instance(Result<Arc<KeyRing>, Fault>),
    /// As to the instance, and opened with any key it holds: the keys of backups, which may be older than a leak.
    Kept(Result<Arc<KeyRing>, Fault>),
    /// To the gemeente's public key: everyone can write, and the secret key opens.
    Gemeente(Result<Arc<KeyRing>, Fault>),
    /// With one key: the key of a case, or one that is derived from a receipt code.
    One(Box<Key>),
    /// With the new key of a case, the first. The second is its key before, and still opens what it sealed.
    Renewed(Box<[Key; 2]>),
}

impl Seal {
    /// The seal itself; none in a build without sealing.
    fn in_effect(&self) -> &Self {
        if unsealed::ON { &Self::Plain } else { self }
    }

    /// Seals JSON for a place.
    ///
    /// # Errors
    /// [`Failure::Keys`] when the key is missing; [`Failure::Internal`] without randomness.
    pub fn close(&self, place: &Place<'_>, json: Vec<u8>) -> Result<Vec<u8>, Failure> {
        match self.in_effect() {
            Self::Plain => {
                let mut raw = vec![VERSION, PLAIN, 0, 0, 0, 0];
                raw.extend_from_slice(&crate::clock::random::<MARK>()?);
                raw.extend_from_slice(&json);
                Ok(raw)
            }
            Self::Instance(ring) | Self::Kept(ring) => {
                let first = held(ring)?.first()?;
                symmetric::close(&head(XCHACHA, first.id()), first.records(), place, pad(json))
            }
            Self::Gemeente(ring) => {
                let public = held(ring)?.public();
                hpke::close(&head(public.encapsulation().suite(), public.id()), public, place, &pad(json))
            }
            Self::One(key) => symmetric::close(&head(XCHACHA, key.id()), key, place, pad(json)),
            Self::Renewed(keys) => {
                let [key, _before] = &**keys;
                symmetric::close(&head(XCHACHA, key.id()), key, place, pad(json))
            }
        }
    }

    /// Whether a stored value is sealed with the key that would be used now.
    ///
    /// # Errors
    /// [`Failure::Keys`] when the key is missing.
    pub fn is_current(&self, raw: &[u8]) -> Result<bool, Failure> {
        let now = match self {
            Self::Plain => return Ok(true),
            Self::Instance(ring) | Self::Kept(ring) => held(ring)?.first()?.id(),
            Self::Gemeente(ring) => held(ring)?.public().id(),
            Self::One(key) => key.id(),
            Self::Renewed(keys) => {
                let [key, _before] = &**keys;
                key.id()
            }
        };
        Ok(key_id(raw) == Some(now))
    }

    /// Opens the value of a place.
    ///
    /// # Errors
    /// [`Failure::Keys`] when no key is held. [`Failure::Unreadable`] for anything that was altered, moved, sealed with
    /// another key, or has another form.
    pub fn open(&self, place: &Place<'_>, raw: &[u8]) -> Result<Vec<u8>, Failure> {
        let unreadable = || Failure::Unreadable(place.kind.word());
        let (head, rest) = raw.split_first_chunk::<HEAD>().ok_or_else(unreadable)?;
        let [VERSION, suite, id @ ..] = *head else { return Err(unreadable()) };
        let id = KeyId(id);
        let seal = if suite == PLAIN { self.in_effect() } else { self };
        let opened = match (seal, suite) {
            (Self::Plain, PLAIN) => rest.get(MARK..).map(<[u8]>::to_vec),
            (Self::Instance(ring), XCHACHA) => {
                held(ring)?.trusted(id)?.and_then(|key| symmetric::open(head, key.records(), place, rest))
            }
            (Self::Kept(ring), XCHACHA) => {
                held(ring)?.opening(id)?.and_then(|key| symmetric::open(head, key.records(), place, rest))
            }
            (Self::Gemeente(ring), HPKE_X25519 | HPKE_X_WING) => {
                let key = held(ring)?.opening(id)?.map(InstanceKey::secret);
                key.filter(|key| key.encapsulation().suite() == suite)
                    .and_then(|key| hpke::open(head, key, place, rest))
            }
            (Self::One(key), XCHACHA) if key.id() == id => symmetric::open(head, key, place, rest),
            (Self::Renewed(keys), XCHACHA) => {
                keys.iter().find(|key| key.id() == id).and_then(|key| symmetric::open(head, key, place, rest))
            }
            (Self::Plain | Self::Instance(_) | Self::Kept(_) | Self::Gemeente(_), _) => None,
            (Self::One(_) | Self::Renewed(_), _) => None,
        };
        opened.ok_or_else(unreadable)
    }
}

fn held(ring: &Result<Arc<KeyRing>, Fault>) -> Result<&KeyRing, Failure> {
    match ring {
        Ok(ring) => Ok(ring),
        Err(fault) => Err((*fault).into()),
    }
}

fn head(suite: u8, id: KeyId) -> [u8; HEAD] {
    let KeyId([a, b, c, d]) = id;
    [VERSION, suite, a, b, c, d]
}

/// The id of the key that a stored value was sealed with, if it has the form of a sealed value.
#[must_use]
pub fn key_id(raw: &[u8]) -> Option<KeyId> {
    match *raw.first_chunk::<HEAD>()? {
        [VERSION, XCHACHA | HPKE_X25519 | HPKE_X_WING, id @ ..] => Some(KeyId(id)),
        _ => None,
    }
}

/// JSON with spaces behind it up to the next step: 128 bytes, doubling to 4 KiB, then every 4 KiB.
fn pad(mut json: Vec<u8>) -> Vec<u8> {
    const LARGE: usize = 4096;
    let step = match json.len() {
        0..=LARGE => json.len().next_power_of_two().max(128),
        length => length.next_multiple_of(LARGE),
    };
    json.resize(step, b' ');
    json
}

/// Whether a stored value has the form of an earlier version. Only practice instances hold such values, and they are no
/// longer read.
#[must_use]
pub fn is_earlier(raw: &[u8]) -> bool {
    raw.len() > HEAD && raw.first().is_some_and(|version| (1..VERSION).contains(version))
}

#[cfg(test)]
mod tests;

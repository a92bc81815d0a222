//! Sealing: what stands in a store can be read by who holds the key for it, and by nobody else.
//!
//! A sealed value is `version (1) | suite (1) | key id (4) | what the suite needs | ciphertext with tag`. The head, the
//! gemeente, the store, the key in it and the byte of its [`Kind`] are associated data: a value that was moved to another
//! place, or to another gemeente, does not open. What is sealed is JSON, padded with spaces to steps, so that its length
//! says little.
mod hpke;
mod keys;
mod symmetric;
pub mod unsealed;

pub use keys::{InstanceKey, KeyId, KeyRing, PublicKey, SecretKey};
pub use symmetric::Key;

use crate::{
    Failure, Fault,
    store::cell::{Area, Cell, Kind, StoreName},
};
use std::sync::Arc;

/// The version of the form. The two before it were written in practice instances only: they are named, not opened.
const VERSION: u8 = 3;
/// A pointer or a mark without content: not sealed, `version | 0 | 4 + 8 random bytes | JSON`.
const PLAIN: u8 = 0;
/// XChaCha20-Poly1305 with a random 24-byte nonce.
const XCHACHA: u8 = 1;
/// HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
const HPKE: u8 = 2;
/// Version, suite, key id.
const HEAD: usize = 6;
/// Bytes that are new at every write of a plain value.
const MARK: usize = 8;

/// How the values of a vault are sealed.
#[derive(Clone)]
pub enum Seal {
    /// Not at all: for pointers and marks that say nothing.
    Plain,
    /// To the instance: written with its first key, opened with any it holds.
    Instance(Result<Arc<KeyRing>, Fault>),
    /// To the gemeente's public key: written by everyone, opened by who holds the secret.
    Gemeente(Result<Arc<KeyRing>, Fault>),
    /// With one key: a case's own, or one that follows from a receipt code.
    One(Box<Key>),
    /// With a case's new key, the first; what the second, its key before, sealed still opens.
    Renewed(Box<[Key; 2]>),
}

/// Where a value is kept: what it is bound to.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    gemeente: &'a str,
    store: StoreName,
    key: &'a str,
    kind: Kind,
}

impl<'a> Place<'a> {
    /// The place of a cell in one gemeente's instance.
    #[must_use]
    pub fn of<A: Area, T>(gemeente: &'a str, cell: &'a Cell<A, T>) -> Self {
        Self { gemeente, store: A::STORE, key: cell.key(), kind: cell.kind() }
    }

    /// Every part with its length before it, so that no two places give the same bytes; then the kind's byte.
    fn bind(&self, head: &[u8]) -> Vec<u8> {
        let mut bound = head.to_vec();
        for part in [self.gemeente, self.store.as_str(), self.key] {
            bound.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            bound.extend_from_slice(part.as_bytes());
        }
        bound.push(self.kind.byte());
        bound
    }
}

impl Seal {
    /// Seals JSON for a place.
    ///
    /// # Errors
    /// [`Failure::Keys`] when the key is missing; [`Failure::Internal`] without randomness.
    pub fn close(&self, place: &Place<'_>, json: Vec<u8>) -> Result<Vec<u8>, Failure> {
        match unsealed::instead(self) {
            Self::Plain => {
                let mut raw = vec![VERSION, PLAIN, 0, 0, 0, 0];
                raw.extend_from_slice(&crate::clock::random::<MARK>()?);
                raw.extend_from_slice(&json);
                Ok(raw)
            }
            Self::Instance(ring) => {
                let first = held(ring)?.first()?;
                symmetric::close(&head(XCHACHA, first.id()), &first.records(), place, pad(json))
            }
            Self::Gemeente(ring) => {
                let public = held(ring)?.public();
                hpke::close(&head(HPKE, public.id()), public, place, &pad(json))
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
            Self::Instance(ring) => held(ring)?.first()?.id(),
            Self::Gemeente(ring) => held(ring)?.public().id(),
            Self::One(key) => key.id(),
            Self::Renewed(keys) => {
                let [key, _before] = &**keys;
                key.id()
            }
        };
        Ok(key_id(raw) == Some(now))
    }

    /// Opens what stands at a place.
    ///
    /// # Errors
    /// [`Failure::Keys`] when no key is held; [`Failure::Unreadable`] for anything that was altered, moved, sealed to
    /// another key, or is of another form.
    pub fn open(&self, place: &Place<'_>, raw: &[u8]) -> Result<Vec<u8>, Failure> {
        let unreadable = || Failure::Unreadable(place.kind.word());
        let (head, rest) = raw.split_first_chunk::<HEAD>().ok_or_else(unreadable)?;
        let [VERSION, suite, id @ ..] = *head else { return Err(unreadable()) };
        let id = KeyId(id);
        let seal = if suite == PLAIN { unsealed::instead(self) } else { self };
        let opened = match (seal, suite) {
            (Self::Plain, PLAIN) => rest.get(MARK..).map(<[u8]>::to_vec),
            (Self::Instance(ring), XCHACHA) => {
                held(ring)?.opening(id)?.and_then(|key| symmetric::open(head, &key.records(), place, rest))
            }
            (Self::Gemeente(ring), HPKE) => {
                held(ring)?.opening(id)?.and_then(|key| hpke::open(head, key.secret(), place, rest))
            }
            (Self::One(key), XCHACHA) if key.id() == id => symmetric::open(head, key, place, rest),
            (Self::Renewed(keys), XCHACHA) => {
                keys.iter().find(|key| key.id() == id).and_then(|key| symmetric::open(head, key, place, rest))
            }
            (Self::Plain | Self::Instance(_) | Self::Gemeente(_) | Self::One(_) | Self::Renewed(_), _) => None,
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

/// The id of the key a stored value was sealed to, if it has the form of one.
#[must_use]
pub fn key_id(raw: &[u8]) -> Option<KeyId> {
    match *raw.first_chunk::<HEAD>()? {
        [VERSION, XCHACHA | HPKE, id @ ..] => Some(KeyId(id)),
        _ => None,
    }
}

/// JSON with spaces behind it up to a step: 128 bytes, doubling to 4 KiB, then every 4 KiB.
fn pad(mut json: Vec<u8>) -> Vec<u8> {
    const LARGE: usize = 4096;
    let step = match json.len() {
        0..=LARGE => json.len().next_power_of_two().max(128),
        length => length.next_multiple_of(LARGE),
    };
    json.resize(step, b' ');
    json
}

/// Whether a stored value is in the form of an earlier version, which bound a word for the log. It was written in practice
/// instances only, and is no longer read.
#[must_use]
pub fn is_earlier(raw: &[u8]) -> bool {
    raw.len() > HEAD && raw.first().is_some_and(|version| (1..VERSION).contains(version))
}

#[cfg(test)]
mod tests;

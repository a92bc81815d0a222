//! XChaCha20-Poly1305: one key for many values, a random nonce for each.
use super::{id::KeyId, place::Place};
use crate::{Failure, clock, derive::derive};
use chacha20poly1305::{
    Key as CipherKey, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroize;

const NONCE: usize = 24;

/// 256 bits that seal and open. They are not printed, and are wiped when they are dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// A key from 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new one.
    ///
    /// # Errors
    /// [`Failure::Internal`] without randomness.
    pub fn random() -> Result<Self, Failure> {
        Ok(Self(clock::random()?))
    }

    /// Derives a key from a secret, for one purpose (HKDF-SHA-256).
    #[must_use]
    pub fn derive(from: &[u8], purpose: &str) -> Self {
        Self(derive(from, purpose, &[]))
    }

    /// Its bytes, to keep it sealed to another key or to derive from it.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Four bytes that distinguish keys and reveal nothing about them.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let Self([a, b, c, d, ..]) = Self::derive(&self.0, "id");
        KeyId([a, b, c, d])
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

pub(super) fn close(head: &[u8], key: &Key, place: &Place<'_>, padded: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let nonce: [u8; NONCE] = clock::random()?;
    let payload = Payload { msg: &padded, aad: &place.bind(head) };
    let cipher = XChaCha20Poly1305::new(&CipherKey::from(key.0));
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Failure::Internal("sealing failed"))?;
    Ok([head, &nonce, &sealed].concat())
}

pub(super) fn open(head: &[u8], key: &Key, place: &Place<'_>, rest: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>()?;
    let payload = Payload { msg: sealed, aad: &place.bind(head) };
    XChaCha20Poly1305::new(&CipherKey::from(key.0)).decrypt(&XNonce::from(*nonce), payload).ok()
}

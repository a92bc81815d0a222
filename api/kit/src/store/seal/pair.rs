//! An instance's key pair: the public key that reports are sealed to, and the secret seed that it is derived from.
use super::{id::KeyId, kem};
use crate::{Failure, Fault, clock, hex};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

const PUBLIC: &str = "meldroute-publiek-1:";
/// How a secret key begins in its variable.
pub(super) const SECRET: &str = "meldroute-geheim-1:";

/// The key that reports are sealed to. It is not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Reads `meldroute-publiek-1:` with 64 hex digits.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        text.trim().strip_prefix(PUBLIC).and_then(hex::decode).map(Self).ok_or(Fault::Malformed)
    }

    /// The text of the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{PUBLIC}{}", hex::encode(&self.0))
    }

    /// The first bytes of its SHA-256.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let digest: [u8; 32] = Sha256::digest(self.0).into();
        let [a, b, c, d, ..] = digest;
        KeyId([a, b, c, d])
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The seed from which every secret of an instance is derived. It is not printed, and is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey([u8; 32]);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl Drop for SecretKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl SecretKey {
    /// A new one.
    ///
    /// # Errors
    /// [`Failure::Internal`] without randomness.
    pub fn random() -> Result<Self, Failure> {
        Ok(Self(clock::random()?))
    }

    /// The secret key of this seed: 32 bytes.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(seed)
    }

    /// Its 32 bytes, to split and join it.
    #[must_use]
    pub fn seed(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(kem::public(&self.0))
    }

    /// The text of the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{SECRET}{}:{}", self.public().id(), hex::encode(&self.0))
    }
}

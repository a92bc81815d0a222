//! An instance's key pair: the public key that reports are sealed to, and the secret seed that it is derived from.
use super::{id::KeyId, kem::Encapsulation};
use crate::{Failure, Fault, clock, hex};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

/// How the text of a public key begins, and then the number of its encapsulation.
const PUBLIC: &str = "meldroute-publiek-";
/// The same for a secret key.
pub(super) const SECRET: &str = "meldroute-geheim-";

/// The encapsulation that a key's text names after the word it begins with, and what follows the colon.
pub(super) fn numbered<'a>(text: &'a str, word: &str) -> Option<(Encapsulation, &'a str)> {
    let (number, rest) = text.strip_prefix(word)?.split_once(':')?;
    let of = |kind: &Encapsulation| number.chars().eq([kind.number()]);
    Some((Encapsulation::ALL.into_iter().find(of)?, rest))
}

/// The key that reports are sealed to. It is not secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    encapsulation: Encapsulation,
    bytes: Vec<u8>,
}

impl PublicKey {
    /// Reads `meldroute-publiek-1:` with 64 hex digits, or `meldroute-publiek-2:` with 2432.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (encapsulation, digits) = numbered(text.trim(), PUBLIC).ok_or(Fault::Malformed)?;
        let bytes = encapsulation.public_from_hex(digits).ok_or(Fault::Malformed)?;
        Ok(Self { encapsulation, bytes })
    }

    /// The text of the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{PUBLIC}{}:{}", self.encapsulation.number(), hex::encode(&self.bytes))
    }

    /// The first bytes of its SHA-256.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let digest: [u8; 32] = Sha256::digest(&self.bytes).into();
        let [a, b, c, d, ..] = digest;
        KeyId([a, b, c, d])
    }

    /// How a key travels to whoever holds the secret one.
    #[must_use]
    pub fn encapsulation(&self) -> Encapsulation {
        self.encapsulation
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The seed from which every secret of an instance is derived. It is not printed, and is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey {
    encapsulation: Encapsulation,
    seed: [u8; 32],
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl Drop for SecretKey {
    fn drop(&mut self) {
        self.seed.zeroize();
    }
}

impl SecretKey {
    /// A new one.
    ///
    /// # Errors
    /// [`Failure::Internal`] without randomness.
    pub fn random() -> Result<Self, Failure> {
        Ok(Self::from_seed(clock::random()?))
    }

    /// The secret key of this seed: 32 bytes.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self::of(Encapsulation::NEW, seed)
    }

    /// The same for an encapsulation, which need not be that of new keys.
    #[must_use]
    pub fn of(encapsulation: Encapsulation, seed: [u8; 32]) -> Self {
        Self { encapsulation, seed }
    }

    /// How a key travels to it.
    #[must_use]
    pub fn encapsulation(&self) -> Encapsulation {
        self.encapsulation
    }

    /// Its 32 bytes, to split and join it.
    #[must_use]
    pub fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey { encapsulation: self.encapsulation, bytes: self.encapsulation.public(&self.seed) }
    }

    /// The text of the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{SECRET}{}:{}:{}", self.encapsulation.number(), self.public().id(), hex::encode(&self.seed))
    }
}

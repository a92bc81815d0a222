//! The instance's keys: as text in two variables, and what follows from them.
//!
//! `sealing_public` holds `meldroute-publiek-1:KEY` (64 hex digits) and is all that `intake` gets. `sealing_secrets`
//! holds `meldroute-geheim-1:ID:SEED`, the key in use first, older ones behind it, spaces between.
use super::{Key, hpke, unsealed};
use crate::{Failure, Fault, clock, hex};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

const PUBLIC: &str = "meldroute-publiek-1:";
const SECRET: &str = "meldroute-geheim-1:";

/// Four bytes that tell keys apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

impl std::fmt::Display for KeyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

/// The key reports are sealed to: no secret.
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

    /// As it stands in the variable.
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

/// The seed from which everything secret of an instance follows. Does not show itself, and is wiped when it goes.
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

    /// From its 32 bytes.
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
        PublicKey(hpke::public(self))
    }

    /// As it stands in the variable.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{SECRET}{}:{}", self.public().id(), hex::encode(&self.0))
    }
}

/// A secret key as the variable gives it, with the id it says it has.
pub struct InstanceKey {
    id: KeyId,
    secret: SecretKey,
}

impl InstanceKey {
    /// Reads `meldroute-geheim-1:ID:SEED`.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (id, seed) = text.strip_prefix(SECRET).and_then(|rest| rest.split_once(':')).ok_or(Fault::Malformed)?;
        let (id, seed) = hex::decode(id).zip(hex::decode(seed)).ok_or(Fault::Malformed)?;
        Ok(Self { id: KeyId(id), secret: SecretKey(seed) })
    }

    /// The id it was written with.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// What opens reports.
    #[must_use]
    pub fn secret(&self) -> &SecretKey {
        &self.secret
    }

    /// What seals accounts, sessions, lists, and the keys of cases.
    #[must_use]
    pub fn records(&self) -> Key {
        Key::derive(&self.secret.0, "records")
    }

    /// Whether the id is the one of its public key: costs a multiplication on the curve.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.secret.public().id() == self.id
    }
}

/// The keys a component was given.
pub struct KeyRing {
    public: PublicKey,
    secrets: Vec<InstanceKey>,
}

impl KeyRing {
    /// From the two variables; `intake` has no second.
    ///
    /// # Errors
    /// [`Fault::NoPublic`], [`Fault::Malformed`], [`Fault::NoPair`] when the first secret is not the public key's.
    pub fn parse(public: Option<&str>, secrets: Option<&str>) -> Result<Self, Fault> {
        let given = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let public = PublicKey::parse(&given(public).ok_or(Fault::NoPublic)?)?;
        let secrets = given(secrets).unwrap_or_default();
        let secrets: Vec<InstanceKey> = secrets.split_whitespace().map(InstanceKey::parse).collect::<Result<_, _>>()?;
        if secrets.first().is_some_and(|first| first.id != public.id()) {
            return Err(Fault::NoPair);
        }
        if unsealed::refuses(&public) {
            return Err(Fault::Unknown);
        }
        Ok(Self { public, secrets })
    }

    /// The public key.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key that new values are sealed with.
    ///
    /// # Errors
    /// [`Fault::NoSecret`].
    pub fn first(&self) -> Result<&InstanceKey, Fault> {
        self.secrets.first().ok_or(Fault::NoSecret)
    }

    /// The key with this id, if it is held.
    ///
    /// # Errors
    /// [`Fault::NoSecret`] when none is.
    pub fn opening(&self, id: KeyId) -> Result<Option<&InstanceKey>, Fault> {
        self.first()?;
        Ok(self.secrets.iter().find(|key| key.id == id))
    }

    /// All secret keys, the one in use first.
    #[must_use]
    pub fn secrets(&self) -> &[InstanceKey] {
        &self.secrets
    }
}

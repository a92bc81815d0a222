//! The keys of an instance, as two variables give them.
//!
//! `sealing_public` holds `meldroute-publiek-1:KEY` (64 hex digits). It is all that `intake` gets. `sealing_secrets`
//! holds `meldroute-geheim-1:ID:SEED` for every secret key, with spaces between: the key in use first, then older ones.
use super::{
    id::KeyId,
    pair::{PublicKey, SECRET, SecretKey},
    symmetric::Key,
    unsealed,
};
use crate::{Fault, hex};
use std::sync::OnceLock;

/// A secret key as the variable gives it, with the id that is written there.
pub struct InstanceKey {
    id: KeyId,
    secret: SecretKey,
    /// derived at its first use, and kept for the other values of the request
    records: OnceLock<Key>,
}

impl InstanceKey {
    /// Reads `meldroute-geheim-1:ID:SEED`.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (id, seed) = text.strip_prefix(SECRET).and_then(|rest| rest.split_once(':')).ok_or(Fault::Malformed)?;
        let (id, seed) = hex::decode(id).zip(hex::decode(seed)).ok_or(Fault::Malformed)?;
        Ok(Self { id: KeyId(id), secret: SecretKey::from_seed(seed), records: OnceLock::new() })
    }

    /// The id it was written with.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The key that opens reports.
    #[must_use]
    pub fn secret(&self) -> &SecretKey {
        &self.secret
    }

    /// The key that seals accounts, sessions, lists, and the keys of cases.
    #[must_use]
    pub fn records(&self) -> &Key {
        self.records.get_or_init(|| Key::derive(self.secret.seed(), "records"))
    }

    /// Whether the id belongs to its public key. This costs a multiplication on the curve.
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
    /// Reads the two variables. `intake` has no second one.
    ///
    /// # Errors
    /// [`Fault::NoPublic`], [`Fault::Malformed`], [`Fault::NoPair`] when the first secret does not belong to the
    /// public key.
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

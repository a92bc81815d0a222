//! The keys of an instance, as two variables give them.
//!
//! `sealing_public` holds `meldroute-publiek-2:KEY` (2432 hex digits) and, after a space, the key that browsers seal
//! to: `meldroute-toestel-1:KEY` (64). Without the second no browser seals. It is all that `intake` gets.
//! `sealing_secrets` holds `meldroute-geheim-2:ID:SEED` for every secret key, with spaces between: the key in use
//! first, then older ones. The number is that of the [`Encapsulation`](super::Encapsulation): keys of before have 1.
//!
//! An older key that somebody may have seen is written as `meldroute-uitgelekt-2:ID:SEED`. It still opens reports that
//! were sealed to it and the keys of backups. It opens nothing else, because whoever has it could make that too. The
//! mark is here, and not in a store: whoever can write there could take it away.
use super::{
    device::{self, DeviceKey},
    id::KeyId,
    pair::{PublicKey, SECRET, SecretKey, numbered},
    symmetric::Key,
    unsealed,
};
use crate::{Fault, hex};
use shared::{contract::SealedReport, id::StatusKey};
use std::sync::OnceLock;

/// How a secret key begins that somebody may have seen.
const DEMOTED: &str = "meldroute-uitgelekt-";

/// A secret key as the variable gives it, with the id that is written there.
pub struct InstanceKey {
    id: KeyId,
    secret: SecretKey,
    demoted: bool,
    /// derived at its first use, and kept for the other values of the request
    records: OnceLock<Key>,
}

impl InstanceKey {
    /// Reads `meldroute-geheim-2:ID:SEED` or `meldroute-uitgelekt-2:ID:SEED`, with the number of its encapsulation.
    ///
    /// # Errors
    /// [`Fault::Malformed`].
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let marked = numbered(text, DEMOTED);
        let (encapsulation, rest) = marked.or_else(|| numbered(text, SECRET)).ok_or(Fault::Malformed)?;
        let (id, seed) = rest.split_once(':').ok_or(Fault::Malformed)?;
        let (id, seed) = hex::decode(id).zip(hex::decode(seed)).ok_or(Fault::Malformed)?;
        let secret = SecretKey::of(encapsulation, seed);
        Ok(Self { id: KeyId(id), secret, demoted: marked.is_some(), records: OnceLock::new() })
    }

    /// The id it was written with.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Whether somebody may have seen it, so that it opens reports and the keys of backups alone.
    #[must_use]
    pub fn is_demoted(&self) -> bool {
        self.demoted
    }

    /// The key that opens reports.
    #[must_use]
    pub fn secret(&self) -> &SecretKey {
        &self.secret
    }

    /// What belongs in `sealing_public`.
    #[must_use]
    pub fn public_text(&self) -> String {
        self.secret.public_text()
    }

    /// The key that seals accounts, sessions, lists, and the keys of cases.
    #[must_use]
    pub fn records(&self) -> &Key {
        self.records.get_or_init(|| Key::derive(self.secret.seed(), "records"))
    }

    /// Whether the id belongs to its public key. This makes the key pair.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.secret.public().id() == self.id
    }
}

/// The keys a component was given.
pub struct KeyRing {
    public: PublicKey,
    device: Option<DeviceKey>,
    secrets: Vec<InstanceKey>,
}

impl KeyRing {
    /// Reads the two variables. `intake` has no second one.
    ///
    /// # Errors
    /// [`Fault::NoPublic`], [`Fault::Malformed`], [`Fault::NoPair`] when the first secret does not belong to the
    /// public key, [`Fault::Leaked`] when it is one that somebody may have seen.
    pub fn parse(public: Option<&str>, secrets: Option<&str>) -> Result<Self, Fault> {
        let given = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let (public, device) = publics(&given(public).ok_or(Fault::NoPublic)?)?;
        let secrets = given(secrets).unwrap_or_default();
        let secrets: Vec<InstanceKey> = secrets.split_whitespace().map(InstanceKey::parse).collect::<Result<_, _>>()?;
        if secrets.first().is_some_and(|first| first.id != public.id()) {
            return Err(Fault::NoPair);
        }
        // a report that is sealed to a key of somebody else would never open
        if secrets.first().zip(device).is_some_and(|(first, device)| first.secret.device() != device) {
            return Err(Fault::NoPair);
        }
        if secrets.first().is_some_and(InstanceKey::is_demoted) {
            return Err(Fault::Leaked);
        }
        if unsealed::refuses(&public) {
            return Err(Fault::Unknown);
        }
        Ok(Self { public, device, secrets })
    }

    /// The public key.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key that browsers seal to; none where the variable holds none, as it was made by an earlier version.
    #[must_use]
    pub fn device(&self) -> Option<&DeviceKey> {
        self.device.as_ref()
    }

    /// The key that new values are sealed with.
    ///
    /// # Errors
    /// [`Fault::NoSecret`].
    pub fn first(&self) -> Result<&InstanceKey, Fault> {
        self.secrets.first().ok_or(Fault::NoSecret)
    }

    /// The key with this id, if it is held: for reports and for the keys of backups.
    ///
    /// # Errors
    /// [`Fault::NoSecret`] when none is.
    pub fn opening(&self, id: KeyId) -> Result<Option<&InstanceKey>, Fault> {
        self.first()?;
        Ok(self.secrets.iter().find(|key| key.id == id))
    }

    /// The same for everything else: not a key that somebody may have seen.
    ///
    /// # Errors
    /// As [`KeyRing::opening`].
    pub fn trusted(&self, id: KeyId) -> Result<Option<&InstanceKey>, Fault> {
        Ok(self.opening(id)?.filter(|key| !key.demoted))
    }

    /// Opens what a browser sealed, with any key that is held: a phone may show a page of yesterday. `None` for
    /// whatever was altered, sealed to another key, in another gemeente, or under another `Idempotency-Key`.
    ///
    /// # Errors
    /// [`Fault::NoSecret`] where no key is held, as in `intake`.
    pub fn open_report(
        &self,
        sealed: &SealedReport,
        gemeente: &str,
        status: &StatusKey,
    ) -> Result<Option<Vec<u8>>, Fault> {
        self.first()?;
        let key = self.secrets.iter().map(InstanceKey::secret).find(|key| key.device().id() == sealed.key);
        Ok(key.and_then(|key| device::open(key, sealed, gemeente, status)))
    }

    /// All secret keys, the one in use first.
    #[must_use]
    pub fn secrets(&self) -> &[InstanceKey] {
        &self.secrets
    }
}

/// The public key, and the one for browsers if it is there.
fn publics(text: &str) -> Result<(PublicKey, Option<DeviceKey>), Fault> {
    match text.split_whitespace().collect::<Vec<_>>()[..] {
        [public] => Ok((PublicKey::parse(public)?, None)),
        [public, device] => Ok((PublicKey::parse(public)?, Some(DeviceKey::parse(device)?))),
        _ => Err(Fault::Malformed),
    }
}

/// The text of `sealing_secrets` in which every key but the first is one that somebody may have seen.
#[must_use]
pub fn demote(secrets: &str) -> String {
    let mut keys = secrets.split_whitespace();
    let first = keys.next().map(str::to_owned);
    let older =
        keys.map(|key| key.strip_prefix(SECRET).map_or_else(|| key.to_owned(), |key| format!("{DEMOTED}{key}")));
    first.into_iter().chain(older).collect::<Vec<_>>().join(" ")
}

/// The text in which every key counts again: only to put back a backup of before, which is then sealed again.
#[must_use]
pub fn trust(secrets: &str) -> String {
    secrets.replace(DEMOTED, SECRET)
}

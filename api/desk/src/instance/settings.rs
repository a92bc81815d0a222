//! What was changed on screen in the settings, as it is stored, and how a profile is read over it.
use kit::{
    Failure, hex, inbox,
    instance::Overlay,
    store::{
        Vault,
        cell::{self, Cases, Cell, Pointers},
    },
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::{
    id::AccountId,
    indicators::{IndicatorList, ListVersion},
    moment::Moment,
    profile::Function,
    settings::{Part, Settings, check_list},
};

/// The history, with what holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredSettings {
    /// The last number given to a change.
    #[serde(rename = "laatste", default)]
    pub last: u32,
    /// What holds.
    #[serde(rename = "nu", default)]
    pub now: Settings,
    /// The changes, oldest first.
    #[serde(rename = "veranderingen", default)]
    pub changes: Vec<StoredChange>,
    /// The change that waits for a second person.
    #[serde(rename = "wacht", default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<StoredChange>,
    /// The lists of signals that were read in, oldest first. None of them ever goes: reports were made on them.
    #[serde(rename = "lijsten", default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<StoredList>,
    /// Functions that there were once, each with every name that it had.
    #[serde(rename = "eerdereFuncties", default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<Function>,
}

/// Which list was read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredList {
    /// Its version.
    #[serde(rename = "versie")]
    pub version: ListVersion,
    /// The hash of what it says, under which it is kept.
    #[serde(rename = "hash")]
    pub hash: String,
    /// When.
    #[serde(rename = "op")]
    pub at: Moment,
    /// By whom.
    #[serde(rename = "door")]
    pub by: AccountId,
}

/// A change of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredChange {
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: u32,
    /// When it came to hold, or was asked.
    #[serde(rename = "op")]
    pub at: Moment,
    /// Who asked.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// Who agreed.
    #[serde(rename = "bevestigdDoor", default, skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<AccountId>,
    /// How the overlay was.
    #[serde(rename = "was")]
    pub before: Part,
    /// How it is then.
    #[serde(rename = "wordt")]
    pub after: Part,
    /// The change that it took back.
    #[serde(rename = "maaktOngedaan", default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u32>,
}

impl StoredSettings {
    pub(crate) const CELL: Cell<Cases, Self> = cell::settings();
}

/// The hash of what a list says, and the place where it is kept. What two people read in at the same moment under one
/// version is in two places, and the history names one of them.
///
/// # Errors
/// [`Failure::Internal`] for a list that does not become JSON.
pub(crate) fn place_of(list: &IndicatorList) -> Result<(String, Cell<Cases, IndicatorList>), Failure> {
    let json = serde_json::to_vec(list).map_err(|_| Failure::Internal("a list did not become JSON"))?;
    let hash = hex::encode(&Sha256::digest(json));
    let place = cell::list(&hash);
    Ok((hash, place))
}

/// A list that was read in; none where it is damaged, which the log says.
pub(crate) fn list_of(cases: &Vault<Cases>, kept: &StoredList) -> Option<IndicatorList> {
    match cases.get(&cell::list::<IndicatorList>(&kept.hash)) {
        Ok(list) => list.filter(|list| check_list(list).is_empty()),
        Err(failure) => {
            failure.log();
            None
        }
    }
}

/// Reads profiles and lists over what is stored. While that is damaged, what was last shown holds, and then the file.
pub(super) fn overlay(cases: Vault<Cases>, pointers: Vault<Pointers>) -> Overlay {
    let (of_lists, shown) = (cases.clone(), pointers.clone());
    let settings = move || match holding(&cases) {
        Ok(settings) => settings,
        Err(failure) => {
            failure.log();
            inbox::settings::shown(&pointers).unwrap_or_default()
        }
    };
    let list = move |version: &ListVersion| {
        let stored = of_lists.get(&StoredSettings::CELL).ok().flatten().unwrap_or_default();
        let kept = stored.lists.iter().find(|kept| kept.version == *version);
        let list = kept.and_then(|kept| list_of(&of_lists, kept));
        list.or_else(|| inbox::lists::shown(&shown, version))
    };
    Overlay::of(settings, list)
}

fn holding(cases: &Vault<Cases>) -> Result<Settings, Failure> {
    let now = cases.get(&StoredSettings::CELL)?.unwrap_or_default().now;
    if now.is_in_order() { Ok(now) } else { Err(Failure::Unreadable(StoredSettings::CELL.kind().word())) }
}

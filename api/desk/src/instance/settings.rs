//! What was changed on screen in the settings, as it is stored, and how a profile is read over it.
use kit::{
    Failure, inbox,
    instance::Overlay,
    store::{
        Vault,
        cell::{self, Cases, Cell, Pointers},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    id::AccountId,
    moment::Moment,
    settings::{Part, Settings},
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

/// Reads a profile over what is stored. While that is damaged, what was last shown holds, and then the file.
pub(super) fn overlay(cases: Vault<Cases>, pointers: Vault<Pointers>) -> Overlay {
    Overlay::of(move || match holding(&cases) {
        Ok(settings) => settings,
        Err(failure) => {
            failure.log();
            inbox::settings::shown(&pointers).unwrap_or_default()
        }
    })
}

fn holding(cases: &Vault<Cases>) -> Result<Settings, Failure> {
    let now = cases.get(&StoredSettings::CELL)?.unwrap_or_default().now;
    if now.is_in_order() { Ok(now) } else { Err(Failure::Unreadable(StoredSettings::CELL.kind().word())) }
}

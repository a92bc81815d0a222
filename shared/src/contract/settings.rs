//! Settings (inrichting): what holds, what was changed by whom, and what waits for a second person.
use crate::{
    choice::choice,
    moment::Moment,
    settings::{Part, PartKind},
    text::Line,
};
use serde::{Deserialize, Serialize};

choice!(
    /// A second person's answer to a change (`soort`).
    SettingsVerdict {
        /// Bevestigen.
        Confirm = "bevestigen",
        /// Weigeren.
        Refuse = "weigeren",
    }
);

/// Body of `POST instellingen`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "one command in a request, and never many")]
pub enum SettingsCommand {
    /// Changes one part.
    #[serde(rename = "wijzigen")]
    Change {
        /// The last number that was read: somebody else may have changed something since.
        #[serde(rename = "gezien")]
        seen: u32,
        /// The part as it is to be.
        #[serde(rename = "deel")]
        part: Part,
    },
    /// Puts a part back as it was before one change.
    #[serde(rename = "ongedaan-maken")]
    Undo {
        /// The last number that was read.
        #[serde(rename = "gezien")]
        seen: u32,
        /// The change.
        #[serde(rename = "nummer")]
        number: u32,
    },
    /// Withdraws the change that waits.
    #[serde(rename = "intrekken")]
    Withdraw,
}

/// Body of `POST instellingen/antwoord`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SettingsAnswer {
    /// The answer.
    #[serde(rename = "soort")]
    pub verdict: SettingsVerdict,
    /// The change that was read.
    #[serde(rename = "nummer")]
    pub number: u32,
}

view!(
    /// Answer to `GET instellingen`.
    SettingsPage {
        /// The last number given.
        #[serde(rename = "laatste")]
        last: u32,
        /// Every part as it holds now.
        #[serde(rename = "nu")]
        now: Vec<Part>,
        /// The change that waits for a second person.
        #[serde(rename = "wacht")]
        waiting: Option<SettingsChange>,
        /// What was changed, newest first.
        #[serde(rename = "geschiedenis")]
        history: Vec<SettingsChange>,
        /// Whether the changes could not be read, so that the files hold, or what was last shown.
        #[serde(rename = "nietTeLezen")]
        unreadable: bool,
    }
);

view!(
    /// A change of one part.
    SettingsChange {
        /// Its number.
        #[serde(rename = "nummer")]
        number: u32,
        /// When.
        #[serde(rename = "op")]
        at: Moment,
        /// Who asked. None: the account is not there any more.
        #[serde(rename = "door")]
        by: Option<Line>,
        /// Who agreed, where that is needed.
        #[serde(rename = "bevestigdDoor")]
        confirmed_by: Option<Line>,
        /// How it was.
        #[serde(rename = "was")]
        before: Part,
        /// How it is then.
        #[serde(rename = "wordt")]
        after: Part,
        /// The change that it took back.
        #[serde(rename = "maaktOngedaan")]
        undoes: Option<u32>,
    }
);

impl SettingsPage {
    /// A part as it holds now.
    #[must_use]
    pub fn part(&self, kind: PartKind) -> Option<&Part> {
        self.now.iter().find(|part| part.kind() == kind)
    }
}

//! Settings (inrichting): what holds, what was changed by whom, and what waits for a second person.
use crate::{
    choice::choice,
    indicators::IndicatorList,
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
    /// Reads in a list of signals, and puts it in use as a new version. Earlier ones stay for the reports made on them.
    #[serde(rename = "lijst-inlezen")]
    Import {
        /// The last number that was read.
        #[serde(rename = "gezien")]
        seen: u32,
        /// The list, as a file of the KMT has it.
        #[serde(rename = "lijst")]
        list: IndicatorList,
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
        /// Every part as the file says: the bounds of the terms, and what holds where nothing was changed.
        #[serde(rename = "bestand")]
        file: Vec<Part>,
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

view!(
    /// Answer to `GET instellingen/lijsten`.
    ListsPage {
        /// Every list of signals that is kept, newest first.
        #[serde(rename = "lijsten")]
        lists: Vec<KeptList>,
    }
);

view!(
    /// A list of signals that is kept.
    KeptList {
        /// The list.
        #[serde(rename = "lijst")]
        list: IndicatorList,
        /// Whether it is the one in use.
        #[serde(rename = "inGebruik")]
        in_use: bool,
        /// When it was read in. None: it is a file of the server.
        #[serde(rename = "ingelezenOp")]
        read_in: Option<Moment>,
        /// Who read it in. None: it is a file, or the account is not there any more.
        #[serde(rename = "door")]
        by: Option<Line>,
    }
);

impl SettingsPage {
    /// A part as the file says.
    #[must_use]
    pub fn part_of_file(&self, kind: PartKind) -> Option<&Part> {
        self.file.iter().find(|part| part.kind() == kind)
    }

    /// A part as it holds now.
    #[must_use]
    pub fn part(&self, kind: PartKind) -> Option<&Part> {
        self.now.iter().find(|part| part.kind() == kind)
    }
}

//! Views for the page on closing many reports at once.
use crate::{
    access::OfficerView,
    case::RowView,
    flood::Flood,
    id::{AccountId, CaseNumber, TogetherId},
    moment::{Day, Moment},
    text::{Line, Prose},
};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `GET samen-afsluiten`, and to an act there. Every number counts only what the caller may see.
    TogetherPage {
        /// Proposals that wait or are carried out, and those of the last days, oldest first.
        #[serde(rename = "voorstellen")]
        proposals: Vec<TogetherView>,
        /// Whether more reports come in than usual.
        #[serde(rename = "drukte")]
        flood: Option<Flood>,
        /// After a proposal: whether there are more reports of this kind than one proposal can hold.
        #[serde(rename = "erZijnMeer")]
        more: bool,
        /// The moment it is at the server.
        #[serde(rename = "nu")]
        now: Moment,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
        /// Names of everybody with an account.
        #[serde(rename = "namen")]
        names: Vec<OfficerView>,
    }
);
view!(
    /// A proposal to close many reports at once.
    TogetherView {
        /// Its id.
        id: TogetherId,
        /// The AF who proposed it.
        #[serde(rename = "voorgesteldDoor")]
        by: AccountId,
        /// The moment of the proposal.
        #[serde(rename = "voorgesteldOp")]
        at: Moment,
        /// Reports from this moment on.
        #[serde(rename = "van")]
        from: Moment,
        /// Reports up to this moment.
        #[serde(rename = "tot")]
        until: Moment,
        /// Only those with the same text as this case.
        #[serde(rename = "zoals")]
        like: Option<CaseNumber>,
        /// That text.
        #[serde(rename = "tekst")]
        story: Option<Prose>,
        /// Why.
        #[serde(rename = "reden")]
        reason: Line,
        /// How many reports were selected.
        #[serde(rename = "aantal")]
        count: usize,
        /// How many were left out, because they may be about danger or a minor.
        #[serde(rename = "nietMee")]
        apart: usize,
        /// The first of them, to look at before agreeing.
        #[serde(rename = "voorbeelden")]
        examples: Vec<RowView>,
        /// Whether the caller may agree to it now.
        #[serde(rename = "magAkkoord")]
        may_agree: bool,
        /// The AF who agreed.
        #[serde(rename = "akkoordDoor")]
        agreed_by: Option<AccountId>,
        /// How many are closed so far.
        #[serde(rename = "gesloten")]
        closed: usize,
        /// When the last of them was looked at. Reports that are not closed then were taken up meanwhile.
        #[serde(rename = "klaarOp")]
        ended: Option<Moment>,
    }
);

//! The audit: every access and change, with person, time and result. Never any content.
mod action;
mod denial;
mod sought;
mod unreadable;

pub use action::AuditAction;
pub use denial::{Denial, Repeated};
pub use sought::{NumberedCase, Sought, SoughtState, typed_number};
pub use unreadable::Unreadable;

use crate::{
    access::{Cover, OfficerView, Opening},
    choice::choice,
    flood::Flood,
    id::{AccountId, CaseNumber},
    moment::Moment,
    text::Line,
};
use serde::{Deserialize, Serialize};

choice!(
    /// How it ended.
    Outcome {
        /// It was shown or done.
        Done = "gelukt",
        /// It was not allowed, or not possible at that moment.
        Refused = "geweigerd",
        /// Something broke.
        Failed = "mislukt",
        /// The number was issued and nothing was written: the machine stopped in between.
        Void = "vervallen",
    }
);
choice!(
    /// The fault of a line.
    Wrong {
        /// It cannot be read, or was altered.
        Altered = "gewijzigd",
        /// It is not there.
        Missing = "ontbreekt",
        /// It is stored under another line's number.
        Moved = "verplaatst",
        /// The lines up to here do not give the head that was sealed or exported.
        Chain = "keten-klopt-niet",
    }
);

/// One line. Its serialised form is always the same, so that its MAC can be recomputed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditLine {
    /// Its number, from 1 without gaps.
    #[serde(rename = "nummer")]
    pub number: i64,
    /// The moment.
    #[serde(rename = "op")]
    pub at: Moment,
    /// The account that did it; none for a number that was voided, and where nobody was let in.
    #[serde(rename = "wie")]
    pub actor: Option<AccountId>,
    /// The action.
    #[serde(rename = "wat")]
    pub action: AuditAction,
    /// About what: an id, or the name of a list.
    #[serde(rename = "waarop")]
    pub object: String,
    /// How it ended.
    #[serde(rename = "afloop")]
    pub outcome: Outcome,
    /// Component and route; no address.
    #[serde(rename = "herkomst")]
    pub origin: String,
    /// Why, where that is asked.
    #[serde(rename = "reden")]
    pub reason: Option<Line>,
    /// 16 random bytes in hex, for one request.
    #[serde(rename = "spoor")]
    pub trace: String,
    /// For a line that reports many of the same: how many, and from when until when.
    #[serde(rename = "herhaald", default, skip_serializing_if = "Option::is_none")]
    pub repeated: Option<Repeated>,
}

/// How far the chain is, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// The last line in the chain; 0: none yet.
    #[serde(rename = "tot")]
    pub number: i64,
    /// 32 bytes in hex.
    #[serde(rename = "waarde")]
    pub hash: String,
}

/// NUMMER:HEX, as it is written down and compared.
impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.number, self.hash)
    }
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditFinding {
    /// The line's number.
    #[serde(rename = "nummer")]
    pub number: i64,
    /// The line's fault.
    #[serde(rename = "wat")]
    pub wrong: Wrong,
}

/// Answer to `GET logboek`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditPage {
    /// Newest first.
    #[serde(rename = "regels")]
    pub lines: Vec<AuditLine>,
    /// The value of `?voor=` for the next page, if there is more to look through.
    #[serde(rename = "volgende")]
    pub next: Option<i64>,
    /// Names of everybody with an account.
    #[serde(rename = "namen")]
    pub names: Vec<OfficerView>,
    /// The numbers of the cases that these lines are about, as far as they are there.
    #[serde(rename = "nummers", default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<NumberedCase>,
    /// What there is of the case number that was searched for; none without such a search.
    #[serde(rename = "gezocht", default, skip_serializing_if = "Option::is_none")]
    pub sought: Option<Sought>,
    /// Cases recently opened by break-glass, newest first; on the first page only.
    #[serde(rename = "noodtoegang", default)]
    pub openings: Vec<Opening>,
    /// Colleagues for whom somebody recently began to stand in with a reason, newest first; on the first page only.
    #[serde(rename = "waarneming", default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Cover>,
    /// Open cases that no AF who can log in may see: somebody has to be found for them. On the first page only.
    #[serde(rename = "zonderAf", default)]
    pub without_officer: Vec<CaseNumber>,
    /// What is stored and cannot be read. On the first page only.
    #[serde(rename = "onleesbaar", default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<Unreadable>,
    /// The lines before these that were destroyed, because their term was over. On the last page only.
    #[serde(rename = "vernietigd", default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<DestroyedLines>,
    /// Whether more reports come in than usual. On the first page only.
    #[serde(rename = "drukte", default, skip_serializing_if = "Option::is_none")]
    pub flood: Option<Flood>,
}

/// Lines that were destroyed because their term was over: of the audit, or of the processing record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DestroyedLines {
    /// The last number that is gone.
    #[serde(rename = "totEnMet")]
    pub to: i64,
    /// The moment of the last destruction.
    #[serde(rename = "op")]
    pub at: Moment,
}

/// A check that looked at every line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WholeCheck {
    /// The last line that was looked at.
    #[serde(rename = "totEnMet")]
    pub to: i64,
    /// When it was done.
    #[serde(rename = "op")]
    pub at: Moment,
}

/// Answer to `GET logboek/controle`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditCheck {
    /// The last sealed head.
    #[serde(rename = "kop")]
    pub head: Head,
    /// How many numbers were issued, sealed or not yet.
    #[serde(rename = "uitgegeven")]
    pub given: i64,
    /// How many numbers were voided.
    #[serde(rename = "vervallen")]
    pub void: usize,
    /// Everything that is wrong, in the order of the lines; empty when all is well.
    #[serde(rename = "bevindingen")]
    pub findings: Vec<AuditFinding>,
    /// Up to here lines were destroyed, because their term was over; 0: none.
    #[serde(rename = "vernietigdTot", default)]
    pub destroyed: i64,
    /// This check looked at the lines after this one. Those before it were looked at by due work.
    #[serde(rename = "vanaf", default)]
    pub from: i64,
    /// The last line that this check looked at.
    #[serde(rename = "tot", default)]
    pub to: i64,
    /// The last check that looked at every line; none so far.
    #[serde(rename = "volledig", default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<WholeCheck>,
}

/// Answer to `POST onderhoud`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkDone {
    /// How many reports became cases.
    #[serde(rename = "opgenomen")]
    pub taken_in: usize,
    /// How many lines were put in the chain.
    #[serde(rename = "verzegeld")]
    pub sealed: i64,
    /// How many destructions that had stopped half-way were finished.
    #[serde(rename = "vernietigd")]
    pub destroyed: usize,
    /// How many cases are due to be destroyed.
    #[serde(rename = "teVernietigen")]
    pub due: usize,
    /// How many of those are past their maximum.
    #[serde(rename = "teLaat")]
    pub late: usize,
    /// The head of the audit chain as NUMMER:HEX, for whoever keeps it outside the machine. `meldroute logboek controle
    /// --hoofd` takes it.
    #[serde(rename = "kop")]
    pub head: String,
}

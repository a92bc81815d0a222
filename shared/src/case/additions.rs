//! What the melder adds (aanvullingen), with the code, for as long as there is a case.
use super::{
    Case, Event, Stage, Status,
    notes::{Addition, AdditionKind, ReporterAnswer},
};
use crate::moment::{Day, wire_day};
use serde::{Deserialize, Serialize};

/// The most additions to one case.
pub const MOST_ADDITIONS: usize = 10;

/// An addition, as the melder sees it: not its words, because somebody may look over their shoulder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentAddition {
    /// Why it was added.
    #[serde(rename = "soort")]
    pub kind: AdditionKind,
    /// The day it came.
    #[serde(rename = "op", deserialize_with = "wire_day")]
    pub on: Day,
}

impl SentAddition {
    /// That of something the melder wrote; none of an answer.
    #[must_use]
    pub fn of(answer: &ReporterAnswer) -> Option<Self> {
        answer.addition().map(|addition| Self { kind: addition.kind, on: answer.at.day() })
    }
}

impl Case {
    /// What the melder added, in the order in which it was taken in.
    pub fn additions(&self) -> impl Iterator<Item = &ReporterAnswer> {
        self.answers().iter().filter(|answer| answer.addition().is_some())
    }

    /// The photos among them, in that order.
    pub fn photos(&self) -> impl Iterator<Item = &Addition> {
        self.additions().filter_map(ReporterAnswer::addition).filter(|one| one.kind == AdditionKind::Photo)
    }

    /// Takes in an addition that is not there yet.
    pub(super) fn add(&mut self, addition: &Addition, answer: &ReporterAnswer) {
        let is_there = self.additions().filter_map(ReporterAnswer::addition).any(|one| one.key == addition.key);
        if !is_there {
            let after = Some(self.entries().len());
            self.answers.push(ReporterAnswer { after, ..answer.clone() });
        }
    }

    /// Of a closed case: the day of the first addition that came after it was closed and that no AF did anything with.
    /// An AF who read it writes a note about it, or opens the case again.
    #[must_use]
    pub fn late_addition(&self) -> Option<Day> {
        let Status::Closed(_) = self.status() else { return None };
        let deals = |event: &Event| matches!(event, Event::Remarked(_)) || Stage::begun_by(event) == Some(Stage::Done);
        let dealt_with = |one: &&ReporterAnswer| {
            let since = self.entries().iter().skip(one.after.unwrap_or_default());
            since.map(|entry| &entry.event).any(deals)
        };
        self.additions().find(|one| !dealt_with(one)).map(|one| one.at.day())
    }
}

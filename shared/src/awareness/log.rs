//! The log of what was done about awareness (logboek bewustwording), and when the yearly update is due [seed, borging].
use crate::{
    choice::choice,
    moment::Day,
    report::{Finding, FindingCode},
    text::{Line, of_body},
};
use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

/// How long ago it may be that something is recorded.
const LONG_AGO: Months = Months::new(24);
/// After so long the update is due again.
const YEAR: Months = Months::new(12);
/// So many days before, it stands among what comes next.
const BEFORE: Days = Days::new(30);

choice!(
    /// What was done (soort).
    SessionKind {
        /// Presentatie in een teamoverleg.
        Presentation = "presentatie",
        /// Training van een team.
        Training = "training",
        /// Training van de aandachtsfunctionarissen zelf.
        OfficerTraining = "training-af",
        /// Bericht op het intranet of aan teammanagers.
        Message = "bericht",
        /// Bijeenkomst met andere organisaties, zoals het jaarlijkse netwerkevent.
        Gathering = "bijeenkomst",
        /// De jaarlijkse update.
        YearlyUpdate = "jaarlijkse-update",
    }
);

choice!(
    /// Who gave it (door): never a person.
    GivenBy {
        /// Een aandachtsfunctionaris.
        Officer = "af",
        /// Een aandachtsfunctionaris, samen met het KMT.
        Together = "af-en-kmt",
        /// Het KMT.
        Kmt = "kmt",
        /// Een ander.
        Other = "ander",
    }
);

/// One line of the log: a day, a team, and numbers. Nobody is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The day on which it was.
    #[serde(rename = "dag")]
    pub day: Day,
    /// What was done.
    #[serde(rename = "soort")]
    pub kind: SessionKind,
    /// For which team or function.
    #[serde(rename = "team", deserialize_with = "of_body")]
    pub team: Line,
    /// How many people it reached.
    #[serde(rename = "aantal")]
    #[cfg_attr(feature = "schema", schemars(range(max = 5000)))]
    pub reached: u16,
    /// Who gave it.
    #[serde(rename = "door")]
    pub given_by: GivenBy,
}

impl Session {
    /// The most people that one line counts.
    pub const MOST: u16 = 5000;

    /// Everything that is wrong with it, each finding at its field: `/dag`.
    #[must_use]
    pub fn check(&self, today: Day) -> Vec<Finding<String>> {
        let first = today.checked_sub_months(LONG_AGO).unwrap_or(Day::MIN);
        let rules = [
            (self.day > today, "/dag", FindingCode::InFuture),
            (self.day < first, "/dag", FindingCode::TooLongAgo),
            (self.team.as_str().contains('@'), "/team", FindingCode::BadCharacter),
            (self.reached > Self::MOST, "/aantal", FindingCode::OutOfBounds),
        ];
        let wrong = rules.into_iter().filter(|(wrong, ..)| *wrong);
        wrong.map(|(_, field, code)| Finding { field: field.to_owned(), code }).collect()
    }
}

/// Body of `POST bewustwording`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum AwarenessCommand {
    /// Adds a line.
    #[serde(rename = "vastleggen")]
    Add {
        /// What was done.
        #[serde(rename = "regel")]
        session: Session,
    },
    /// Corrects a line.
    #[serde(rename = "verbeteren")]
    Correct {
        /// Which.
        #[serde(rename = "nummer")]
        number: u32,
        /// How often it had been changed when it was read.
        #[serde(rename = "gezien")]
        seen: u32,
        /// As it is to be.
        #[serde(rename = "regel")]
        session: Session,
    },
    /// A line does not count any more: it did not take place, or stands there twice.
    #[serde(rename = "beeindigen")]
    End {
        /// Which.
        #[serde(rename = "nummer")]
        number: u32,
        /// How often it had been changed when it was read.
        #[serde(rename = "gezien")]
        seen: u32,
    },
}

impl AwarenessCommand {
    /// Everything that is wrong with it, by JSON pointer into the body.
    #[must_use]
    pub fn check(&self, today: Day) -> Vec<Finding<String>> {
        let session = match self {
            Self::Add { session } | Self::Correct { session, .. } => session,
            Self::End { .. } => return Vec::new(),
        };
        let mut found = session.check(today);
        for finding in &mut found {
            finding.field.insert_str(0, "/inhoud/regel");
        }
        found
    }
}

/// Where the yearly update stands on the list of today's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// It is due.
    Now,
    /// It is due within a month.
    Soon,
}

/// The day on which the yearly update is due. It is one for the gemeente, and any of its AFs gives it: the seed gives
/// the task to all AFs together, for all colleagues. It follows from the last one, or else from the day on which the
/// first people here got access; without either it is not known.
#[must_use]
pub fn update_due(last: Option<Day>, since: Option<Day>) -> Option<Day> {
    last.or(since)?.checked_add_months(YEAR)
}

/// Whether that stands on the list of this day, and where.
#[must_use]
pub fn reminder(due: Day, today: Day) -> Option<Reminder> {
    if due <= today {
        return Some(Reminder::Now);
    }
    let soon = due.checked_sub_days(BEFORE).is_some_and(|first| first <= today);
    soon.then_some(Reminder::Soon)
}

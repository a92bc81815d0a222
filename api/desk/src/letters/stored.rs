//! The stored outbox: a letter for each receiver, and how far due work is.
use crate::Desk;
use kit::{
    Failure, clock, hex,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    id::{AccountId, CaseId, StandInId},
    moment::Moment,
};
use std::collections::{BTreeMap, BTreeSet};

/// The cell of the outbox.
pub(crate) const OUTBOX: Cell<Cases, StoredOutbox> = cell::outbox();

/// The least time between two ordinary letters to one receiver, in seconds.
const APART: i64 = 300;
/// The same for a melder, to whom an AF's hour is one piece of news.
const APART_FOR_REPORTER: i64 = 3600;
/// After this many seconds nobody tries any more to tell a melder: seven days. The news stays on the melder's page.
const GIVEN_UP: i64 = 7 * 24 * 3600;
/// The wait after the first failure, in seconds. It doubles with each, up to [`LONGEST_WAIT`].
const FIRST_WAIT: i64 = 60;
/// Six hours.
const LONGEST_WAIT: i64 = 6 * 3600;
/// The same for an urgent letter: half an hour.
const LONGEST_URGENT: i64 = 1800;

/// Who a letter is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Receiver {
    /// An AF.
    #[serde(rename = "af")]
    Officer(AccountId),
    /// The profile's achterwacht.
    #[serde(rename = "achterwacht")]
    Backup,
    /// The outside address of the instance.
    #[serde(rename = "webhook")]
    Webhook,
    /// The melder of a case.
    #[serde(rename = "melder")]
    Reporter(CaseId),
}

impl Receiver {
    /// The least time between two ordinary letters, in seconds.
    pub fn apart(&self) -> i64 {
        match self {
            Self::Reporter(_) => APART_FOR_REPORTER,
            Self::Officer(_) | Self::Backup | Self::Webhook => APART,
        }
    }

    /// Whether it is a melder, of whom there may be many, and whose address nobody here looks after.
    pub fn is_reporter(&self) -> bool {
        matches!(self, Self::Reporter(_))
    }
}

/// All letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredOutbox {
    /// What was noticed under another mark was noticed for an outbox that is no more.
    #[serde(rename = "merk", default)]
    pub mark: String,
    /// Who works on it, and until when.
    #[serde(rename = "bezig", default, skip_serializing_if = "Option::is_none")]
    pub lease: Option<(String, Moment)>,
    /// The chunk of lines from which on none was looked at.
    #[serde(rename = "tot", default)]
    pub upto: u32,
    /// The earlier chunk to go on with.
    #[serde(rename = "volgende", default)]
    pub next: u32,
    /// The chunks of which something was noticed.
    #[serde(rename = "opgemerkt", default)]
    pub noticed: BTreeSet<u32>,
    /// Stand-ins whose beginning was told.
    #[serde(rename = "waarnemingen", default)]
    pub stand_ins: BTreeSet<StandInId>,
    /// Arrivals that cannot be read, and of which that was told.
    #[serde(rename = "onleesbaar", default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unreadable: BTreeSet<i64>,
    /// Closed cases to which the melder added something, and how often by the time that was told.
    #[serde(rename = "aanvullingen", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub late: BTreeMap<u32, usize>,
    /// The letters.
    #[serde(rename = "brieven", default)]
    pub letters: Vec<(Receiver, Letter)>,
}

impl StoredOutbox {
    /// The same with a mark.
    pub fn begun(self) -> Result<Self, Failure> {
        if self.mark.is_empty() { Ok(Self { mark: hex::encode(&clock::random::<8>()?), ..self }) } else { Ok(self) }
    }

    /// The letter for this receiver.
    pub fn letter(&self, receiver: &Receiver) -> Option<&Letter> {
        self.letters.iter().find(|(to, _)| to == receiver).map(|(_, letter)| letter)
    }

    /// The same, to change it.
    pub fn letter_for(&mut self, receiver: &Receiver) -> &mut Letter {
        let at = self.letters.iter().position(|(to, _)| to == receiver).unwrap_or_else(|| {
            self.letters.push((receiver.clone(), Letter::default()));
            self.letters.len() - 1
        });
        &mut self.letters[at].1
    }

    /// Takes away what is over of letters to melders, and gives up those that nobody takes.
    pub fn forget_told(&mut self, now: Moment) {
        self.letters.retain(|(receiver, letter)| {
            let went = letter.sent.is_some_and(|at| is_before(now, at, APART_FOR_REPORTER));
            !receiver.is_reporter() || letter.waiting.is_some() || went
        });
        for (_, letter) in self.letters.iter_mut().filter(|(receiver, _)| receiver.is_reporter()) {
            let since = letter.waiting.as_ref().and_then(|waiting| waiting.failing);
            if since.is_some_and(|since| now >= since.plus_seconds(GIVEN_UP)) {
                // what is stored still asks for it, so it is known for one more run
                letter.drop_it();
            }
        }
    }

    /// Takes over the letters that somebody asked for while this worker had the lease.
    pub fn take_asked(&mut self, stored: &Self) {
        for (receiver, letter) in &stored.letters {
            let asked = letter.waiting.as_ref().filter(|waiting| waiting.asked);
            let known = self.letter(receiver).is_some_and(|mine| mine.knows(letter));
            if let Some(asked) = asked.filter(|_| !known) {
                self.letter_for(receiver).waiting = Some(asked.clone());
            }
        }
    }
}

/// Whether it is less than so many seconds after something. A clock that was set back makes nobody wait longer.
fn is_before(now: Moment, then: Moment, seconds: i64) -> bool {
    let end = then.plus_seconds(seconds);
    now < end && end <= now.plus_seconds(seconds)
}

/// A letter to one receiver, and how it goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Letter {
    /// The one that has to go.
    #[serde(rename = "wacht", default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
    /// It is not tried again before this.
    #[serde(rename = "nietVoor", default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Moment>,
    /// How often it failed since one last went.
    #[serde(rename = "mislukt", default)]
    pub failed: u32,
    /// When one last went.
    #[serde(rename = "gelukt", default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Moment>,
    /// The one that last went.
    #[serde(rename = "laatste", default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
}

/// A letter that has to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// Random; the same at every try.
    pub id: String,
    /// Whether it goes at once, also by night.
    #[serde(rename = "spoed", default)]
    pub urgent: bool,
    /// Whether it was put here by somebody else than due work: by its receiver as a test, or by an act of an AF.
    #[serde(rename = "proef", default)]
    pub asked: bool,
    /// Since when it fails.
    #[serde(rename = "mislukkenSinds", default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Moment>,
}

impl Letter {
    /// There is something to tell. Whatever waits already says the same.
    pub fn tell(&mut self, urgent: bool, asked: bool) -> Result<(), Failure> {
        match &mut self.waiting {
            Some(waiting) => waiting.urgent |= urgent,
            None => {
                let id = hex::encode(&clock::random::<16>()?);
                self.waiting = Some(Waiting { id, urgent, asked, failing: None });
            }
        }
        Ok(())
    }

    /// Whether it has to go now; `is_day`: whether ordinary ones go; `apart`: how many seconds after the one before.
    pub fn is_due(&self, now: Moment, is_day: bool, apart: i64) -> bool {
        let Some(waiting) = &self.waiting else { return false };
        // the same for the wait after a failure
        let fails = self.not_before.is_some_and(|end| now < end && end <= now.plus_seconds(LONGEST_WAIT));
        let soon = self.sent.is_some_and(|sent| is_before(now, sent, apart));
        !fails && (waiting.urgent || (is_day && !soon))
    }

    /// It counts as failed until it was taken, so that nobody sends it again meanwhile.
    pub fn try_now(&mut self, now: Moment) {
        let Some(waiting) = &mut self.waiting else { return };
        let longest = if waiting.urgent { LONGEST_URGENT } else { LONGEST_WAIT };
        let wait = FIRST_WAIT.saturating_mul(1_i64.checked_shl(self.failed).unwrap_or(i64::MAX));
        waiting.failing = waiting.failing.or(Some(now));
        self.not_before = Some(now.plus_seconds(wait.clamp(FIRST_WAIT, longest)));
        self.failed = self.failed.saturating_add(1);
    }

    /// It was taken.
    pub fn went(&mut self, now: Moment) {
        let last = self.waiting.take().map(|waiting| waiting.id);
        *self = Self { last, sent: Some(now), ..Self::default() };
    }

    /// Nobody is there to get it.
    pub fn drop_it(&mut self) {
        let last = self.waiting.take().map(|waiting| waiting.id);
        *self = Self { last, sent: self.sent, ..Self::default() };
    }

    /// Whether what waits in the other letter waits here too, or went already.
    fn knows(&self, other: &Self) -> bool {
        let Some(theirs) = other.waiting.as_ref() else { return true };
        self.waiting.is_some() || self.last.as_ref() == Some(&theirs.id)
    }
}

/// Changes the record. One that cannot be read begins again: its mark is another one then, so all that there is to tell
/// is told once more, and nothing is lost.
pub(crate) fn change<R>(
    desk: &Desk,
    decide: impl Fn(StoredOutbox) -> Result<Change<StoredOutbox, R>, Failure>,
) -> Result<R, Failure> {
    let work = || desk.cases.update(&OUTBOX, |stored| decide(stored.unwrap_or_default().begun()?));
    desk.healed(&OUTBOX, || Ok(StoredOutbox::default()), work)
}

//! A case: its origins, its events, and everything that follows from them.
mod follow;
mod joined;

use super::{
    Entry, Exclusions, FirstLook, InContact, Misfit, Origins, Pending, Received, Safety, Status, Talk, Topic,
    lead::Joined,
    notes::{KmtWord, ReporterAnswer},
    rights::Rights,
    waiting::Waiting,
};
use crate::{
    id::{AccountId, StatusKey},
    report::Sender,
};
use serde::{Deserialize, Serialize};

/// A dossier: origins, entries, and the state derived from them. Only origins, entries, the first look, the melder's
/// answers and what advisers wrote are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Case {
    origins: Origins,
    entries: Vec<Entry>,
    status: Status,
    assigned: Option<AccountId>,
    status_key: StatusKey,
    exclusions: Exclusions,
    pub(super) opened: Option<FirstLook>,
    /// What the melder answered to questions.
    pub(super) answers: Vec<ReporterAnswer>,
    /// What advisers of KMT wrote.
    kmt_words: Vec<KmtWord>,
    /// The AFs who excluded the AF that had it.
    ousters: Vec<AccountId>,
    waiting: Waiting,
    rights: Rights,
    safety: Safety,
    joined: Option<Joined>,
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(rename = "begin")]
    origins: Origins,
    #[serde(rename = "tijdlijn")]
    entries: Vec<Entry>,
    #[serde(rename = "geopend", default, skip_serializing_if = "Option::is_none")]
    opened: Option<FirstLook>,
    #[serde(rename = "antwoorden", default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<ReporterAnswer>,
    #[serde(rename = "adviseur", default, skip_serializing_if = "Vec::is_empty")]
    kmt_words: Vec<KmtWord>,
}

impl From<Case> for Stored {
    fn from(case: Case) -> Self {
        let Case { origins, entries, opened, answers, kmt_words, .. } = case;
        Self { origins, entries, opened, answers, kmt_words }
    }
}

impl TryFrom<Stored> for Case {
    type Error = Misfit;
    fn try_from(stored: Stored) -> Result<Self, Misfit> {
        let (opened, answers, kmt_words) = (stored.opened, stored.answers, stored.kmt_words);
        let begun = Self { opened, answers, ..Self::open(stored.origins) };
        let heard = |case: Self, line: usize| {
            let until = kmt_words.partition_point(|word| word.after <= line);
            if until > case.kmt_words.len() { case.with_kmt_words(kmt_words[..until].to_vec()) } else { case }
        };
        let of_entry = |case: Self, (line, entry): (usize, Entry)| heard(case, line).apply(entry);
        let case = stored.entries.into_iter().enumerate().try_fold(begun, of_entry)?;
        Ok(heard(case, usize::MAX))
    }
}

/// How a case begins. Where there is no melder nobody has to be spoken to, so it is past the first step.
fn begun_with(sender: &Sender) -> Status {
    match sender {
        Sender::Reporter(_) => Status::Received(Received::default()),
        Sender::Kmt(_) => Status::InContact(InContact { talk: Talk::Nobody, form: None }),
    }
}

impl Case {
    /// A new case in its first state.
    #[must_use]
    pub fn open(origins: Origins) -> Self {
        let status_key = origins.status_key.clone();
        let mut exclusions = Exclusions::of_functions(origins.report.excluded.clone());
        origins.excluded.iter().for_each(|who| exclusions.exclude(who));
        let (status, rights) = (begun_with(&origins.report.sender), Rights::default());
        let (waiting, ousters) = (Waiting::default(), Vec::new());
        let (safety, entries, opened) = (Safety::reported(&origins.report), Vec::new(), None);
        Self {
            origins,
            entries,
            status,
            assigned: None,
            status_key,
            exclusions,
            opened,
            answers: Vec::new(),
            kmt_words: Vec::new(),
            ousters,
            waiting,
            rights,
            safety,
            joined: None,
        }
    }

    /// Adds what happened.
    ///
    /// # Errors
    /// [`Misfit`] for an event that cannot happen in this state: never for one that [`super::decide`] gave on this
    /// case, only for a stored case that was damaged.
    pub fn apply(mut self, entry: Entry) -> Result<Self, Misfit> {
        let before = self.status.step();
        self.waiting.follow(&entry)?;
        self.follow(&entry);
        if self.safety.follow(&entry).0 {
            self.waiting.grew_worse();
        }
        self.rights = std::mem::take(&mut self.rights).after(&entry.event)?;
        if !self.follow_joining(&entry)? {
            self.status = self.status.after(&entry)?;
        }
        if self.status.step() != before {
            // a proposal was meant for the step it was made in
            self.waiting.moved_on();
        }
        self.entries.push(entry);
        Ok(self)
    }

    /// Whether this AF excluded the AF who had the case. Such an AF can't get it.
    #[must_use]
    pub fn has_ousted(&self, officer: &AccountId) -> bool {
        self.ousters.contains(officer)
    }

    /// The data it began with.
    #[must_use]
    pub fn origins(&self) -> &Origins {
        &self.origins
    }

    /// The timeline, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// The AF it is assigned to; nobody at first. The first AF to work on it gets it, until it is given to another.
    #[must_use]
    pub fn assigned(&self) -> Option<&AccountId> {
        self.assigned.as_ref()
    }

    /// The AFs and functions that are excluded from it.
    #[must_use]
    pub fn exclusions(&self) -> &Exclusions {
        &self.exclusions
    }

    /// The proposals that wait for a second person, oldest first.
    #[must_use]
    pub fn pending(&self) -> &[Pending] {
        self.waiting.all()
    }

    /// Whether something about this waits for a second person.
    #[must_use]
    pub fn awaits(&self, topic: Topic) -> bool {
        self.pending().iter().any(|pending| pending.proposal.topic() == topic)
    }

    /// Keeping, restricting, correcting, requests.
    #[must_use]
    pub fn rights(&self) -> &Rights {
        &self.rights
    }

    /// Age, danger and Veilig Thuis, as known now.
    #[must_use]
    pub fn safety(&self) -> &Safety {
        &self.safety
    }

    /// The present key of the melder's status.
    #[must_use]
    pub fn status_key(&self) -> &StatusKey {
        &self.status_key
    }

    /// What the melder answered to questions, with the code.
    #[must_use]
    pub fn answers(&self) -> &[ReporterAnswer] {
        &self.answers
    }

    /// What advisers of KMT wrote, and which links were closed.
    #[must_use]
    pub fn kmt_words(&self) -> &[KmtWord] {
        &self.kmt_words
    }

    /// The same with these. Advice of KMT settles what Veilig Thuis did not take.
    pub(super) fn with_kmt_words(mut self, words: Vec<KmtWord>) -> Self {
        let advised = words.iter().skip(self.kmt_words.len()).any(KmtWord::advises);
        self.kmt_words = words;
        if advised {
            self.safety.kmt_advised();
        }
        self
    }

    /// Who opened it first, as far as that was kept.
    #[must_use]
    pub fn first_look(&self) -> Option<&FirstLook> {
        self.opened.as_ref()
    }
}

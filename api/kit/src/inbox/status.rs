//! The status for the holder of a receipt code, sealed with a key derived from the code. `intake` has the code when it
//! writes the first status. `review` has the same key in the case. With the store alone nobody can open it.
use super::stored::{StoredStatus, TakenAnswer};
use crate::{
    Failure,
    derive::derive,
    hex,
    store::{
        Change, Record, Vault,
        cell::{self, Cell, Count, Key as StoreKey, Pointers, Statuses},
        seal::{Key, Seal},
    },
};
use shared::{
    case::{
        MOST_ADDITIONS, Progress,
        notes::{About, Addition, AdditionKind, ReporterAnswer},
    },
    contract::ProblemKind,
    id::StatusKey,
};

fn sent_otherwise(answer: &ReporterAnswer) -> Failure {
    let text = match answer.about {
        About::Question(_) => "Deze vraag is al beantwoord.",
        About::Addition(_) => "Met deze sleutel is al iets anders toegevoegd.",
    };
    Failure::of(ProblemKind::Exists, text)
}

/// What the melder wrote, where it can be kept now. What they think before the decision is an addition like others once
/// it was taken.
fn fitting(
    answer: &ReporterAnswer,
    (status, progress): (&StoredStatus, &Progress),
    before: &[TakenAnswer],
) -> Result<ReporterAnswer, Failure> {
    let About::Addition(addition) = &answer.about else {
        let asked = progress.questions.iter().any(|asked| Some(asked.number) == answer.question());
        return asked.then(|| answer.clone()).ok_or_else(Failure::not_found);
    };
    let has_room = || status.shown().is_some_and(|shown| shown.has_room_for_photo());
    let is_full = addition.kind == AdditionKind::Photo && !has_room();
    if is_full || before.iter().filter(|one| one.addition.is_some()).count() >= MOST_ADDITIONS {
        return Err(Failure::of(ProblemKind::Refused, "Meer kan hier niet worden toegevoegd. Bel het KMT."));
    }
    let kind = match addition.kind {
        AdditionKind::BeforeDecision if !progress.asks_view() => AdditionKind::More,
        kind @ (AdditionKind::BeforeDecision | AdditionKind::More | AdditionKind::Photo) => kind,
    };
    let about = About::Addition(Addition { kind, ..addition.clone() });
    Ok(ReporterAnswer { about, ..answer.clone() })
}

/// The place of one code's status.
pub struct StatusSlot {
    vault: Vault<Statuses>,
    cell: Cell<Statuses, StoredStatus>,
    turns: Cell<Pointers, Count>,
    answers: Key,
}

impl StatusSlot {
    pub(crate) fn new(inbox: &Vault<Pointers>, status: &StatusKey) -> Self {
        let secret = status.as_str().as_bytes();
        let lookup = Key::derive(secret, "status lookup");
        let (lookup, _) = lookup.bytes().split_at(16);
        let vault = inbox.sealed(Seal::One(Box::new(Key::derive(secret, "status"))));
        let lookup = hex::encode(lookup);
        Self {
            vault,
            cell: cell::status(&lookup),
            turns: cell::turns(&lookup),
            answers: Key::derive(secret, "status answers"),
        }
    }

    /// Its name in the store.
    #[must_use]
    pub fn name(&self) -> &str {
        self.cell.key()
    }

    /// How many turns were taken to write this status for the first time. Needed only until the status is there.
    #[must_use]
    pub fn turns(&self) -> &Cell<Pointers, Count> {
        &self.turns
    }

    /// The stored value.
    ///
    /// # Errors
    /// As [`Vault::get`].
    pub fn get(&self) -> Result<Option<StoredStatus>, Failure> {
        self.vault.get(&self.cell)
    }

    /// A record of it, for writing it together with others.
    ///
    /// # Errors
    /// As [`Vault::record`].
    pub fn record(&self, status: &StoredStatus) -> Result<Record<Pointers>, Failure> {
        self.vault.record(&self.cell, status)
    }

    /// Keeps what the melder answered to a question that waits for an answer, or added, and gives the status then;
    /// `None` where nothing is to be seen with this code. The same once more is no other one.
    ///
    /// # Errors
    /// A 404 for a question that is not asked; a 409 when it was answered otherwise before, when other words were added
    /// under the same key, or when nothing more can be added; as [`Vault::update`].
    pub fn answer(&self, answer: &ReporterAnswer) -> Result<Option<Progress>, Failure> {
        let sent = self.taken(answer);
        self.vault.update(&self.cell, |stored| {
            let Some(mut status) = stored else { return Ok(Change::Keep(None)) };
            let Some(progress) = &status.progress else { return Ok(Change::Keep(None)) };
            let mut before: Vec<TakenAnswer> = status.answers.iter().map(|before| self.taken(before)).collect();
            before.extend(status.taken.iter().cloned());
            if let Some(same) = before.iter().find(|before| before.is_about_the_same_as(&sent)) {
                return if *same == sent { Ok(Change::Keep(status.shown())) } else { Err(sent_otherwise(answer)) };
            }
            let fitting = fitting(answer, (&status, progress), &before)?;
            status.answers.push(fitting);
            let shown = status.shown();
            Ok(Change::Write(status, shown))
        })
    }

    /// What stays here of an answer or an addition that is in the case.
    #[must_use]
    pub fn taken(&self, answer: &ReporterAnswer) -> TakenAnswer {
        let text = answer.text.as_str().as_bytes();
        let of = |what: &str, which: &[u8]| hex::encode(&derive::<16>(self.answers.bytes(), what, &[which, text]));
        let (question, addition, fingerprint) = match &answer.about {
            About::Question(question) => {
                let number = u64::try_from(*question).unwrap_or(u64::MAX).to_be_bytes();
                (Some(*question), None, of("answer", &number))
            }
            About::Addition(one) => (None, Some(one.key.clone()), of("addition", one.key.as_str().as_bytes())),
        };
        TakenAnswer { question, addition, fingerprint }
    }

    /// Removes it: the code opens nothing any more.
    ///
    /// # Errors
    /// [`Failure::Unavailable`].
    pub fn remove(&self) -> Result<(), Failure> {
        let keys: [StoreKey<Pointers>; 2] = [self.cell.to_key(), self.turns.to_key()];
        self.vault.delete_many(&keys)
    }

    /// Changes it to what `decide` gives, if it gives anything.
    ///
    /// # Errors
    /// As [`Vault::update`].
    pub fn change(&self, decide: impl Fn(Option<StoredStatus>) -> Option<StoredStatus>) -> Result<(), Failure> {
        self.vault.update(&self.cell, |stored| {
            Ok(decide(stored).map_or(Change::Keep(()), |status| Change::Write(status, ())))
        })
    }

    /// Changes it, based on the stored value; on what `remake` gives, where that cannot be read.
    ///
    /// # Errors
    /// As [`Vault::update`].
    pub fn update<R>(
        &self,
        remake: impl FnOnce() -> StoredStatus,
        mut decide: impl FnMut(Option<StoredStatus>) -> Result<Change<StoredStatus, R>, Failure>,
    ) -> Result<R, Failure> {
        self.vault.healed(&self.cell, || Ok(remake()), || self.vault.update(&self.cell, &mut decide))
    }
}

//! The melder's view: the four steps and "afgerond", with days, and what the melder is asked, and what an AF wrote for
//! the melder. Never receivers, never anything else that an AF wrote.
use super::{
    AskedReporter, Case, Entry, Event, MOST_ADDITIONS, SentAddition, Stage, Status, Talk, Word,
    notes::{AdditionKind, NoContactReason},
};
use crate::{
    moment::{Day, wire_day},
    photo::MOST_PHOTOS,
    report::Alarm,
    text::Prose,
};
use serde::{Deserialize, Serialize};

/// A step that was reached, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProgressStep {
    /// The step.
    #[serde(rename = "stap")]
    pub stage: Stage,
    /// The day it was reached.
    #[serde(rename = "op", deserialize_with = "wire_day")]
    pub day: Day,
}

/// The progress of a melding, for the holder of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// The current step.
    #[serde(rename = "stap")]
    pub stage: Stage,
    /// The day before whose end an AF makes contact.
    #[serde(rename = "contactUiterlijk", deserialize_with = "wire_day")]
    pub contact_by: Day,
    /// The steps reached so far, in order; reopening removes the later ones.
    #[serde(rename = "stappen")]
    pub steps: Vec<ProgressStep>,
    /// Whether an AF has tried to call without reaching the melder.
    #[serde(rename = "geprobeerd")]
    pub tried: bool,
    /// Why it cannot wait: then no day is promised, but a call as soon as possible. None of before this was kept.
    #[serde(rename = "spoedOm", default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<Alarm>,
    /// Whether the melder's own browser sealed it, and `review` did not open it yet. Then nobody knows whether it can
    /// wait, and no day is promised either.
    #[serde(rename = "verzegeld", default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// Whether it did not open, or is no valid report, when `review` tried. Then nobody can read it, and the melder is
    /// asked to report once more or to call. It is tried again, because a key may come back.
    #[serde(rename = "nietTeOpenen", default, skip_serializing_if = "std::ops::Not::not")]
    pub unopened: bool,
    /// What may be said besides the step. None before the decision, and of before this was kept.
    #[serde(rename = "verloop", default, skip_serializing_if = "Option::is_none")]
    pub word: Option<Word>,
    /// Why nobody spoke with the melder, where the route goes on without.
    #[serde(rename = "zonderContact", default, skip_serializing_if = "Option::is_none")]
    pub without: Option<NoContactReason>,
    /// What an AF asks the melder, while the case is open. Of what an AF writes, only this and `told` reach the melder.
    #[serde(rename = "vragen", default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<AskedReporter>,
    /// What the melder added, without its words.
    #[serde(rename = "aanvullingen", default, skip_serializing_if = "Vec::is_empty")]
    pub additions: Vec<SentAddition>,
    /// What an AF wrote for the melder with the feedback, from then on, also when the case is closed.
    #[serde(rename = "terugkoppeling", default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Prose>,
}

impl Progress {
    /// Whether the melder is asked what they think: a decision is near, and not taken.
    #[must_use]
    pub fn asks_view(&self) -> bool {
        self.stage == Stage::Decision && self.word.is_none()
    }

    /// Whether there is room for one photo more.
    #[must_use]
    pub fn has_room_for_photo(&self) -> bool {
        let photos = self.additions.iter().filter(|one| one.kind == AdditionKind::Photo).count();
        photos < MOST_PHOTOS && self.additions.len() < MOST_ADDITIONS
    }

    /// The day on which the melder was promised a call at the latest, while that is still to come. An urgent melding
    /// promises no day, and of one that nobody opened yet we cannot say.
    #[must_use]
    pub fn promised(&self, today: Day) -> Option<Day> {
        let waits = self.stage == Stage::Reported && !self.tried && self.without.is_none();
        (waits && self.alarms.is_empty() && !self.sealed && today <= self.contact_by).then_some(self.contact_by)
    }

    /// The progress of a report that just came in.
    #[must_use]
    pub fn received(day: Day, contact_by: Day, alarms: Vec<Alarm>) -> Self {
        let steps = vec![ProgressStep { stage: Stage::Reported, day }];
        Self {
            stage: Stage::Reported,
            contact_by,
            steps,
            tried: false,
            alarms,
            sealed: false,
            unopened: false,
            word: None,
            without: None,
            questions: Vec::new(),
            additions: Vec::new(),
            told: None,
        }
    }

    /// The progress of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let origins = case.origins();
        let mut progress = Self::received(origins.received.day(), case.contact_by(), case.alarms());
        for entry in case.entries() {
            if let Some(stage) = Stage::begun_by(&entry.event) {
                progress.steps.retain(|step| step.stage != stage);
                progress.steps.push(ProgressStep { stage, day: entry.happened().day() });
            }
        }
        progress.stage = Stage::reached(case);
        let reached = progress.stage as u8;
        progress.steps.retain(|step| step.stage as u8 <= reached);
        // contact may come after the investigation began
        progress.steps.sort_by_key(|step| step.stage as u8);
        progress.tried = match case.status() {
            Status::Received(state) => !state.attempts.is_empty(),
            Status::InContact(_)
            | Status::Investigation(_)
            | Status::Decision(_)
            | Status::Referred(_)
            | Status::Closed(_) => false,
        };
        progress.word = Word::of(case);
        progress.told = told(case).filter(|_| matches!(progress.word, Some(Word::Told | Word::EndedEarly)));
        progress.without = case.status().talk().and_then(Talk::missing);
        progress.questions = AskedReporter::all(case);
        progress.additions = case.additions().filter_map(SentAddition::of).collect();
        progress
    }
}

/// What the last feedback says for the melder.
fn told(case: &Case) -> Option<Prose> {
    let feedback = |entry: &Entry| {
        if let Event::FeedbackGiven(note) = &entry.event {
            Some(note.reporter.clone())
        } else if let Event::ClosedEarly(note) = &entry.event {
            Some(note.feedback.reporter.clone())
        } else {
            None
        }
    };
    case.entries().iter().rev().find_map(feedback).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        Act, ActKind, Step,
        fixture::{self, act, carry, carry_by, case_in, walk},
        notes::{ContactNote, FeedbackNote, Means},
    };

    #[test]
    fn a_day_is_promised_until_it_is_over_and_to_who_was_not_called_yet() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let fresh = Progress::received(day("2026-04-24"), day("2026-04-30"), vec![]);
        for (today, promised) in [("2026-04-24", true), ("2026-04-30", true), ("2026-05-01", false)] {
            assert_eq!(fresh.promised(day(today)), promised.then_some(day("2026-04-30")), "{today}");
        }
        let without = Some(NoContactReason::Unwanted);
        for changed in [
            Progress { tried: true, ..fresh.clone() },
            Progress { sealed: true, ..fresh.clone() },
            Progress { alarms: vec![Alarm::ALL[0]], ..fresh.clone() },
            Progress { stage: Stage::Contact, ..fresh.clone() },
            Progress { without, ..fresh.clone() },
        ] {
            assert_eq!(changed.promised(day("2026-04-24")), None, "{changed:?}");
        }
    }

    #[test]
    fn the_melder_is_told_how_it_ended_and_not_why() {
        let word = |case: &Case| Progress::of(case).word;
        let referred = case_in(Step::Referred);
        let told = carry(referred.clone(), act(ActKind::GiveFeedback));
        let untold = carry_by(2, carry(referred.clone(), act(ActKind::ProposeNoFeedback)), Act::Agree(None));
        let close = |case| carry(case, Act::Close);
        let table = [
            (case_in(Step::Decision), None),
            (referred, Some(Word::Decided)),
            (told.clone(), Some(Word::Told)),
            (close(told), Some(Word::Told)),
            (close(untold), Some(Word::Untold)),
            (carry(walk(&[]), act(ActKind::CloseEarly)), Some(Word::EndedEarly)),
            (carry(case_in(Step::Closed), act(ActKind::Reopen)), None),
        ];
        for (case, expected) in table {
            assert_eq!(word(&case), expected, "{:?}", case.status().step());
            let mut json = serde_json::to_value(Progress::of(&case)).unwrap();
            json.as_object_mut().unwrap().remove("verloop");
            let older: Progress = serde_json::from_value(json).unwrap();
            assert_eq!(older, Progress { word: None, ..Progress::of(&case) });
        }
    }

    /// Also a melder who does not want to be called reads it: it needs the code alone.
    #[test]
    fn what_was_written_for_the_melder_is_there_from_the_feedback_on_and_nothing_else_of_it() {
        let told = |case: &Case| Progress::of(case).told;
        let referred = case_in(Step::Referred);
        let expected = fixture::feedback().reporter;
        assert!(expected.is_some() && told(&referred).is_none());
        let given = carry(referred.clone(), act(ActKind::GiveFeedback));
        assert_eq!(told(&given), expected);
        assert_eq!(told(&carry(given, Act::Close)), expected, "also when it is closed");
        let without = FeedbackNote { reporter: None, ..fixture::feedback() };
        assert_eq!(told(&carry(referred, Act::GiveFeedback(without))), None);
        let early = carry(walk(&[]), act(ActKind::CloseEarly));
        assert_eq!(told(&early), expected);
        assert_eq!(told(&carry(early, act(ActKind::Reopen))), None, "it is not over");
        let seen = serde_json::to_string(&Progress::of(&case_in(Step::Closed))).unwrap();
        assert!(!seen.contains(fixture::feedback().text.as_str()), "{seen}");
    }

    #[test]
    fn contact_counts_on_the_day_it_happened_and_not_when_it_was_noted() {
        let case = fixture::new_case(|_| {});
        let happened = case.origins().received.plus_seconds(3600);
        let note = ContactNote { happened: Some(happened), means: Means::Phone, summary: None };
        let mut entry = fixture::entry(1, &case, Event::ContactMade(note));
        entry.at = happened.plus_seconds(3 * 24 * 3600);
        let case = case.apply(entry).unwrap();
        let contact = ProgressStep { stage: Stage::Contact, day: happened.day() };
        assert_eq!(Progress::of(&case).steps.last(), Some(&contact));
        assert!(matches!(case.status().talk(), Some(Talk::Held(talk)) if talk.at == happened));
    }
}

//! What a question to KMT begins with: what was chosen in the case, and the question of the investigation.
use super::super::super::dossier::{Dossier, story};
use leptos::prelude::*;
use shared::{
    case::{
        act::draft::KmtQuestionDraft,
        kmt::KmtStand,
        notes::{AgeGroup, Person},
    },
    contract::{CaseDetail, KmtView},
    id::AccountId,
};

/// The question about the case of this page: the last one once more when nobody answered it.
pub fn question() -> KmtQuestionDraft {
    let begun = |detail: &CaseDetail| again(detail).unwrap_or_else(|| of(detail));
    Dossier::here().detail.with_untracked(|detail| detail.as_ref().map(|detail| begun(detail))).unwrap_or_default()
}

/// The last question, when it is over without an answer.
fn again(detail: &CaseDetail) -> Option<KmtQuestionDraft> {
    let KmtView { content, asked_of, adviser, .. } = detail.kmt.last().filter(|last| is_over(last.stand))?.clone();
    let told = detail.signals.iter().filter(|signal| content.signals.contains(&signal.sentence));
    let can_log_in = |id: &AccountId| detail.advisers.iter().any(|one| one.id == *id);
    Some(KmtQuestionDraft {
        forms: content.forms,
        subject: Some(content.subject),
        place: content.place,
        ages: content.ages,
        signals: told.map(|signal| signal.id.clone()).collect(),
        words: content.words.map(|words| words.as_str().to_owned()),
        question: content.question.as_str().to_owned(),
        asked_of: asked_of.as_str().to_owned(),
        adviser: adviser.filter(can_log_in).map(|id| id.to_string()),
    })
}

fn is_over(stand: KmtStand) -> bool {
    match stand {
        KmtStand::Expired | KmtStand::Shut | KmtStand::Ended => true,
        KmtStand::Asked | KmtStand::AskedBack | KmtStand::Answered => false,
    }
}

fn of(detail: &CaseDetail) -> KmtQuestionDraft {
    let (report, known) = (&detail.report, story(detail));
    let persons = known.form.map(|form| form.persons).unwrap_or_default();
    KmtQuestionDraft {
        forms: report.forms.clone(),
        subject: Some(report.subject),
        ages: ages(&persons),
        signals: detail.signals.iter().map(|signal| signal.id.clone()).collect(),
        question: known.plan.map(|plan| plan.question.as_str().to_owned()).unwrap_or_default(),
        asked_of: "adviseur KMT".into(),
        ..KmtQuestionDraft::default()
    }
}

/// Each age group once.
fn ages(persons: &[Person]) -> Vec<AgeGroup> {
    AgeGroup::ALL.iter().copied().filter(|age| persons.iter().any(|person| person.age == *age)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;

    #[test]
    fn it_begins_with_what_was_chosen_and_with_no_word_of_the_melder() {
        let case = detail(vec![]);
        let begun = of(&case);
        assert_eq!((begun.forms, begun.subject), (case.report.forms.clone(), Some(case.report.subject)));
        assert!(begun.words.is_none() && begun.question.is_empty() && begun.ages.is_empty());
    }
}

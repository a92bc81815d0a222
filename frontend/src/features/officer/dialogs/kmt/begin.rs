//! What a question to KMT begins with: what was chosen in the case, and the question of the investigation.
use super::super::super::dossier::{Dossier, story};
use leptos::prelude::*;
use shared::{
    case::{
        act::draft::KmtQuestionDraft,
        notes::{AgeGroup, Person},
    },
    contract::CaseDetail,
};

/// The question about the case of this page.
pub fn question() -> KmtQuestionDraft {
    Dossier::here().detail.with_untracked(|detail| detail.as_ref().map(|detail| of(detail))).unwrap_or_default()
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

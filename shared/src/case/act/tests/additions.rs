//! What the melder adds: it is in the case once, in every step, and on a closed case until somebody does something.
use crate::{
    case::{
        Act, ActKind, Case, Comeback, Progress, Row, Stage, Step,
        fixture::{act, carry, case_in, prose},
        notes::{About, Addition, AdditionKind, ReporterAnswer},
        open_reviews,
    },
    id::AdditionKey,
    moment::Moment,
};
use proptest::prelude::*;

fn added(key: u8, at: Moment) -> ReporterAnswer {
    let addition = Addition::of_words(AdditionKey::from_bytes(&[key; 16]), AdditionKind::More);
    ReporterAnswer::new(About::Addition(addition), prose("Kanarie"), at)
}

fn last(case: &Case) -> Moment {
    case.last().0
}

fn late(case: &Case) -> bool {
    let listed = open_reviews(case).iter().any(|one| one.why == Comeback::Addition);
    assert_eq!(listed, Row::of(case).review.is_some() && case.late_addition().is_some());
    listed
}

#[test]
fn an_addition_is_news_in_every_step_and_makes_nothing_stale() {
    for step in Step::ALL {
        let case = case_in(*step);
        let (revision, at) = (case.revision(), last(&case).plus_seconds(60));
        let case = case.with_answers(&[added(1, at), added(1, at), added(2, at)]);
        let row = Row::of(&case);
        assert_eq!((case.additions().count(), case.revision(), row.answers), (2, revision, 2), "{step:?}");
        assert_eq!((row.last, row.last_by, row.questions), (at, None, 0), "{step:?}");
        let progress = Progress::of(&case);
        assert_eq!(progress.additions.len(), 2);
        assert!(
            !serde_json::to_string(&progress).unwrap().contains("Kanarie"),
            "somebody may look over their shoulder"
        );
        assert_eq!(serde_json::from_str::<Case>(&serde_json::to_string(&case).unwrap()).unwrap(), case);
        assert_eq!(late(&case), *step == Step::Closed, "{step:?}");
    }
}

#[test]
fn on_a_closed_case_it_waits_until_an_af_did_something_that_could_know_of_it() {
    let noted = carry(case_in(Step::Closed), act(ActKind::AddRemark));
    let at = last(&noted).plus_seconds(-30);
    let case = noted.with_answers(&[added(1, at)]);
    assert!(late(&case), "the note is later, but whoever wrote it could not read the addition");
    assert!(late(&carry(case.clone(), act(ActKind::RecordVtt))), "that is about something else");
    let noted = carry(case.clone(), act(ActKind::AddRemark));
    assert!(!late(&noted));
    assert!(late(&noted.with_answers(&[added(2, at)])), "another one");
    let reopened = carry(case, act(ActKind::Reopen));
    assert!(!late(&reopened), "it is open, and on the list as such");
    let before = case_in(Step::Referred).with_answers(&[added(1, at)]);
    let told = carry(before, act(ActKind::GiveFeedback));
    assert!(!late(&carry(told, Act::Close)), "whoever closed it could read it");
}

#[test]
fn the_melder_is_asked_what_they_think_only_while_a_decision_is_near() {
    for step in Step::ALL {
        let progress = Progress::of(&case_in(*step));
        assert_eq!(progress.asks_view(), *step == Step::Decision, "{step:?}");
    }
    assert_eq!(Progress::of(&case_in(Step::Referred)).stage, Stage::Decision, "the same step to the melder");
}

proptest! {
    /// In whatever order and how often additions are found, each is in the case once, and none is lost.
    #[test]
    fn each_is_there_once(found in proptest::collection::vec(proptest::collection::vec(0u8..8, 0..6), 0..6)) {
        let mut case = case_in(Step::Investigation);
        let at = last(&case);
        let mut sent = std::collections::BTreeSet::new();
        for batch in found {
            sent.extend(batch.iter().copied());
            let batch: Vec<ReporterAnswer> = batch.into_iter().map(|key| added(key, at)).collect();
            case = case.with_answers(&batch);
        }
        let keys: Vec<_> = case.additions().filter_map(|one| one.addition()).map(|one| one.key.clone()).collect();
        let wanted: std::collections::BTreeSet<_> = sent.iter().map(|key| AdditionKey::from_bytes(&[*key; 16])).collect();
        prop_assert_eq!((keys.len(), keys.iter().cloned().collect::<std::collections::BTreeSet<_>>()), (sent.len(), wanted));
    }
}

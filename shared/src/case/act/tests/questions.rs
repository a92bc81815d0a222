//! Questions to the melder: when they are open, and what the melder sees of them.
use crate::{
    case::{
        Act, ActKind, AskedReporter, Case, Progress, Refusal, Row, Step,
        fixture::{act, ask, carry, case_in, officer, prose},
        notes::{Question, QuestionResult, ReporterAnswer},
    },
    moment::Moment,
};

fn asking(text: &str) -> Act {
    Act::AskReporter(Question { text: prose(text) })
}

fn settling(question: usize) -> Act {
    Act::SettleQuestion(QuestionResult { question, outcome: prose("Zei het aan de telefoon") })
}

fn answer(question: usize, text: &str, at: Moment) -> ReporterAnswer {
    ReporterAnswer::to(question, prose(text), at)
}

fn last(case: &Case) -> Moment {
    case.entries().last().unwrap().at
}

#[test]
fn a_question_is_open_until_the_melder_answers_or_an_af_settles_it() {
    let case = carry(carry(case_in(Step::Investigation), asking("Welke dag?")), asking("Welke kleur?"));
    let (revision, at) = (case.revision(), last(&case).plus_seconds(60));
    assert_eq!((case.open_questions(), Row::of(&case).questions), (2, 2));
    let case = case.with_answers(&[answer(0, "Maandag", at), answer(0, "Dinsdag", at), answer(7, "Niets", at)]);
    assert_eq!(case.answers(), [answer(0, "Maandag", at)], "the first stays, and there is no eighth question");
    assert_eq!((case.open_questions(), case.revision()), (1, revision), "it makes nothing stale for an AF");
    let row = Row::of(&case);
    assert_eq!((row.last, row.last_by, row.questions), (at, None, 1), "something happened, and no AF did it");
    assert_eq!(ask(&case, settling(0), &officer(1)), Err(Refusal::NothingToDo));
    let case = carry(case, settling(1));
    assert_eq!((case.open_questions(), ask(&case, settling(1), &officer(1))), (0, Err(Refusal::NothingToDo)));
    let json = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
}

#[test]
fn the_melder_reads_a_question_while_the_case_is_open_and_no_af_settled_it() {
    let texts = |case: &Case| -> Vec<(String, bool)> {
        let asked = Progress::of(case).questions;
        asked.into_iter().map(|one: AskedReporter| (one.text.as_str().to_owned(), one.answered.is_some())).collect()
    };
    let case = carry(carry(case_in(Step::Investigation), asking("Welke dag?")), asking("Welke kleur?"));
    let at = last(&case);
    let case = case.with_answers(&[answer(0, "Maandag", at)]);
    assert_eq!(texts(&case), [("Welke dag?".into(), true), ("Welke kleur?".into(), false)]);
    let case = carry(case, settling(1));
    assert_eq!(texts(&case), [("Welke dag?".into(), true)]);
    let closed = carry(case, act(ActKind::CloseEarly));
    assert_eq!((closed.status().step(), texts(&closed)), (Step::Closed, vec![]));
}

/// What the melder wrote is not in what the melder's page gets back: somebody may look over their shoulder.
#[test]
fn an_answer_is_kept_and_not_shown_again() {
    let case = carry(case_in(Step::InContact), asking("Welke dag?"));
    let at = last(&case);
    let case = case.with_answers(&[answer(0, "Kanarie", at)]);
    assert!(serde_json::to_string(&case).unwrap().contains("Kanarie"));
    let seen = serde_json::to_string(&Progress::of(&case)).unwrap();
    assert!(seen.contains("Welke dag?") && !seen.contains("Kanarie"), "{seen}");
}

#[test]
fn five_questions_wait_at_most_and_none_is_asked_before_contact() {
    let full = (0..5).fold(case_in(Step::InContact), |case, _| carry(case, asking("Welke dag?")));
    assert_eq!(ask(&full, asking("En dan?"), &officer(1)), Err(Refusal::TooMany));
    assert!(ask(&carry(full, settling(3)), asking("En dan?"), &officer(1)).is_ok());
    let ended = |case: Case, n| carry(carry(case, asking("Welke dag?")), settling(n));
    let often = (0..20).fold(case_in(Step::InContact), ended);
    assert_eq!(ask(&often, asking("En dan?"), &officer(1)), Err(Refusal::TooMany), "twenty of one case");
    assert_eq!(ask(&case_in(Step::Received), asking("Welke dag?"), &officer(1)), Err(Refusal::NotInThisStep));
}

//! Several reports under one lead case.
use crate::{
    answer::Known,
    calendar::Calendar,
    case::{
        Act, ActKind, Case, Context, Event, Feedback, Lead, NextAction, Progress, Refusal, Row, Stage, Status, Step,
        Topic, Word, available, decide,
        fixture::{
            act, apply_by, ask, asker, carry, carry_by, case_in, joined, joined_when, officer, prose, reported,
            safety::{in_step, open},
            today, without_contact,
        },
        joining::next,
        notes::{LeadStand, NoContactReason, Reason},
    },
    id::{CaseId, CaseNumber},
    retention::Outcome,
};

/// Where a report can be joined.
const OPEN: [Step; 4] = [Step::Received, Step::InContact, Step::Investigation, Step::Decision];

fn unjoin() -> Act {
    Act::Unjoin(Reason { reason: prose("Toch een andere plek") })
}

/// What follows from the lead case, by the second AF, until nothing does.
fn follow(mut case: Case, lead: &Case) -> Case {
    while let Some(event) = next(&case, lead, false).unwrap() {
        case = apply_by(2, case, event);
    }
    case
}

fn order(case: &Case) -> (Step, NextAction, Option<crate::moment::Day>) {
    let row = Row::of(case);
    (row.step, row.next, row.due)
}

#[test]
fn a_joined_report_keeps_its_melder_and_its_clock_and_nothing_of_the_investigation() {
    let received = joined(Step::Received);
    assert_eq!(order(&received), order(&case_in(Step::Received)), "the melder is called by the day that was promised");
    assert_eq!(received.assigned(), None, "joining takes nothing");
    for step in OPEN {
        let case = joined(step);
        assert_eq!(case.status(), case_in(step).status());
        let may = available(&case, asker(&officer(1)));
        let of_the_lead: Vec<&ActKind> = may.iter().filter(|kind| kind.is_of_the_lead()).collect();
        assert!(of_the_lead.is_empty(), "{step:?}: {of_the_lead:?}");
        for kind in [ActKind::CloseEarly, ActKind::CloseUntold] {
            assert_eq!(ask(&case, act(kind), &officer(1)), Err(Refusal::DecidedByLead), "{step:?} {kind:?}");
        }
        assert!(may.contains(&ActKind::RecordVtt) && may.contains(&ActKind::IssueCode), "{step:?}");
        assert!(!Row::of(&case).group().on_agenda, "the werkoverleg discusses the lead case");
    }
    assert_eq!(ask(&joined(Step::Decision), act(ActKind::Decide), &officer(1)), Err(Refusal::DecidedByLead));
    let talked = carry(received, act(ActKind::RecordContact));
    assert_eq!(order(&talked), (Step::InContact, NextAction::AwaitLead, None));
}

#[test]
fn on_its_own_again_it_goes_on_where_it_was_with_the_terms_it_had() {
    for step in OPEN {
        let before = case_in(step);
        let after = carry(joined_when(step, LeadStand::Decided), unjoin());
        assert_eq!((after.status(), order(&after)), (before.status(), order(&before)), "{step:?}");
        assert_eq!((after.contact_by(), after.joined()), (before.contact_by(), None));
        assert_eq!(Progress::of(&after).stage, Progress::of(&before).stage, "{step:?}");
        assert_eq!(ask(&after, unjoin(), &officer(1)), Err(Refusal::NothingToDo));
        let json = serde_json::to_string(&after).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), after);
    }
}

#[test]
fn what_somebody_proposed_for_the_course_or_the_feedback_does_not_outlive_it() {
    let proposed = carry(case_in(Step::Decision), act(ActKind::Decide));
    assert!(proposed.awaits(Topic::Course));
    let case = carry(proposed, crate::case::fixture::join());
    assert!(!case.awaits(Topic::Course), "the lead case is decided, not this one");
    let asked = carry(joined_when(Step::InContact, LeadStand::Decided), act(ActKind::ProposeNoFeedback));
    assert!(asked.awaits(Topic::Feedback) && !carry(asked, unjoin()).awaits(Topic::Feedback));
}

/// What the rule says of a case as the lead.
fn join_under(case: &Case, lead: Option<&Lead>) -> Result<Event, Refusal> {
    let (actor, calendar) = (officer(1), Calendar::default());
    let context = Context {
        actor: &actor,
        today: today(),
        confirm_by: today(),
        calendar: &calendar,
        sources: &[],
        officers: &[],
        new_status_key: None,
        new_link: None,
        lead,
    };
    decide(case, crate::case::fixture::join(), &context)
}

#[test]
fn only_a_lead_that_is_open_on_its_own_and_for_the_same_people_will_do() {
    let case = case_in(Step::Received);
    let number = CaseNumber { year: 2026, sequence: 12 };
    let lead = Lead { id: CaseId::from_bytes(&[12; 16]), number, closed: false, chained: false, apart: false };
    let own = case.origins().id.clone();
    let table = [
        (None, Refusal::NoLead),
        (Some(Lead { id: own, ..lead.clone() }), Refusal::NoLead),
        (Some(Lead { closed: true, ..lead.clone() }), Refusal::NoLead),
        (Some(Lead { chained: true, ..lead.clone() }), Refusal::Chained),
        (Some(Lead { apart: true, ..lead.clone() }), Refusal::NotForAll),
    ];
    for (lead, refusal) in table {
        assert_eq!(join_under(&case, lead.as_ref()), Err(refusal));
    }
    assert!(matches!(join_under(&case, Some(&lead)), Ok(Event::Joined(made)) if made.number == number));
    let twice = ask(&joined(Step::Received), crate::case::fixture::join(), &officer(1));
    assert_eq!(twice, Err(Refusal::AlreadySo));
    for step in [Step::Referred, Step::Closed] {
        let late = ask(&case_in(step), crate::case::fixture::join(), &officer(1));
        assert_eq!(late, Err(Refusal::NotInThisStep), "{step:?}");
    }
}

#[test]
fn the_melder_is_told_once_the_lead_case_is_decided_and_the_report_closes_with_it() {
    let [begun, decided, closed] = [Step::Investigation, Step::Referred, Step::Closed].map(case_in);
    let case = follow(joined(Step::InContact), &begun);
    assert_eq!(order(&case).1, NextAction::AwaitLead);
    assert_eq!(Progress::of(&case).stage, Stage::Investigation, "the melder sees that it goes on");
    assert_eq!(ask(&case, act(ActKind::GiveFeedback), &officer(1)), Err(Refusal::LeadFirst));
    let case = follow(case, &decided);
    assert_eq!((order(&case).1, Progress::of(&case).word), (NextAction::TellReporter, Some(Word::Decided)));
    let told = carry(case.clone(), act(ActKind::GiveFeedback));
    assert_eq!(ask(&told, act(ActKind::GiveFeedback), &officer(1)), Err(Refusal::AlreadySettled));
    assert_eq!((order(&told).1, next(&told, &decided, false)), (NextAction::AwaitLead, Ok(None)));
    for done in [follow(told, &closed), carry_told_late(case, &closed)] {
        assert_eq!((done.status().step(), done.kept().map(|kept| kept.outcome)), (Step::Closed, Some(Outcome::Likely)));
        assert_eq!(done.ended_by(), [&officer(1), &officer(2)], "as many as decided the lead case");
        let progress = Progress::of(&done);
        assert_eq!((progress.stage, progress.word), (Stage::Done, Some(Word::Told)));
        let again = carry(done, act(ActKind::Reopen));
        assert_eq!((again.status().step(), again.joined()), (Step::InContact, None), "opened again it is on its own");
    }
}

/// The lead case closed first: the melder is told after that.
fn carry_told_late(case: Case, closed: &Case) -> Case {
    let late = follow(case, closed);
    assert_eq!(order(&late).1, NextAction::TellReporter);
    follow(carry(late, act(ActKind::GiveFeedback)), closed)
}

#[test]
fn veilig_thuis_is_settled_in_the_report_itself_before_it_closes() {
    let case = carry(in_step(Step::InContact, open(Known::Yes, Known::No)), crate::case::fixture::join());
    let closed = case_in(Step::Closed);
    let told = follow(carry(follow(case, &closed), act(ActKind::GiveFeedback)), &closed);
    assert_eq!((told.status().step(), Row::of(&told).urgent), (Step::InContact, true), "spoed stays spoed");
    let settled = follow(carry(told, Act::RecordVtt(reported())), &closed);
    assert_eq!(settled.status().step(), Step::Closed);
}

#[test]
fn two_agree_that_a_melder_cannot_be_told_and_one_who_is_gone_holds_nothing_up() {
    let closed = case_in(Step::Closed);
    let asked = carry(joined_when(Step::InContact, LeadStand::Decided), act(ActKind::ProposeNoFeedback));
    let agreed = carry_by(2, asked, Act::Agree(None));
    assert_eq!(agreed.joined().map(|joined| joined.feedback.clone()), Some(Feedback::Withheld));
    let gone = carry(without_contact(NoContactReason::Gone, Step::InContact), crate::case::fixture::join());
    for case in [agreed, gone] {
        let done = follow(case, &closed);
        assert_eq!((done.status().step(), Progress::of(&done).word), (Step::Closed, Some(Word::Untold)));
    }
}

#[test]
fn somebody_who_may_not_see_the_lead_case_puts_the_report_on_its_own_again() {
    let lead = case_in(Step::Referred);
    let event = next(&joined(Step::Received), &lead, true).unwrap().unwrap();
    let after = apply_by(2, joined(Step::Received), event);
    assert_eq!((after.joined(), order(&after)), (None, order(&case_in(Step::Received))));
    assert_eq!(next(&after, &lead, true), Ok(None));
    let restricted = carry(joined(Step::Received), act(ActKind::Restrict));
    assert_eq!(next(&restricted, &lead, true), Ok(None), "nothing is done with what is restricted");
}

#[test]
fn a_lead_case_that_goes_back_takes_the_report_back() {
    let case = follow(joined(Step::InContact), &case_in(Step::Referred));
    let case = follow(case, &case_in(Step::Investigation));
    assert_eq!((order(&case).1, Progress::of(&case).word), (NextAction::AwaitLead, None));
    assert!(!matches!(case.status(), Status::Closed(_)) && case.contact_by() > today());
}

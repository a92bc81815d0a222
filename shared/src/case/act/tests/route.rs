//! Every step and every act, against the table.
use crate::{
    case::{
        Act, ActKind, Case, Ending, Entry, Event, Progress, Refusal, Row, Stage, Status, Step, available,
        fixture::{
            act, apply_by, ask, asker, assign, carry, case_in, confirm_by, joined, joined_when, kinds, kmt::asked_back,
            new_case, officer, on_agenda, prose, rights::by_somebody_unknown, source, today, walk, without_contact,
        },
        notes::{Confirmation, EndDate, LeadStand, NoContactReason},
    },
    id::{AccountId, StatusKey},
    moment::Moment,
};

/// A case in this step that meets the act's precondition, and who asks for it.
pub(super) fn ready_for(step: Step, kind: ActKind) -> (Case, AccountId) {
    let who = if matches!(kind, ActKind::Agree | ActKind::Decline) { 2 } else { 1 };
    let of_a_table = matches!(kind, ActKind::RecordDiscussed | ActKind::MoveTable);
    let begin = if kind == ActKind::RecordLateContact && step != Step::Received {
        without_contact(NoContactReason::Gone, step)
    } else if of_a_table && step == Step::Referred {
        on_agenda()
    } else if matches!(kind, ActKind::GiveFeedback | ActKind::ProposeNoFeedback) && told_with_its_lead(step) {
        joined_when(step, LeadStand::Decided)
    } else if kind == ActKind::Unjoin && !kind.targets(step).is_empty() {
        joined(step)
    } else if kind == ActKind::FinishTask {
        with_task(case_in(step))
    } else if kind == ActKind::SettleQuestion {
        with_question(case_in(step))
    } else if matches!(kind, ActKind::ReplyToKmt | ActKind::EndKmtQuestion) {
        asked_back(case_in(step))
    } else if kind == ActKind::ConfirmIdentity {
        carry(case_in(step), Act::ReceiveRequest(by_somebody_unknown()))
    } else {
        case_in(step)
    };
    (comes_first(step, kind).iter().fold(begin, |case, kind| carry(case, act(*kind))), officer(who))
}

/// What has to be done before an act of this kind.
fn comes_first(step: Step, kind: ActKind) -> &'static [ActKind] {
    if kind == ActKind::Close && step == Step::Referred {
        &[ActKind::GiveFeedback]
    } else if kind == ActKind::ProposeLift {
        &[ActKind::Exclude]
    } else if kind == ActKind::ProposeEndHold {
        &[ActKind::Hold]
    } else if kind == ActKind::LiftRestriction {
        &[ActKind::Restrict]
    } else if kind == ActKind::AdviseRequest {
        &[ActKind::ReceiveRequest]
    } else if matches!(kind, ActKind::Agree | ActKind::Decline | ActKind::Withdraw) {
        &[ActKind::Exclude]
    } else {
        &[]
    }
}

/// Before its own decision, a melder is told what was decided in the lead case.
fn told_with_its_lead(step: Step) -> bool {
    matches!(step, Step::InContact | Step::Investigation | Step::Decision)
}

/// A question that the melder was asked before.
fn with_question(case: Case) -> Case {
    let Act::AskReporter(question) = act(ActKind::AskReporter) else { panic!("another act") };
    apply_by(1, case, Event::ReporterAsked(question))
}

/// A task that was noted in the investigation.
fn with_task(case: Case) -> Case {
    let Act::NoteTask(task) = act(ActKind::NoteTask) else { panic!("another act") };
    apply_by(1, case, Event::TaskNoted(task))
}

#[test]
fn every_step_and_every_act_follow_the_table() {
    for step in Step::ALL.iter().copied() {
        for kind in kinds() {
            let (case, actor) = ready_for(step, kind);
            let asked = ask(&case, act(kind), &actor);
            let expected = kind.targets(step);
            if expected.is_empty() {
                assert_eq!(asked, Err(Refusal::NotInThisStep), "{step:?} {kind:?}");
                assert!(!available(&case, asker(&actor)).contains(&kind));
                continue;
            }
            let event = asked.unwrap_or_else(|refusal| panic!("{step:?} {kind:?}: {refusal:?}"));
            assert_eq!(ActKind::of(&event), kind, "an event names the act it came from");
            assert!(available(&case, asker(&actor)).contains(&kind), "{step:?} {kind:?}");
            let after = case.apply(Entry { at: Moment::from_millis(0), by: actor, event }).unwrap();
            assert!(expected.contains(&after.status().step()), "{step:?} {kind:?} led to {:?}", after.status().step());
        }
    }
}

#[test]
fn an_act_that_does_not_fit_the_case_is_refused() {
    let table = [
        (Step::Investigation, Act::RecordSource(source("Suwinet")), Refusal::SourceWithoutGround),
        (Step::Referred, Act::ConfirmReferral(Confirmation { referral: 2, day: today() }), Refusal::NothingToConfirm),
        (Step::Referred, Act::Close, Refusal::FeedbackFirst),
        (Step::Referred, Act::Agree(None), Refusal::NothingProposed),
        (Step::Received, assign(5), Refusal::NotAnOfficer),
    ];
    for (step, act, refusal) in table {
        let kind = act.kind();
        assert_eq!(ask(&case_in(step), act, &officer(1)), Err(refusal), "{kind:?}");
    }
    let contacted = walk(&[ActKind::RecordContact]);
    assert_eq!(ask(&contacted, act(ActKind::StartInvestigation), &officer(1)), Err(Refusal::FormFirst));
}

#[test]
fn reopening_returns_to_where_the_work_had_come() {
    let end = |case| carry(case, act(ActKind::CloseEarly));
    let reopen = |case| carry(case, act(ActKind::Reopen)).status().step();
    assert_eq!(reopen(end(case_in(Step::Received))), Step::Received);
    assert_eq!(reopen(end(case_in(Step::InContact))), Step::InContact);
    assert_eq!(reopen(end(case_in(Step::Decision))), Step::Investigation);
    assert_eq!(reopen(case_in(Step::Closed)), Step::Investigation);
}

/// Three months later nothing is three months late, and the end date can be agreed again.
#[test]
fn a_case_that_is_opened_again_is_not_late_at_once() {
    let due = |case: &Case| Row::of(case).due;
    let reopened = |case| carry(carry(case, act(ActKind::CloseEarly)), act(ActKind::Reopen));
    let received = reopened(case_in(Step::Received));
    assert_eq!((due(&received), Progress::of(&received).contact_by), (Some(confirm_by()), confirm_by()));
    assert_eq!(due(&reopened(case_in(Step::InContact))), None);
    let investigation = reopened(case_in(Step::Investigation));
    assert_eq!(due(&case_in(Step::Investigation)), Some(today()), "the end date that was agreed");
    assert_eq!(due(&investigation), Some(confirm_by()));
    let later = "2026-07-01".parse().unwrap();
    let moved = carry(investigation, Act::MoveEndDate(EndDate { until: later, reason: prose("Opnieuw afgesproken") }));
    assert_eq!(due(&moved), Some(later));
    let mut stored = serde_json::to_value(&received).unwrap();
    let reopening = stored["tijdlijn"].as_array_mut().unwrap().last_mut().unwrap();
    assert!(reopening["inhoud"].as_object_mut().unwrap().remove("uiterlijk").is_some());
    let older: Case = serde_json::from_value(stored).unwrap();
    assert_eq!(due(&older), "2026-04-30".parse().ok(), "of before the day was kept");
}

#[test]
fn a_confirmation_may_come_after_closing_and_only_once() {
    let case = carry(case_in(Step::Closed), act(ActKind::ConfirmReferral));
    let Status::Closed(closed) = case.status() else { panic!("still closed") };
    let Ending::Completed(referred) = &closed.ending else { panic!("completed") };
    assert_eq!(referred.confirmed.len(), 1);
    assert_eq!(ask(&case, act(ActKind::ConfirmReferral), &officer(1)), Err(Refusal::NothingToConfirm));
}

/// A late answer of a receiver has a place, and a closed case stays closed as it was.
#[test]
fn a_note_and_veilig_thuis_can_be_recorded_after_closing() {
    let early = carry(case_in(Step::Received), act(ActKind::CloseEarly));
    for closed in [case_in(Step::Closed), early] {
        let noted = carry(carry(closed.clone(), act(ActKind::AddRemark)), act(ActKind::RecordVtt));
        assert_eq!(
            (noted.status(), noted.kept(), noted.ended_by()),
            (closed.status(), closed.kept(), closed.ended_by())
        );
        assert_eq!(noted.safety().vtt(), Some(&crate::case::fixture::reported()));
        let json = serde_json::to_string(&noted).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), noted);
    }
}

#[test]
fn the_melder_sees_steps_and_days_and_nothing_else() {
    let stages = |case: &Case| Progress::of(case).steps.iter().map(|s| s.stage).collect::<Vec<_>>();
    use Stage::{Contact, Decision, Done, Investigation, Reported};
    assert_eq!(stages(&case_in(Step::Received)), [Reported]);
    assert_eq!(stages(&case_in(Step::Closed)), [Reported, Contact, Investigation, Decision, Done]);
    let reopened = carry(case_in(Step::Closed), act(ActKind::Reopen));
    assert_eq!(stages(&reopened), [Reported, Contact, Investigation]);
    let tried = carry(case_in(Step::Received), act(ActKind::RecordAttempt));
    assert!(Progress::of(&tried).tried && Progress::of(&tried).stage == Reported);
    let json = serde_json::to_string(&Progress::of(&case_in(Step::Closed))).unwrap();
    for secret in ["kmt", "riec", "Verzonnen", "duiding"] {
        assert!(!json.contains(secret), "{secret} is not for the melder");
    }
}

#[test]
fn a_new_code_moves_the_status() {
    let case = carry(case_in(Step::Received), Act::IssueCode);
    assert_eq!(case.status_key(), &StatusKey::from_bytes(&[7; 16]));
}

#[test]
fn the_clock_stops_at_real_contact_only() {
    let row = Row::of(&carry(case_in(Step::Received), act(ActKind::RecordAttempt)));
    assert_eq!((row.due, row.attempts, row.fresh), ("2026-04-30".parse().ok(), 1, false));
    assert_eq!(Row::of(&walk(&[ActKind::RecordContact])).due, None);
}

#[test]
fn the_first_work_assigns_the_case_and_reopening_does_too() {
    let fresh = new_case(|_| {});
    assert_eq!(fresh.assigned(), None);
    let noted = carry(fresh, act(ActKind::AddRemark));
    assert_eq!(noted.assigned(), None, "a note alone takes nothing");
    let tried = carry(noted, act(ActKind::RecordAttempt));
    assert_eq!(tried.assigned(), Some(&officer(1)));
    let closed = carry(carry(tried, assign(2)), act(ActKind::CloseEarly));
    assert_eq!(closed.assigned(), Some(&officer(2)));
    assert_eq!(carry(closed, act(ActKind::Reopen)).assigned(), Some(&officer(1)));
}

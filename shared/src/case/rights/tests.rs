//! Who may what, the second person, and that nothing but a command on this list changes anything.
use super::{notes::*, *};
use crate::{
    case::{
        Case, Command, CommandKind, Context, Entry, Event, Origins, Proposal, Refusal, Row, Status,
        notes::{EarlyEnd, EarlyReason, FeedbackNote, Means, Reason},
    },
    contract::examples,
    id::{AccountId, CaseId, CaseNumber, StatusKey},
    indicators::IndicatorList,
    moment::{Day, Moment},
    report::{Channel, YesNo, check},
    retention::{Blocked, Outcome},
    text::{Line, Prose},
};

fn officer(which: u8) -> AccountId {
    AccountId::from_bytes(&[which; 16])
}

fn today() -> Day {
    "2026-05-04".parse().unwrap()
}

pub(in crate::case) fn fresh() -> Case {
    let list = IndicatorList { version: "2026-1".into(), indicators: vec![] };
    let draft = crate::report::Draft { ticks: vec![], ..examples::draft() };
    Case::open(Origins {
        excluded: Vec::new(),
        id: CaseId::from_bytes(&[1; 16]),
        number: CaseNumber { year: 2026, sequence: 1 },
        received: Moment::try_from("2026-05-01T10:00:00Z".to_owned()).unwrap(),
        contact_by: today(),
        channel: Channel::Form {},
        report: check(&draft, &list).report.unwrap(),
        status_key: StatusKey::from_bytes(&[2; 16]),
    })
}

fn why() -> Why {
    Why { reason: Prose::parse("Verzonnen reden").unwrap() }
}

fn after(case: &Case, by: u8, event: RightsEvent) -> Case {
    let at = Moment::try_from("2026-05-04T10:00:00Z".to_owned()).unwrap();
    case.clone().apply(Entry { at, by: officer(by), event: Event::Rights(event) }).unwrap()
}

fn ask(case: &Case, by: u8, command: RightsCommand) -> Result<Case, RightsRefusal> {
    decide(case, command, &officer(by), today()).map(|event| after(case, by, event))
}

fn request(right: Right) -> RightsCommand {
    RightsCommand::ReceiveRequest(Request { right, received: today(), identified: YesNo::Yes })
}

fn advice(verdict: Verdict, ground: Ground, until: Option<&str>) -> RightsCommand {
    let (reason, until) = (why().reason, until.map(|day| day.parse().unwrap()));
    RightsCommand::AdviseRequest(Advice { request: 0, verdict, ground, reason, until })
}

fn early(case: Case, reason: crate::case::notes::EarlyReason) -> Case {
    let text = why().reason;
    let feedback = FeedbackNote { means: Means::Phone, text: text.clone(), day: today() };
    let event = Event::ClosedEarly(EarlyEnd { reason, explanation: text, feedback });
    let at = Moment::try_from("2026-05-04T11:00:00Z".to_owned()).unwrap();
    case.apply(Entry { at, by: officer(1), event }).unwrap()
}

fn command(kind: RightsKind) -> RightsCommand {
    let day = today();
    match kind {
        RightsKind::Correct => examples::rights_command().unwrap(),
        RightsKind::Hold => RightsCommand::Hold(why()),
        RightsKind::ProposeLift => RightsCommand::ProposeLift(why()),
        RightsKind::AgreeLift => RightsCommand::AgreeLift,
        RightsKind::Restrict => RightsCommand::Restrict(why()),
        RightsKind::LiftRestriction => RightsCommand::LiftRestriction(why()),
        RightsKind::ReceiveRequest => request(Right::Access),
        RightsKind::AdviseRequest => advice(Verdict::Give, Ground::Founded, None),
        RightsKind::Inform => RightsCommand::Inform(Informed { how: Told::Letter, day }),
        RightsKind::DeferInforming => {
            let review = "2026-08-01".parse().unwrap();
            RightsCommand::DeferInforming(Deferral { ground: Ground::Limited, reason: why().reason, review })
        }
        RightsKind::TakeOver => RightsCommand::TakeOver(TakenOver { day, system: Line::parse("Zaaksysteem").unwrap() }),
    }
}

/// In every situation: what is available is what is not refused, and the other way round.
#[test]
fn what_can_be_asked_is_what_is_carried_out() {
    let open = fresh();
    let held = after(&open, 1, RightsEvent::Held(why()));
    let situations = [
        open.clone(),
        held.clone(),
        after(&held, 1, RightsEvent::LiftProposed(why())),
        after(&open, 1, RightsEvent::Restricted(why())),
        after(
            &open,
            1,
            RightsEvent::Requested(Request { right: Right::Access, received: today(), identified: YesNo::Yes }),
        ),
        after(&open, 1, RightsEvent::Doomed),
        early(open, crate::case::notes::EarlyReason::Mistake),
    ];
    let mut seen = 0;
    for case in &situations {
        for by in [1, 2] {
            for kind in RightsKind::ALL.iter().copied() {
                let offered = available(case, &officer(by)).contains(&kind);
                assert_eq!(offered, ask(case, by, command(kind)).is_ok(), "{kind:?} by {by} in {case:?}");
                seen += usize::from(offered);
            }
        }
    }
    assert!(seen > 60, "{seen}");
    assert!(
        available(&situations[5], &officer(2)).is_empty(),
        "nothing can be done with a case that is being destroyed"
    );
}

#[test]
fn what_one_proposes_another_agrees_to() {
    let held = ask(&fresh(), 1, RightsCommand::Hold(why())).unwrap();
    assert_eq!(held.rights().blocked(), Some(Blocked::Hold));
    let proposed = ask(&held, 1, RightsCommand::ProposeLift(why())).unwrap();
    assert_eq!(ask(&proposed, 1, RightsCommand::AgreeLift), Err(RightsRefusal::OtherOfficerNeeded));
    assert_eq!(proposed.rights().blocked(), Some(Blocked::Hold));
    assert_eq!(ask(&proposed, 2, RightsCommand::AgreeLift).unwrap().rights().blocked(), None);
    let alone = |by| proposed.clone().apply(entry(by, Event::Rights(RightsEvent::LiftAgreed)));
    assert!(alone(1).is_err() && alone(2).is_ok(), "a timeline in which one AF did both does not load");
    assert!(
        held.apply(entry(2, Event::Rights(RightsEvent::LiftAgreed))).is_err(),
        "nor one in which nobody proposed it"
    );
}

/// What waits for a second AF is on the agenda, so that this AF may see it.
#[test]
fn a_hold_that_one_finds_can_end_is_on_the_agenda() {
    let held = ask(&fresh(), 1, RightsCommand::Hold(why())).unwrap();
    let proposed = ask(&held, 1, RightsCommand::ProposeLift(why())).unwrap();
    let agreed = ask(&proposed, 2, RightsCommand::AgreeLift).unwrap();
    assert_eq!([&held, &proposed, &agreed].map(|case| Row::of(case).on_agenda()), [false, true, false]);
}

#[test]
fn a_malicious_report_has_its_own_term_and_two_afs_find_it() {
    let text = why().reason;
    let feedback = FeedbackNote { means: Means::Phone, text: text.clone(), day: today() };
    let note = EarlyEnd { reason: EarlyReason::Malicious, explanation: text, feedback };
    let proposed = fresh().apply(entry(1, Event::Proposed(Proposal::Malicious(note.clone())))).unwrap();
    assert_eq!(proposed.kept(), None, "one AF alone closes nothing");
    let found = proposed.apply(entry(2, Event::Agreed(Proposal::Malicious(note)))).unwrap();
    assert_eq!(found.kept().unwrap().outcome, Outcome::Malicious);
}

fn entry(by: u8, event: Event) -> Entry {
    Entry { at: Moment::try_from("2026-05-04T11:00:00Z".to_owned()).unwrap(), by: officer(by), event }
}

#[test]
fn restricted_is_seen_and_nothing_else() {
    let case = ask(&fresh(), 1, RightsCommand::Restrict(why())).unwrap();
    let who = officer(1);
    let context = Context { actor: &who, today: today(), sources: &[], officers: &[], new_status_key: None };
    // who has it and who may not know of it: that is not processing what stands in it
    let about_access = [CommandKind::Exclude, CommandKind::OwnReport, CommandKind::Assign];
    assert!(crate::case::available(&case, &who).iter().all(|kind| about_access.contains(kind)));
    assert_eq!(crate::case::available(&case, &who).len(), about_access.len());
    let reopen = Command::Reopen(Reason { reason: why().reason });
    for command in [examples::command(), reopen, Command::IssueCode] {
        assert_eq!(crate::case::decide(&case, command, &context), Err(Refusal::ProcessingRestricted));
    }
    let kinds = [RightsKind::LiftRestriction, RightsKind::ReceiveRequest];
    assert_eq!(available(&case, &who), kinds);
    let free = ask(&case, 1, RightsCommand::LiftRestriction(why())).unwrap();
    assert!(crate::case::decide(&free, examples::command(), &context).is_ok());
    let doomed = after(&case, 2, RightsEvent::Doomed);
    assert_eq!(crate::case::decide(&doomed, examples::command(), &context), Err(Refusal::BeingDestroyed));
}

#[test]
fn a_request_is_decided_by_af_and_fg_together() {
    let asked = ask(&fresh(), 1, request(Right::Access)).unwrap();
    let yes = RequestDecision { request: 0, agreed: YesNo::Yes };
    assert_eq!(decide_request(&asked, yes.clone()), Err(RightsRefusal::Nothing), "the FG alone decides nothing");
    assert_eq!(open_requests(&asked)[0].answer_by, "2026-06-04".parse::<Day>().unwrap());
    let advised = ask(&asked, 1, advice(Verdict::Give, Ground::Founded, None)).unwrap();
    assert_eq!(advised.rights().requests()[0].decided(), None, "nor the AF");
    let back = after(&advised, 9, decide_request(&advised, RequestDecision { request: 0, agreed: YesNo::No }).unwrap());
    assert_eq!(back.rights().requests()[0].advice, None);
    let given = after(&advised, 9, decide_request(&advised, yes.clone()).unwrap());
    assert_eq!(given.rights().requests()[0].decided(), Some((Verdict::Give, Ground::Founded)));
    assert_eq!((open_requests(&given), given.rights().blocked()), (vec![], None));
    assert_eq!(decide_request(&given, yes), Err(RightsRefusal::Nothing));
}

#[test]
fn grounds_go_with_their_decisions() {
    let asked = ask(&fresh(), 1, request(Right::Erasure)).unwrap();
    assert_eq!(asked.rights().blocked(), Some(Blocked::Request));
    for verdict in Verdict::ALL.iter().copied() {
        for ground in Ground::ALL.iter().copied() {
            let fine = match verdict {
                Verdict::Give => ground == Ground::Founded,
                Verdict::Defer => matches!(ground, Ground::Limited | Ground::Complex),
                Verdict::Refuse => !matches!(ground, Ground::Founded | Ground::Complex),
            };
            assert_eq!(
                ask(&asked, 1, advice(verdict, ground, Some("2026-06-01"))).is_ok(),
                fine,
                "{verdict:?} {ground:?}"
            );
        }
    }
    let without_day = ask(&asked, 1, advice(Verdict::Defer, Ground::Limited, None));
    assert_eq!(without_day, Err(RightsRefusal::DayNeeded));
    let deferred = ask(&asked, 1, advice(Verdict::Defer, Ground::Limited, Some("2026-06-20"))).unwrap();
    let deferred = after(&deferred, 9, RightsEvent::RequestDecided(RequestDecision { request: 0, agreed: YesNo::Yes }));
    assert_eq!(open_requests(&deferred)[0].answer_by, "2026-06-20".parse::<Day>().unwrap(), "it stays open until then");
    let unknown = Request { right: Right::Erasure, received: today(), identified: YesNo::No };
    let asked = ask(&fresh(), 1, RightsCommand::ReceiveRequest(unknown)).unwrap();
    let give = ask(&asked, 1, advice(Verdict::Give, Ground::Founded, None));
    assert_eq!(give, Err(RightsRefusal::NotIdentified));
}

#[test]
fn a_correction_stands_beside_what_was_written() {
    let before = fresh();
    let after = ask(&before, 1, examples::rights_command().unwrap()).unwrap();
    assert_eq!(after.origins(), before.origins());
    assert_eq!(after.rights().corrections().len(), 1);
    assert!(matches!(after.status(), Status::Received(_)), "no step moved");
}

#[test]
fn entries_of_this_kind_load_as_they_were_stored() {
    let stored = r#"[
        {"op":"2026-05-04T10:00:00.000Z","door":"01010101010101010101010101010101","gebeurtenis":"rechten",
         "inhoud":{"wat":"bewaarplicht","daarvan":{"reden":"Een rechtszaak"}}},
        {"op":"2026-05-04T10:00:00.000Z","door":"01010101010101010101010101010101","gebeurtenis":"rechten",
         "inhoud":{"wat":"verzoek","daarvan":{"recht":"inzage","ontvangenOp":"2026-05-01","identiteitVastgesteld":"ja"}}},
        {"op":"2026-05-04T10:00:00.000Z","door":"02020202020202020202020202020202","gebeurtenis":"rechten",
         "inhoud":{"wat":"vernietiging-akkoord"}}]"#;
    let entries: Vec<Entry> = serde_json::from_str(stored).unwrap();
    let rights = Rights::of(&entries).unwrap();
    assert!(rights.is_doomed() && rights.hold().is_some() && rights.requests().len() == 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(stored).unwrap(), serde_json::to_value(&entries).unwrap());
}

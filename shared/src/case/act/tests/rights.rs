//! Keeping, restricting, correcting, and requests.
use crate::{
    answer::YesNo,
    case::{
        Act, ActKind, Case, Event, OpenRequest, Refusal, RightsEvent, Row, Status,
        act::decide_request,
        available,
        fixture::{
            act, apply_by, ask, asker, carry, end_early, kinds, new_case, officer,
            rights::{advice, after, by_somebody_unknown, done, request, why},
            today,
        },
        notes::{
            EarlyReason, Reason,
            rights::{Advice, Ground, Identified, Request, RequestDecision, Right, Verdict},
        },
        open_requests,
    },
    contract::examples,
    moment::Day,
    retention::{Blocked, Outcome},
};

fn fresh() -> Case {
    new_case(|_| {})
}

fn early(reason: EarlyReason) -> Case {
    apply_by(1, fresh(), Event::ClosedEarly(end_early(reason)))
}

/// In every situation an act is available exactly if it is not refused.
#[test]
fn offered_acts_are_carried_out_and_no_others() {
    let open = fresh();
    let held = after(&open, 1, RightsEvent::Held(why()));
    let situations = [
        open.clone(),
        held.clone(),
        carry(held, Act::ProposeEndHold(why())),
        after(&open, 1, RightsEvent::Restricted(why())),
        after(&open, 1, RightsEvent::Requested(request(Right::Access))),
        after(&open, 1, RightsEvent::Doomed),
        early(EarlyReason::Mistake),
    ];
    let mut seen = 0;
    for case in &situations {
        for by in [1, 2] {
            for kind in kinds().filter(|kind| !kind.is_of_the_route()) {
                let offered = available(case, asker(&officer(by))).contains(&kind);
                assert_eq!(offered, done(case, by, act(kind)).is_ok(), "{kind:?} by {by} in {case:?}");
                seen += usize::from(offered);
            }
        }
    }
    assert!(seen > 60, "{seen}");
    assert!(
        available(&situations[5], asker(&officer(2))).is_empty(),
        "nothing can be done with a case that is being destroyed"
    );
}

#[test]
fn the_end_of_a_hold_is_proposed_by_one_and_agreed_to_by_another() {
    let held = done(&fresh(), 1, Act::Hold(why())).unwrap();
    assert_eq!(held.rights().blocked(), Some(Blocked::Hold));
    let proposed = done(&held, 1, Act::ProposeEndHold(why())).unwrap();
    assert_eq!(done(&proposed, 1, Act::Agree(None)), Err(Refusal::OtherOfficerNeeded));
    assert_eq!(done(&proposed, 2, Act::ProposeEndHold(why())), Err(Refusal::AlreadySo));
    assert_eq!(proposed.rights().blocked(), Some(Blocked::Hold));
    let agreed = done(&proposed, 2, Act::Agree(None)).unwrap();
    assert_eq!(agreed.rights().blocked(), None);
    assert_eq!([&held, &proposed, &agreed].map(|case| Row::of(case).on_agenda(today())), [false, true, false]);
}

#[test]
fn a_malicious_report_has_its_own_term_and_two_afs_find_it() {
    let proposed = carry(fresh(), Act::CloseEarly(end_early(EarlyReason::Malicious)));
    assert_eq!(proposed.kept(), None, "one AF alone closes nothing");
    let found = done(&proposed, 2, Act::Agree(None)).unwrap();
    assert_eq!(found.kept().unwrap().outcome, Outcome::Malicious);
}

#[test]
fn while_processing_is_restricted_only_access_and_rights_go_on() {
    let case = done(&fresh(), 1, Act::Restrict(why())).unwrap();
    // assignment and exclusion do not process the content
    let goes_on =
        [ActKind::Assign, ActKind::Exclude, ActKind::OwnReport, ActKind::LiftRestriction, ActKind::ReceiveRequest];
    assert_eq!(available(&case, asker(&officer(1))), goes_on);
    let reopen = Act::Reopen(Reason { reason: why().reason });
    for act in [examples::act(), reopen, Act::IssueCode] {
        assert_eq!(ask(&case, act, &officer(1)), Err(Refusal::ProcessingRestricted));
    }
    let free = done(&case, 1, Act::LiftRestriction(why())).unwrap();
    assert!(ask(&free, examples::act(), &officer(1)).is_ok());
    let doomed = after(&case, 2, RightsEvent::Doomed);
    assert_eq!(ask(&doomed, examples::act(), &officer(1)), Err(Refusal::BeingDestroyed));
}

#[test]
fn a_request_is_decided_by_af_and_fg_together() {
    let agreed = |agreed| RequestDecision { request: 0, agreed };
    let asked = done(&fresh(), 1, Act::ReceiveRequest(request(Right::Access))).unwrap();
    assert_eq!(decide_request(&asked, agreed(YesNo::Yes)), Err(Refusal::NothingToDo), "the FG alone decides nothing");
    assert_eq!(open_requests(&asked)[0].answer_by, "2026-05-24".parse::<Day>().unwrap());
    let advised = done(&asked, 1, advice(Verdict::Give, Ground::Founded, None)).unwrap();
    assert_eq!(advised.rights().requests()[0].decided(), None, "nor the AF");
    let back = apply_by(9, advised.clone(), decide_request(&advised, agreed(YesNo::No)).unwrap());
    assert_eq!(back.rights().requests()[0].advice, None);
    let given = apply_by(9, advised.clone(), decide_request(&advised, agreed(YesNo::Yes)).unwrap());
    assert_eq!(given.rights().requests()[0].decided(), Some((Verdict::Give, Ground::Founded)));
    assert_eq!((open_requests(&given), given.rights().blocked()), (vec![], None));
    assert_eq!(decide_request(&given, agreed(YesNo::Yes)), Err(Refusal::NothingToDo));
}

#[test]
fn a_request_that_is_put_off_stays_open_until_then() {
    let asked = done(&fresh(), 1, Act::ReceiveRequest(request(Right::Erasure))).unwrap();
    assert_eq!(asked.rights().blocked(), Some(Blocked::Request));
    let deferred = done(&asked, 1, advice(Verdict::Defer, Ground::Limited, Some("2026-06-20"))).unwrap();
    let deferred = after(&deferred, 9, RightsEvent::RequestDecided(RequestDecision { request: 0, agreed: YesNo::Yes }));
    assert_eq!(open_requests(&deferred)[0].answer_by, "2026-06-20".parse::<Day>().unwrap());
}

#[test]
fn nothing_is_granted_without_an_established_identity() {
    let unknown = Request { identified: YesNo::No, ..request(Right::Erasure) };
    let asked = done(&fresh(), 1, Act::ReceiveRequest(unknown)).unwrap();
    let give = done(&asked, 1, advice(Verdict::Give, Ground::Founded, None));
    assert_eq!(give, Err(Refusal::NotIdentified));
}

/// The copy is for this person: it has to be one of the form as it is, and only an inzage has a copy.
#[test]
fn an_advice_names_somebody_on_the_form_and_only_for_an_inzage() {
    let about = |right, person: fn(usize) -> Option<usize>| {
        let form = carry(carry(fresh(), act(ActKind::RecordContact)), act(ActKind::SaveForm));
        let asked = done(&form, 1, Act::ReceiveRequest(request(right))).unwrap();
        let persons = form.latest_form().unwrap().persons.len();
        let Act::AdviseRequest(advice) = advice(Verdict::Give, Ground::Founded, None) else { unreachable!() };
        done(&asked, 1, Act::AdviseRequest(Advice { person: person(persons), ..advice })).map(drop)
    };
    assert_eq!(about(Right::Access, |_| None), Ok(()));
    assert_eq!(about(Right::Access, |persons| Some(persons - 1)), Ok(()));
    assert_eq!(about(Right::Access, Some), Err(Refusal::NothingToDo), "not on the form");
    assert_eq!(about(Right::Erasure, |_| Some(0)), Err(Refusal::NothingToDo), "has no copy");
}

/// The first request goes on: nobody has to ask a second time.
#[test]
fn who_asks_can_be_established_later() {
    let asked = done(&fresh(), 1, Act::ReceiveRequest(by_somebody_unknown())).unwrap();
    assert!(!open_requests(&asked)[0].identified);
    let known = done(&asked, 2, act(ActKind::ConfirmIdentity)).unwrap();
    assert!(open_requests(&known)[0].identified && known.rights().requests().len() == 1);
    assert!(done(&known, 1, advice(Verdict::Give, Ground::Founded, None)).is_ok());
    assert_eq!(done(&known, 1, act(ActKind::ConfirmIdentity)), Err(Refusal::NothingToDo), "once");
    let none = Act::ConfirmIdentity(Identified { request: 7, day: today() });
    assert_eq!(done(&asked, 1, none), Err(Refusal::NothingToDo));
}

/// It stays on the list until the case is on its way to destruction, and holds nothing up.
#[test]
fn a_granted_erasure_is_on_the_list_until_it_is_carried_out() {
    let asked = done(&fresh(), 1, Act::ReceiveRequest(request(Right::Erasure))).unwrap();
    let advised = done(&asked, 1, advice(Verdict::Give, Ground::Founded, None)).unwrap();
    let agreed = RequestDecision { request: 0, agreed: YesNo::Yes };
    let granted = after(&advised, 9, RightsEvent::RequestDecided(agreed));
    let listed = open_requests(&granted);
    assert_eq!((listed.len(), listed[0].granted, listed[0].advice), (1, true, None));
    assert_eq!((Row::of(&granted).requests, granted.rights().blocked()), (1, None));
    let gone = after(&granted, 9, RightsEvent::Doomed);
    assert_eq!((open_requests(&gone), Row::of(&gone).requests), (vec![], 0));
    assert!(!open_requests(&asked)[0].granted);
}

/// As stored before more was kept of a request.
#[test]
fn a_listed_request_of_before_loads() {
    let asked = done(&fresh(), 1, Act::ReceiveRequest(request(Right::Access))).unwrap();
    let listed = open_requests(&asked).remove(0);
    let mut old = serde_json::to_value(&listed).unwrap();
    assert!(old.as_object_mut().unwrap().remove("identiteitVastgesteld").is_some() && old.get("toegewezen").is_none());
    assert_eq!(serde_json::from_value::<OpenRequest>(old).unwrap(), listed);
}

#[test]
fn a_correction_is_beside_what_was_written() {
    let before = fresh();
    let after = done(&before, 1, examples::correction().unwrap()).unwrap();
    assert_eq!(after.origins(), before.origins());
    assert_eq!(after.rights().corrections().len(), 1);
    assert!(matches!(after.status(), Status::Received(_)), "no step moved");
}

//! The title and the first button are one act, for every step and whatever waits for a second person.
use super::{
    actions::{Actions, actions},
    asked::answered,
    card::{names_first, title},
};
use crate::features::officer::dossier::fixture::{detail, officer, possible};
use shared::{
    answer::{Known, YesNo},
    case::{
        ActKind, Event, Exclusion, Proposal, ProposedExclusion, Rejected, RightsEvent, Step,
        notes::{
            AgeGroup, Assessment, Confirmation, ContactNote, EarlyEnd, EarlyReason, EarlyUntold, FeedbackNote,
            FormSheet, KmtCheck, KmtKind, Means, MeldcodeNote, MeldcodePart, NoContact, NoContactReason, NotNeeded,
            NotNeededFor, Person, PersonRole, Plan, Reason, Referral, ReferralTarget, Ruling, SafetyCorrection,
            SafetyFact, Task, VttNote, rights::Why,
        },
    },
    moment::Day,
    text::{Line, Prose},
};
use std::slice;

fn prose() -> Prose {
    Prose::parse("Verzonnen").unwrap()
}

fn day() -> Day {
    "2026-04-30".parse().unwrap()
}

fn line() -> Option<Line> {
    Line::parse("Verzonnen").ok()
}

fn form(age: AgeGroup) -> Event {
    let roles = PersonRole::Unknown.into();
    let (languages, interpreter, vulnerability) = (None, Known::No, None);
    let person = Person { roles, age, description: line(), languages, interpreter, vulnerability, number: None };
    let (control, place, vehicles, phones, wishes, reporter_does) = (None, None, None, None, None, None);
    let (persons, safety, children, knows) = (vec![person], prose(), Known::No, Known::No);
    Event::FormSaved(FormSheet {
        persons,
        safety,
        children,
        control,
        place,
        vehicles,
        phones,
        knows,
        wishes,
        reporter_does,
    })
}

fn ruling(to: ReferralTarget, planned: Option<Day>) -> Ruling {
    let referral = Referral {
        to,
        receiver: line(),
        ground: line(),
        day: day(),
        shared: Some(prose()),
        coerced: None,
        consent: None,
        planned,
    };
    let (assessment, heard, why_not_heard) = (Assessment::Likely, YesNo::Yes, None);
    let (held, present, others, talked) = (None, vec![], vec![], None);
    let (meaning, referrals) = (prose(), vec![referral]);
    Ruling { meaning, assessment, held, present, others, heard, talked, why_not_heard, referrals }
}

fn told() -> FeedbackNote {
    FeedbackNote { means: Means::Phone, text: prose(), day: day(), reporter: None }
}

fn task(by: Day) -> Event {
    Event::TaskNoted(Task { what: line().unwrap(), who: line().unwrap(), by })
}

/// Each place on the route, from the first to the last.
fn places() -> Vec<Vec<Event>> {
    let summary = prose();
    let check = KmtCheck {
        kind: KmtKind::Advice,
        question: prose(),
        summary: Some(prose()),
        ground: None,
        asked_of: line().unwrap(),
        day: day(),
        answer: prose(),
    };
    let route = [
        Event::ContactMade(ContactNote { happened: None, means: Means::Phone, summary: Some(summary) }),
        form(AgeGroup::From27),
        Event::InvestigationStarted(Plan { question: prose(), until: day(), household: None, agreed: None }),
        Event::KmtChecked(check),
        Event::MovedToDecision,
        Event::Decided(ruling(ReferralTarget::Kmt, None)),
        Event::FeedbackGiven(told()),
        Event::ReferralConfirmed(Confirmation { referral: 0, day: day() }),
        Event::Closed,
    ];
    let mut places: Vec<Vec<Event>> = (0..=route.len()).map(|upto| route[..upto].to_vec()).collect();
    let planned = [Event::Decided(ruling(ReferralTarget::Casustafel, Some(day()))), route[6].clone()];
    places.push([&route[..5], &planned[..]].concat());
    places.push([&route[..3], &[task(day())]].concat());
    places.push([&route[..4], &[task(day() - chrono::Days::new(1))]].concat());
    // Veilig Thuis came into it at every step
    places.extend([2, 3, 4].map(|upto| [&route[..upto], &[form(AgeGroup::Under12)]].concat()));
    places.push([&route[..1], &[form(AgeGroup::Under12)]].concat());
    // Veilig Thuis declined at every open step
    let declined = Event::VttRecorded(VttNote::Declined { why: line().unwrap() });
    places.extend([0, 1, 2, 3, 4, 5, 6].map(|upto| [&route[..upto], slice::from_ref(&declined)].concat()));
    // the meldcode came out at a melding, also after closing
    let answered = [MeldcodePart::Suspicion, MeldcodePart::Unsafe]
        .map(|part| Event::MeldcodeNoted(MeldcodeNote { part, answer: Some(YesNo::Yes), why: prose() }));
    places.push(answered.to_vec());
    places.push([&answered[..], &route[..]].concat());
    places
}

/// Everything that can wait for a second person, and what comes before it.
fn proposals() -> Vec<(Vec<(u8, Event)>, Proposal)> {
    let (reason, why) = (Reason { reason: prose() }, Why { reason: prose() });
    let exclusion = Exclusion { who: officer(9), reason: prose() };
    let proposed = ProposedExclusion { who: officer(9), reason: prose(), until: Some(day()) };
    let early = EarlyEnd { reason: EarlyReason::Malicious, explanation: prose(), feedback: told() };
    let untold = EarlyUntold { reason: EarlyReason::Mistake, explanation: prose(), why_untold: prose() };
    vec![
        (vec![], Proposal::NoContact(NoContact { reason: NoContactReason::Gone, words: prose() })),
        (vec![], Proposal::Ruling(ruling(ReferralTarget::Police, None))),
        (vec![], Proposal::Malicious(early)),
        (vec![], Proposal::Untold(untold)),
        (vec![], Proposal::Exclude(proposed)),
        (vec![(1, Event::Excluded(exclusion.clone()))], Proposal::Lift(exclusion)),
        (vec![], Proposal::NoFeedback(reason)),
        (vec![(1, Event::Rights(RightsEvent::Held(why.clone())))], Proposal::EndHold(why)),
        (vec![], Proposal::VttNotNeeded(NotNeeded { because: NotNeededFor::Adult, why: line().unwrap() })),
        (vec![], Proposal::LowerSafety(SafetyCorrection { fact: SafetyFact::Minor, is: Known::No, reason: prose() })),
    ]
}

/// The word by which a title names an act.
const NAMED: [(ActKind, &str); 14] = [
    (ActKind::RecordContact, "bel"),
    (ActKind::SaveForm, "meldingsformulier"),
    (ActKind::StartInvestigation, "start het onderzoek"),
    (ActKind::RecordKmtCheck, "KMT"),
    (ActKind::AskKmt, "KMT"),
    (ActKind::FinishTask, "taak"),
    (ActKind::MoveToDecision, "rond het onderzoek af"),
    (ActKind::Decide, "werkoverleg"),
    (ActKind::GiveFeedback, "koppel terug"),
    (ActKind::RecordDiscussed, "besproken"),
    (ActKind::ConfirmReferral, "ontvangst"),
    (ActKind::Close, "sluit"),
    (ActKind::Agree, "voorstel"),
    (ActKind::RecordVtt, "Veilig Thuis"),
];

fn named(kind: ActKind) -> Option<&'static str> {
    NAMED.iter().find(|(one, _)| *one == kind).map(|(_, word)| *word)
}

#[test]
fn the_title_and_the_first_button_are_one_act() {
    let (mut seen, mut asked) = (Vec::new(), 0);
    for place in places() {
        let begin: Vec<(u8, Event)> = place.into_iter().map(|event| (1, event)).collect();
        let mut cases = vec![detail(begin.clone())];
        for (before, proposal) in proposals() {
            for by in [1, 2] {
                let made = [before.clone(), vec![(by, Event::Proposed(proposal.clone()))]].concat();
                cases.extend(possible([begin.clone(), made].concat()));
            }
        }
        for case in cases {
            let Actions { now, .. } = actions(&case);
            let (first, next) = (now.first().copied(), case.row.next);
            let text = title(next, first);
            seen.push(case.step);
            asked += usize::from(first == Some(ActKind::Agree));
            if !names_first(next, first) {
                assert!(text.starts_with("Wacht op akkoord") || case.step == Step::Closed, "{next:?}: {text}");
                continue;
            }
            let word = named(first.unwrap()).unwrap_or_else(|| panic!("{next:?}: {first:?} is no act of the card"));
            assert!(text.contains(word), "{next:?}: {text} says nothing of {first:?}");
            let others = NAMED.iter().filter(|(kind, _)| Some(*kind) != first).map(|(_, word)| *word);
            let also: Vec<&str> = others.filter(|other| text.contains(*other) && !word.contains(*other)).collect();
            assert!(also.is_empty(), "{next:?}: {text} says {also:?} as well");
        }
    }
    assert!(Step::ALL.iter().all(|step| seen.contains(step)) && asked > 20, "{asked}");
}

#[test]
fn what_a_colleague_asks_stands_in_the_card_and_a_no_is_told_to_who_asked() {
    let reason = Reason { reason: Prose::parse("De melder is weg.").unwrap() };
    let proposal = Proposal::NoContact(NoContact { reason: NoContactReason::Gone, words: reason.reason });
    let asks = detail(vec![(2, Event::Proposed(proposal.clone()))]);
    assert_eq!(asks.asked.len(), 1);
    assert_eq!(actions(&asks).now, [ActKind::Agree, ActKind::Decline]);
    let no = Rejected { proposal: proposal.clone(), reason: Prose::parse("Bel nog eens.").unwrap() };
    let declined = detail(vec![(1, Event::Proposed(proposal)), (2, Event::Declined(no))]);
    let told = answered(&declined).unwrap();
    assert_eq!(told.title, "Mo Fictief gaat niet akkoord: verder zonder contact met de melder");
    assert_eq!(told.facts[0].text, "Bel nog eens.");
    assert_eq!(answered(&asks), None);
}

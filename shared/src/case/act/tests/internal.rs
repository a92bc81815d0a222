//! Nothing internal reaches the melder: of what an AF writes, the status shows the questions to the melder, what was
//! written for the melder with the feedback, and no other word. Every act is played in every step in which it is
//! possible, with a canary in each text of it.
use super::route::ready_for;
use crate::{
    case::{
        Act, ActKind, Case, Entry, Event, Progress, Step,
        fixture::{act, apply_by, ask, case_in, kinds, line, officer, prose},
        notes::{BreakGlass, BreakGlassReason, CareGround, CareOpening, ClosedTogether},
    },
    id::{AccountId, TogetherId},
    moment::Moment,
};
use serde_json::Value;

const CANARY: &str = "kanarie van de af";

/// Acts that hold no words. A new one without words is added here.
const WORDLESS: [ActKind; 10] = [
    ActKind::MoveToDecision,
    ActKind::ConfirmReferral,
    ActKind::Close,
    ActKind::Assign,
    ActKind::IssueCode,
    ActKind::OwnReport,
    ActKind::Agree,
    ActKind::ReceiveRequest,
    ActKind::ConfirmIdentity,
    ActKind::Inform,
];

fn sings<T: serde::Serialize>(told: &T) -> bool {
    serde_json::to_string(told).unwrap().contains(CANARY)
}

#[test]
fn no_word_of_any_act_in_any_step_reaches_the_melder() {
    let mut silent: Vec<ActKind> = Vec::new();
    for kind in kinds() {
        let mut sang = false;
        for step in Step::ALL.iter().copied().filter(|step| !kind.targets(*step).is_empty()) {
            let (case, actor) = ready_for(step, kind);
            let typed = with_canaries(act(kind), |act| ask(&case, act.clone(), &actor).is_ok());
            let event = ask(&case, typed, &actor).unwrap_or_else(|refusal| panic!("{kind:?} {step:?}: {refusal:?}"));
            let done = after(&case, &actor, event);
            sang |= sings(&done);
            let shows = kind == ActKind::AskReporter;
            let told = Progress::of(&done).told.is_some_and(|told| told.as_str() == CANARY);
            assert_eq!(told, matches!(kind, ActKind::GiveFeedback | ActKind::CloseEarly), "{kind:?} in {step:?}");
            assert_eq!(sings(&besides_told(&done)), shows, "{kind:?} in {step:?}");
            for answered in answers_of_another(&done, &actor) {
                assert_eq!(sings(&besides_told(&answered)), shows, "{kind:?} in {step:?}, answered");
            }
        }
        if !sang {
            silent.push(kind);
        }
    }
    assert_eq!(silent, WORDLESS, "the acts that hold no words");
}

/// What the melder sees besides what was written for them.
fn besides_told(case: &Case) -> Progress {
    Progress { told: None, ..Progress::of(case) }
}

/// The case after this, a moment after all of a fixture.
fn after(case: &Case, by: &AccountId, event: Event) -> Case {
    let at = Moment::from_millis(1_777_200_000_000);
    case.clone().apply(Entry { at, by: by.clone(), event }).unwrap()
}

/// Whatever waits for a second person: agreed to, and turned down with a reason.
fn answers_of_another(case: &Case, asked: &AccountId) -> Vec<Case> {
    let other = [1, 2, 9].map(officer).into_iter().find(|one| one != asked && !case.exclusions().names(one)).unwrap();
    let mut all = Vec::new();
    for kind in [ActKind::Agree, ActKind::Decline] {
        let mut answer = act(kind);
        if let Act::Decline(rejection) = &mut answer {
            rejection.reason = prose(CANARY);
        }
        if let Ok(event) = ask(case, answer, &other) {
            all.push(after(case, &other, event));
        }
    }
    all
}

/// The act with a canary in every text that takes it: also in those that are empty, and in no choice, day or id.
fn with_canaries(act: Act, is_possible: impl Fn(&Act) -> bool) -> Act {
    let mut json = serde_json::to_value(&act).unwrap();
    let mut paths = Vec::new();
    leaves(&json, String::new(), &mut paths);
    for path in paths {
        let mut tried = json.clone();
        *tried.pointer_mut(&path).unwrap() = CANARY.into();
        if serde_json::from_value(tried.clone()).is_ok_and(|act| is_possible(&act)) {
            json = tried;
        }
    }
    serde_json::from_value(json).unwrap()
}

fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Null | Value::String(_) => found.push(path),
        Value::Array(all) => {
            for (at, one) in all.iter().enumerate() {
                leaves(one, format!("{path}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, one) in fields {
                leaves(one, format!("{path}/{name}"), found);
            }
        }
        Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The acts with an endpoint of their own: what each of them leaves on the case. A new one fails this until it is here.
#[test]
fn no_word_of_an_act_beside_the_cases_reaches_the_melder() {
    let (who, at) = (officer(2), Moment::from_millis(1_777_000_000_000));
    let opened = Event::Opened(BreakGlass { why: BreakGlassReason::Absent, words: line(CANARY) });
    let proposal = TogetherId::from_bytes(&[1; 16]);
    let together = ClosedTogether { proposal, proposed_by: who, proposed_at: at, reason: line(CANARY) };
    let care = Event::CareOpened(CareOpening { ground: CareGround::Decision, reason: line(CANARY) });
    let together = (ActKind::AgreeTogether, Event::ClosedTogether(together));
    let left = [(ActKind::BreakGlass, opened), (ActKind::OpenCare, care), together];
    // these leave no words, or nothing at all
    let others = [
        ActKind::KeepPack,
        ActKind::DecideRequest,
        ActKind::ConfirmExclusion,
        ActKind::ProposeDestruction,
        ActKind::AgreeDestruction,
        ActKind::RejectDestruction,
        ActKind::ProposeTogether,
        ActKind::RejectTogether,
    ];
    let mut known: Vec<ActKind> = left.iter().map(|(kind, _)| *kind).chain(others).collect();
    for kind in ActKind::ALL.iter().filter(|kind| !kinds().any(|one| one == **kind)) {
        known.retain(|one| one != kind);
    }
    let all = left.len() + others.len();
    assert_eq!((ActKind::ALL.len() - kinds().count(), known), (all, vec![]));
    for (kind, event) in left {
        let after = apply_by(2, case_in(Step::Received), event);
        assert!(sings(&after) && !sings(&Progress::of(&after)), "{kind:?}");
    }
}

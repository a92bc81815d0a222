//! What a report costs: nothing on an ordinary day, computing during a flood, and never a refusal.
use axum::{body::Body, extract::Request};
use http_body_util::BodyExt;
use kit::{
    inbox::{
        Inbox,
        arrival::{accept, waiting},
        intake_open, price,
        secret::Secret,
    },
    testing::{environment, memory, variables},
};
use serde_json::Value;
use shared::{
    contract::{Endpoint, Problem, ProblemKind, examples},
    flood::{PARTS, USUAL_MOST},
    report::{Channel, Draft},
};

fn inbox() -> Inbox {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    intake_open::open(&inbox).unwrap();
    inbox
}

/// More reports than an hour usually brings.
fn flooded() -> Inbox {
    let inbox = inbox();
    for n in 0..=USUAL_MOST {
        let mut bytes = [9; 16];
        bytes[..4].copy_from_slice(&n.to_be_bytes());
        accept(&inbox, &Secret::from_bytes(bytes), &examples::draft(), Channel::Form {}).unwrap();
    }
    inbox
}

fn key(n: u8) -> String {
    format!("{n:02x}").repeat(16)
}

/// Sends a report under this key, with the work if there is any.
fn send(inbox: &Inbox, key: &str, draft: &Draft, work: Option<&str>) -> (u16, Value) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = Request::post(Endpoint::SendReport.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5")
        .header("origin", "https://meldroute.example")
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    let request = work.into_iter().fold(request, |request, work| request.header("rekenwerk", work));
    let request = request.body(Body::from(serde_json::to_vec(draft).unwrap())).unwrap();
    runtime.block_on(async {
        let answer = crate::answer(inbox.clone(), request).await;
        let status = answer.status().as_u16();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    })
}

/// The problem that names the price.
fn asked((status, body): (u16, Value)) -> Problem {
    let problem: Problem = serde_json::from_value(body).unwrap();
    assert_eq!((status, problem.parsed_kind()), (429, Some(ProblemKind::WorkAsked)));
    problem
}

#[test]
fn on_an_ordinary_day_a_report_costs_nothing() {
    let inbox = inbox();
    for n in 0..=u8::try_from(USUAL_MOST).unwrap() {
        assert_eq!(send(&inbox, &key(n), &examples::draft(), None).0, 201, "{n}");
    }
    asked(send(&inbox, &key(99), &examples::draft(), None));
}

#[test]
fn during_a_flood_a_report_is_taken_after_work_of_its_own() {
    let inbox = flooded();
    let before = waiting(&inbox).unwrap().len();
    let problem = asked(send(&inbox, &key(1), &examples::draft(), None));
    let price = problem.price.unwrap();
    assert_eq!((price.parts, price.zeros), (PARTS, 10));
    assert!(problem.detail.contains("Rekenwerk") && problem.detail.contains("bel"), "{}", problem.detail);
    let work = price::work(&price);
    for (wrong, why) in [("", "nothing"), ("17", "no work"), (price.task.as_str(), "the task without an answer")] {
        asked(send(&inbox, &key(1), &examples::draft(), Some(wrong)));
        assert_eq!(waiting(&inbox).unwrap().len(), before, "{why} brings nothing in");
    }
    let other = asked(send(&inbox, &key(2), &examples::draft(), Some(&work)));
    assert_ne!(other.price.unwrap().task, price.task, "work for one report is none for another");
    assert_eq!(send(&inbox, &key(1), &examples::draft(), Some(&work)).0, 201);
    assert_eq!(waiting(&inbox).unwrap().len(), before + 1);
}

#[test]
fn what_is_in_already_costs_nothing_and_wrong_things_are_said_first() {
    let inbox = inbox();
    let (_, receipt) = send(&inbox, &key(1), &examples::draft(), None);
    for n in 0..=USUAL_MOST {
        let secret = Secret::from_bytes([u8::try_from(n).unwrap().wrapping_add(100); 16]);
        accept(&inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
    }
    let again = send(&inbox, &key(1), &examples::draft(), None);
    assert_eq!(again, (201, receipt), "the answer was lost: the same report, the same code, and no work");
    let wrong = Draft { story: String::new(), ..examples::draft() };
    assert_eq!(send(&inbox, &key(2), &wrong, None).0, 400, "nobody computes for a report that is not taken");
}

/// An AF who writes down a report by phone is known, and a melder who calls waits for nothing.
#[test]
fn a_report_by_phone_costs_nothing() {
    let inbox = flooded();
    let noted_by = shared::id::AccountId::from_bytes(&[1; 16]);
    accept(&inbox, &Secret::from_bytes([7; 16]), &examples::draft(), Channel::Phone { noted_by }).unwrap();
}

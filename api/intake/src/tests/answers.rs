//! Answering a question of an AF with the code.
use axum::{body::Body, extract::Request};
use http_body_util::BodyExt;
use kit::{
    inbox::{
        Inbox,
        arrival::accept,
        intake_open,
        secret::{Secret, status_key},
    },
    testing::{environment, memory, variables},
};
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, examples},
    report::Channel,
};

pub(super) fn inbox() -> Inbox {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    intake_open::open(&inbox).unwrap();
    inbox
}

pub(super) fn ask(inbox: &Inbox, endpoint: Endpoint, body: &Value) -> (u16, Value) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = Request::post(endpoint.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5")
        .header("origin", "https://meldroute.example")
        .header("content-type", "application/json")
        .body(Body::from(serde_json::to_vec(body).unwrap()))
        .unwrap();
    runtime.block_on(async {
        let answer = crate::answer(inbox.clone(), request).await;
        let status = answer.status().as_u16();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    })
}

#[test]
fn a_question_is_answered_once_with_the_code_and_by_nobody_else() {
    let (inbox, secret) = (inbox(), Secret::from_bytes([9; 16]));
    accept(&inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
    let code = secret.code().shown();
    let answer = |code: &str, question: usize, text: &str| {
        let body = json!({ "ontvangstcode": code, "vraag": question, "antwoord": text });
        ask(&inbox, Endpoint::AnswerQuestion, &body)
    };
    assert_eq!(answer(&code, 0, "Maandag").0, 404, "nothing was asked");
    asked(&inbox, &secret, "Welke dag was dat?");
    let shown = ask(&inbox, Endpoint::AskProgress, &json!({ "ontvangstcode": code })).1;
    assert_eq!(shown["vragen"][0]["vraag"], "Welke dag was dat?");
    let (status, now) = answer(&code, 0, "Maandag");
    assert_eq!((status, now["vragen"][0]["beantwoordOp"].is_string()), (200, true), "{now}");
    assert!(!now.to_string().contains("Maandag"), "the answer is not shown again");
    assert_eq!(answer(&code, 0, "Maandag").0, 200, "a retry");
    let (status, refused) = answer(&code, 0, "Geheim dinsdag");
    assert_eq!((status, refused.to_string().contains("Geheim")), (409, false));
    for (question, text, expected) in [(1, "Maandag", 404), (0, " ", 400)] {
        assert_eq!(answer(&code, question, text).0, expected, "{question} {text:?}");
    }
    assert_eq!(answer(&Secret::from_bytes([8; 16]).code().shown(), 0, "Maandag").0, 404);
    assert_eq!(answer("geen code", 0, "Maandag").0, 400);
}

/// As `review` publishes it.
fn asked(inbox: &Inbox, secret: &Secret, text: &str) {
    let question = json!({ "nummer": 0, "vraag": text, "gevraagdOp": "2026-04-24" });
    inbox
        .status(&status_key(&secret.code()))
        .update(
            || unreachable!("it can be read"),
            |stored| {
                let mut status = stored.unwrap();
                let progress = status.progress.as_mut().unwrap();
                progress.questions.push(serde_json::from_value(question.clone()).unwrap());
                Ok(kit::store::Change::Write(status, ()))
            },
        )
        .unwrap();
}

//! Whole requests that are nearly right, at the whole component: no panic, and no answer that blames us.
use fuzz::{Form, Target};
use http_body_util::BodyExt;
use kit::{
    inbox::{
        Inbox, intake_open,
        secret::{Secret, status_key},
    },
    testing::{GEMEENTE, environment, key, memory, variables},
};
use plain::{AGENDA, ANSWER, CALL_BACK, FORM, Filled, MY_REPORT};
use serde_json::Value;
use shared::contract::{Endpoint, SealedReport, examples, openapi};

/// A new instance starts after this many requests, because accepted requests make the store grow.
const FRESH: u32 = 200;

fn inbox() -> Inbox {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    // an instance that takes reports; one that was not set up yet says so with a 503
    intake_open::open(&inbox).unwrap();
    inbox
}

fn seeds() -> Vec<String> {
    let document = openapi::document();
    let endpoints = [Endpoint::SendReport, Endpoint::AskProgress, Endpoint::AnswerQuestion, Endpoint::SendPhotoPart];
    let made = endpoints.iter().flat_map(|endpoint| {
        let media = &document["paths"][endpoint.path()]["post"]["requestBody"]["content"]["application/json"];
        let root = serde_json::json!({ "$ref": media["schema"]["$ref"], "components": document["components"] });
        let mut bodies: Vec<String> = fuzz::examples(&root).iter().map(Value::to_string).collect();
        let examples: Vec<String> = openapi::examples_of(*endpoint).iter().map(|(_, one)| one.to_string()).collect();
        bodies.extend(examples.iter().cycle().take(bodies.len()).cloned());
        let head = format!(
            "POST {}\norigin: https://meldroute.example\nspin-full-url: https://meldroute.example/\n\
             spin-client-addr: 192.0.2.1:5\ncontent-type: application/json",
            endpoint.url("")
        );
        // a key of its own for every report: another report under the same key is refused
        let request = move |(n, body): (usize, String)| format!("{head}\nidempotency-key: {n:032x}\n\n{body}");
        bodies.into_iter().enumerate().map(request)
    });
    made.chain(plain_seeds()).chain(sealed()).collect()
}

/// What the plain pages send.
fn plain_seeds() -> Vec<String> {
    let draft = examples::draft();
    let filled = Filled { draft, key: "5a".repeat(16), warned: true, ..Filled::default() };
    let report = filled.pairs().into_iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+")));
    let report = report.collect::<Vec<_>>().join("&");
    let code = Secret::from_bytes([0x5a; 16]).code().shown().replace(' ', "+");
    let bodies = [
        (FORM, report.clone()),
        (CALL_BACK, report),
        (MY_REPORT, format!("ontvangstcode={code}")),
        (AGENDA, format!("ontvangstcode={code}")),
        (ANSWER, format!("ontvangstcode={code}&vraag=0&antwoord-0=Maandag&antwoord-1=")),
    ];
    let head = "origin: https://meldroute.example\nspin-full-url: https://meldroute.example/\n\
                spin-client-addr: 192.0.2.1:5\ncontent-type: application/x-www-form-urlencoded";
    bodies.iter().map(|(path, body)| format!("POST {path}\n{head}\n\n{body}")).collect()
}

/// Reports that a browser sealed: whole, and with too little of it.
fn sealed() -> impl Iterator<Item = String> {
    let whole = |n: u8| {
        let status = status_key(&Secret::from_bytes([n; 16]).code());
        key(5).device().seal(GEMEENTE, &status, b"{}".to_vec()).unwrap()
    };
    let short = SealedReport { sealed: "AAAA".into(), ..whole(1) };
    [whole(1), short].into_iter().zip(1_u8..).map(|(body, n)| {
        format!(
            "POST {}\norigin: https://meldroute.example\nspin-full-url: https://meldroute.example/\n\
             spin-client-addr: 192.0.2.1:5\ncontent-type: {}\nidempotency-key: {}\n\n{}",
            Endpoint::SendReport.url(""),
            SealedReport::MEDIA_TYPE,
            kit::hex::encode(&[n; 16]),
            serde_json::to_string(&body).unwrap()
        )
    })
}

#[test]
fn every_request_is_answered_and_none_is_our_fault() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (mut inbox_now, mut asked) = (inbox(), 0);
    Target::new("request to intake", Form::Bytes, seeds().iter().map(String::as_str)).run(|input| {
        let Some(request) = fuzz::request(input) else { return false };
        asked += 1;
        if asked % FRESH == 0 {
            inbox_now = inbox();
        }
        let (status, body) = runtime.block_on(async {
            let answer = crate::answer(inbox_now.clone(), request.map(axum::body::Body::from)).await;
            (answer.status().as_u16(), answer.into_body().collect().await.unwrap().to_bytes())
        });
        assert!(status < 500, "{status}: {}", String::from_utf8_lossy(&body));
        status < 300
    });
}

//! A report that the browser sealed, as `intake` gets it: taken without being read, at the price of any other.
use axum::{body::Body, extract::Request};
use http_body_util::BodyExt;
use kit::{
    inbox::{
        Inbox,
        arrival::{accept, waiting},
        intake_open, price,
        secret::{Secret, status_key},
    },
    testing::{GEMEENTE, environment, key, memory, variables},
};
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, Problem, SealedReport, examples},
    flood::USUAL_MOST,
    profile::Instance,
    report::Channel,
};

const KEY: [u8; 16] = [0x1f; 16];

fn inbox() -> Inbox {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    intake_open::open(&inbox).unwrap();
    inbox
}

fn sealed() -> SealedReport {
    let status = status_key(&Secret::from_bytes(KEY).code());
    key(5).device().seal(GEMEENTE, &status, serde_json::to_vec(&examples::draft()).unwrap()).unwrap()
}

fn ask(inbox: &Inbox, request: Request) -> (u16, Value) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let answer = crate::answer(inbox.clone(), request).await;
        let status = answer.status().as_u16();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    })
}

fn send(inbox: &Inbox, kind: &str, body: &Value, work: Option<&str>) -> (u16, Value) {
    let request = Request::post(Endpoint::SendReport.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5")
        .header("origin", "https://meldroute.example")
        .header("content-type", kind)
        .header("idempotency-key", kit::hex::encode(&KEY));
    let request = work.into_iter().fold(request, |request, work| request.header("rekenwerk", work));
    ask(inbox, request.body(Body::from(body.to_string())).unwrap())
}

#[test]
fn a_sealed_report_gets_the_receipt_of_any_other() {
    let inbox = inbox();
    let body = json!(sealed());
    let (status, receipt) = send(&inbox, SealedReport::MEDIA_TYPE, &body, None);
    assert_eq!(
        (status, receipt["ontvangstcode"].as_str()),
        (201, Some(Secret::from_bytes(KEY).code().shown().as_str()))
    );
    let typed = format!("{}; charset=utf-8", SealedReport::MEDIA_TYPE.to_uppercase());
    assert_eq!(send(&inbox, &typed, &body, None), (201, receipt), "the same once more");
    assert_eq!(send(&inbox, SealedReport::MEDIA_TYPE, &json!(sealed()), None).0, 422, "another sealing is another one");
    assert_eq!(waiting(&inbox).unwrap().len(), 1);
}

#[test]
fn what_has_not_the_form_of_a_sealed_report_is_refused() {
    let (inbox, whole) = (inbox(), sealed());
    let with = |sealed: &str| json!(SealedReport { sealed: sealed.into(), ..whole.clone() });
    let mut more = json!(whole);
    more["verhaal"] = json!("tekst");
    let wrong = [json!({}), json!(examples::draft()), with(""), with("geen base64"), with(&whole.sealed[4..]), more];
    for body in wrong {
        let (status, problem) = send(&inbox, SealedReport::MEDIA_TYPE, &body, None);
        assert_eq!(status, 400, "{problem}");
        assert!(!problem["errors"].as_array().unwrap().is_empty(), "{problem}");
    }
    let errors = send(&inbox, SealedReport::MEDIA_TYPE, &with("geen base64"), None).1["errors"].take();
    assert_eq!(errors[0]["pointer"], "/verzegeld");
    // the one is not read as the other
    assert_eq!(send(&inbox, "application/json", &json!(whole), None).0, 400);
    assert_eq!(send(&inbox, "application/vnd.iets+json", &json!(whole), None).0, 415);
    assert_eq!(waiting(&inbox).unwrap(), Vec::<i64>::new());
}

#[test]
fn during_a_flood_it_costs_what_any_other_costs() {
    let inbox = inbox();
    for n in 0..=USUAL_MOST {
        let mut bytes = [9; 16];
        bytes[..4].copy_from_slice(&n.to_be_bytes());
        accept(&inbox, &Secret::from_bytes(bytes), &examples::draft(), Channel::Form {}).unwrap();
    }
    let body = json!(sealed());
    let (status, problem) = send(&inbox, SealedReport::MEDIA_TYPE, &body, None);
    let problem: Problem = serde_json::from_value(problem).unwrap();
    assert_eq!(status, 429);
    let work = price::work(&problem.price.unwrap());
    assert_eq!(send(&inbox, SealedReport::MEDIA_TYPE, &body, Some(&work)).0, 201);
}

#[test]
fn the_facts_of_the_instance_hold_the_key_that_intake_was_given() {
    let request = Request::get(Endpoint::Instance.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5");
    let asked = |inbox: &Inbox, request: http::request::Builder| {
        let (status, facts) = ask(inbox, request.body(Body::empty()).unwrap());
        assert_eq!(status, 200);
        serde_json::from_value::<Instance>(facts).unwrap().sealing
    };
    assert_eq!(asked(&inbox(), request), Some(key(5).device().shown(GEMEENTE)));
    // keys of an earlier version: the browser sends it as it did
    let public = key(5).public().text();
    let old = environment(std::sync::Arc::new(move |name: &str| match name {
        "gemeente" => Some(GEMEENTE.to_owned()),
        "sealing_public" => Some(public.clone()),
        _ => None,
    }));
    let request = Request::get(Endpoint::Instance.url(""))
        .header("spin-full-url", "https://meldroute.example/")
        .header("spin-client-addr", "192.0.2.1:5");
    assert_eq!(asked(&Inbox::new(memory(), old), request), None);
}

use crate::{Answer, Client};
use serde_json::{Value, json};
use shared::{
    contract::{Endpoint, PAGE_SIZE},
    report::Draft,
};
use std::time::{Duration, Instant};

/// More pages than any test has.
const MAX_PAGES: usize = 400;

/// Sends a report under a key.
#[must_use]
pub fn send_report(client: &Client, key: &str, draft: &Draft) -> Answer {
    client.to(Endpoint::SendReport).key(key).json(draft).send()
}

/// Sends a report under a new key and answers its code.
///
/// # Panics
/// When it is not accepted.
#[must_use]
pub fn sent(client: &Client, draft: &Draft) -> String {
    let receipt = send_report(client, &crate::fresh_key(), draft).good(Endpoint::SendReport);
    receipt["ontvangstcode"].as_str().expect("a code").to_owned()
}

/// The holder of a code asks for the progress.
#[must_use]
pub fn ask_progress(client: &Client, code: &str) -> Answer {
    client.to(Endpoint::AskProgress).json(&json!({ "ontvangstcode": code })).send()
}

/// The progress without what an AF wrote for the melder with the feedback. That is nothing else than this.
///
/// # Panics
/// When it is.
#[must_use]
pub fn besides_told(mut progress: Value) -> Value {
    let told = progress.as_object_mut().and_then(|fields| fields.remove("terugkoppeling"));
    assert!(told.is_none_or(|told| told == "Voor-de-melder-kanarie"), "that was not written for the melder");
    progress
}

/// The holder of a code answers a question.
#[must_use]
pub fn answer_question(client: &Client, code: &str, question: usize) -> Answer {
    let body = json!({ "ontvangstcode": code, "vraag": question, "antwoord": "Antwoord-melder-kanarie" });
    client.to(Endpoint::AnswerQuestion).json(&body).send()
}

/// The holder of a code adds something, under this key.
#[must_use]
pub fn add_to_report(client: &Client, code: &str, key: &str) -> Answer {
    let addition = json!({ "sleutel": key, "soort": "aanvulling" });
    let body = json!({ "ontvangstcode": code, "aanvulling": addition, "antwoord": "Aanvulling-melder-kanarie" });
    client.to(Endpoint::AnswerQuestion).json(&body).send()
}

/// The worklist's lines, read to the end over its pages.
///
/// # Panics
/// When a page is refused, too long, or the pages don't end.
#[must_use]
pub fn worklist(officer: &Client, step: &str) -> Vec<Value> {
    let (mut lines, mut page) = (Vec::new(), Value::from(1));
    for _page in 0..MAX_PAGES {
        let query = format!("stap={step}&pagina={page}");
        let mut answer = officer.to(Endpoint::Cases).query(&query).send().good(Endpoint::Cases);
        let Value::Array(rows) = answer["dossiers"].take() else { panic!("no lines") };
        assert!(rows.len() <= PAGE_SIZE, "a page of {}", rows.len());
        lines.extend(rows);
        page = answer["volgendePagina"].take();
        if page.is_null() {
            return lines;
        }
    }
    panic!("the worklist does not end");
}

/// The open lines, once there are at least `count`: a take-in that was killed keeps others out for 40 seconds.
///
/// # Panics
/// When there are fewer after a minute.
#[must_use]
pub fn open_lines(officer: &Client, count: usize) -> Vec<Value> {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let page = officer.to(Endpoint::Cases).send().good(Endpoint::Cases);
        if page["open"].as_u64().is_some_and(|open| open >= count as u64) {
            return worklist(officer, "open");
        }
        assert!(Instant::now() < until, "{} of {count} open cases after a minute", page["open"]);
        std::thread::sleep(Duration::from_millis(100));
    }
}

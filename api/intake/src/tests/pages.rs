//! The plain pages, as a browser without scripts uses them.
use axum::{body::Body, extract::Request};
use http_body_util::BodyExt;
use kit::{
    inbox::{Inbox, intake_open, secret::Secret},
    instance::Environment,
    testing::{environment, memory, variables},
};
use plain::{ACCESSIBILITY, AGENDA, ANSWER, Asks, CALL_BACK, CONSULT, FORM, Filled, MY_REPORT, PRIVACY};
use shared::{
    answer::{Known, YesNo},
    contract::examples,
    report::VttState,
};

fn inbox() -> Inbox {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    intake_open::open(&inbox).unwrap();
    inbox
}

pub(super) struct Page {
    pub(super) status: u16,
    pub(super) headers: http::HeaderMap,
    pub(super) html: String,
}

fn asked(inbox: &Inbox, request: Request) -> Page {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let answer = crate::answer(inbox.clone(), request).await;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        Page { status, headers, html: String::from_utf8_lossy(&bytes).into_owned() }
    })
}

fn get(inbox: &Inbox, path: &str) -> Page {
    let request = Request::get(path).header("spin-full-url", format!("https://meldroute.example{path}"));
    asked(inbox, request.body(Body::empty()).unwrap())
}

pub(super) fn post(inbox: &Inbox, path: &str, origin: &str, body: &str) -> Page {
    let request = Request::post(path)
        .header("spin-full-url", format!("https://meldroute.example{path}"))
        .header("spin-client-addr", "192.0.2.1:5")
        .header("origin", origin)
        .header("content-type", "application/x-www-form-urlencoded");
    asked(inbox, request.body(Body::from(body.to_owned())).unwrap())
}

fn send(inbox: &Inbox, filled: &Filled) -> Page {
    let pairs = filled.pairs().into_iter().map(|(name, value)| format!("{}={}", encoded(&name), encoded(&value)));
    post(inbox, filled.asks.address(), "https://meldroute.example", &pairs.collect::<Vec<_>>().join("&"))
}

pub(super) fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

fn filled() -> Filled {
    Filled { draft: examples::draft(), key: "5a".repeat(16), warned: false, asks: Asks::Everything }
}

fn code_in(page: &Page) -> String {
    let hidden = page.html.split("name=\"ontvangstcode\" value=\"").nth(1).unwrap();
    hidden.split('"').next().unwrap().to_owned()
}

#[test]
fn a_report_is_sent_with_the_form_and_looked_up_with_its_code() {
    let inbox = inbox();
    let form = get(&inbox, FORM);
    assert_eq!((form.status, form.html.contains("name=\"verhaal\"")), (200, true));
    let receipt = send(&inbox, &filled());
    assert!(receipt.status == 201 && receipt.html.contains("Je melding is binnen"), "{}", receipt.status);
    let code = code_in(&receipt);
    assert_eq!(code, Secret::parse(&filled().key).unwrap().code().shown());
    assert_eq!(code_in(&send(&inbox, &filled())), code, "a second press is the same report");
    let shown = post(&inbox, MY_REPORT, "https://meldroute.example", &format!("ontvangstcode={}", encoded(&code)));
    assert!(shown.status == 200 && shown.html.contains("Een aandachtsfunctionaris belt je uiterlijk"));
    assert!(!shown.html.contains(&examples::draft().story), "the content is not shown with the code");
}

#[test]
fn the_day_of_the_call_can_be_put_into_a_calendar_which_says_nothing_of_it() {
    let inbox = inbox();
    let code = code_in(&send(&inbox, &filled()));
    let ask =
        |code: &str| post(&inbox, AGENDA, "https://meldroute.example", &format!("ontvangstcode={}", encoded(code)));
    let entry = ask(&code);
    assert_eq!((entry.status, &entry.headers["content-type"]), (200, &"text/calendar; charset=utf-8".parse().unwrap()));
    assert!(entry.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(entry.html.starts_with("BEGIN:VCALENDAR\r\n") && entry.html.contains("DTSTART;VALUE=DATE:"));
    assert!(!entry.html.contains(&code) && !entry.html.to_lowercase().contains("meld"), "{}", entry.html);
    assert_eq!(ask("K7M").status, 400, "a wrong code is said as ever");
    let mut danger = filled();
    danger.key = "7c".repeat(16);
    (danger.draft.acute, danger.draft.called_112) = (Some(Known::Yes), Some(YesNo::Yes));
    danger.draft.vtt.state = Some(VttState::NotReached);
    let code = code_in(&send(&inbox, &danger));
    let page = ask(&code);
    assert!(page.html.contains("zo snel mogelijk") && !page.html.contains("Zet in mijn agenda"), "no day is promised");
}

/// A name and a number are enough to be called; the clock runs as for any report.
#[test]
fn who_wants_to_be_called_is_a_report_with_a_code_and_a_day() {
    let inbox = inbox();
    let page = get(&inbox, CALL_BACK);
    assert!(page.status == 200 && page.html.contains("Bel mij terug"));
    let mut filled = Filled { asks: Asks::CallBack, ..filled() };
    filled.draft.story.clear();
    filled.draft.forms.clear();
    filled.draft.ticks.clear();
    let receipt = send(&inbox, &filled);
    assert!(receipt.status == 201 && receipt.html.contains("belt je <b>uiterlijk"), "{}", receipt.status);
    assert!(!receipt.html.contains("data-sent"), "a draft of the form stays on the device");
    assert_eq!(code_in(&send(&inbox, &filled)), code_in(&receipt), "a second press is the same report");
    filled.draft.phone.clear();
    let wrong = send(&inbox, &Filled { key: "6b".repeat(16), ..filled });
    assert!(wrong.status == 400 && wrong.html.contains("href=\"#telefoon\""));
    assert!(!wrong.html.contains(">\nIk wil graag gebeld worden"), "only what was typed stands in a field");
}

#[test]
fn what_is_wrong_is_told_and_nothing_that_was_typed_is_lost() {
    let inbox = inbox();
    let mut wrong = filled();
    wrong.draft.phone = "geen nummer".into();
    wrong.draft.story.clear();
    let page = send(&inbox, &wrong);
    assert_eq!(page.status, 400);
    let place = |text: &str| page.html.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(place("href=\"#verhaal\"") < place("href=\"#telefoon\""), "in the order of the page");
    assert!(page.html.contains("value=\"geen nummer\"") && page.html.contains(&wrong.draft.name));
    assert!(page.html.contains(&format!("value=\"{}\"", wrong.key)), "the next try is the same report");
}

#[test]
fn a_warning_is_shown_once_and_then_it_is_the_melders_choice() {
    let inbox = inbox();
    let mut filled = filled();
    filled.draft.story = "Het nummer is 111222333".into();
    let page = send(&inbox, &filled);
    assert!(page.status == 400 && page.html.contains("burgerservicenummer"), "{}", page.status);
    assert!(page.html.contains("name=\"gewaarschuwd\"") && page.html.contains("111222333"));
    filled.warned = true;
    assert_eq!(send(&inbox, &filled).status, 201);
}

#[test]
fn a_changed_report_under_the_same_key_is_the_melders_choice() {
    let inbox = inbox();
    let code = code_in(&send(&inbox, &filled()));
    let mut changed = filled();
    changed.draft.story = "Het was toch anders".into();
    let page = send(&inbox, &changed);
    assert!(page.status == 409 && code_in(&page) == code && page.html.contains("Het was toch anders"));
    assert!(!page.html.contains(&changed.key), "sent again, it is a new report");
}

#[test]
fn nobody_reads_is_told_before_anything_is_typed_and_keeps_what_was() {
    let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
    assert!(get(&inbox, FORM).html.contains("Hier leest nu niemand je melding"));
    let page = send(&inbox, &filled());
    assert!(
        page.status == 503 && page.html.contains("Hier leest nu niemand") && page.html.contains(&filled().draft.name)
    );
}

#[test]
fn another_site_sends_no_form_for_somebody() {
    let inbox = inbox();
    for path in [FORM, CALL_BACK, MY_REPORT, ANSWER, AGENDA] {
        for origin in ["https://ander.example", "null"] {
            let page = post(&inbox, path, origin, "verhaal=x");
            assert_eq!((page.status, page.html.starts_with("<!DOCTYPE html>")), (403, true), "{path} {origin}");
        }
    }
}

#[test]
fn a_wrong_code_says_what_is_wrong_and_only_guesses_are_counted() {
    let inbox = inbox();
    let ask = |code: &str| post(&inbox, MY_REPORT, "https://meldroute.example", &format!("ontvangstcode={code}"));
    let unknown = Secret::from_bytes([8; 16]).code().shown();
    for (code, status, text) in [
        ("", 400, "Vul je code in"),
        ("K7M", 400, "18 letters"),
        (encoded(&unknown).as_str(), 404, "kennen deze code niet"),
    ] {
        let page = ask(code);
        assert!(page.status == status && page.html.contains(text), "{code}: {}", page.status);
    }
}

#[test]
fn a_page_loads_nothing_of_others_and_is_kept_nowhere() {
    let inbox = inbox();
    for path in [FORM, CALL_BACK, MY_REPORT] {
        let page = get(&inbox, path);
        let header = |name: &str| page.headers[name].to_str().unwrap().to_owned();
        assert_eq!((header("cache-control"), header("referrer-policy")), ("no-store".into(), "same-origin".into()));
        assert!(header("content-security-policy").starts_with("default-src 'none'; script-src 'self';"));
        assert!(!page.html.contains("style=\"") && !page.html.contains("onclick"), "{path}");
    }
    assert_eq!(get(&inbox, ANSWER).status, 303, "read once more, it is no answer");
}

#[test]
fn the_numbers_are_there_also_without_a_profile() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("hengelo.json"), "{ \"id\": \"hengelo\",,").unwrap();
    let damaged = Environment { profiles: folder.path().into(), ..environment(variables(&[], &[])) };
    let inbox = Inbox::new(memory(), damaged);
    for path in [FORM, CALL_BACK, MY_REPORT] {
        let page = get(&inbox, path);
        assert!(page.status == 500 && page.html.contains("tel:112"), "{path}: {}", page.status);
    }
}

/// What is compressed says by its length what is in it.
#[test]
fn a_page_is_compressed_when_it_is_opened_and_never_with_what_somebody_sent() {
    let inbox = inbox();
    let zipped = |request: http::request::Builder, body: String| {
        let request = request
            .header("spin-full-url", "https://meldroute.example/")
            .header("spin-client-addr", "192.0.2.1:5")
            .header("origin", "https://meldroute.example")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept-encoding", "gzip, br");
        let page = asked(&inbox, request.body(Body::from(body)).unwrap());
        (page.status, page.headers.contains_key("content-encoding"))
    };
    for path in [FORM, CALL_BACK, MY_REPORT, CONSULT, PRIVACY, ACCESSIBILITY, "/en"] {
        assert_eq!(zipped(Request::get(path), String::new()), (200, true), "{path}");
        assert!(!get(&inbox, path).headers.contains_key("content-encoding"), "{path}: nobody asked for it");
    }
    let receipt = send(&inbox, &filled());
    let code = format!("ontvangstcode={}", code_in(&receipt));
    assert_eq!(zipped(Request::post(MY_REPORT), code), (200, false));
    assert!(!zipped(Request::post(FORM), "verhaal=iets".into()).1);
}

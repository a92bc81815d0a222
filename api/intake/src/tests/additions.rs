//! Adding something to a melding with the code: over the API, and on the page.
use super::{
    answers::{ask, inbox},
    pages::{Page, encoded, post},
};
use kit::inbox::{
    Inbox,
    arrival::accept,
    secret::{Secret, status_key},
};
use plain::{ANSWER, MY_REPORT};
use serde_json::json;
use shared::{
    case::{MOST_ADDITIONS, Stage},
    contract::{Endpoint, examples},
    report::Channel,
};

const HOST: &str = "https://meldroute.example";

/// An inbox with one report, and its code.
fn reported() -> (Inbox, Secret, String) {
    let (inbox, secret) = (inbox(), Secret::from_bytes([9; 16]));
    accept(&inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
    let code = secret.code().shown();
    (inbox, secret, code)
}

fn waiting(inbox: &Inbox, secret: &Secret) -> Vec<String> {
    let stored = inbox.status(&status_key(&secret.code())).get().unwrap().unwrap();
    stored.answers.iter().map(|one| one.text.as_str().to_owned()).collect()
}

fn open(inbox: &Inbox, code: &str) -> Page {
    post(inbox, MY_REPORT, HOST, &format!("ontvangstcode={}", encoded(code)))
}

/// The value of a hidden field of the page.
fn hidden(page: &Page, name: &str) -> String {
    let field = page.html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    field.split('"').next().unwrap().to_owned()
}

/// Presses the button of the page that is open in a tab, with this in the field.
fn press(inbox: &Inbox, tab: &Page, text: &str) -> Page {
    let names = ["ontvangstcode", "aanvulling-sleutel", "aanvulling-soort"];
    let mut body: Vec<String> = names.iter().map(|name| format!("{name}={}", encoded(&hidden(tab, name)))).collect();
    body.push(format!("aanvulling={}&toevoegen=aanvulling", encoded(text)));
    if tab.html.contains("name=\"gewaarschuwd\"") {
        body.push("gewaarschuwd=aanvulling".into());
    }
    post(inbox, ANSWER, HOST, &body.join("&"))
}

#[test]
fn two_presses_in_one_tab_are_one_addition_and_two_tabs_are_two() {
    let (inbox, secret, code) = reported();
    let (tab, other) = (open(&inbox, &code), open(&inbox, &code));
    for _press in 0..2 {
        let page = press(&inbox, &tab, "Er kwam een auto bij");
        assert!(
            page.status == 200 && page.html.contains("Dank je wel. De aandachtsfunctionaris leest"),
            "{}",
            page.html
        );
        assert!(!page.html.contains("Er kwam een auto"), "what was added is not shown again");
        assert_ne!(hidden(&page, "aanvulling-sleutel"), hidden(&tab, "aanvulling-sleutel"), "the next is another one");
    }
    assert_eq!(waiting(&inbox, &secret), ["Er kwam een auto bij"]);
    press(&inbox, &other, "Er kwam een auto bij");
    assert_eq!(waiting(&inbox, &secret).len(), 2);
    assert_eq!(open(&inbox, &code).html.matches("Toegevoegd op ").count(), 2, "the melder sees both");
}

#[test]
fn changed_words_in_a_tab_that_was_sent_are_kept_and_go_when_pressed_again() {
    let (inbox, secret, code) = reported();
    let tab = open(&inbox, &code);
    press(&inbox, &tab, "Eerst dit");
    let page = press(&inbox, &tab, "Toen dat");
    assert!(
        page.status == 409 && page.html.contains("Je eerdere tekst is al binnen") && page.html.contains("Toen dat")
    );
    assert_eq!(press(&inbox, &page, "Toen dat").status, 200);
    assert_eq!(waiting(&inbox, &secret), ["Eerst dit", "Toen dat"]);
}

#[test]
fn nothing_too_much_or_what_looks_like_a_bsn_is_not_sent_at_once() {
    let (inbox, secret, code) = reported();
    let tab = open(&inbox, &code);
    for (text, why) in [(" ".to_owned(), "Schrijf op wat je weet"), ("a".repeat(4001), "Dat is te lang")] {
        let page = press(&inbox, &tab, &text);
        assert!(page.status == 400 && page.html.contains(why), "{why}");
        assert_eq!(hidden(&page, "aanvulling-sleutel"), hidden(&tab, "aanvulling-sleutel"), "nothing went");
    }
    let page = press(&inbox, &tab, "Zijn nummer is 111222333");
    assert!(page.status == 400 && page.html.contains("burgerservicenummer") && page.html.contains("111222333"));
    assert_eq!(waiting(&inbox, &secret), [""; 0]);
    assert_eq!(press(&inbox, &page, "Zijn nummer is 111222333").status, 200, "it is the melder's choice");
}

#[test]
fn after_ten_there_is_no_field_any_more_and_it_says_so() {
    let (inbox, secret, code) = reported();
    for n in 0..MOST_ADDITIONS {
        assert_eq!(press(&inbox, &open(&inbox, &code), &format!("Nummer {n}")).status, 200);
    }
    let full = open(&inbox, &code);
    assert!(
        full.html.contains("Je hebt 10 keer iets toegevoegd. Meer kan hier niet") && !full.html.contains("<textarea")
    );
    assert_eq!(waiting(&inbox, &secret).len(), MOST_ADDITIONS);
}

#[test]
fn the_api_takes_an_addition_with_a_key_and_nothing_that_is_both_or_neither() {
    let (inbox, secret, code) = reported();
    let addition = json!({ "sleutel": "5a".repeat(16), "soort": "aanvulling" });
    let send = |body: serde_json::Value| ask(&inbox, Endpoint::AnswerQuestion, &body);
    let body = json!({ "ontvangstcode": code, "aanvulling": addition, "antwoord": "Hij is terug" });
    for _try in 0..2 {
        let (status, progress) = send(body.clone());
        assert_eq!((status, progress["aanvullingen"].as_array().map(Vec::len)), (200, Some(1)), "{progress}");
        assert!(!progress.to_string().contains("terug"));
    }
    assert_eq!(waiting(&inbox, &secret), ["Hij is terug"]);
    let both = json!({ "ontvangstcode": code, "vraag": 0, "aanvulling": addition, "antwoord": "Hij is terug" });
    let neither = json!({ "ontvangstcode": code, "antwoord": "Hij is terug" });
    let short =
        json!({ "ontvangstcode": code, "aanvulling": { "sleutel": "5a", "soort": "aanvulling" }, "antwoord": "x" });
    for wrong in [both, neither, short] {
        let (status, problem) = send(wrong);
        assert!(status == 400 && !problem.to_string().contains("terug"), "{status} {problem}");
    }
    let unknown = Secret::from_bytes([8; 16]).code().shown();
    let wrong = json!({ "ontvangstcode": unknown, "aanvulling": addition, "antwoord": "Hij is terug" });
    assert_eq!(send(wrong).0, 404);
}

#[test]
fn what_the_melder_thinks_is_asked_before_the_decision_and_stands_as_that() {
    let (inbox, secret, code) = reported();
    let slot = inbox.status(&status_key(&secret.code()));
    let at_step = |stage: Stage| {
        slot.update(
            || unreachable!("it can be read"),
            |stored| {
                let mut status = stored.unwrap();
                status.progress.as_mut().unwrap().stage = stage;
                Ok(kit::store::Change::Write(status, ()))
            },
        )
        .unwrap();
    };
    at_step(Stage::Decision);
    let tab = open(&inbox, &code);
    assert!(tab.html.contains("Wat vind jij?") && !tab.html.contains("Iets toevoegen"), "{}", tab.html);
    let late = open(&inbox, &code);
    press(&inbox, &tab, "Ik maak me zorgen");
    at_step(Stage::Done);
    press(&inbox, &late, "Nog iets");
    let kinds: Vec<_> = slot.get().unwrap().unwrap().answers.iter().map(|one| one.addition().unwrap().kind).collect();
    use shared::case::notes::AdditionKind::{BeforeDecision, More};
    assert_eq!(kinds, [BeforeDecision, More], "after the decision it is no view before it");
    assert!(open(&inbox, &code).html.contains("Je melding is afgerond. Een aandachtsfunctionaris leest"));
}

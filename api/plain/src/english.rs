//! Nothing on a page in English is in Dutch, in whatever state it is.
use crate::fixture::april;
use crate::{
    Adding, Asks, Filled, Place, Sent, Trouble, Typed, Writing, WrongCode, accessibility_page, consult_page,
    earlier_page, failure_page, first_page, form_page, privacy_page, progress_page, receipt_page,
};
use shared::{
    answer::{Known, YesNo},
    case::{AskedReporter, Progress, SentAddition, Stage, Word, notes::AdditionKind, notes::NoContactReason},
    code::ReceiptCode,
    contract::{Problem, ProblemKind, Receipt},
    indicators::Translation,
    profile::{Backup, Contact, DeviceKey, Instance, Register},
    report::{Alarm, Draft, Field, Finding, FindingCode},
    text::{Prose, TextError},
};
use words::Language;

/// Words that are Dutch and nothing else.
const DUTCH: [&str; 32] = [
    "je",
    "jouw",
    "het",
    "een",
    "niet",
    "wel",
    "voor",
    "naar",
    "wordt",
    "zijn",
    "bel",
    "belt",
    "melding",
    "melder",
    "melden",
    "deze",
    "dit",
    "ook",
    "met",
    "wij",
    "onze",
    "uiterlijk",
    "verplicht",
    "verstuurd",
    "versturen",
    "iemand",
    "iets",
    "nog",
    "geen",
    "klaar",
    "terug",
    "dag",
];

/// An instance that names nothing in Dutch, with the signals in English.
fn instance() -> Instance {
    let mut instance = crate::fixture::instance();
    let translation = include_str!("../../../gemeenten/lijsten/engels-2026-1.json");
    let translation: Translation = serde_json::from_str(translation).unwrap();
    instance.indicators = instance.indicators.translated(&translation);
    instance.sealing = Some(DeviceKey { id: String::new(), key: String::new(), gemeente: String::new() });
    let profile = &mut instance.profile;
    (profile.mails, profile.photos) = (true, true);
    profile.register = Register::of(std::array::from_fn(|n| format!("R{n}")));
    profile.functions.iter_mut().for_each(|one| one.name = "F".into());
    let plain = |name: &str| Contact { name: name.into(), number: "074 000 00 00".into(), when: None };
    let contacts = &mut profile.contacts;
    contacts.kmt = plain("K");
    contacts.confidant = plain("C");
    contacts.veilig_thuis = plain("Veilig Thuis");
    contacts.police = plain("P");
    contacts.officers = None;
    instance
}

/// The words that somebody reads or hears.
fn words_of(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1;
    let mut said = String::new();
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        // the link to the same page in Dutch is in Dutch
        if !tag.contains("hreflang=\"nl\"") {
            said.push_str(text);
        }
        said.push(' ');
        let heard =
            ["data-offline=\"", "data-taken=\"", "data-begun=\"", "data-go-on=\"", "data-wipe=\"", "aria-label=\""];
        for name in heard {
            said.extend(tag.split_once(name).and_then(|(_, rest)| rest.split('"').next()));
            said.push(' ');
        }
    }
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    said.split_whitespace().map(word).collect()
}

fn english(what: &str, page: &str) {
    assert!(page.contains("<html lang=\"en\">"), "{what}");
    let title = page.split("<title>").nth(1).unwrap().split(" – Meldroute").next().unwrap();
    let all = words_of(page);
    assert!(all.len() > 20, "{what}: {all:?}");
    let title = title.split(' ').map(|word| word.trim_end_matches([':', '?']).to_lowercase());
    let found: Vec<String> = all.into_iter().chain(title).filter(|word| DUTCH.contains(&word.as_str())).collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

#[test]
fn the_check_finds_dutch() {
    let dutch = first_page(Place::dutch(&instance()), &[]);
    assert!(words_of(&privacy_page(Place::dutch(&instance()))).iter().any(|word| DUTCH.contains(&word.as_str())));
    assert!(dutch.contains("<html lang=\"nl\">"));
}

#[test]
fn pages_that_are_read() {
    let instance = instance();
    let place = Place { instance: &instance, language: Language::English };
    for (what, page) in [
        ("first", first_page(place, &[])),
        ("consult", consult_page(place)),
        ("privacy", privacy_page(place)),
        ("accessibility", accessibility_page(place)),
    ] {
        english(what, &page);
    }
    for kind in ProblemKind::ALL {
        let problem = Problem::new(*kind, "");
        english(&format!("{kind:?}"), &failure_page(place, Language::English.problem(&problem)));
    }
}

#[test]
fn forms_with_all_that_can_be_wrong() {
    let instance = instance();
    let place = Place { instance: &instance, language: Language::English };
    for asks in [Asks::Everything, Asks::CallBack] {
        let filled = Filled { asks, draft: Draft { list: "2026-1".into(), ..Draft::default() }, ..Filled::default() };
        for trouble in [Trouble::None, Trouble::NobodyReads, Trouble::Failed("It failed.".into())] {
            english("a form", &form_page(place, &filled, &trouble));
        }
        for code in FindingCode::ALL {
            let found = Field::ALL.iter().map(|field| Finding { field: *field, code: *code }).collect();
            english(&format!("{code:?}"), &form_page(place, &filled, &Trouble::Found(found)));
        }
        english("earlier", &earlier_page(place, "AAA AAA", &filled));
    }
}

#[test]
fn receipts_and_how_a_report_stands() {
    let mut instance = instance();
    instance.profile.photos = true;
    let place = Place { instance: &instance, language: Language::English };
    let code = ReceiptCode::from_secret(&[7; 16]);
    let receipt = Receipt { ontvangstcode: code.shown(), received: april(24), contact_by: april(30) };
    let qr = ["10".to_owned(), "01".to_owned()];
    for (minor, acute, called_112) in [
        (Known::No, Known::No, None),
        (Known::Yes, Known::No, None),
        (Known::Unknown, Known::Unknown, None),
        (Known::No, Known::Yes, Some(YesNo::Yes)),
        (Known::No, Known::Yes, Some(YesNo::No)),
    ] {
        let draft = Draft { minor: Some(minor), acute: Some(acute), called_112, ..Draft::default() };
        english("receipt", &receipt_page(place, Asks::Everything, &draft, &receipt, &qr));
    }
    let backup = Backup { function: "B".into(), number: "074 000 00 00".into(), email: String::new() };
    let shown = |progress: &Progress| {
        let page = progress_page(place, Some(&backup), (&code, &qr), (progress, april(25)), &Writing::default());
        english(&format!("{progress:?}"), &page);
    };
    for (stage, word, without) in ways() {
        shown(&Progress { stage, word, without, ..Progress::received(april(24), april(30), Alarm::ALL.to_vec()) });
    }
    for [tried, sealed, unopened] in [[false; 3], [true, false, false], [false, true, false], [false, true, true]] {
        shown(&Progress { tried, sealed, unopened, ..Progress::received(april(24), april(30), vec![]) });
    }
}

/// Every step, with all that may be said of it.
fn ways() -> impl Iterator<Item = (Stage, Option<Word>, Option<NoContactReason>)> {
    let words = || Word::ALL.iter().copied().map(Some).chain([None]);
    let reasons = || NoContactReason::ALL.iter().copied().map(Some).chain([None]);
    let said = move || words().flat_map(move |word| reasons().map(move |reason| (word, reason)));
    Stage::ALL.iter().flat_map(move |stage| said().map(move |(word, reason)| (*stage, word, reason)))
}

#[test]
fn questions_additions_and_codes() {
    let instance = instance();
    let place = Place { instance: &instance, language: Language::English };
    let code = ReceiptCode::from_secret(&[7; 16]);
    let text = Prose::parse("Which one was it?").unwrap();
    let asked = |number, answered| AskedReporter { number, text: text.clone(), asked: april(25), answered };
    let sent = [Sent::Taken, Sent::Wrong("Wrong.".into()), Sent::Warned("Odd.".into())];
    for one in sent {
        for full in [false, true] {
            let more = SentAddition { kind: AdditionKind::More, on: april(25) };
            let before = SentAddition { kind: AdditionKind::BeforeDecision, on: april(26) };
            let photo = SentAddition { kind: AdditionKind::Photo, on: april(26) };
            let additions = if full { vec![more; shared::case::MOST_ADDITIONS] } else { vec![before, more, photo] };
            let questions = vec![asked(1, None), asked(2, Some(april(26)))];
            let progress = Progress { additions, questions, ..Progress::received(april(24), april(30), vec![]) };
            let answers =
                [1, 2].map(|question| Typed { question, text: String::new(), sent: Some(one.clone()) }).into();
            let writing = Writing { answers, adding: Adding { sent: Some(one.clone()), ..Adding::default() } };
            english("writing", &progress_page(place, None, (&code, &[]), (&progress, april(26)), &writing));
        }
    }
    let shapes = [TextError::BadCharacter, TextError::Empty, TextError::BadShape, TextError::TooLong];
    for wrong in shapes.map(WrongCode::Shape).into_iter().chain([WrongCode::Unknown]) {
        english("code", &crate::code_page(place, "A", Some(&wrong)));
    }
    english("no code", &crate::code_page(place, "", None));
}

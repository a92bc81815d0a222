//! Questions to KMT over HTTP: with a link and a code, and no account.
use super::relations::id_of;
use e2e::{Answer, Client, Dossier, World, fresh_key, kmt, sent, words};
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Endpoint, ProblemKind},
};

fn new_case(world: &World) -> Dossier {
    let _code = sent(&world.anyone(), &words::draft());
    Dossier::newest(&world.people.fleur)
}

/// Looks for names; or opens and answers a question.
pub fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    let (fleur, mut case) = (&world.people.fleur, new_case(world));
    if endpoint == Endpoint::LookForNames {
        return fleur.to_one(endpoint, &case.id).json(&json!({ "teksten": ["Zes bedden"] })).send();
    }
    if matches!(endpoint, Endpoint::KmtQuestions | Endpoint::AnswerOwnKmtQuestion) {
        let login = if endpoint == Endpoint::KmtQuestions { "kai.een" } else { "kai.twee" };
        let (account, adviser) = world.people.add(&world.host, login, Role::Adviser);
        ask_account(fleur, &case, &account).good(Endpoint::CommandCase);
        let read = own(&adviser);
        return if endpoint == Endpoint::KmtQuestions { read } else { answer_own(&adviser, &read, "terugvraag") };
    }
    let access = kmt::ask(fleur, &mut case);
    if endpoint == Endpoint::KmtQuestion {
        kmt::open(&world.anyone(), &access)
    } else {
        kmt::answer(&world.anyone(), &access, "terugvraag", "Sinds wanneer?")
    }
}

/// Asks an adviser with this account.
fn ask_account(officer: &Client, case: &Dossier, account: &str) -> Answer {
    let mut question = kmt::question("Zes slaapplaatsen in een schuur");
    question["inhoud"]["adviseur"] = account.into();
    kmt::ask_with(officer, case, &fresh_key(), &question)
}

fn own(adviser: &Client) -> Answer {
    adviser.to(Endpoint::KmtQuestions).send()
}

/// Answers the first of these.
fn answer_own(adviser: &Client, read: &Answer, kind: &str) -> Answer {
    let id = read.json()[0]["id"].as_str().unwrap_or_default().to_owned();
    let word = json!({ "soort": kind, "tekst": "Sinds wanneer?" });
    adviser.to_one(Endpoint::AnswerOwnKmtQuestion, &id).json(&word).send()
}

fn denied(answer: &Answer) -> bool {
    answer.status == ProblemKind::NotFound.status()
}

fn stand(case: &Value) -> &str {
    case["adviesvragen"][0]["stand"].as_str().unwrap_or_default()
}

#[test]
fn an_adviser_asks_back_and_answers_and_then_the_link_opens_nothing() {
    let world = World::new();
    let (fleur, adviser) = (&world.people.fleur, world.anyone());
    let mut case = new_case(&world);
    let access = kmt::ask(fleur, &mut case);
    assert_eq!(access["code"].as_str().map(str::len), Some(9), "eight digits in two groups");
    let read = kmt::open(&adviser, &access).good(Endpoint::KmtQuestion);
    assert_eq!(read["vraag"]["woorden"], "Zes slaapplaatsen in een schuur");
    for secret in [case.id.as_str(), "Fleur", &words::draft().name] {
        assert!(!read.to_string().contains(secret), "{secret}");
    }
    let back = kmt::answer(&adviser, &access, "terugvraag", "Sinds wanneer?").good(Endpoint::AnswerKmtQuestion);
    assert_eq!(back["stand"], "teruggevraagd");
    let again = kmt::answer(&adviser, &access, "terugvraag", "Sinds wanneer?").good(Endpoint::AnswerKmtQuestion);
    assert_eq!(again["gezegd"].as_array().map(Vec::len), Some(1), "a second press is no second question");
    assert_eq!(kmt::answer(&adviser, &access, "terugvraag", "En waar?").status, 409, "before an AF answered");
    let shown = case.look(fleur);
    assert_eq!(stand(&shown), "teruggevraagd");
    let line = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    assert!(line["dossiers"].as_array().into_iter().flatten().any(|row| row["kmt"] == "teruggevraagd"));
    let reply = json!({ "soort": "kmt-antwoorden", "inhoud": { "adviesvraag": 0, "antwoord": "Sinds een maand" } });
    case.command(fleur, &reply);
    let read = kmt::open(&adviser, &access).good(Endpoint::KmtQuestion);
    assert_eq!(read["gezegd"][1]["tekst"], "Sinds een maand");
    let done = kmt::answer(&adviser, &access, "advies", "Vraag wie er huurt").good(Endpoint::AnswerKmtQuestion);
    assert_eq!(done["stand"], "beantwoord");
    assert!(done["vraag"].is_null() && done["gezegd"] == json!([]), "nothing more to read");
    assert_eq!(stand(&case.look(fleur)), "beantwoord");
    kmt::answer(&adviser, &access, "advies", "Vraag wie er huurt").good(Endpoint::AnswerKmtQuestion);
    assert!(denied(&kmt::answer(&adviser, &access, "advies", "Iets anders")));
    assert!(denied(&kmt::open(&adviser, &access)), "after the answer");
}

#[test]
fn a_retry_gets_the_same_link_and_no_second_question() {
    let world = World::new();
    let (fleur, case, key) = (&world.people.fleur, new_case(&world), fresh_key());
    let asked = || kmt::ask_with(fleur, &case, &key, &kmt::question("Bedden")).good(Endpoint::CommandCase);
    let (first, second) = (asked(), asked());
    assert_eq!(first["adviesvraag"], second["adviesvraag"]);
    assert_eq!(second["dossier"]["adviesvragen"].as_array().map(Vec::len), Some(1));
    let without = fleur.to_one(Endpoint::CommandCase, &case.id).if_match(&case.tag).json(&kmt::question("x")).send();
    assert_eq!(without.status, 400, "a link needs a key");
}

#[test]
fn no_name_of_the_case_goes_to_kmt_and_the_af_sees_what_is_taken_away() {
    let world = World::new();
    let (fleur, case) = (&world.people.fleur, new_case(&world));
    let name = words::draft().name;
    let typed = format!("Volgens {name} slapen er zes mensen. Bel 06 12 34 56 78.");
    let refused = kmt::ask_with(fleur, &case, &fresh_key(), &kmt::question(&typed));
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("namen-erin") && refused.text().contains("/inhoud/woorden"));
    let looked = fleur.to_one(Endpoint::LookForNames, &case.id).json(&json!({ "teksten": [typed] })).send();
    let text = looked.good(Endpoint::LookForNames)["teksten"][0].as_str().expect("a text").to_owned();
    assert_eq!(text, "Volgens [weggelakt] slapen er zes mensen. Bel [weggelakt].");
    kmt::ask_with(fleur, &case, &fresh_key(), &kmt::question(&text)).good(Endpoint::CommandCase);
}

/// Forwarded without the code, guessed, or after the AF who gave it away may not know of the case.
#[test]
fn a_link_alone_opens_nothing_and_ten_wrong_codes_close_it() {
    let world = World::new();
    let (fleur, sem, adviser) = (&world.people.fleur, &world.people.sem, world.anyone());
    let mut case = new_case(&world);
    let access = kmt::ask(fleur, &mut case);
    let with = |code: &str| json!({ "link": access["link"], "code": code });
    assert!(denied(&kmt::open(&adviser, &json!({ "link": "0".repeat(32), "code": access["code"] }))));
    for guess in 0..9 {
        assert!(denied(&kmt::open(&adviser, &with(&format!("{guess:08}")))));
    }
    kmt::open(&adviser, &access).good(Endpoint::KmtQuestion);
    assert!(denied(&kmt::answer(&adviser, &with("99999999"), "advies", "Niets")));
    assert!(denied(&kmt::open(&adviser, &access)), "the right code, after ten wrong ones");
    let shown = case.look(fleur);
    assert_eq!((stand(&shown), &shown["adviesvragen"][0]["verkeerdeCodes"]), ("dicht", &json!(10)));
    // a link that an AF gave away who is excluded now
    let mut other = new_case(&world);
    let access = kmt::ask(fleur, &mut other);
    kmt::open(&adviser, &access).good(Endpoint::KmtQuestion);
    other.command(fleur, &json!({ "soort": "eigen-melding" }));
    assert!(denied(&kmt::open(&adviser, &access)));
    assert!(Dossier::of(sem, &other.id).tag.starts_with('"'));
    let counted = world.people.faye.to(Endpoint::Audit).query("wat=link-naar-adviesvraag").send().good(Endpoint::Audit);
    let count: u64 =
        counted["regels"].as_array().into_iter().flatten().filter_map(|line| line["herhaald"]["aantal"].as_u64()).sum();
    assert!(count >= 12, "{count} refusals were counted");
    assert!(line_of(&world, Endpoint::KmtQuestion, &case));
}

/// Whether the audit has a line of this endpoint about this case.
fn line_of(world: &World, endpoint: Endpoint, case: &Dossier) -> bool {
    let lines = world.people.faye.to(Endpoint::Audit).query(&format!("wat={endpoint:?}")).send().good(Endpoint::Audit);
    lines["regels"].as_array().is_some_and(|lines| lines.iter().any(|line| line["waarop"] == json!(case.id)))
}

/// An adviser who logs in sees what they were asked, and nothing else; nobody gets a link to it.
#[test]
fn an_adviser_with_an_account_sees_their_own_open_questions_only() {
    let world = World::new();
    let (fleur, bo) = (&world.people.fleur, &world.people.bo);
    let (account, kai) = world.people.add(&world.host, "kai.advies", Role::Adviser);
    let (_other, ina) = world.people.add(&world.host, "ina.advies", Role::Adviser);
    let mut case = new_case(&world);
    let asked = ask_account(fleur, &case, &account).good(Endpoint::CommandCase);
    assert!(asked["adviesvraag"].is_null(), "no link is given");
    let read = own(&kai);
    assert_eq!(read.good(Endpoint::KmtQuestions)[0]["vraag"]["vraag"]["soortPlek"], "landbouw");
    for secret in [case.id.as_str(), "Fleur", &words::draft().name] {
        assert!(!read.text().contains(secret), "{secret}");
    }
    assert_eq!(own(&ina).good(Endpoint::KmtQuestions), json!([]));
    assert!(denied(&answer_own(&ina, &read, "advies")), "another adviser");
    assert_eq!(answer_own(fleur, &read, "advies").status, 403, "an AF");
    let others = [Endpoint::Cases, Endpoint::Case, Endpoint::Audit, Endpoint::Accounts];
    assert!(others.iter().all(|endpoint| kai.to_one(*endpoint, &case.id).send().status == 403));
    assert!(line_of(&world, Endpoint::KmtQuestions, &case), "whose question was read");
    answer_own(&kai, &read, "advies").good(Endpoint::AnswerOwnKmtQuestion);
    assert_eq!(own(&kai).good(Endpoint::KmtQuestions), json!([]), "it is answered");
    let shown = case.look(fleur);
    assert_eq!(
        (stand(&shown), &shown["adviesvragen"][0]["gezegd"][0]["door"]),
        ("beantwoord", &json!("Extra Verzonnen"))
    );
    let nobody = id_of(bo);
    assert_eq!(ask_account(fleur, &case, &nobody).status, 400, "a beheerder is no adviser");
}

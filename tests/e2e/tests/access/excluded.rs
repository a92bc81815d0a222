//! An AF who is excluded from a case sees it nowhere: no answer to them contains its id or its number.
use super::{
    exclusion::confirm,
    relations::{Shown, case_of, does_not_see, id_of, open, sees, shown},
};
use e2e::{Client, Dossier, World, fresh_key, send_report, sent, turns, words, worklist};
use serde_json::{Value, json};
use shared::{
    access::Role,
    answer::YesNo,
    case::Refusal,
    contract::{Endpoint, Method, ProblemKind, openapi},
    id::FunctionId,
    report::Draft,
};

/// Whether an answer names the case: by its id, or by its number in either form.
fn names(answer: &str, id: &str, number: &Value) -> bool {
    let (year, sequence) = (number["jaar"].as_i64().unwrap_or(0), number["volgnummer"].as_u64().unwrap_or(0));
    fn holds(value: &Value, number: &Value) -> bool {
        match value {
            Value::Object(fields) => value == number || fields.values().any(|one| holds(one, number)),
            Value::Array(items) => items.iter().any(|one| holds(one, number)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
    }
    let in_json = serde_json::from_str::<Value>(answer).is_ok_and(|value| holds(&value, number));
    in_json || answer.contains(id) || answer.contains(&format!("{year}-{sequence:03}"))
}

/// Calls every endpoint that needs a session, on this case where possible, and returns all answers.
fn everything(client: &Client, id: &str, number: &Value) -> Vec<(Endpoint, String)> {
    let shown_number = format!("{}-{:03}", number["jaar"], number["volgnummer"].as_u64().unwrap_or(0));
    let mut answers = Vec::new();
    for endpoint in Endpoint::ALL.iter().filter(|one| **one != Endpoint::LogOut) {
        let ask = || client.to_one(*endpoint, id).key(&fresh_key()).if_match("\"2\"");
        let asks = match (endpoint.method(), endpoint) {
            (_, Endpoint::Cases) => vec![ask(), ask().query("stap=afgerond")],
            (_, Endpoint::Audit) => vec![ask(), ask().query(&format!("dossier={shown_number}"))],
            (Method::Post, _) if endpoint.body().is_some() => {
                openapi::examples_of(*endpoint).iter().map(|(_, example)| ask().json(example)).collect()
            }
            (Method::Post, _) => vec![ask()],
            (Method::Get | Method::Delete, _) => vec![ask()],
        };
        answers.extend(asks.into_iter().map(|ask| (*endpoint, ask.send().text())));
    }
    answers
}

/// No answer names the case, and the same search does find it for an AF who may see it.
pub fn sees_nothing(excluded: &Client, other: &Client, case: &Dossier) {
    let detail = other.to_one(Endpoint::Case, &case.id).send().good(Endpoint::Case);
    let number = detail["nummer"].clone();
    for (endpoint, answer) in everything(excluded, &case.id, &number) {
        assert!(!names(&answer, &case.id, &number), "{endpoint:?} names it: {answer}");
    }
    let found = other.to(Endpoint::Cases).send().text();
    assert!(names(&found, &case.id, &number), "the search finds what is there");
    // as about a case that is not there
    let about_it = |one: &&Endpoint| one.path().starts_with("/dossiers/{id}") || **one == Endpoint::CommandRetention;
    let all: Vec<Endpoint> = Endpoint::ALL.iter().filter(about_it).copied().collect();
    assert!(all.len() > 15, "{all:?}");
    for endpoint in all {
        let body = if endpoint == Endpoint::OpenCase { words::opening("Zomaar") } else { words::attempt() };
        let ask = |id: &str| {
            let ask = excluded.to_one(endpoint, id).if_match("\"2\"");
            if endpoint.method() == Method::Get { ask.send() } else { ask.json(&body).send() }
        };
        let (here, there) = (ask(&case.id), ask(&"0".repeat(32)));
        assert_eq!((here.status, here.text()), (404, there.text()), "{endpoint:?}");
    }
    does_not_see(excluded, case, Shown::Nothing);
}

pub fn exclude(who: &Client) -> Value {
    json!({ "soort": "uitsluiten", "inhoud": { "wie": id_of(who), "reden": "Reden-kanarie" } })
}

#[test]
fn an_excluded_af_sees_the_case_nowhere_whatever_the_relation_was() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let mut case = case_of(&world, fleur);
    let today = words::today(fleur);
    // every way in at once: stand-in, also with a reason, opened, on the agenda, and assigned
    let plan = json!({ "waarnemer": id_of(sem), "van": today, "totEnMet": today });
    open(sem, &case, "Collega is ziek").good(Endpoint::OpenCase);
    // the reason is in the case, and keeps nobody from what they were doing
    case.ask(fleur, &words::attempt()).good(Endpoint::CommandCase);
    case.look(fleur);
    sem.to(Endpoint::StartStandIn).json(&turns::cover(&id_of(fleur), &today)).send().good(Endpoint::StartStandIn);
    sees(sem, &case, "waarnemer met reden");
    case.look(fleur);
    fleur.to(Endpoint::AddStandIn).json(&plan).send().good(Endpoint::AddStandIn);
    for command in [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)] {
        case.command(fleur, &command);
    }
    case.command(fleur, &words::to_decision());
    let (_, ada) = world.people.add(&world.host, "ada.voorbeeld", Role::Officer);
    sees(sem, &case, "waarnemer");
    case.look(fleur);
    case.command(fleur, &json!({ "soort": "toewijzen", "inhoud": { "aan": id_of(sem) } }));
    case.look(&ada);
    let by_the_agenda = case.ask(&ada, &exclude(sem)).problem(ProblemKind::Refused);
    assert_eq!(by_the_agenda.refusal(), Some(Refusal::NotYours));
    let plan = json!({ "waarnemer": id_of(&ada), "van": today, "totEnMet": today });
    sem.to(Endpoint::AddStandIn).json(&plan).send().good(Endpoint::AddStandIn);
    case.look(&ada);
    let after = case.command(&ada, &exclude(sem));
    assert_eq!(after["uitgesloten"], json!([id_of(sem)]), "it works at once");
    sees_nothing(sem, fleur, &case);
    // who excluded the AF that had it cannot have it
    let mine = json!({ "soort": "toewijzen", "inhoud": { "aan": id_of(&ada) } });
    assert_eq!(case.ask(&ada, &mine).problem(ProblemKind::Refused).refusal(), Some(Refusal::ExcludedTheOwner));
    case.look(fleur);
    let after = case.command(fleur, &words::plain("akkoord"));
    assert_eq!((&after["toegewezenAan"], &after["uitgesloten"]), (&Value::Null, &json!([id_of(sem)])));
    sees_nothing(sem, fleur, &case);
    // it cannot be assigned to them either
    case.look(fleur);
    let give = json!({ "soort": "toewijzen", "inhoud": { "aan": id_of(sem) } });
    assert_eq!(case.ask(fleur, &give).problem(ProblemKind::Refused).refusal(), Some(Refusal::NotAnOfficer));
    // closed it is as invisible as open
    case.command(fleur, &words::close_early(&today));
    assert_eq!(shown(sem, &case, "afgerond"), Shown::Nothing);
    assert_eq!(shown(&ada, &case, "afgerond"), Shown::Reduced);
}

#[test]
fn an_own_report_disappears_when_declared_and_the_last_af_stays() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let _code = sent(&world.anyone(), &words::draft());
    let mut case = Dossier::newest(sem);
    let answer = case.ask(sem, &words::plain("eigen-melding"));
    assert_eq!(answer.good(Endpoint::CommandCase)["dossier"], Value::Null);
    assert!(!answer.text().contains(&case.id));
    sees_nothing(sem, fleur, &case);
    case.look(fleur);
    let last = case.ask(fleur, &words::plain("eigen-melding")).problem(ProblemKind::Refused);
    assert_eq!(last.refusal(), Some(Refusal::NobodyLeft));
    let taken = case.command(fleur, &words::attempt());
    assert_eq!(taken["toegewezenAan"], id_of(fleur));
}

#[test]
fn lifting_takes_two_others() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (_, ada) = world.people.add(&world.host, "ada.voorbeeld", Role::Officer);
    let mut case = case_of(&world, fleur);
    assert_eq!(case.ask(fleur, &exclude(fleur)).problem(ProblemKind::Refused).refusal(), Some(Refusal::SayOwnReport));
    case.command(fleur, &exclude(sem));
    let agree = words::plain("akkoord");
    let own = case.ask(fleur, &agree).problem(ProblemKind::Refused);
    assert_eq!(own.refusal(), Some(Refusal::OtherPersonNeeded));
    confirm(&world.people.faye).good(Endpoint::ConfirmExclusion);
    case.look(fleur);
    let lift =
        json!({ "soort": "uitsluiting-opheffen", "inhoud": { "wie": id_of(sem), "reden": "Vergissing-kanarie" } });
    case.command(fleur, &lift);
    let alone = case.ask(fleur, &agree).problem(ProblemKind::Refused);
    assert_eq!(alone.refusal(), Some(Refusal::OtherOfficerNeeded));
    sees_nothing(sem, fleur, &case);
    // what waits for a second AF is on the agenda
    case.look(&ada);
    case.command(&ada, &agree);
    does_not_see(sem, &case, Shown::Reduced);
}

#[test]
fn afs_of_an_excluded_function_or_without_one_see_nothing() {
    let world = World::new();
    let people = &world.people;
    let (_, wmo) = people.add_with(&world.host, "wmo.voorbeeld", Role::Officer, Some("regisseur-wmo"));
    let (_, safe) = people.add_with(&world.host, "veilig.voorbeeld", Role::Officer, Some("zorg-en-veiligheid"));
    let chosen = |ids: &[&str]| Draft {
        colleague: Some(YesNo::Yes),
        excluded: ids.iter().map(|id| FunctionId::parse(id).expect("a function")).collect(),
        ..words::draft()
    };
    for wrong in [&["regisseur-wmo", "zorg-en-veiligheid"][..], &["burgemeester"]] {
        let answer = send_report(&world.anyone(), &fresh_key(), &chosen(wrong));
        assert_eq!(answer.problem(ProblemKind::InvalidReport).errors[0].pointer, "/nietVoor");
    }
    let _code = sent(&world.anyone(), &chosen(&["regisseur-wmo"]));
    // Fleur's function is not known: she could be the one
    for excluded in [&wmo, &people.fleur] {
        assert!(worklist(excluded, "open").is_empty());
    }
    let case = Dossier::newest(&safe);
    sees_nothing(&wmo, &safe, &case);
    sees_nothing(&people.fleur, &safe, &case);
    // an AF who may not see it cannot record it either
    let phone = wmo.to(Endpoint::AddCase).key(&fresh_key()).json(&chosen(&["regisseur-wmo"])).send();
    assert_eq!(phone.problem(ProblemKind::Refused).refusal(), Some(Refusal::Excluded));
}

/// The beheerder gives older accounts without a function one from the profile, and a second person confirms it.
#[test]
fn a_function_is_asked_by_the_beheerder_and_confirmed_by_a_second_person() {
    let world = World::new();
    let (fleur, bo) = (&world.people.fleur, &world.people.bo);
    let excluded = vec![FunctionId::parse("regisseur-wmo").expect("a function")];
    let _code = sent(&world.anyone(), &Draft { colleague: Some(YesNo::Yes), excluded, ..words::draft() });
    assert!(worklist(fleur, "open").is_empty());
    let set = |id: &str| {
        let accounts = bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
        let all = accounts.as_array().expect("accounts").clone();
        let own = all.into_iter().find(|one| one["inlognaam"] == "fleur.voorbeeld").expect("Fleur's");
        let tag = format!("\"{}\"", own["revisie"]);
        let ask = bo.to_one(Endpoint::CommandAccount, own["id"].as_str().expect("an id")).if_match(&tag);
        ask.json(&json!({ "soort": "functie", "inhoud": { "functie": id } })).send()
    };
    set("burgemeester").problem(ProblemKind::BadRequest);
    let asked = set("zorg-en-veiligheid").good(Endpoint::CommandAccount);
    assert!(worklist(fleur, "open").is_empty(), "a beheerder alone opens nothing");
    let change = &world.people.faye.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests)["verzoeken"][0];
    assert_eq!(change["andereFunctie"], json!({ "van": null, "naar": "zorg-en-veiligheid" }));
    let _done = world.people.confirmed(asked);
    assert_eq!(worklist(fleur, "open").len(), 1, "nobody had another function when it came in, so nobody is named");
}

#[test]
fn a_report_that_nobody_may_see_is_shown_to_the_fg_by_its_number() {
    let world = World::new();
    let fg = &world.people.faye;
    let excluded = vec![FunctionId::parse("regisseur-wmo").expect("a function")];
    let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..words::draft() };
    let _code = sent(&world.anyone(), &draft);
    assert!(worklist(&world.people.fleur, "open").is_empty(), "no AF here has a known function");
    let page = fg.to(Endpoint::Audit).send().good(Endpoint::Audit);
    assert_eq!(page["zonderAf"].as_array().map(Vec::len), Some(1));
    assert!(!words::stands_in(&page.to_string()));
}

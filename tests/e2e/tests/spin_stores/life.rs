//! What people do, one after the other.
use super::served::Served;
use e2e::{Client, Dossier, PASSWORD, People, accept, ask_progress, closed_before, fresh_key, sent, words, worklist};
use kit::clock;
use serde_json::{Value, json};
use shared::{
    case::Stage,
    contract::{Endpoint, ProblemKind, examples},
    id::AccountId,
    moment::Moment,
};

/// The id of who is logged in.
fn id_of(who: &Client) -> String {
    let session = who.to(Endpoint::Session).send().good(Endpoint::Session);
    session["id"].as_str().expect("an id").to_owned()
}

/// A new case of Fleur's: its id.
fn of_fleur(served: &Served, people: &People) -> String {
    let _code = sent(&served.anyone(), &words::draft());
    let mut dossier = Dossier::newest(&people.fleur);
    dossier.command(&people.fleur, &words::contact());
    dossier.id
}

/// From the report to the closed case, and what the melder sees of it.
pub fn route(served: &Served, people: &People) {
    let code = sent(&served.anyone(), &words::draft());
    let mut dossier = Dossier::newest(&people.fleur);
    for (command, stage) in words::route(&words::today(&people.fleur)) {
        let agrees = command == words::agree();
        let done = dossier.command(if agrees { &people.sem } else { &people.fleur }, &command);
        let after = if agrees { dossier.look(&people.fleur) } else { done };
        assert_eq!(dossier.look(&people.fleur), after, "{}: what was answered is what stands", command["soort"]);
        let list = if stage == Stage::Done { "afgerond" } else { "open" };
        let lines = worklist(&people.fleur, list);
        let line = lines.iter().find(|line| line["id"] == dossier.id.as_str());
        assert_eq!(line.map(|line| &line["stap"]), Some(&after["stap"]), "{}: the line follows", command["soort"]);
        ask_progress(&served.anyone(), &code).good(Endpoint::AskProgress);
    }
    dossier.ask(&people.fleur, &words::feedback("2026-01-01")).problem(ProblemKind::Refused);
}

/// A report by phone, and a new code for its melder.
pub fn by_phone_and_a_new_code(served: &Served, people: &People) {
    let (key, new_key, sem) = (fresh_key(), fresh_key(), &people.sem);
    let add = || sem.to(Endpoint::AddCase).key(&key).json(&words::draft()).send().good(Endpoint::AddCase);
    let made = add();
    assert_eq!(add(), made, "sent again it is the same case");
    let dossier = Dossier::of(sem, made["id"].as_str().expect("an id"));
    let new = dossier.new_code(sem, &new_key).good(Endpoint::CommandCase);
    let code = new["ontvangstcode"].as_str().expect("a code");
    ask_progress(&served.anyone(), code).good(Endpoint::AskProgress);
    let before = made["ontvangst"]["ontvangstcode"].as_str().expect("a code");
    ask_progress(&served.anyone(), before).problem(ProblemKind::NotFound);
}

/// Another account, asked for by one and confirmed by another.
pub fn accounts(served: &Served, people: &People) {
    let new = json!({ "inlognaam": "mo.voorbeeld", "naam": "Mo Voorbeeld", "rol": "af" });
    let asked = people.bo.to(Endpoint::AddAccount).json(&new).send().good(Endpoint::AddAccount);
    accept(&served.anyone(), &people.confirmed(asked));
    let mo = served.anyone().log_in("mo.voorbeeld", PASSWORD);
    mo.to(Endpoint::Cases).send().good(Endpoint::Cases);
    mo.to(Endpoint::LogOut).send().good(Endpoint::LogOut);
    mo.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
    people.sem.to(Endpoint::Accounts).send().problem(ProblemKind::Forbidden);
}

/// A colleague's case, with a reason; and a stand-in.
pub fn relations(served: &Served, people: &People) {
    let (id, sem) = (of_fleur(served, people), &people.sem);
    sem.to_one(Endpoint::Case, &id).send().problem(ProblemKind::NotFound);
    sem.to_one(Endpoint::OpenCase, &id).json(&words::opening("Verzonnen")).send().good(Endpoint::OpenCase);
    sem.to_one(Endpoint::Case, &id).send().good(Endpoint::Case);
    let today = words::today(sem);
    let plan = json!({ "waarnemer": id_of(&people.fleur), "van": today, "totEnMet": today });
    sem.to(Endpoint::AddStandIn).json(&plan).send().good(Endpoint::AddStandIn);
    people.fleur.to(Endpoint::StandIns).send().good(Endpoint::StandIns);
}

/// A request of a data subject, decided by two.
pub fn rights(served: &Served, people: &People) {
    let (fleur, faye) = (&people.fleur, &people.faye);
    let mut dossier = Dossier::of(fleur, &of_fleur(served, people));
    let today = words::today(fleur);
    let request = json!({ "recht": "inzage", "ontvangenOp": today, "identiteitVastgesteld": "ja" });
    dossier.command(fleur, &json!({ "soort": "verzoek", "inhoud": request }));
    let advice =
        json!({ "verzoek": 0, "besluit": "toewijzen", "grond": "avg-15-21", "motivering": "Verzonnen", "tot": null });
    dossier.command(fleur, &json!({ "soort": "verzoek-advies", "inhoud": advice }));
    let open = faye.to(Endpoint::Requests).send().good(Endpoint::Requests);
    let decide = faye.to_one(Endpoint::DecideRequest, &dossier.id);
    let decide = decide.if_match(&format!("\"{}\"", open["verzoeken"][0]["revisie"]));
    let decided = decide.json(&json!({ "verzoek": 0, "akkoord": "ja" })).send().good(Endpoint::DecideRequest);
    assert_eq!(decided["verzoeken"], json!([]));
    let nothing = json!({ "verzoek": 0, "vrijgegeven": [] });
    fleur.to_one(Endpoint::AccessCopy, &dossier.id).json(&nothing).send().good(Endpoint::AccessCopy);
    let correction = serde_json::to_value(examples::correction().expect("the example is valid")).expect("JSON");
    dossier.look(fleur);
    dossier.command(fleur, &correction);
}

/// Two months ago.
fn then() -> Moment {
    clock::now().plus_seconds(-60 * 86_400)
}

/// What is due is found, destroyed by two, and gone.
pub fn destruction(served: &Served, people: &People) {
    let (fleur, sem) = (&people.fleur, &people.sem);
    let me = AccountId::parse(&id_of(fleur)).expect("Fleur's");
    let closed = closed_before(&served.desk_at(then), 2, &me);
    assert_eq!(served.work()["teVernietigen"], 2);
    let (id, code) = &closed[0];
    sem.to_one(Endpoint::OpenCase, id).json(&words::opening("Verzonnen")).send().good(Endpoint::OpenCase);
    let ask = |who: &Client, command: Value| who.to_one(Endpoint::CommandRetention, id).json(&command).send();
    ask(fleur, json!({ "soort": "voorstellen", "inhoud": { "grond": "termijn" } })).good(Endpoint::CommandRetention);
    ask(fleur, json!({ "soort": "akkoord" })).problem(ProblemKind::Refused);
    let done = ask(sem, json!({ "soort": "akkoord" })).good(Endpoint::CommandRetention);
    let page = people.faye.to(Endpoint::Certificates).send().good(Endpoint::Certificates);
    assert_eq!(page["verklaringen"], json!([done["verklaring"]]));
    fleur.to_one(Endpoint::Case, id).send().problem(ProblemKind::NotFound);
    ask_progress(&served.anyone(), code).problem(ProblemKind::NotFound);
    assert_eq!(served.work()["teVernietigen"], 1, "the other is still due");
    let _there = Dossier::of(fleur, &closed[1].0);
}

/// Everything left its line, and no line was changed.
pub fn audit(served: &Served, people: &People) {
    served.work();
    let checked = people.faye.to(Endpoint::AuditCheck).send().good(Endpoint::AuditCheck);
    assert_eq!(checked["bevindingen"], json!([]), "{checked}");
    let lines = people.faye.to(Endpoint::Audit).query("wat=SetUp").send().good(Endpoint::Audit);
    assert_eq!(lines["regels"].as_array().map(Vec::len), Some(4), "a line for each first account, and for no other");
    people.faye.to(Endpoint::Processings).send().good(Endpoint::Processings);
}

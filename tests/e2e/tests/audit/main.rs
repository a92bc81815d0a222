//! One audit line per access and change, over HTTP against the real host: person, action, subject and result.
mod denied;

use e2e::{Client, Dossier, People, World, fresh_key, sent, words};
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Endpoint, ProblemKind, examples},
};

fn account(client: &Client) -> String {
    let session = client.to(Endpoint::Session).send().good(Endpoint::Session);
    session["id"].as_str().expect("an id").to_owned()
}

/// All lines of a filter, oldest first.
fn lines(fg: &Client, filter: &str) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    let mut query = filter.to_owned();
    loop {
        let page = fg.to(Endpoint::Audit).query(&query).send().good(Endpoint::Audit);
        all.extend(page["regels"].as_array().expect("lines").iter().cloned());
        match page["volgende"].as_i64() {
            Some(next) => query = format!("{filter}&voor={next}"),
            None => break,
        }
    }
    all.reverse();
    all
}

fn last_number(fg: &Client) -> i64 {
    lines(fg, "").last().and_then(|line| line["nummer"].as_i64()).unwrap_or_default()
}

fn facts(line: &Value) -> [&str; 4] {
    ["wie", "wat", "waarop", "afloop"].map(|name| line[name].as_str().unwrap_or_default())
}

#[test]
fn every_read_and_change_leaves_one_line_with_person_and_action() {
    let world = World::new();
    let fg = world.people.faye.clone();
    let (fleur, bo) = (&world.people.fleur, &world.people.bo);
    let (fleur_id, bo_id) = (account(fleur), account(bo));
    let _code = sent(&world.anyone(), &words::draft());
    let mut case = Dossier::newest(fleur);
    let before = last_number(&fg);
    case.look(fleur);
    case.ask(fleur, &json!({ "soort": "onzin" })).problem(ProblemKind::BadRequest);
    let command = examples::act();
    let kind = serde_json::to_value(&command).expect("JSON")["soort"].as_str().expect("a kind").to_owned();
    let asked = fleur.to_one(Endpoint::CommandCase, &case.id).if_match(&case.tag).json(&command).send();
    asked.good(Endpoint::CommandCase);
    let stale = fleur.to_one(Endpoint::CommandCase, &case.id).if_match("\"99\"").json(&command).send();
    stale.problem(ProblemKind::Stale);
    bo.to_one(Endpoint::Case, &case.id).send().problem(ProblemKind::Forbidden);
    let phone = fleur.to(Endpoint::AddCase).key(&fresh_key()).json(&examples::draft()).send();
    let phoned = phone.good(Endpoint::AddCase)["id"].as_str().expect("an id").to_owned();
    fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
    let all = lines(&fg, "");
    let found: Vec<[&str; 4]> =
        all.iter().filter(|l| l["nummer"].as_i64() > Some(before + 1) && l["wat"] != "Audit").map(facts).collect();
    let (who, id) = (fleur_id.as_str(), case.id.as_str());
    let wanted = [
        [who, "Case", id, "gelukt"],
        [who, "CommandCase", id, "geweigerd"],
        [who, &kind, id, "gelukt"],
        [who, &kind, id, "geweigerd"],
        [&bo_id, "Case", id, "geweigerd"],
        [who, "AddCase", &phoned, "gelukt"],
        [who, "Cases", "dossiers", "gelukt"],
        [&bo_id, "Accounts", "accounts", "gelukt"],
    ];
    assert_eq!(found, wanted);
    assert!(!words::stands_in(&json!(all).to_string()), "a line holds content");
    let numbers: Vec<i64> = all.iter().filter_map(|line| line["nummer"].as_i64()).collect();
    assert_eq!(numbers, (1..=i64::try_from(numbers.len()).expect("few")).collect::<Vec<i64>>());
    let of_case = lines(&fg, &format!("dossier={id}"));
    assert!(of_case.len() >= 5 && of_case.iter().all(|line| line["waarop"] == id), "who saw this case");
    let number = &fleur.to_one(Endpoint::Case, id).send().good(Endpoint::Case)["nummer"];
    let (year, sequence) = (&number["jaar"], number["volgnummer"].as_u64().expect("a number"));
    assert_eq!(lines(&fg, &format!("dossier={year}-{sequence:03}")).len(), of_case.len() + 1, "also by its number");
    let search = |text: &str| fg.to(Endpoint::Audit).query(&format!("dossier={text}")).send().good(Endpoint::Audit);
    let there = search(&sequence.to_string());
    assert_eq!((&there["gezocht"]["stand"], &there["gezocht"]["nummer"]), (&"is-er".into(), number));
    assert_eq!(there["nummers"], json!([{ "dossier": id, "nummer": number }]), "the lines have ids");
    let never = search("2026-999999");
    assert_eq!((&never["gezocht"]["stand"], &never["regels"]), (&"bestaat-niet".into(), &json!([])));
    fg.to(Endpoint::Audit).query("dossier=0.5").send().problem(ProblemKind::BadRequest);
    fg.to(Endpoint::Audit).query("voor=0&naam=x").send().problem(ProblemKind::BadRequest);
}

/// Every command about accounts, access and stand-ins has a word of its own, and says whose account it is about.
#[test]
fn what_a_beheerder_and_a_second_person_did_is_told_with_whose_account() {
    let world = World::new();
    let People { fleur, sem, bo, faye } = &world.people;
    let (second, _) = world.people.add(&world.host, "tweede.fg", Role::PrivacyOfficer);
    let before = last_number(faye);
    let at = |endpoint: Endpoint, who: &Client, id: &str, body: &Value| {
        let ask = who.to_one(endpoint, id).if_match(&world.people.account_tag(id)).json(body);
        ask.send().good(endpoint)
    };
    let command = |body: &Value| at(Endpoint::CommandAccount, bo, &second, body);
    let answer = |soort: &str| at(Endpoint::CommandAccess, fleur, &second, &words::plain(soort));
    command(&words::plain("uitnodigen"));
    command(&words::plain("intrekken"));
    command(&words::plain("uitnodigen"));
    answer("weigeren");
    command(&words::plain("uitnodigen"));
    answer("bevestigen");
    at(Endpoint::CommandAccess, sem, &second, &words::plain("gezien"));
    command(&words::plain("blokkeren"));
    command(&words::plain("vrijgeven"));
    let sems = account(sem);
    let function = json!({ "soort": "functie", "inhoud": { "functie": "regisseur-wmo" } });
    at(Endpoint::CommandAccount, bo, &sems, &function);
    let new = json!({ "inlognaam": "nog.iemand", "naam": "Nog Verzonnen", "rol": "af" });
    let made = bo.to(Endpoint::AddAccount).json(&new).send().good(Endpoint::AddAccount);
    let today = words::today(fleur);
    let away = json!({ "waarnemer": sems, "van": today, "totEnMet": today });
    fleur.to(Endpoint::AddStandIn).json(&away).send().good(Endpoint::AddStandIn);
    let (fleurs, mades) = (account(fleur), made["account"]["id"].as_str().expect("an id").to_owned());
    let give = json!({ "van": fleurs, "aan": sems });
    fleur.to(Endpoint::HandOver).json(&give).send().good(Endpoint::HandOver);
    let all = lines(faye, "");
    let found: Vec<[&str; 2]> = all
        .iter()
        .filter(|line| line["nummer"].as_i64() > Some(before) && line["afloop"] == "gelukt")
        .map(|line| ["wat", "waarop"].map(|name| line[name].as_str().unwrap_or_default()))
        .filter(|[what, _]| !matches!(*what, "Accounts" | "Audit" | "Cases"))
        .collect();
    let wanted = [
        ["account-uitnodigen", &second],
        ["account-intrekken", &second],
        ["account-uitnodigen", &second],
        ["toegang-weigeren", &second],
        ["account-uitnodigen", &second],
        ["toegang-bevestigen", &second],
        ["toegang-gezien", &second],
        ["account-blokkeren", &second],
        ["account-vrijgeven", &second],
        ["account-functie", &sems],
        ["AddAccount", &mades],
        ["AddStandIn", &sems],
        ["HandOver", &fleurs],
    ];
    assert_eq!(found, wanted);
    let reason = |what: &str| lines(faye, &format!("wat={what}"))[0]["reden"].clone();
    assert_eq!(reason("account-functie"), "functie van onbekend naar regisseur-wmo");
    assert_eq!(reason("HandOver"), "aan Sem Voorbeeld");
}

#[test]
fn thirty_two_readers_are_all_answered_and_leave_dense_lines() {
    let world = World::new();
    let fg = world.people.faye.clone();
    let _code = sent(&world.anyone(), &words::draft());
    let case = Dossier::newest(&world.people.fleur);
    let before = last_number(&fg);
    std::thread::scope(|scope| {
        for _reader in 0..32 {
            scope.spawn(|| world.people.sem.to_one(Endpoint::Case, &case.id).send().good(Endpoint::Case));
        }
    });
    let read: Vec<i64> = lines(&fg, "wat=Case").iter().filter_map(|line| line["nummer"].as_i64()).collect();
    let since: Vec<i64> = read.into_iter().filter(|number| *number > before).collect();
    // the look for `before` took the number after it
    assert_eq!(since, (before + 2..before + 34).collect::<Vec<i64>>());
}

#[test]
fn due_work_seals_and_needs_its_token() {
    let mut world = World::new();
    world.anyone().to(Endpoint::Work).header("authorization", "Bearer ").send().problem(ProblemKind::NotFound);
    world.host.terminate();
    world.host = world.site.start_with(&[("work_token", "een-woord-dat-lang-genoeg-is")], &[]);
    let host = &world.host;
    world.people.move_to(host);
    let fg = world.people.faye.clone();
    let work = || world.anyone().to(Endpoint::Work);
    work().send().problem(ProblemKind::NotFound);
    work().header("authorization", "Bearer een-ander").send().problem(ProblemKind::NotFound);
    work().query("woord=een-woord-dat-lang-genoeg-is").send().problem(ProblemKind::NotFound);
    let refused = lines(&fg, "wat=onderhoud-geweigerd");
    assert_eq!(
        refused.first().map(|line| line["herhaald"]["aantal"].clone()),
        Some(json!(4)),
        "each wrong word counted"
    );
    let given = last_number(&fg);
    let done = work().header("authorization", "Bearer een-woord-dat-lang-genoeg-is").send().good(Endpoint::Work);
    assert_eq!(done["verzegeld"].as_i64(), Some(given + 1));
    let again = work().header("authorization", "Bearer een-woord-dat-lang-genoeg-is").send().good(Endpoint::Work);
    assert_eq!(again["verzegeld"], 0);
    let check = fg.to(Endpoint::AuditCheck).send().good(Endpoint::AuditCheck);
    assert_eq!(check["kop"]["tot"].as_i64(), Some(given + 1));
    let head = format!("{}:{}", given + 1, check["kop"]["waarde"].as_str().expect("a hash"));
    assert_eq!((&done["kop"], &again["kop"]), (&json!(head), &json!(head)), "to be kept outside the machine");
    assert_eq!(check["bevindingen"], json!([]));
    assert!(!world.site.log().contains("een-woord-dat-lang-genoeg-is"), "the word is in the log");
}

#[test]
fn the_fg_reaches_no_content() {
    let world = World::new();
    let fg = world.people.faye.clone();
    let _code = sent(&world.anyone(), &words::draft());
    let case = Dossier::newest(&world.people.fleur);
    for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.path().starts_with("/dossiers")) {
        let ask = fg.to_one(*endpoint, &case.id).key(&fresh_key()).if_match("\"1\"");
        ask.send().problem(ProblemKind::Forbidden);
    }
    assert!(!words::stands_in(&fg.to(Endpoint::Audit).send().text()));
}

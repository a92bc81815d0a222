use super::support::{Old, approve, ask, on_disk, propose};
use e2e::{Dossier, ask_progress, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind};
use std::time::{Duration, Instant};

fn numbers(list: &Value, name: &str) -> Vec<u64> {
    let lines = list[name].as_array().expect("lines");
    lines.iter().map(|line| line["nummer"]["volgnummer"].as_u64().expect("a number")).collect()
}

fn refused(answer: &e2e::Answer, code: &str) {
    let problem = answer.problem(ProblemKind::Refused);
    assert_eq!(problem.errors.first().map(|error| error.code.as_str()), Some(code), "{problem:?}");
}

#[test]
fn two_people_destroy_a_due_case_and_a_declaration_remains() {
    let old = Old::new(3);
    let (fleur, sem, fg) = (&old.world.people.fleur, &old.world.people.sem, &old.fg);
    assert_eq!(numbers(&old.list(fg), "dossiers"), Vec::<u64>::new(), "due work has not looked yet");
    assert_eq!(old.work()["teVernietigen"], 3);
    let list = old.list(fg);
    assert_eq!(numbers(&list, "dossiers"), [1, 2, 3]);
    assert!(!words::stands_in(&list.to_string()), "the FG sees content: {list}");
    assert_eq!(fleur.to(Endpoint::Cases).send().good(Endpoint::Cases)["teVernietigen"], 3, "the AF is reminded");
    let id = &old.ids[0];
    old.open(sem);
    refused(&ask(fg, id, &propose()), "af-stelt-voor");
    refused(&ask(fg, id, &approve()), "niets-voorgesteld");
    ask(fleur, id, &propose()).good(Endpoint::CommandRetention);
    refused(&ask(fleur, id, &propose()), "al-voorgesteld");
    // who opened it with a reason agrees to a destruction, and proposes none
    refused(&ask(sem, id, &propose()), "niet-van-jou");
    refused(&ask(fleur, id, &approve()), "ander-nodig");
    let list = old.list(fg);
    assert_eq!((numbers(&list, "dossiers"), numbers(&list, "voorstellen")), (vec![2, 3], vec![1]));
    assert!(!on_disk(&old.world.site, &format!("case-key:{id}")).is_empty(), "the search finds what is there");
    let done = ask(fg, id, &approve()).good(Endpoint::CommandRetention);
    assert_eq!(done["verklaring"]["verklaring"], 1);
    gone(&old, 0);
    let page = fg.to(Endpoint::Certificates).send().good(Endpoint::Certificates);
    assert_eq!(page["verklaringen"], json!([done["verklaring"]]));
    let text = page.to_string();
    assert!(!words::stands_in(&text) && !text.contains(id.as_str()), "a declaration holds content: {text}");
    // another AF may agree as well
    ask(fleur, &old.ids[1], &propose()).good(Endpoint::CommandRetention);
    ask(sem, &old.ids[1], &approve()).good(Endpoint::CommandRetention);
    gone(&old, 1);
    assert_eq!(old.work()["teVernietigen"], 1);
    let _seen = Dossier::of(sem, &old.ids[2]);
    // the audit still names everybody who looked and who destroyed
    let filter = format!("dossier={id}");
    let audit = fg.to(Endpoint::Audit).query(&filter).send().good(Endpoint::Audit);
    let what: Vec<&str> = audit["regels"].as_array().expect("lines").iter().filter_map(|l| l["wat"].as_str()).collect();
    assert!(what.contains(&"vernietiging-voorstellen") && what.contains(&"vernietiging-akkoord"), "{what:?}");
    // by its number too, however that is typed, and with the day
    let number = done["verklaring"]["dossiernummer"].clone();
    for typed in [format!("{}-{}", number["jaar"], number["volgnummer"]), number["volgnummer"].to_string()] {
        let found = fg.to(Endpoint::Audit).query(&format!("dossier={typed}")).send().good(Endpoint::Audit);
        assert_eq!((&found["gezocht"]["stand"], &found["gezocht"]["nummer"]), (&"vernietigd".into(), &number));
        assert!(found["gezocht"]["vernietigdOp"].is_string() && found["regels"] == audit["regels"], "{typed}");
    }
}

/// Nothing of this case can be reached, and no file holds its key or record any more.
fn gone(old: &Old, which: usize) {
    let (id, fleur) = (&old.ids[which], &old.world.people.fleur);
    fleur.to_one(Endpoint::Case, id).send().problem(ProblemKind::NotFound);
    fleur
        .to_one(Endpoint::CommandCase, id)
        .if_match("\"2\"")
        .json(&json!({ "soort": "heropenen", "inhoud": { "reden": "x" } }))
        .send()
        .problem(ProblemKind::NotFound);
    let rights = json!({ "soort": "bewaarplicht", "inhoud": { "reden": "x" } });
    fleur.to_one(Endpoint::CommandRights, id).if_match("\"2\"").json(&rights).send().problem(ProblemKind::NotFound);
    ask(fleur, id, &propose()).problem(ProblemKind::NotFound);
    let closed = fleur.to(Endpoint::Cases).query("stap=afgerond").send().good(Endpoint::Cases);
    assert!(!closed.to_string().contains(id.as_str()), "it is still on the list");
    ask_progress(&old.world.anyone(), &old.codes[which]).problem(ProblemKind::NotFound);
    let until = Instant::now() + Duration::from_secs(10);
    for kind in ["case-key", "case", "report"] {
        let name = format!("{kind}:{id}");
        let mut found = on_disk(&old.world.site, &name);
        while !found.is_empty() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(100));
            found = on_disk(&old.world.site, &name);
        }
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_hold_a_restriction_and_a_request_block_destruction() {
    let old = Old::new(3);
    let (fleur, sem) = (&old.world.people.fleur, &old.world.people.sem);
    old.work();
    old.open(sem);
    let why = json!({ "reden": "Verzonnen" });
    let today = old.list(fleur)["vandaag"].clone();
    let request = json!({ "recht": "wissing", "ontvangenOp": today, "identiteitVastgesteld": "ja" });
    let ways = [("bewaarplicht", why.clone()), ("beperken", why.clone()), ("verzoek", request)];
    for (id, (kind, content)) in old.ids.iter().zip(&ways) {
        ask(fleur, id, &propose()).good(Endpoint::CommandRetention);
        right(fleur, id, kind, content).good(Endpoint::CommandRights);
        refused(&ask(sem, id, &approve()), "tegengehouden");
        let _seen = Dossier::of(fleur, id);
    }
    let list = old.list(&old.fg);
    assert!(list["voorstellen"].as_array().is_some_and(Vec::is_empty), "such a proposal falls");
    let blocked: Vec<&str> = list["dossiers"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(|l| l["afronding"]["tegengehouden"].as_str())
        .collect();
    assert_eq!(blocked, ["bewaarplicht", "beperking", "verzoek-loopt"]);
    // restricted: seen, and nothing but lifting it
    let mut case = Dossier::of(fleur, &old.ids[1]);
    refused(&case.ask(fleur, &json!({ "soort": "heropenen", "inhoud": why })), "verwerking-beperkt");
    refused(&right(fleur, &case.id, "bewaarplicht", &why), "verwerking-beperkt");
    right(fleur, &case.id, "beperking-opheffen", &why).good(Endpoint::CommandRights);
    case.look(fleur);
    // another AF than the proposer lifts a hold
    right(fleur, &old.ids[0], "bewaarplicht-eraf", &why).good(Endpoint::CommandRights);
    refused(&right(fleur, &old.ids[0], "bewaarplicht-eraf-akkoord", &Value::Null), "andere-af-nodig");
    right(sem, &old.ids[0], "bewaarplicht-eraf-akkoord", &Value::Null).good(Endpoint::CommandRights);
    for id in &old.ids[..2] {
        ask(fleur, id, &propose()).good(Endpoint::CommandRetention);
        ask(sem, id, &approve()).good(Endpoint::CommandRetention);
    }
    gone(&old, 0);
    gone(&old, 1);
    let _seen = Dossier::of(fleur, &old.ids[2]);
}

/// A command outside the route, on the case as it is now.
pub fn right(who: &e2e::Client, id: &str, kind: &str, content: &Value) -> e2e::Answer {
    let tag = Dossier::of(who, id).tag;
    let mut command = json!({ "soort": kind });
    if !content.is_null() {
        command["inhoud"] = content.clone();
    }
    who.to_one(Endpoint::CommandRights, id).if_match(&tag).json(&command).send()
}

/// Of a colleague's case an AF sees number and term; of one they are excluded from they see nothing, also when it is
/// gone.
#[test]
fn an_af_without_a_relation_cannot_destroy_and_an_excluded_af_sees_nothing() {
    let old = Old::new(3);
    let (fleur, sem, fg) = (&old.world.people.fleur, &old.world.people.sem, &old.fg);
    let session = sem.to(Endpoint::Session).send().good(Endpoint::Session);
    let exclude = json!({ "soort": "uitsluiten", "inhoud": { "wie": session["id"], "reden": "Verzonnen" } });
    Dossier::of(fleur, &old.ids[0]).command(fleur, &exclude);
    // no other AF is left, so the FG confirms
    let waits = fg.to(Endpoint::Requests).send().good(Endpoint::Requests)["uitsluitingen"][0].clone();
    let confirm = fg.to_one(Endpoint::ConfirmExclusion, &old.ids[0]).if_match(&format!("\"{}\"", waits["revisie"]));
    confirm.send().good(Endpoint::ConfirmExclusion);
    assert_eq!(old.work()["teVernietigen"], 3);
    assert_eq!(sem.to(Endpoint::Cases).send().good(Endpoint::Cases)["teVernietigen"], 2);
    let list = old.list(sem);
    assert_eq!(numbers(&list, "dossiers"), [2, 3]);
    assert!(list["dossiers"].as_array().expect("lines").iter().all(|line| line["afronding"].is_null()), "{list}");
    for id in &old.ids {
        let today = &list["vandaag"];
        let request = json!({ "soort": "verzoek", "inhoud":
            { "recht": "inzage", "ontvangenOp": today, "identiteitVastgesteld": "ja" } });
        sem.to_one(Endpoint::CommandRights, id).if_match("\"2\"").json(&request).send().problem(ProblemKind::NotFound);
        let nothing = json!({ "verzoek": 0, "vrijgegeven": [] });
        sem.to_one(Endpoint::AccessCopy, id).json(&nothing).send().problem(ProblemKind::NotFound);
        // not a word about what was sent either
        for endpoint in [Endpoint::CommandRights, Endpoint::AccessCopy, Endpoint::CommandRetention] {
            let garbage = sem.to_one(endpoint, id).if_match("\"2\"").typed("text/plain", "{kanarie");
            garbage.send().problem(ProblemKind::NotFound);
        }
        ask(sem, id, &propose()).problem(ProblemKind::NotFound);
        ask(fleur, id, &propose()).good(Endpoint::CommandRetention);
        ask(sem, id, &approve()).problem(ProblemKind::NotFound);
        ask(sem, id, &json!({ "soort": "afwijzen" })).problem(ProblemKind::NotFound);
    }
    assert_eq!(numbers(&old.list(sem), "voorstellen"), Vec::<u64>::new());
    for id in &old.ids[..2] {
        ask(fg, id, &approve()).good(Endpoint::CommandRetention);
    }
    let declared = |who: &e2e::Client| -> Vec<u64> {
        let page = who.to(Endpoint::Certificates).send().good(Endpoint::Certificates);
        let all = page["verklaringen"].as_array().expect("declarations").clone();
        all.iter().map(|one| one["dossiernummer"]["volgnummer"].as_u64().expect("a number")).collect()
    };
    assert_eq!((declared(fg), declared(fleur), declared(sem)), (vec![2, 1], vec![2, 1], vec![2]));
}

//! The relations of an AF to a case, and the access each gives: over HTTP, for every relation.
use e2e::{Answer, Client, Dossier, World, sent, words};
use serde_json::{Value, json};
use shared::{
    access::Role,
    case::Refusal,
    contract::{Endpoint, ProblemKind},
};

/// The form in which a case is on somebody's worklist.
#[derive(Debug, PartialEq, Eq)]
pub enum Shown {
    /// The whole line.
    Whole,
    /// Number, step and deadline.
    Reduced,
    /// Nothing.
    Nothing,
}

pub fn id_of(client: &Client) -> String {
    let me = client.to(Endpoint::Session).send().good(Endpoint::Session);
    me["id"].as_str().expect("an id").to_owned()
}

/// A new case that this AF has, because of the first work on it.
pub fn case_of(world: &World, officer: &Client) -> Dossier {
    let _code = sent(&world.anyone(), &words::draft());
    let mut case = Dossier::newest(officer);
    case.command(officer, &words::attempt());
    case
}

/// The form in which a case is on somebody's list.
pub fn shown(officer: &Client, case: &Dossier, step: &str) -> Shown {
    let page = officer.to(Endpoint::Cases).query(&format!("stap={step}")).send().good(Endpoint::Cases);
    let lines = |name: &str| page[name].as_array().expect("lines").clone();
    let is_it = |line: &Value| line["id"] == case.id.as_str();
    if lines("dossiers").iter().any(is_it) {
        return Shown::Whole;
    }
    let Some(line) = lines("vanCollegas").into_iter().find(is_it) else { return Shown::Nothing };
    let mut names: Vec<&String> = line.as_object().expect("a line").keys().collect();
    names.sort();
    // that it cannot wait, and not why: somebody has to look after it when the owner is away
    assert_eq!(names, ["id", "nummer", "spoed", "stap", "uiterlijk"], "nothing more leaves the server");
    Shown::Reduced
}

/// A note, which every relation that works on a case may make.
fn note(officer: &Client, case: &Dossier) -> Answer {
    let look = officer.to_one(Endpoint::Case, &case.id).send();
    let tag = if look.status == 200 { look.header("etag").to_owned() } else { case.tag.clone() };
    let ask = officer.to_one(Endpoint::CommandCase, &case.id).if_match(&tag);
    ask.json(&words::remark("Relatie")).send()
}

pub fn sees(officer: &Client, case: &Dossier, relation: &str) {
    let detail = officer.to_one(Endpoint::Case, &case.id).send().good(Endpoint::Case);
    assert_eq!(detail["relatie"], relation);
    assert_eq!(shown(officer, case, "open"), Shown::Whole, "{relation}");
    note(officer, case).good(Endpoint::CommandCase);
}

pub fn does_not_see(officer: &Client, case: &Dossier, on_list: Shown) {
    officer.to_one(Endpoint::Case, &case.id).send().problem(ProblemKind::NotFound);
    note(officer, case).problem(ProblemKind::NotFound);
    // and whatever is sent, the answer is the one about a case that is not there
    let garbage = |id: &str| officer.to_one(Endpoint::CommandCase, id).typed("text/plain", "{kanarie").send();
    let (here, there) = (garbage(&case.id), garbage(&"0".repeat(32)));
    assert_eq!((here.status, here.text()), (there.status, there.text()));
    assert_eq!(shown(officer, case, "open"), on_list);
}

pub fn open(officer: &Client, case: &Dossier, reason: &str) -> Answer {
    officer.to_one(Endpoint::OpenCase, &case.id).json(&words::opening(reason)).send()
}

#[test]
fn a_case_is_for_its_owner_and_a_number_for_the_others() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let _code = sent(&world.anyone(), &words::draft());
    let mut case = Dossier::newest(fleur);
    sees(fleur, &case, "van niemand");
    sees(sem, &case, "van niemand");
    case.look(sem);
    case.command(sem, &words::attempt());
    sees(sem, &case, "toegewezen");
    does_not_see(fleur, &case, Shown::Reduced);
    let page = fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    assert_eq!((&page["open"], &page["nieuw"]), (&json!(0), &json!(0)), "counts are of what one may see");
    assert!(!words::stands_in(&page.to_string()));
}

#[test]
fn the_agenda_of_the_werkoverleg_opens_a_case_to_all_and_the_decision_closes_it_again() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let mut case = case_of(&world, fleur);
    let today = words::today(fleur);
    for command in [words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)] {
        case.command(fleur, &command);
    }
    does_not_see(sem, &case, Shown::Reduced);
    case.command(fleur, &words::to_decision());
    sees(sem, &case, "werkoverleg");
    case.look(sem);
    let mine = json!({ "soort": "toewijzen", "inhoud": { "aan": id_of(sem) } });
    assert_eq!(case.ask(sem, &mine).problem(ProblemKind::Refused).refusal(), Some(Refusal::NotYours));
    let proposed = case.command(sem, &words::decide(&today));
    assert_eq!(proposed["stap"], "beslismoment", "one AF alone decides nothing");
    case.command(fleur, &words::agree());
    does_not_see(sem, &case, Shown::Reduced);
}

#[test]
fn a_stand_in_sees_until_it_is_ended_and_plans_of_others_are_nobodys() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let case = case_of(&world, fleur);
    let today = words::today(fleur);
    let plan = json!({ "waarnemer": id_of(sem), "van": today, "totEnMet": today });
    let made = fleur.to(Endpoint::AddStandIn).json(&plan).send().good(Endpoint::AddStandIn);
    sees(sem, &case, "waarnemer");
    let id = made["id"].as_str().expect("an id");
    for officer in [fleur, sem] {
        let all = officer.to(Endpoint::StandIns).send().good(Endpoint::StandIns);
        assert_eq!(all, json!([made.clone()]));
    }
    let (_, third) = world.people.add(&world.host, "ada.voorbeeld", Role::Officer);
    assert_eq!(third.to(Endpoint::StandIns).send().good(Endpoint::StandIns), json!([]));
    does_not_see(&third, &case, Shown::Reduced);
    for other in [sem, &third] {
        other.to_one(Endpoint::EndStandIn, id).send().problem(ProblemKind::NotFound);
    }
    fleur.to_one(Endpoint::EndStandIn, id).send().good(Endpoint::EndStandIn);
    does_not_see(sem, &case, Shown::Reduced);
    for (field, value) in [("waarnemer", json!(id_of(fleur))), ("waarnemer", json!(id_of(&world.people.bo)))] {
        let mut wrong = plan.clone();
        wrong[field] = value;
        fleur.to(Endpoint::AddStandIn).json(&wrong).send().problem(ProblemKind::Refused);
    }
    let mut past = plan.clone();
    (past["van"], past["totEnMet"]) = (json!("2026-01-01"), json!("2026-01-02"));
    fleur.to(Endpoint::AddStandIn).json(&past).send().problem(ProblemKind::BadRequest);
}

#[test]
fn break_glass_opens_with_a_reason_that_the_fg_sees_first() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let fg = &world.people.faye;
    let mut case = case_of(&world, fleur);
    open(sem, &case, " ").problem(ProblemKind::BadRequest);
    does_not_see(sem, &case, Shown::Reduced);
    let reason = "De collega is ziek en de melder belt";
    let opening = open(sem, &case, reason).good(Endpoint::OpenCase);
    assert_eq!(opening["totEnMet"], words::today(fleur), "until the end of the day");
    sees(sem, &case, "noodtoegang");
    case.look(sem);
    for to in [id_of(sem), id_of(fleur)] {
        let give = json!({ "soort": "toewijzen", "inhoud": { "aan": to } });
        assert_eq!(case.ask(sem, &give).problem(ProblemKind::Refused).refusal(), Some(Refusal::NotYours));
    }
    let page = fg.to(Endpoint::Audit).send().good(Endpoint::Audit);
    assert_eq!(page["noodtoegang"], json!([opening]));
    let found = page["regels"].as_array().expect("lines").iter().find(|line| line["wat"] == "OpenCase").cloned();
    let line = found.expect("its line in the audit");
    let told = line["reden"].as_str().expect("why");
    assert!(told.starts_with("vraag; toelichting van ") && !told.contains("ziek"), "{told}");
    let facts = ["wie", "wat", "waarop", "afloop"].map(|name| line[name].clone());
    assert_eq!(facts, [json!(id_of(sem)), json!("OpenCase"), json!(case.id), json!("gelukt")]);
    // what one may see already, or what is not there, is not opened
    open(fleur, &case, reason).problem(ProblemKind::NotFound);
    let nothing = Dossier { id: "0".repeat(32), tag: String::new() };
    open(sem, &nothing, reason).problem(ProblemKind::NotFound);
}

#[test]
fn a_colleague_who_leaves_hands_everything_over_in_one_action() {
    let world = World::new();
    let (sem, bo) = (&world.people.sem, &world.people.bo);
    let fg = &world.people.faye;
    let (gone_id, gone) = world.people.add(&world.host, "weg.voorbeeld", Role::Officer);
    let cases: Vec<Dossier> = (0..3).map(|_| case_of(&world, &gone)).collect();
    let mut closed = case_of(&world, &gone);
    closed.command(&gone, &words::close_early(&words::today(&gone)));
    let ask = json!({ "van": gone_id, "aan": id_of(sem) });
    let hand_over = |who: &Client, body: &Value| who.to(Endpoint::HandOver).json(body).send();
    let refused = hand_over(sem, &ask).problem(ProblemKind::Refused);
    assert_eq!(refused.refusal(), Some(Refusal::NotYours), "who is still there does it himself");
    let block = bo
        .to_one(Endpoint::CommandAccount, &gone_id)
        .if_match(&world.people.account_tag(&gone_id))
        .json(&words::plain("blokkeren"));
    block.send().good(Endpoint::CommandAccount);
    gone.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
    let refused = hand_over(sem, &ask).problem(ProblemKind::Refused);
    assert_eq!(refused.refusal(), Some(Refusal::NotYours), "who is blocked may come back");
    let left = json!({ "soort": "vertrokken", "inhoud": { "reden": "Andere baan" } });
    let asked = bo.to_one(Endpoint::CommandAccount, &gone_id).if_match(&world.people.account_tag(&gone_id)).json(&left);
    let asked = asked.send().good(Endpoint::CommandAccount);
    hand_over(sem, &ask).problem(ProblemKind::Refused);
    let confirmed = world.people.confirmed(asked);
    assert!(!confirmed["account"]["vertrokkenOp"].is_null());
    let page = fg.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
    let told = page["gegeven"].as_array().expect("a list").iter().find(|one| one["soort"] == "vertrokken");
    assert_eq!(told.expect("the FG sees it")["reden"], "Andere baan");
    let done = hand_over(sem, &ask).good(Endpoint::HandOver);
    assert_eq!(done, json!({ "overgedragen": 3, "nogTeDoen": 0, "nietMogelijk": 0 }));
    assert_eq!(hand_over(sem, &ask).good(Endpoint::HandOver)["overgedragen"], 0, "again is nothing");
    for case in &cases {
        sees(sem, case, "toegewezen");
        let lines = fg.to(Endpoint::Audit).query(&format!("dossier={}&wat=toewijzen", case.id)).send();
        let lines = lines.good(Endpoint::Audit);
        let who: Vec<&Value> = lines["regels"].as_array().expect("lines").iter().map(|line| &line["wie"]).collect();
        assert_eq!(who, [&json!(id_of(sem))], "one line for each case");
    }
    let detail = sem.to_one(Endpoint::Case, &closed.id).send().good(Endpoint::Case);
    assert_eq!(detail["relatie"], "waarnemer", "the closed ones follow");
    assert_eq!(shown(&world.people.fleur, &closed, "afgerond"), Shown::Reduced);
    let back = json!({ "van": id_of(sem), "aan": gone_id });
    hand_over(sem, &back).problem(ProblemKind::Refused);
}

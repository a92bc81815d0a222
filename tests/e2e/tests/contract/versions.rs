//! A change needs the ETag it was decided on.
use e2e::{Dossier, World, fresh_key, sent, words};
use shared::contract::{Endpoint, ProblemKind};

/// Values of `If-Match` that are not an ETag of ours.
const MALFORMED: [&str; 8] =
    ["1", "\"\"", "W/\"1\"", "*", "\"1\", \"2\"", "\"x\"", "\"-1\"", "\"99999999999999999999\""];

#[test]
fn a_case_changes_only_on_the_etag_it_was_seen_with() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let _code = sent(&world.anyone(), &words::draft());
    let seen = Dossier::newest(fleur);
    let mut current = seen.clone();
    current.command(fleur, &words::attempt());
    let stale = seen.ask(fleur, &words::contact());
    stale.problem(ProblemKind::Stale);
    assert!(!words::stands_in(&stale.text()));
    let future = Dossier { tag: "\"7\"".into(), ..seen.clone() };
    future.ask(fleur, &words::contact()).problem(ProblemKind::Stale);

    let bare = || fleur.to_one(Endpoint::CommandCase, &seen.id).json(&words::contact());
    let problem = bare().send().problem(ProblemKind::PreconditionRequired);
    assert_eq!(problem.errors[0].pointer, "If-Match");
    for tag in MALFORMED {
        let problem = bare().if_match(tag).send().problem(ProblemKind::BadRequest);
        assert_eq!(problem.errors[0].pointer, "If-Match", "{tag}");
    }
    let now = current.look(fleur);
    assert_eq!((now["stap"].as_str(), now["tijdlijn"].as_array().map(Vec::len)), (Some("gemeld"), Some(1)));
}

#[test]
fn an_account_changes_only_on_the_etag_it_was_seen_with() {
    let world = World::shared();
    let bo = &world.people.bo;
    let (id, _) = world.people.add(&world.host, "etag.voorbeeld", shared::access::Role::Officer);
    let ask = || bo.to_one(Endpoint::CommandAccount, &id).json(&words::plain("vrijgeven"));
    ask().send().problem(ProblemKind::PreconditionRequired);
    let tag = world.people.account_tag(&id);
    let next = format!("\"{}\"", tag.trim_matches('"').parse::<u64>().expect("a revision") + 1);
    ask().if_match(&next).send().problem(ProblemKind::Stale);
    for tag in MALFORMED {
        ask().if_match(tag).send().problem(ProblemKind::BadRequest);
    }
    let done = ask().if_match(&tag).send();
    done.good(Endpoint::CommandAccount);
    assert_eq!(done.header("etag"), next);
}

#[test]
fn an_unknown_id_is_404_in_the_same_form_everywhere() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let nobody = "0".repeat(32);
    let mut told = Vec::new();
    for id in [nobody.as_str(), "geen-id", "ABCDEF", "..%2Fcases", "%00", "%F0%9F%98%80"] {
        let path = Endpoint::Case.url(id);
        let answer = fleur.request("GET", &path).send();
        answer.problem(ProblemKind::NotFound);
        told.push(answer.bytes);
        let ask = fleur.to_one(Endpoint::CommandCase, id).if_match("\"1\"").key(&fresh_key());
        ask.json(&words::attempt()).send().problem(ProblemKind::NotFound);
    }
    told.dedup();
    assert_eq!(told.len(), 1, "nothing tells a wrong id from one that is not there");
}

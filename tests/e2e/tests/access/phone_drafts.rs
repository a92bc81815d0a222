//! A report by phone that was begun and not sent: it is found again, and only its AF or whoever stands in finishes it.
use super::{covering::begin, relations::id_of};
use e2e::{Answer, Client, World, fresh_key, turns, words, worklist};
use serde_json::Value;
use shared::{
    access::Role,
    answer::YesNo,
    contract::{Endpoint, ProblemKind},
    id::FunctionId,
    report::Draft,
};

fn keep(who: &Client, of: &str, seen: u32, draft: &Draft) -> Answer {
    who.to(Endpoint::SavePhoneDraft).json(&turns::phone_draft(of, seen, draft)).send()
}

/// The reports that somebody may finish, without their own.
fn of_others(who: &Client) -> Vec<Value> {
    let me = id_of(who);
    let all = who.to(Endpoint::PhoneDrafts).send().good(Endpoint::PhoneDrafts);
    all.as_array().expect("reports").iter().filter(|one| one["van"] != me.as_str()).cloned().collect()
}

/// What the worklist says of them.
fn on_list(who: &Client) -> usize {
    let page = who.to(Endpoint::Cases).send().good(Endpoint::Cases);
    page["nietAf"].as_array().map_or(0, Vec::len)
}

fn stand_in(who: &Client, of: &Client) {
    begin(who, of).good(Endpoint::StartStandIn);
}

/// A request to one of the two endpoints that has to succeed.
pub fn succeeds(who: &Client, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::SavePhoneDraft {
        keep(who, &id_of(who), 0, &words::draft())
    } else if endpoint == Endpoint::AddCase {
        who.to(endpoint).key(&fresh_key()).json(&words::draft()).send()
    } else {
        who.to(endpoint).send()
    }
}

#[test]
fn who_stands_in_finishes_the_report_by_phone_and_it_is_gone_when_it_is_sent() {
    let world = World::new();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let of = id_of(fleur);
    let begun = Draft { story: "Begonnen-kanarie".into(), ..words::draft() };
    assert_eq!(keep(fleur, &of, 0, &begun).good(Endpoint::SavePhoneDraft)["versie"], 1);
    assert_eq!((on_list(fleur), on_list(sem), of_others(sem)), (1, 0, vec![]));
    keep(sem, &of, 1, &begun).problem(ProblemKind::NotFound);
    stand_in(sem, fleur);
    assert_eq!(of_others(sem)[0]["getypt"]["concept"]["verhaal"], "Begonnen-kanarie");
    assert!(!words::stands_in(&sem.to(Endpoint::Cases).send().text()), "the list holds nothing of what was typed");
    keep(sem, &of, 1, &words::draft()).good(Endpoint::SavePhoneDraft);
    // two at once: the second is refused, and what the first typed stays
    let refused = keep(fleur, &of, 1, &begun);
    refused.problem(ProblemKind::Stale);
    assert!(!words::stands_in(&refused.text()));
    let code = sem.to(Endpoint::AddCase).key(&fresh_key()).json(&words::draft()).send().good(Endpoint::AddCase);
    assert!(code["ontvangst"]["ontvangstcode"].is_string(), "{code}");
    assert_eq!((on_list(fleur), on_list(sem), of_others(sem)), (0, 0, vec![]));
    let own = fleur.to(Endpoint::PhoneDrafts).send().good(Endpoint::PhoneDrafts)[0].clone();
    assert_eq!((&own["getypt"], &own["verstuurd"]["door"]), (&Value::Null, &id_of(sem).into()));
    // a tablet that was left open sends nothing again
    keep(fleur, &of, 2, &words::draft()).problem(ProblemKind::Stale);
    assert_eq!(worklist(fleur, "open").len(), 1);
}

#[test]
fn an_af_who_is_excluded_from_it_gains_nothing_by_standing_in() {
    let world = World::new();
    let fleur = &world.people.fleur;
    let add = |login: &str, function| world.people.add_with(&world.host, login, Role::Officer, Some(function)).1;
    let (wmo, safety) = (add("wanda.wmo", "regisseur-wmo"), add("vera.veilig", "zorg-en-veiligheid"));
    let of = id_of(fleur);
    [&wmo, &safety].into_iter().for_each(|who| stand_in(who, fleur));
    let excluded = vec![FunctionId::parse("regisseur-wmo").expect("a function")];
    let about = Draft { colleague: Some(YesNo::Yes), excluded, ..words::draft() };
    let not_asked_yet = Draft { colleague: None, ..words::draft() };
    keep(fleur, &of, 0, &not_asked_yet).good(Endpoint::SavePhoneDraft);
    assert_eq!((of_others(&wmo), of_others(&safety)), (vec![], vec![]), "it could be about either");
    keep(fleur, &of, 1, &about).good(Endpoint::SavePhoneDraft);
    assert_eq!((of_others(&wmo), on_list(&wmo)), (vec![], 0));
    assert_eq!((of_others(&safety).len(), on_list(&safety)), (1, 1));
    // exactly what is answered about the report of somebody who has none
    let (here, nobody) = (keep(&wmo, &of, 2, &about), keep(&wmo, &"0".repeat(32), 2, &about));
    here.problem(ProblemKind::NotFound);
    assert_eq!(here.text(), nobody.text());
    keep(&safety, &of, 2, &about).good(Endpoint::SavePhoneDraft);
}

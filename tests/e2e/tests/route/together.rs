use e2e::{Answer, Dossier, World, sent, words};
use shared::contract::{Endpoint, ProblemKind};

#[test]
fn of_two_afs_at_once_on_one_case_exactly_one_wins() {
    let world = World::new();
    let _code = sent(&world.anyone(), &words::draft());
    let mut dossier = Dossier::newest(&world.people.fleur);
    // a note doesn't take the case: it stays unassigned, and both may work on it
    for round in 1..=15 {
        let both = [(&world.people.fleur, "Van Fleur"), (&world.people.sem, "Van Sem")];
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let dossier = &dossier;
            let asking = both.map(|(who, text)| scope.spawn(move || dossier.ask(who, &words::remark(text))));
            asking.into_iter().map(|asking| asking.join().expect("an answer")).collect()
        });
        let (won, lost): (Vec<&Answer>, Vec<&Answer>) = answers.iter().partition(|answer| answer.status == 200);
        assert_eq!((won.len(), lost.len()), (1, 1), "round {round}");
        won[0].good(Endpoint::CommandCase);
        lost[0].problem(ProblemKind::Stale);
        let now = dossier.look(&world.people.fleur);
        assert_eq!(now["tijdlijn"].as_array().map(Vec::len), Some(round), "one entry a round");
    }
}

#[test]
fn a_case_is_handed_to_a_colleague_and_to_nobody_else() {
    let world = World::shared();
    let (fleur, bo) = (&world.people.fleur, &world.people.bo);
    let _code = sent(&world.anyone(), &words::draft());
    let mut dossier = Dossier::newest(fleur);
    let id_of = |who: &e2e::Client| who.to(Endpoint::Session).send().good(Endpoint::Session)["id"].clone();
    let assign = |to: serde_json::Value| serde_json::json!({ "soort": "toewijzen", "inhoud": { "aan": to } });
    let sem = id_of(&world.people.sem);
    let given = dossier.command(fleur, &assign(sem.clone()));
    assert_eq!(given, serde_json::Value::Null, "who gave it away does not see it any more");
    dossier.ask(fleur, &assign(sem.clone())).problem(ProblemKind::NotFound);
    let detail = dossier.look(&world.people.sem);
    assert_eq!(detail["toegewezenAan"], sem);
    dossier.ask(&world.people.sem, &assign(sem)).problem(ProblemKind::Refused);
    dossier.ask(&world.people.sem, &assign(id_of(bo))).problem(ProblemKind::Refused);
    let officers = fleur.to(Endpoint::Officers).send().good(Endpoint::Officers);
    assert!(!officers.to_string().contains("Bo Beheer"), "the beheerder is no AF");
}

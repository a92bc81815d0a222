//! What the melder adds with the code, over HTTP: once, in every step, and also when it is over.
use super::{exceptions::case, shows};
use e2e::{Dossier, World, add_to_report, besides_told, words};
use serde_json::{Value, json};
use shared::{
    case::Stage,
    contract::{Endpoint, ProblemKind},
};

fn late(world: &World, id: &str) -> usize {
    let page = world.people.fleur.to(Endpoint::Cases).send().good(Endpoint::Cases);
    let lines = page["aanvullingen"].as_array().cloned().unwrap_or_default();
    lines.iter().filter(|line| line["dossier"] == id).count()
}

fn additions(case: &Value) -> usize {
    let all = case["antwoorden"].as_array().cloned().unwrap_or_default();
    all.iter().filter(|one| one["aanvulling"].is_object() && words::stands_in(&one.to_string())).count()
}

#[test]
fn an_addition_comes_once_in_the_case_and_one_to_a_closed_case_on_the_list() {
    let world = World::shared();
    let (anyone, fleur) = (world.anyone(), &world.people.fleur);
    let (mut dossier, code) = case(&world, &words::draft());
    for (n, act) in [None, Some(words::contact()), Some(words::close_early(&words::today(fleur)))].iter().enumerate() {
        if let Some(act) = act {
            dossier.command(fleur, act);
        }
        let key = format!("{:032x}", n + 1);
        for _try in 0..2 {
            let progress = add_to_report(&anyone, &code, &key).good(Endpoint::AnswerQuestion);
            assert_eq!(progress["aanvullingen"].as_array().map(Vec::len), Some(n + 1), "{progress}");
            assert!(!words::stands_in(&besides_told(progress).to_string()), "the melder's page shows what they wrote");
        }
        assert_eq!(additions(&dossier.look(fleur)), n + 1);
    }
    shows(&anyone, &code, Stage::Done);
    assert_eq!(late(&world, &dossier.id), 1);
    dossier.command(fleur, &words::remark("Gelezen"));
    assert_eq!(late(&world, &dossier.id), 0);
    let changed = json!({ "ontvangstcode": code, "antwoord": "Iets anders",
        "aanvulling": { "sleutel": format!("{:032x}", 1), "soort": "aanvulling" } });
    anyone.to(Endpoint::AnswerQuestion).json(&changed).send().problem(ProblemKind::Exists);
    let seen = Dossier::of(fleur, &dossier.id).look(fleur);
    assert_eq!(additions(&seen), 3);
    assert!(!world.site.log().contains("kanarie"), "what a melder adds is in the log");
}

//! Veilig Thuis, age and danger, and the meldcode, over HTTP.
use super::exceptions::{case, refused};
use e2e::{World, words};
use serde_json::Value;
use shared::case::Refusal;

/// Whether something is open about Veilig Thuis, and whether it is urgent.
fn open(detail: &Value) -> (bool, bool) {
    let of = |value: &Value| value.as_bool().expect("a bool");
    (of(&detail["veiligThuisOpen"]), of(&detail["regel"]["spoed"]))
}

#[test]
fn not_needed_for_a_minor_takes_a_second_af_and_the_melders_answer_stays() {
    let world = World::shared();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (mut dossier, _) = case(&world, &words::draft_with_minor());
    let today = words::today(fleur);
    let proposed = dossier.command(fleur, &words::veilig_thuis_not_needed("toch-volwassen"));
    assert_eq!(open(&proposed), (true, true));
    refused(&world, &dossier, &words::close_early(&today), Refusal::VttFirst);
    refused(&world, &dossier, &words::plain("akkoord"), Refusal::OtherOfficerNeeded);
    dossier.look(sem);
    dossier.command(sem, &words::plain("akkoord"));
    let agreed = dossier.look(fleur);
    assert_eq!(open(&agreed), (false, false));
    assert_eq!(agreed["veiligThuis"]["stand"], "niet-nodig");
    assert_eq!(agreed["melding"]["veiligThuis"]["stand"], "nog-niet", "the melder's own answer");
    dossier.command(fleur, &words::close_early(&today));
}

#[test]
fn when_veilig_thuis_declines_kmt_is_next_today() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, _) = case(&world, &words::draft_with_minor());
    let today = words::today(fleur);
    let declined = dossier.command(fleur, &words::veilig_thuis_declined());
    assert_eq!(declined["regel"]["volgende"], "vraag-kmt-vandaag");
    assert_eq!(declined["regel"]["uiterlijk"], today);
    assert_eq!(open(&declined), (true, true));
    refused(&world, &dossier, &words::close_early(&today), Refusal::VttFirst);
    let asked = dossier.command(fleur, &words::kmt_check(&today));
    assert_eq!((open(&asked), &asked["regel"]["volgende"]), ((false, false), &"bel-melder".into()));
}

#[test]
fn one_af_raises_and_two_lower() {
    let world = World::shared();
    let (fleur, sem) = (&world.people.fleur, &world.people.sem);
    let (mut dossier, _) = case(&world, &words::draft());
    let raised = dossier.command(fleur, &words::correct_safety("jonger-dan-18", "ja"));
    assert_eq!(open(&raised), (true, true));
    assert_eq!(raised["melding"]["minderjarig"], "nee", "the melder's own answer");
    let proposed = dossier.command(fleur, &words::correct_safety("jonger-dan-18", "nee"));
    assert_eq!(open(&proposed), (true, true));
    refused(&world, &dossier, &words::plain("akkoord"), Refusal::OtherOfficerNeeded);
    dossier.look(sem);
    dossier.command(sem, &words::plain("akkoord"));
    assert_eq!(open(&dossier.look(fleur)), (false, false));
}

#[test]
fn where_veilig_thuis_took_over_research_in_the_household_is_agreed_first() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, _) = case(&world, &words::draft_with_minor());
    let today = words::today(fleur);
    for command in [words::veilig_thuis_taken_over(), words::contact(), words::form()] {
        dossier.command(fleur, &command);
    }
    refused(&world, &dossier, &words::investigate(&today), Refusal::AgreeWithVttFirst);
    dossier.command(fleur, &words::agreed_with_veilig_thuis(words::investigate(&today)));
    refused(&world, &dossier, &words::source(&today), Refusal::AgreeWithVttFirst);
    let mut elsewhere = words::source(&today);
    elsewhere["inhoud"]["overHuishouden"] = "nee".into();
    dossier.command(fleur, &elsewhere);
}

#[test]
fn the_meldcode_asks_its_questions_in_order_and_holds_nothing_up() {
    let world = World::shared();
    let fleur = &world.people.fleur;
    let (mut dossier, _) = case(&world, &words::draft());
    let mut last = words::meldcode();
    last["inhoud"]["onderdeel"] = "vraag-5".into();
    refused(&world, &dossier, &last, Refusal::NotAsked);
    let noted = dossier.command(fleur, &words::meldcode());
    assert_eq!(open(&noted), (false, false));
    dossier.command(fleur, &words::contact());
}

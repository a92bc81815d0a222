//! A question that an AF asked, answered with the melder's code.
use e2e::{Answer, Dossier, World, answer_question, fresh_key, turns, words};
use shared::contract::Endpoint;

/// The melder of a case of Fleur's answers what she asked.
pub fn answered(world: &World) -> Answer {
    let fleur = &world.people.fleur;
    let made = fleur.to(Endpoint::AddCase).key(&fresh_key()).json(&words::draft()).send().good(Endpoint::AddCase);
    let mut dossier = Dossier::of(fleur, made["id"].as_str().expect("an id"));
    dossier.command(fleur, &words::contact());
    dossier.command(fleur, &turns::question());
    answer_question(&world.anyone(), made["ontvangst"]["ontvangstcode"].as_str().expect("a code"), 0)
}

//! Correcting, copies, requests of data subjects, and what follows from them.
use super::{
    relations::id_of,
    works::{command_with_tag, new_case},
};
use e2e::{Answer, Dossier, World, words};
use serde_json::json;
use shared::contract::{Endpoint, openapi};

pub fn of_rights(world: &World, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::CommandRights {
        correct(world)
    } else if endpoint == Endpoint::AccessCopy {
        copy(world)
    } else {
        confirm_exclusion(world)
    }
}

fn copy(world: &World) -> Answer {
    let id = decide(world, &advised_on(world, "inzage")).1;
    let asked = json!({ "verzoek": 0, "vrijgegeven": [] });
    world.people.fleur.to_one(Endpoint::AccessCopy, &id).json(&asked).send()
}

/// A case with a data subject's request on which an AF gave advice.
pub fn advised_on(world: &World, right: &str) -> Dossier {
    let (fleur, mut case) = (&world.people.fleur, new_case(world));
    let request = json!({ "recht": right, "ontvangenOp": words::today(fleur), "identiteitVastgesteld": "ja" });
    let advice =
        json!({ "verzoek": 0, "besluit": "toewijzen", "grond": "avg-15-21", "motivering": "Verzonnen", "tot": null });
    for (kind, content) in [("verzoek", request), ("verzoek-advies", advice)] {
        let command = json!({ "soort": kind, "inhoud": content });
        command_with_tag(fleur, Endpoint::CommandRights, &case.id, &case.tag, &command).good(Endpoint::CommandRights);
        case.look(fleur);
    }
    case
}

/// The FG agrees to the advice: the answer, and the id of the case.
pub fn decide(world: &World, case: &Dossier) -> (Answer, String) {
    let decision = json!({ "verzoek": 0, "akkoord": "ja" });
    let answer = command_with_tag(&world.people.faye, Endpoint::DecideRequest, &case.id, &case.tag, &decision);
    (answer, case.id.clone())
}

fn correct(world: &World) -> Answer {
    let (_, correction) = openapi::examples_of(Endpoint::CommandRights).swap_remove(0);
    let case = new_case(world);
    command_with_tag(&world.people.fleur, Endpoint::CommandRights, &case.id, &case.tag, &correction)
}

/// Fleur excludes the only other AF, and the FG confirms it.
fn confirm_exclusion(world: &World) -> Answer {
    let mut case = new_case(world);
    let exclude = json!({ "soort": "uitsluiten", "inhoud": { "wie": id_of(&world.people.sem), "reden": "Verzonnen" } });
    case.command(&world.people.fleur, &exclude);
    world.people.faye.to_one(Endpoint::ConfirmExclusion, &case.id).if_match(&case.tag).send()
}

/// So soon after closing only a granted erasure allows it.
pub fn propose_destruction(world: &World) -> Answer {
    let fleur = &world.people.fleur;
    let mut case = advised_on(world, "wissing");
    decide(world, &case).0.good(Endpoint::DecideRequest);
    case.look(fleur);
    case.command(fleur, &words::close_early(&words::today(fleur)));
    let propose = json!({ "soort": "voorstellen", "inhoud": { "grond": "wissing" } });
    fleur.to_one(Endpoint::CommandRetention, &case.id).json(&propose).send()
}

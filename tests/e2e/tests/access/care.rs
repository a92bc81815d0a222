//! Care and health over HTTP.
use e2e::{Answer, Client, Dossier, talk};
use shared::contract::Endpoint;

/// Fleur's function is not known: what she wrote about care she reads after opening it.
pub fn succeeds(fleur: &Client, endpoint: Endpoint, case: &Dossier) -> Answer {
    let written = fleur.to_one(Endpoint::AddCare, &case.id).json(&talk::care()).send();
    if endpoint == Endpoint::AddCare {
        return written;
    }
    let ask = fleur.to_one(endpoint, &case.id);
    if endpoint == Endpoint::OpenCare { ask.json(&talk::care_opening()).send() } else { ask.send() }
}

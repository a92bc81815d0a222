//! A question to KMT without names: as an AF asks it, and as an adviser opens and answers it.
use crate::{Answer, Client, Dossier, fresh_key};
use serde_json::{Value, json};
use shared::contract::Endpoint;

/// The question, in these words.
#[must_use]
pub fn question(words: &str) -> Value {
    json!({ "soort": "kmt-vragen", "inhoud": {
        "vormen": ["arbeid"], "onderwerp": "plek", "soortPlek": "landbouw", "leeftijden": ["18-26"], "signalen": [],
        "woorden": words, "vraag": "Herkennen jullie dit?", "gevraagdAan": "Adviseur KMT"
    } })
}

/// Asks it under this key.
#[must_use]
pub fn ask_with(officer: &Client, case: &Dossier, key: &str, question: &Value) -> Answer {
    let ask = officer.to_one(Endpoint::CommandCase, &case.id).if_match(&case.tag).key(key);
    ask.json(question).send()
}

/// Asks it; the link and the code.
///
/// # Panics
/// If it is refused.
pub fn ask(officer: &Client, case: &mut Dossier) -> Value {
    let answer = ask_with(officer, case, &fresh_key(), &question("Zes slaapplaatsen in een schuur"));
    let done = answer.good(Endpoint::CommandCase);
    case.look(officer);
    done["adviesvraag"].clone()
}

/// An adviser opens the question behind a link.
#[must_use]
pub fn open(adviser: &Client, access: &Value) -> Answer {
    adviser.to(Endpoint::KmtQuestion).json(access).send()
}

/// An adviser answers it, or asks something back.
#[must_use]
pub fn answer(adviser: &Client, access: &Value, kind: &str, text: &str) -> Answer {
    let body = json!({ "toegang": access, "soort": kind, "tekst": text, "door": "Adviseur van dienst" });
    adviser.to(Endpoint::AnswerKmtQuestion).json(&body).send()
}

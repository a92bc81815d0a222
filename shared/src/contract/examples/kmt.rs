//! Examples of what is sent about questions to KMT.
use serde_json::{Value, json};

pub(crate) fn names() -> Value {
    json!([{ "teksten": ["Zes slaapplaatsen in een schuur."] }])
}

fn link() -> Value {
    json!({ "link": "5c".repeat(16), "code": "1234 5678" })
}

pub(crate) fn kmt_link() -> Value {
    json!([link()])
}

pub(crate) fn kmt_answer() -> Value {
    let answer = |kind: &str, text: &str| json!({ "toegang": link(), "soort": kind, "tekst": text, "door": "Adviseur van dienst" });
    json!([answer("terugvraag", "Sinds wanneer speelt dit?"), answer("advies", "Ja. Vraag wie het vervoer regelt.")])
}

pub(crate) fn kmt_own_answer() -> Value {
    let answer = |kind: &str, text: &str| json!({ "soort": kind, "tekst": text });
    json!([answer("terugvraag", "Sinds wanneer speelt dit?"), answer("advies", "Ja. Vraag wie het vervoer regelt.")])
}

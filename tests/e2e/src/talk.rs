//! What tests type in the conversation with the melder.
use crate::words::{draft, form};
use serde_json::{Value, json};

/// What is typed during the conversation, when the melder named a person and a place: every field of it.
#[must_use]
pub fn conversation() -> Value {
    let contact = json!({ "wijze": "gesprek", "gebeurdOp": null, "verslag": "Verslag-kanarie" });
    json!({ "van": { "contact": { "wijze": "telefoon" }, "formulier": { "plek": draft().place } },
        "naar": { "contact": contact, "formulier": form()["inhoud"] } })
}

/// The same, and then one field is typed again.
#[must_use]
pub fn conversation_goes_on() -> Value {
    let before = conversation()["naar"].clone();
    let mut after = before.clone();
    after["formulier"]["veiligheid"] = "Nu-kanarie".into();
    json!({ "van": before, "naar": after })
}

/// What is written about care and health.
#[must_use]
pub fn care() -> Value {
    json!({ "tekst": "Zorg-kanarie" })
}

/// Opening that, with a ground and a reason.
#[must_use]
pub fn care_opening() -> Value {
    json!({ "grond": "besluit", "reden": "Zorgreden-kanarie" })
}

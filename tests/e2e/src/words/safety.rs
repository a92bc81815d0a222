//! Veilig Thuis, age and danger, and the meldcode.
use serde_json::{Value, json};

/// The content of a `veilig-thuis` act.
#[must_use]
pub fn veilig_thuis() -> Value {
    json!({ "soort": "veilig-thuis", "inhoud": {
        "stand": "gemeld", "wie": "Wie-kanarie", "wanneer": "Vtt-kanarie", "kenmerk": "Kenmerk-kanarie"
    } })
}

/// Why Veilig Thuis knows nothing yet.
#[must_use]
pub fn veilig_thuis_not_yet() -> Value {
    json!({ "soort": "veilig-thuis", "inhoud": { "stand": "nog-niet", "waarom": "Nogniet-kanarie" } })
}

/// Veilig Thuis is not needed, for this reason.
#[must_use]
pub fn veilig_thuis_not_needed(because: &str) -> Value {
    json!({ "soort": "veilig-thuis", "inhoud": {
        "stand": "niet-nodig", "omdat": because, "waarom": "Nietnodig-kanarie" } })
}

/// Veilig Thuis does not take it.
#[must_use]
pub fn veilig_thuis_declined() -> Value {
    json!({ "soort": "veilig-thuis", "inhoud": { "stand": "niet-aangenomen", "waarom": "Nietaan-kanarie" } })
}

/// Age (`jonger-dan-18`) or danger (`gevaar`), as the AF knows it.
#[must_use]
pub fn correct_safety(fact: &str, is: &str) -> Value {
    json!({ "soort": "veiligheid-corrigeren", "inhoud": { "wat": fact, "is": is, "reden": "Veiligheid-kanarie" } })
}

/// An answer to the first question of the meldcode.
#[must_use]
pub fn meldcode() -> Value {
    json!({ "soort": "meldcode", "inhoud": {
        "onderdeel": "vraag-1", "antwoord": "ja", "waarom": "Meldcode-kanarie" } })
}

/// Veilig Thuis takes it over.
#[must_use]
pub fn veilig_thuis_taken_over() -> Value {
    json!({ "soort": "veilig-thuis", "inhoud": {
        "stand": "overgenomen", "wie": "Wie-kanarie", "wanneer": "Vtt-kanarie", "kenmerk": "Kenmerk-kanarie"
    } })
}

/// The same act of the investigation, about the household, as agreed with Veilig Thuis.
#[must_use]
pub fn agreed_with_veilig_thuis(mut act: Value) -> Value {
    act["inhoud"]["overHuishouden"] = "ja".into();
    act["inhoud"]["afgesprokenMetVeiligThuis"] = "Afgesproken-kanarie".into();
    act
}

//! The advice for choices and days that do not fit, where it depends on the field.
use shared::{case::act::draft::DraftField, report::FindingCode};

/// For a choice that was made twice.
pub(super) fn duplicate(field: impl DraftField) -> &'static str {
    if field.pointer().ends_with("/rol") { "Deze rol staat er twee keer." } else { "Deze vervolgstap staat er al." }
}

/// For a choice that contradicts another.
pub(super) fn contradiction(field: impl DraftField) -> &'static str {
    let pointer = field.pointer();
    if pointer.ends_with("/rol") {
        "‘Nog niet duidelijk’ kan niet samen met een andere rol."
    } else if pointer == "/inschatting" {
        "Is mensenhandel waarschijnlijk? Kies dan wie verder kijkt. Of kies een andere inschatting."
    } else if pointer == "/wijze" {
        "Een e-mail of brief is geen contact. Leg het vast als poging."
    } else {
        "‘Nu te weinig aanwijzingen’ kan niet samen met een andere vervolgstap."
    }
}

/// For a ground that is not there, or does not go with the rest.
pub(super) fn ground(field: impl DraftField, code: FindingCode) -> &'static str {
    if code == FindingCode::SourceWithoutGround {
        "Voor deze bron noemt het profiel van de gemeente geen grondslag."
    } else if ["/leeftijden", "/vraag"].contains(&field.pointer().as_str()) {
        "Volgens de tabel van de gemeente mag dit niet naar het KMT voor advies. Vraag je beheerder, of bel het KMT."
    } else if field.pointer().ends_with("/grondslag") {
        "Het profiel van de gemeente noemt deze grondslag niet voor deze ontvanger. Zonder grondslag gaat er niets heen."
    } else {
        "Deze grond past niet bij dit besluit."
    }
}

/// For a day that is planned too far ahead.
pub(super) fn too_far(field: impl DraftField) -> &'static str {
    if ["/einddatum", "/uiterlijk"].contains(&field.pointer().as_str()) {
        "Kies een dag binnen een half jaar."
    } else {
        "Kies een dag binnen een jaar."
    }
}

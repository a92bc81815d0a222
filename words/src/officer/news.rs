//! How a melder comes to know of something new.

/// Said to an AF who asks the melder something. `mails`: whether melders are told by mail here.
#[must_use]
pub fn how_heard(mails: bool, has_address: bool) -> &'static str {
    match (mails, has_address) {
        (true, true) => "De melder krijgt een e-mail dat er nieuws is, en leest de vraag met de code.",
        (true, false) => {
            "De melder leest de vraag pas bij het kijken met de code, en gaf geen e-mailadres. Heeft het haast? Bel."
        }
        (false, _) => "De melder leest de vraag pas bij het kijken met de code. Heeft het haast? Bel.",
    }
}

use shared::text::TextError;

/// The advice for a text that was refused. `max` in characters; `missing` is shown when nothing was typed.
#[must_use]
pub fn text_error(error: TextError, max: usize, missing: &str) -> String {
    match error {
        TextError::Empty => missing.into(),
        TextError::TooLong => format!("Dit is te lang. Er passen {max} tekens in."),
        TextError::BadCharacter => "Er staat een teken in dat hier niet kan. Typ het opnieuw.".into(),
        TextError::BadShape => "Dit heeft niet de juiste vorm. Typ het opnieuw.".into(),
    }
}

/// Asks for a day.
#[must_use]
pub fn day_missing() -> &'static str {
    "Vul een datum in: dag, maand en jaar."
}

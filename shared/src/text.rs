//! Texts that are validated once, on input, and are valid from then on.
//!
//! Every type trims, refuses control characters, has a maximum in characters, and never shows its content in `Debug`,
//! because these texts are about people.
use serde::{Deserialize, Serialize};

/// Why a text was refused. The texts for it are in the frontend's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
    /// More characters than the type's `MAX`.
    TooLong,
    /// A control character, or a line break where one line is asked.
    BadCharacter,
    /// Not the shape of what is asked (a telephone number, an e-mail address).
    BadShape,
}

impl std::fmt::Display for TextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "is leeg",
            Self::TooLong => "is te lang",
            Self::BadCharacter => "bevat een teken dat hier niet kan",
            Self::BadShape => "heeft niet de juiste vorm",
        })
    }
}

impl std::error::Error for TextError {}

/// Trims, normalises line breaks, and checks length and characters. `max` counts characters.
fn tidy(raw: &str, max: usize, lines: bool) -> Result<String, TextError> {
    let text = raw.trim().replace("\r\n", "\n").replace('\r', "\n");
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong);
    }
    let fine = |c: char| !c.is_control() || (lines && (c == '\n' || c == '\t'));
    if !text.chars().all(fine) {
        return Err(TextError::BadCharacter);
    }
    Ok(text)
}

/// The pattern for openapi.json of texts that [`tidy`] accepts: white space at the ends, no control characters, and at
/// least one other character. The ranges are written out, because the meaning of `\s` differs between engines.
#[cfg(feature = "schema")]
const ONE_LINE: &str = concat!(
    r"^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*",
    r"[^\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
    r"([^\u0000-\u001f\u007f-\u009f]*[^\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?",
    r"[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$"
);
/// The same with line breaks and tabs.
#[cfg(feature = "schema")]
const LINES: &str = concat!(
    r"^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*",
    r"[^\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
    r"([^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*",
    r"[^\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?",
    r"[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$"
);

fn any_shape(_: &str) -> bool {
    true
}

/// Digits with the signs people write between them; an internal number may be as short as three digits.
fn phone_shape(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c))
}

/// One `@` with something on both sides and a dot in the domain: enough to catch a typing error, no more.
fn email_shape(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
    !name.is_empty() && dotted && !domain.contains('@') && !text.contains(char::is_whitespace)
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, max $max:literal, lines $lines:literal, $shape:path) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const MAX: usize = $max;

            /// Parses what was typed.
            ///
            /// # Errors
            /// A [`TextError`] that says what is wrong with it.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                let text = tidy(raw, Self::MAX, $lines)?;
                if $shape(&text) { Ok(Self(text)) } else { Err(TextError::BadShape) }
            }

            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            /// In a request body, leading and trailing white space counts towards the limit, as openapi.json says.
            /// Forms trim before sending, so users are not affected.
            fn try_from(raw: String) -> Result<Self, TextError> {
                if raw.chars().count() > Self::MAX { Err(TextError::TooLong) } else { Self::parse(&raw) }
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let pattern = if $lines { LINES } else { ONE_LINE };
                schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": $max, "pattern": pattern })
            }
        }
    };
}

text!(
    /// One line: a name, a team, a receiver, a reference.
    Line, max 200, lines false, any_shape
);
text!(
    /// Running text, line breaks kept.
    Prose, max 4000, lines true, any_shape
);
text!(
    /// A telephone number as people write it, internal numbers included.
    Phone, max 30, lines false, phone_shape
);
text!(
    /// An e-mail address, checked for slips only.
    Email, max 200, lines false, email_shape
);
text!(
    /// The name one logs in with: as typed, compared without regard to case.
    Login, max 80, lines false, any_shape
);

impl Login {
    /// The form in which log-in names are compared and stored.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn debug_shows_nothing_of_the_text() {
        let words = Prose::parse("Iemand Verzonnen").unwrap();
        assert_eq!(format!("{words:?}"), "Prose(…)");
    }

    #[test]
    fn texts_are_refused_with_the_reason() {
        assert_eq!(Line::parse(" \t "), Err(TextError::Empty));
        assert_eq!(Line::parse("a\nb"), Err(TextError::BadCharacter));
        assert_eq!(Prose::parse("a\r\nb").unwrap().as_str(), "a\nb");
        assert_eq!(Prose::parse(&"x".repeat(4001)), Err(TextError::TooLong));
        let full = format!("{}\n", "x".repeat(Prose::MAX));
        assert_eq!(
            Prose::parse(&full).unwrap().as_str().len(),
            Prose::MAX,
            "typed: a line break at the end is no character"
        );
        assert_eq!(Prose::try_from(full), Err(TextError::TooLong), "in a body: as openapi.json says");
        assert_eq!(Phone::parse("geen nummer"), Err(TextError::BadShape));
        assert!(Phone::parse("074 245 00 00").is_ok() && Phone::parse("4123").is_ok());
        assert_eq!(Email::parse("naam@voorbeeld"), Err(TextError::BadShape));
        assert!(Email::parse("nadia@voorbeeld.example").is_ok());
    }

    proptest! {
        #[test]
        fn parsing_twice_changes_nothing(raw in ".{0,300}") {
            if let Ok(once) = Line::parse(&raw) {
                prop_assert_eq!(Line::parse(once.as_str()), Ok(once.clone()));
            }
        }
    }
}

//! Texts that are validated once, on input, and are valid from then on.
//!
//! Every type takes out what cannot be seen, trims, has a maximum in characters, and never shows its content in
//! `Debug`, because these texts are about people.
mod clean;
mod email;
mod error;
mod phone;
pub(crate) mod signs;

pub use error::TextError;
pub use phone::PhoneNumber;

use clean::tidy;
use serde::{Deserialize, Deserializer, Serialize};

/// A text that a body of a request may hold.
pub trait Sent: Sized {
    /// Parses it, with the rules for typing.
    ///
    /// # Errors
    /// A [`TextError`] that says what is wrong with it.
    fn of_body(raw: &str) -> Result<Self, TextError>;
}

/// Reads a text of a body: unlike a stored one, it is cleaned and has to keep to the rules for typing.
///
/// # Errors
/// The text is not one of its type.
pub fn of_body<'de, T: Sent, D: Deserializer<'de>>(raw: D) -> Result<T, D::Error> {
    T::of_body(&String::deserialize(raw)?).map_err(serde::de::Error::custom)
}

/// The same where it may be missing.
///
/// # Errors
/// As [`of_body`].
pub fn of_body_or_none<'de, T: Sent, D: Deserializer<'de>>(raw: D) -> Result<Option<T>, D::Error> {
    Option::<String>::deserialize(raw)?.map(|raw| T::of_body(&raw)).transpose().map_err(serde::de::Error::custom)
}

/// The pattern for openapi.json of texts that have something to see: one character at least that is no white space, no
/// control character and not hidden. The ranges are written out, because the meaning of `\s` differs between engines.
#[cfg(feature = "schema")]
const SEEN: &str = concat!(
    r"[^\u0000- \u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f",
    r"\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]"
);

/// What a telephone dials for a number of a profile: the first one in it, or else its digits.
#[must_use]
pub fn dialled(shown: &str) -> String {
    let first = phone::numbers(shown).into_iter().next().map(|number| number.dialled);
    first.unwrap_or_else(|| shown.chars().filter(char::is_ascii_digit).collect())
}

/// The telephone numbers in a text about anything, in order.
#[must_use]
pub fn phone_numbers(text: &str) -> Vec<PhoneNumber> {
    phone::numbers(text)
}

fn any_shape(_: &str) -> bool {
    true
}

fn as_it_is(text: &str) -> String {
    text.to_owned()
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, max $max:literal, lines $lines:literal, $plain:path, $shape:path) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const MAX: usize = $max;

            /// Parses what was typed, after cleaning it.
            ///
            /// # Errors
            /// A [`TextError`] that says what is wrong with it.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                let text = $plain(&tidy(raw, Self::MAX, $lines)?);
                if $shape(&text) { Ok(Self(text)) } else { Err(TextError::BadShape) }
            }

            /// Parses a text of a request's body. White space at its ends counts towards the limit, as openapi.json
            /// says. Forms trim before sending, so users are not affected.
            ///
            /// # Errors
            /// As [`Self::parse`].
            pub fn sent(raw: &str) -> Result<Self, TextError> {
                if raw.chars().count() > Self::MAX { Err(TextError::TooLong) } else { Self::parse(raw) }
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
            /// A text that was stored stays as it is: the rules for typing may be newer than the text.
            fn try_from(raw: String) -> Result<Self, TextError> {
                if raw.chars().count() > Self::MAX {
                    Err(TextError::TooLong)
                } else if raw.trim().is_empty() {
                    Err(TextError::Empty)
                } else {
                    Ok(Self(raw))
                }
            }
        }

        impl Sent for $name {
            fn of_body(raw: &str) -> Result<Self, TextError> {
                Self::sent(raw)
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
                schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": $max, "pattern": SEEN })
            }
        }
    };
}

text!(
    /// One line: a name, a team, a receiver, a reference.
    Line, max 200, lines false, as_it_is, any_shape
);
text!(
    /// Running text, line breaks kept.
    Prose, max 4000, lines true, as_it_is, any_shape
);
text!(
    /// A telephone number as people write it, internal numbers included.
    Phone, max 60, lines false, phone::plain, phone::shape
);
text!(
    /// An e-mail address, checked for slips only.
    Email, max 200, lines false, as_it_is, email::shape
);
text!(
    /// The name one logs in with: as typed, compared without regard to case.
    Login, max 80, lines false, as_it_is, any_shape
);

impl Phone {
    /// The numbers in it that can be called, in order. A text from before the rule for its shape may have none.
    #[must_use]
    pub fn numbers(&self) -> Vec<PhoneNumber> {
        phone::numbers(&self.0)
    }
}

impl Email {
    /// The link that begins a message to it.
    #[must_use]
    pub fn link(&self) -> String {
        email::link(&self.0)
    }
}

impl Line {
    /// The form in which names of people are compared: two that look the same are perhaps one person.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

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
    fn what_is_refused_and_why() {
        assert_eq!(Line::parse(" \t "), Err(TextError::Empty));
        assert_eq!(Prose::parse("a\r\nb").unwrap().as_str(), "a\nb");
        assert_eq!(Prose::parse(&"x".repeat(4001)), Err(TextError::TooLong));
        let full = format!("{}\n", "x".repeat(Prose::MAX));
        assert_eq!(
            Prose::parse(&full).unwrap().as_str().len(),
            Prose::MAX,
            "typed: a line break at the end is no character"
        );
        assert_eq!(Prose::sent(&full), Err(TextError::TooLong), "in a body: as openapi.json says");
        assert_eq!(Phone::parse("geen nummer"), Err(TextError::BadShape));
    }

    #[test]
    fn a_stored_text_stays_as_it_was_stored() {
        fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
            serde_json::from_value(text.into()).unwrap()
        }
        let turned = "\u{202e}gnidlem negie\u{202c}";
        assert_eq!(read::<Line>(turned).as_str(), turned);
        assert_eq!(read::<Prose>("\u{2060}").as_str(), "\u{2060}", "from before a text of nothing was refused");
        assert_eq!(read::<Phone>("06").as_str(), "06");
        assert_eq!(read::<Email>("a?bcc=b@voorbeeld.example").as_str(), "a?bcc=b@voorbeeld.example");
    }

    proptest! {
        #[test]
        fn parsing_what_was_parsed_changes_nothing(raw in ".{0,300}") {
            if let Ok(once) = Line::parse(&raw) {
                prop_assert_eq!(Line::parse(once.as_str()), Ok(once.clone()));
            }
        }
    }
}

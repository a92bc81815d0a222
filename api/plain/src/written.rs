//! A field in which the melder writes something to the AFs, and what comes of it.
use crate::{Place, value};
use maud::{Markup, html};
use shared::{
    report::{self, FindingCode, holds_bsn},
    text::{Prose, TextError},
};
use words::Language;

/// What came of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// It was taken.
    Taken,
    /// This is wrong with it.
    Wrong(String),
    /// This looks wrong: sent once more, it goes as it is.
    Warned(String),
}

impl Sent {
    /// What is wrong with it.
    fn wrong(&self) -> Option<&str> {
        match self {
            Self::Taken => None,
            Self::Wrong(text) | Self::Warned(text) => Some(text),
        }
    }
}

/// What is sent. Who was warned before may send what looks wrong.
///
/// # Errors
/// What is wrong with it.
pub fn checked(language: Language, typed: &str, warned: bool) -> Result<Prose, Sent> {
    let text = Prose::parse(typed).map_err(|why| match why {
        TextError::TooLong => {
            Sent::Wrong(language.say("Dat is te lang. Maak het korter.", "That is too long. Make it shorter.").into())
        }
        TextError::Empty | TextError::BadCharacter | TextError::BadShape => {
            Sent::Wrong(language.say("Schrijf op wat je weet.", "Write down what you know.").into())
        }
    })?;
    if holds_bsn(typed) && !warned {
        return Err(Sent::Warned(language.finding(report::Field::Story, FindingCode::LooksLikeBsn)));
    }
    Ok(text)
}

/// A field with its button.
pub struct Field<'a> {
    /// Its id in the page.
    pub id: &'a str,
    /// Its name in the form.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// What to know before writing.
    pub hint: &'a str,
    /// What the button and the warning say it is about.
    pub about: &'a str,
    /// The name of the button, and its label.
    pub send: (&'a str, &'a str),
}

impl Field<'_> {
    /// The field with what was typed, and what is wrong with that.
    pub fn show(&self, place: Place<'_>, text: &str, sent: Option<&Sent>) -> Markup {
        let Self { id, name, label, hint, about, send } = *self;
        let wrong = sent.and_then(Sent::wrong);
        let warned = matches!(sent, Some(Sent::Warned(_)));
        let described = if wrong.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
        html! {
            div.field.invalid[wrong.is_some()] {
                label.utrecht-form-label for=(id) dir="auto" { (label) }
                p.hint id={ (id) "-hint" } { (hint) }
                @if let Some(wrong) = wrong {
                    p.utrecht-form-field-error-message id={ (id) "-error" } role="alert" {
                        (wrong)
                        @if warned {
                            (place.say(
                                " Wil je het toch zo versturen? Druk dan nog een keer.",
                                " Do you want to send it like this? Then press once more.",
                            ))
                        }
                    }
                }
                textarea.utrecht-textarea.utrecht-textarea--invalid[wrong.is_some()] id=(id) name=(name) rows="4" dir="auto"
                    autocomplete="off" spellcheck="false" autocorrect="off" aria-describedby=(described)
                    aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()] { "\n" (text) }
            }
            @if warned { input type="hidden" name=(WARNED) value=(about); }
            button.utrecht-button.utrecht-button--primary-action type="submit" name=(send.0) value=(about) { (send.1) }
        }
    }
}

/// Whether the melder was warned about this before.
#[must_use]
pub fn was_warned(body: &[u8], about: &str) -> bool {
    value(body, WARNED) == about
}

/// The name of the value that says so.
const WARNED: &str = "gewaarschuwd";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_checked_before_it_is_sent() {
        assert!(checked(Language::Dutch, "Maandag", false).is_ok());
        assert!(
            matches!(checked(Language::Dutch, "  ", true), Err(Sent::Wrong(text)) if text.starts_with("Schrijf op"))
        );
        let long = "a".repeat(100_000);
        assert!(
            matches!(checked(Language::Dutch, &long, true), Err(Sent::Wrong(text)) if text.starts_with("Dat is te lang"))
        );
        assert!(matches!(checked(Language::Dutch, "Zijn BSN is 111222333", false), Err(Sent::Warned(_))));
        assert!(checked(Language::Dutch, "Zijn BSN is 111222333", true).is_ok(), "it is the melder's choice");
    }
}

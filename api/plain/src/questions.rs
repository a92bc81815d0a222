//! What an AF asks the melder, and the answers.
use crate::value;
use maud::{Markup, html};
use shared::{
    case::AskedReporter,
    report::{Field, FindingCode, holds_bsn},
    text::{Prose, TextError},
};
use words::{day_with_year, finding};

/// What was typed in the answer to a question.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// To which question.
    pub question: usize,
    /// As typed; empty once it was taken.
    pub text: String,
    /// What came of it, if it was sent.
    pub sent: Option<Sent>,
}

/// What came of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// It was taken.
    Taken,
    /// This is wrong with it.
    Wrong(String),
    /// This looks wrong: sent once more, it goes as it is.
    Warned(String),
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}

impl Typed {
    /// What a browser sent of all answers, and which of them was to be taken.
    #[must_use]
    pub fn read(body: &[u8]) -> (Vec<Self>, Option<usize>) {
        let number = |name: &str| name.strip_prefix(ANSWER_TO).and_then(|number| number.parse().ok());
        let typed = form_urlencoded::parse(body)
            .filter_map(|(name, text)| {
                Some(Self { question: number(&name)?, text: text.replace("\r\n", "\n"), sent: None })
            })
            .collect();
        (typed, value(body, QUESTION).parse().ok())
    }

    fn wrong(&self) -> Option<&str> {
        match self.sent.as_ref()? {
            Sent::Taken => None,
            Sent::Wrong(text) | Sent::Warned(text) => Some(text),
        }
    }
}

/// The name of the button of a question.
const QUESTION: &str = "vraag";
/// What comes before a question's number in the name of its answer.
const ANSWER_TO: &str = "antwoord-";

/// The answer that is sent. Who was warned before may send what looks wrong.
///
/// # Errors
/// What is wrong with it.
pub fn checked(typed: &str, warned: bool) -> Result<Prose, Sent> {
    let text = Prose::parse(typed).map_err(|why| match why {
        TextError::TooLong => Sent::Wrong("Dat is te lang. Maak het korter.".into()),
        TextError::Empty | TextError::BadCharacter | TextError::BadShape => {
            Sent::Wrong("Schrijf op wat je weet.".into())
        }
    })?;
    if holds_bsn(typed) && !warned {
        return Err(Sent::Warned(finding(Field::Story, FindingCode::LooksLikeBsn)));
    }
    Ok(text)
}

/// What an AF asks: each question once, with room for one answer. They are in one form, so that an answer which is not
/// finished stays when another is sent.
pub fn questions(asked: &[AskedReporter], typed: &[Typed]) -> Markup {
    html! {
        @if !asked.is_empty() {
            section.stack {
                h2 { @if asked.len() == 1 { "Een vraag aan jou" } @else { "Vragen aan jou" } }
                @for one in asked {
                    @let typed = typed.iter().find(|typed| typed.question == one.number).cloned().unwrap_or_default();
                    @match one.answered {
                        Some(day) => { (answered(one, &day_with_year(day), &typed)) }
                        None => { (question(one, &typed)) }
                    }
                }
            }
        }
    }
}

fn answered(asked: &AskedReporter, day: &str, typed: &Typed) -> Markup {
    html! {
        p dir="auto" { (asked.text.as_str()) }
        @match &typed.sent {
            Some(Sent::Taken) => {
                div.notice.done role="status" { p { "Dank je wel. De aandachtsfunctionaris leest je antwoord." } }
            }
            Some(Sent::Wrong(text) | Sent::Warned(text)) => { div.notice.wait role="alert" { p { (text) } } }
            None => { p.soft { "Beantwoord op " (day) ". Dank je wel." } }
        }
    }
}

fn question(asked: &AskedReporter, typed: &Typed) -> Markup {
    let id = format!("vraag-{}", asked.number);
    let (wrong, warned) = (typed.wrong(), matches!(typed.sent, Some(Sent::Warned(_))));
    let described = if wrong.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    html! {
        div.field.invalid[wrong.is_some()] {
            label.utrecht-form-label for=(id) dir="auto" { (asked.text.as_str()) }
            p.hint id={ (id) "-hint" } {
                "Schrijf alleen op wat je al weet. Zoek niets extra op. Je kunt één keer antwoorden."
            }
            @if let Some(wrong) = wrong {
                p.utrecht-form-field-error-message id={ (id) "-error" } role="alert" {
                    (wrong) @if warned { " Wil je het toch zo versturen? Druk dan nog een keer." }
                }
            }
            textarea.utrecht-textarea.utrecht-textarea--invalid[wrong.is_some()] id=(id) name={ (ANSWER_TO) (asked.number) }
                rows="4" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" aria-describedby=(described)
                aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()] { "\n" (typed.text) }
        }
        @if warned { input type="hidden" name=(WARNED) value=(asked.number); }
        button.utrecht-button.utrecht-button--primary-action type="submit" name=(QUESTION) value=(asked.number) {
            "Verstuur je antwoord"
        }
    }
}

/// Whether the melder was warned about the answer to this question before.
#[must_use]
pub fn was_warned(body: &[u8], question: usize) -> bool {
    value(body, WARNED) == question.to_string()
}

/// The name of the value that says so.
const WARNED: &str = "gewaarschuwd";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_checked_before_it_is_sent() {
        assert!(checked("Maandag", false).is_ok());
        assert!(matches!(checked("  ", true), Err(Sent::Wrong(text)) if text.starts_with("Schrijf op")));
        let long = "a".repeat(100_000);
        assert!(matches!(checked(&long, true), Err(Sent::Wrong(text)) if text.starts_with("Dat is te lang")));
        assert!(matches!(checked("Zijn BSN is 111222333", false), Err(Sent::Warned(_))));
        assert!(checked("Zijn BSN is 111222333", true).is_ok(), "it is the melder's choice");
    }
}

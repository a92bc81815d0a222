//! "Mijn melding": how a melding stands, for the holder of its code. The code comes in the body of a request, never in
//! an address.
use crate::{ANSWER, MY_REPORT, call, page::page, receipt::steps, value};
use maud::{Markup, html};
use shared::{
    case::{AskedReporter, Progress, Stage},
    code::ReceiptCode,
    profile::Instance,
    report::{Field, FindingCode, holds_bsn},
    text::{Prose, TextError},
};
use words::{
    day_with_year, finding,
    stages::{explanation, items},
};

const TITLE: &str = "Hoe staat mijn melding ervoor?";

/// Why a code did not lead to a melding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongCode {
    /// It is no code.
    Shape(TextError),
    /// No melding has it.
    Unknown,
    /// It could not be looked up, with what to do.
    Failed(String),
}

impl WrongCode {
    fn text(&self) -> &str {
        match self {
            Self::Shape(TextError::BadCharacter) => "Er klopt een teken niet. Kijk de code nog eens na.",
            Self::Shape(TextError::Empty) => "Vul je code in.",
            Self::Shape(TextError::BadShape | TextError::TooLong) => {
                "Een code heeft 18 letters en cijfers. Kijk de code nog eens na."
            }
            Self::Unknown => {
                "We kennen deze code niet. Kijk of je hem goed hebt overgenomen. Of heb je later een nieuwe code \
                 gekregen?"
            }
            Self::Failed(text) => text,
        }
    }
}

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

/// Asks for a code.
#[must_use]
pub fn code_page(instance: &Instance, typed: &str, wrong: Option<&WrongCode>) -> String {
    let title = if wrong.is_some() { "Code niet gevonden: hoe staat mijn melding ervoor?" } else { TITLE };
    let content = html! {
        h1 { (TITLE) }
        (ask(typed, wrong))
        p { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, title, &content)
}

/// How the melding with this code stands.
#[must_use]
pub fn progress_page(instance: &Instance, code: &ReceiptCode, progress: &Progress, typed: &[Typed]) -> String {
    let veilig_thuis = progress.alarms.iter().any(|alarm| alarm.asks_for_veilig_thuis());
    // from the investigation on, an AF knows more than the melder said
    let early = matches!(progress.stage, Stage::Reported | Stage::Contact);
    let kmt = &instance.profile.contacts.kmt;
    let content = html! {
        h1 { (TITLE) }
        @if early { (call::first(instance, &progress.alarms, veilig_thuis)) }
        p { (explanation(progress)) }
        (steps(items(progress)))
        form.stack method="post" action=(ANSWER) autocomplete="off" {
            input type="hidden" name="ontvangstcode" value=(code.shown());
            (questions(&progress.questions, typed))
            button.utrecht-button.utrecht-button--secondary-action type="submit" formaction=(MY_REPORT) { "Kijk opnieuw" }
        }
        p {
            "Iets nieuws gezien, of niet gebeld? Je mag zelf bellen: " (kmt.name) ", " (call::number(kmt))
            ". Zeg dat je al gemeld hebt."
        }
        p { a.utrecht-link href="/" { "Klaar" } }
    };
    page(instance, TITLE, &content)
}

fn ask(typed: &str, wrong: Option<&WrongCode>) -> Markup {
    let described = if wrong.is_some() { "ontvangstcode-hint ontvangstcode-error" } else { "ontvangstcode-hint" };
    html! {
        form.stack method="post" action=(MY_REPORT) autocomplete="off" {
            div.field.invalid[wrong.is_some()] {
                label.utrecht-form-label for="ontvangstcode" { "Jouw code" }
                p.hint id="ontvangstcode-hint" { "Zes groepjes van drie. Hoofdletters, spaties en streepjes maken niet uit." }
                @if let Some(wrong) = wrong {
                    p.utrecht-form-field-error-message id="ontvangstcode-error" role="alert" { (wrong.text()) }
                }
                input.utrecht-textbox.utrecht-textbox--invalid[wrong.is_some()] type="text" id="ontvangstcode"
                    name="ontvangstcode" value=(typed) autocomplete="off" autocapitalize="none" spellcheck="false" autocorrect="off"
                    aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()];
            }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" { "Bekijk" }
        }
    }
}

/// What an AF asks: each question once, with room for one answer. They are in one form, so that an answer which is not
/// finished stays when another is sent.
fn questions(asked: &[AskedReporter], typed: &[Typed]) -> Markup {
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

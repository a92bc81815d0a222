//! "Mijn melding": how a melding stands, for the holder of its code. The code comes in the body of a request, never in
//! an address.
use crate::{
    ANSWER, Adding, MY_REPORT,
    additions::additions,
    call,
    page::page,
    questions::{Typed, questions},
    receipt::{agenda, steps},
};
use maud::{Markup, html};
use shared::{
    case::{Progress, Stage},
    code::ReceiptCode,
    moment::Day,
    profile::{Backup, Instance},
    text::TextError,
};
use words::stages::{explanation, items};

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

/// Asks for a code.
#[must_use]
pub fn code_page(instance: &Instance, typed: &str, wrong: Option<&WrongCode>) -> String {
    let title = if wrong.is_some() { "Code niet gevonden: hoe staat mijn melding ervoor?" } else { TITLE };
    let content = html! {
        h1 { (TITLE) }
        (ask(typed, wrong))
        p.links { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, title, &content)
}

/// What the holder of a code typed, and did not send yet.
#[derive(Debug, Clone, Default)]
pub struct Writing {
    /// Answers to questions.
    pub answers: Vec<Typed>,
    /// An addition.
    pub adding: Adding,
}

/// How the melding with this code stands, and whom to call (achterwacht) when nobody does.
#[must_use]
pub fn progress_page(
    instance: &Instance,
    backup: Option<&Backup>,
    code: &ReceiptCode,
    (progress, today): (&Progress, Day),
    typed: &Writing,
) -> String {
    let veilig_thuis = progress.alarms.iter().any(|alarm| alarm.asks_for_veilig_thuis());
    // from the investigation on, an AF knows more than the melder said
    let early = matches!(progress.stage, Stage::Reported | Stage::Contact);
    let ours = instance.profile.contacts.ours();
    let content = html! {
        h1 { (TITLE) }
        @if early { (call::first(instance, &progress.alarms, veilig_thuis)) }
        p { (explanation(progress)) }
        @if let Some(told) = &progress.told {
            section.stack {
                h2 { "Wat we je laten weten" }
                p.own-words dir="auto" { (told.as_str()) }
            }
        }
        (steps(items(progress)))
        form.stack method="post" action=(ANSWER) autocomplete="off" {
            input type="hidden" name="ontvangstcode" value=(code.shown());
            (questions(&progress.questions, &typed.answers))
            (additions(instance, progress, &typed.adding))
            button.utrecht-button.utrecht-button--secondary-action type="submit" formaction=(MY_REPORT) { "Kijk opnieuw" }
            @if progress.promised(today).is_some() { (agenda()) }
        }
        // nobody has called yet
        @if let Some(backup) = backup.filter(|_| progress.stage == Stage::Reported) {
            p { "Belt er niemand? Bel dan " (backup.function) ": " (call::link(&backup.number)) "." }
        }
        p {
            "Iets nieuws gezien, of niet gebeld? Je mag zelf bellen: " (ours.name) ", " (call::number(ours))
            ". Zeg dat je al gemeld hebt."
        }
        p.links { a.utrecht-link href="/" { "Klaar" } }
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

#[cfg(test)]
mod tests {
    use super::*;
    use shared::text::Prose;

    #[test]
    fn what_was_written_for_the_melder_is_text_on_the_page_and_its_heading_is_not_there_without() {
        let (instance, code) = (crate::fixture::instance(), ReceiptCode::from_secret(&[7; 16]));
        let day = "2026-04-24".parse().unwrap();
        let page = |told: Option<&str>| {
            let told = told.and_then(|text| Prose::parse(text).ok());
            let progress = Progress { stage: Stage::Done, told, ..Progress::received(day, day, vec![]) };
            progress_page(&instance, None, &code, (&progress, day), &Writing::default())
        };
        let told = page(Some("Dank je wel <b>.\nHet is opgepakt."));
        assert!(told.contains("Wat we je laten weten") && told.contains("Dank je wel &lt;b&gt;.\nHet is opgepakt."));
        assert!(!page(None).contains("Wat we je laten weten"));
    }
}

//! "Mijn melding": how a melding stands, for the holder of its code. The code comes in the body of a request, never in
//! an address.
use crate::{
    ANSWER, Adding, MY_REPORT, Place,
    additions::additions,
    call,
    page::{call_instead, page, to_first_page},
    photos::photos,
    questions::{Typed, questions},
    receipt::{agenda, done, on_a_phone, steps},
};
use maud::{Markup, html};
use shared::{
    case::{Progress, Stage},
    code::ReceiptCode,
    moment::Day,
    profile::Backup,
    text::TextError,
};
use words::Language;

fn title(place: Place<'_>) -> &'static str {
    place.say("Hoe staat mijn melding ervoor?", "How does my report stand?")
}

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
    fn text(&self, language: Language) -> &str {
        match self {
            Self::Shape(TextError::BadCharacter) => language.say(
                "Er klopt een teken niet. Kijk de code nog eens na.",
                "A character is not right. Look at the code again.",
            ),
            Self::Shape(TextError::Empty) => language.say("Vul je code in.", "Fill in your code."),
            Self::Shape(TextError::BadShape | TextError::TooLong) => language.say(
                "Een code heeft 18 letters en cijfers. Kijk de code nog eens na.",
                "A code has 18 letters and digits. Look at the code again.",
            ),
            Self::Unknown => language.say(
                "We kennen deze code niet. Kijk of je hem goed hebt overgenomen. Of heb je later een nieuwe code \
                 gekregen?",
                "We don’t know this code. See whether you copied it right. Or did you get a new code later?",
            ),
            Self::Failed(text) => text,
        }
    }
}

/// Asks for a code.
#[must_use]
pub fn code_page(place: Place<'_>, typed: &str, wrong: Option<&WrongCode>) -> String {
    let heading = title(place);
    let not_found =
        place.say("Code niet gevonden: hoe staat mijn melding ervoor?", "Code not found: how does my report stand?");
    let content = html! {
        h1 { (heading) }
        (ask(place, typed, wrong))
        (to_first_page(place))
    };
    page(place, (MY_REPORT, if wrong.is_some() { not_found } else { heading }), &content)
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
    place: Place<'_>,
    backup: Option<&Backup>,
    (code, qr): (&ReceiptCode, &[String]),
    (progress, today): (&Progress, Day),
    typed: &Writing,
) -> String {
    let veilig_thuis = progress.alarms.iter().any(|alarm| alarm.asks_for_veilig_thuis());
    // from the investigation on, an AF knows more than the melder said
    let early = matches!(progress.stage, Stage::Reported | Stage::Contact);
    let ours = place.instance.profile.contacts.ours();
    let content = html! {
        h1 { (title(place)) }
        @if early { (call::first(place, &progress.alarms, veilig_thuis)) }
        p { (place.language.explanation(progress)) }
        @if progress.unopened { (once_more(place)) }
        @if let Some(told) = &progress.told {
            section.stack {
                h2 { (place.say("Wat we je laten weten", "What we tell you")) }
                p.own-words dir="auto" { (told.as_str()) }
            }
        }
        (steps(place, place.language.items(progress)))
        form.stack method="post" action=(place.to(ANSWER)) autocomplete="off" {
            input type="hidden" name="ontvangstcode" value=(code.shown());
            (questions(place, &progress.questions, &typed.answers))
            // nobody could read what is added to a report that does not open
            @if !progress.unopened { (additions(place, progress, &typed.adding)) }
            button.utrecht-button.utrecht-button--secondary-action type="submit" formaction=(place.to(MY_REPORT)) {
                (place.say("Kijk opnieuw", "Look again"))
            }
            @if progress.promised(today).is_some() { (agenda(place)) }
        }
        (photos(place, progress))
        // nobody has called yet
        @if let Some(backup) = backup.filter(|_| progress.stage == Stage::Reported) {
            p {
                (place.say("Belt er niemand? Bel dan ", "Does nobody call? Then call ")) (backup.function) ": "
                (call::link(&backup.number)) "."
            }
        }
        p {
            (place.say(
                "Iets nieuws gezien, of niet gebeld? Je mag zelf bellen: ",
                "Did you see something new, or did nobody call? You may call us: ",
            ))
            (ours.name) ", " (call::number(ours))
            (place.say(". Zeg dat je al gemeld hebt.", ". Say that you have reported before."))
        }
        (on_a_phone(place, qr))
        (done(place))
    };
    page(place, (MY_REPORT, title(place)), &content)
}

/// For whoever has to report once more.
fn once_more(place: Place<'_>) -> Markup {
    html! {
        p {
            a.utrecht-button.utrecht-button--primary-action.wide href=(place.to_report()) {
                (place.say("Meld het nog een keer", "Report it once more"))
            }
        }
        (call_instead(place))
    }
}

fn ask(place: Place<'_>, typed: &str, wrong: Option<&WrongCode>) -> Markup {
    let described = if wrong.is_some() { "ontvangstcode-hint ontvangstcode-error" } else { "ontvangstcode-hint" };
    html! {
        form.stack method="post" action=(place.to(MY_REPORT)) autocomplete="off" {
            div.field.invalid[wrong.is_some()] {
                label.utrecht-form-label for="ontvangstcode" { (place.say("Jouw code", "Your code")) }
                p.hint id="ontvangstcode-hint" {
                    (place.say(
                        "Zes groepjes van drie. Hoofdletters, spaties en streepjes maken niet uit.",
                        "Six groups of three. Capitals, spaces and hyphens don’t matter.",
                    ))
                }
                @if let Some(wrong) = wrong {
                    p.utrecht-form-field-error-message id="ontvangstcode-error" role="alert" { (wrong.text(place.language)) }
                }
                input.utrecht-textbox.utrecht-textbox--invalid[wrong.is_some()] type="text" id="ontvangstcode"
                    name="ontvangstcode" value=(typed) autocomplete="off" autocapitalize="none" spellcheck="false" autocorrect="off"
                    aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()];
            }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" { (place.say("Bekijk", "Look")) }
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
            progress_page(Place::dutch(&instance), None, (&code, &[]), (&progress, day), &Writing::default())
        };
        let told = page(Some("Dank je wel <b>.\nHet is opgepakt."));
        assert!(told.contains("Wat we je laten weten") && told.contains("Dank je wel &lt;b&gt;.\nHet is opgepakt."));
        assert!(!page(None).contains("Wat we je laten weten"));
    }

    #[test]
    fn whose_report_does_not_open_can_report_again_and_writes_nothing_that_nobody_reads() {
        let (instance, code) = (crate::fixture::instance(), ReceiptCode::from_secret(&[7; 16]));
        let day = "2026-04-24".parse().unwrap();
        let page = |unopened| {
            let progress = Progress { sealed: true, unopened, ..Progress::received(day, day, vec![]) };
            progress_page(Place::dutch(&instance), None, (&code, &[]), (&progress, day), &Writing::default())
        };
        assert!(page(true).contains("href=\"/melden\"") && page(true).contains("tel:112"));
        assert!(!page(true).contains("<textarea") && page(false).contains("<textarea"));
    }
}

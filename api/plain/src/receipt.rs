//! The ontvangstbevestiging.
use crate::{AGENDA, Asks, Filled, MY_REPORT, Place, call, form::again, page::page, qr_code};
use maud::{Markup, html};
use shared::{case::Progress, contract::Receipt, report::Draft};
use words::{StepItem, StepState, english, melder};

/// The receipt of a report that came in.
#[must_use]
pub fn receipt_page(place: Place<'_>, asks: Asks, draft: &Draft, receipt: &Receipt, qr: &[String]) -> String {
    let title = place.say("Je melding is binnen", "Your report has come in");
    let progress = Progress::received(receipt.received, receipt.contact_by, draft.alarms());
    let content = html! {
        // the app's draft was sent with the whole form only
        h1 data-sent[asks == Asks::Everything] { (title) }
        (call::first(place, &progress.alarms, draft.has_to_call_veilig_thuis()))
        p {
            (place.say("Dank je wel. Een aandachtsfunctionaris belt je ", "Thank you. An aandachtsfunctionaris will call you "))
            b { (place.language.call(&progress).unwrap_or_default()) } "."
        }
        h2 { (place.say("Jouw code", "Your code")) }
        (code(&receipt.ontvangstcode))
        p.soft {
            (place.say(melder::KEEP_CODE, english::melder::KEEP_CODE))
            @if place.instance.profile.photos { " " (place.say(melder::PHOTO_TOO, english::melder::PHOTO_TOO)) }
        }
        (on_a_phone(place, qr))
        (look_up(place, &receipt.ontvangstcode, place.say("Bekijk hoe het ervoor staat", "See how it stands")))
        @if progress.promised(receipt.received).is_some() {
            form method="post" action=(place.to(AGENDA)) {
                input type="hidden" name="ontvangstcode" value=(receipt.ontvangstcode);
                (agenda(place))
            }
        }
        h2 { (place.say("Zo gaat het verder", "This is how it goes on")) }
        (steps(place, place.language.items(&progress)))
        (done(place))
    };
    page(place, (MY_REPORT, title), &content)
}

/// When an earlier version of the report is in already: its code, and what to do with the changed one, which has a new
/// key by now.
#[must_use]
pub fn earlier_page(place: Place<'_>, earlier: &str, filled: &Filled) -> String {
    let title = place.say("Een eerdere versie is al binnen", "An earlier version came in before");
    let content = html! {
        h1 { (title) }
        p {
            (place.say(
                "Je melding kwam eerder toch aan. Daarna heb je iets veranderd. De code van wat al binnen is:",
                "Your report did come in before. After that you changed something. The code of what came in:",
            ))
        }
        (code(earlier))
        p {
            (place.say(
                "Bewaar deze code. Wat wil je met de veranderde versie doen?",
                "Keep this code. What do you want to do with the changed version?",
            ))
        }
        (look_up(place, earlier, place.say("Niet versturen, laat het zo", "Don’t send it, leave it like this")))
        (again(place, filled))
    };
    page(place, (MY_REPORT, title), &content)
}

/// A button that asks for the progress with this code, which never stands in an address.
fn look_up(place: Place<'_>, code: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(place.to(MY_REPORT)) {
            input type="hidden" name="ontvangstcode" value=(code);
            button.utrecht-button.utrecht-button--secondary-action.wide type="submit" { (label) }
        }
    }
}

/// A button of a form with the code in it: gives the day of the call as an entry for a calendar.
pub fn agenda(place: Place<'_>) -> Markup {
    html! {
        button.utrecht-button.utrecht-button--secondary-action type="submit" formaction=(place.to(AGENDA)) {
            (place.say("Zet in mijn agenda", "Put in my calendar"))
        }
    }
}

/// The link of somebody who read it.
pub fn done(place: Place<'_>) -> Markup {
    html! { p.links { a.utrecht-link href=(place.to("/")) { (place.say("Klaar", "Done")) } } }
}

/// The code for a phone's camera, from the rows of its QR code: it holds the code and nothing else.
pub fn on_a_phone(place: Place<'_>, qr: &[String]) -> Markup {
    html! {
        @if !qr.is_empty() {
            details {
                summary { (place.say("Zet de code op je telefoon", "Put the code on your phone")) }
                p {
                    (place.say(
                        "Richt de camera van je telefoon op dit blok. Kopieer de letters die je ziet: zoek er niet mee op \
                         internet. Zet er niet bij waar ze van zijn.",
                        "Point the camera of your phone at this square. Copy the letters you see: don’t search the web for \
                         them. Don’t write down what they are for.",
                    ))
                }
                (qr_code(qr, place.say("Jouw code als QR-code", "Your code as a QR code")))
            }
        }
    }
}

/// A code to read, and spelled out for those who hear it.
fn code(code: &str) -> Markup {
    html! {
        p.sr-only { "Code: " (words::spelled(code)) }
        p.code aria-hidden="true" {
            @for group in code.split(' ') { span { (group) } }
        }
    }
}

/// The steps of the route.
pub fn steps(place: Place<'_>, items: Vec<StepItem>) -> Markup {
    html! {
        ol.steps.standing {
            @for item in items {
                @let current = item.state == StepState::Current;
                li class=(class(item.state)) aria-current=[current.then_some("step")] {
                    b {
                        @if item.state == StepState::Done { span.sr-only { (place.say("Klaar: ", "Done: ")) } }
                        (item.label)
                    }
                    @if let Some(note) = item.note { span.soft { (note) } }
                }
            }
        }
    }
}

fn class(state: StepState) -> &'static str {
    match state {
        StepState::Done => "done",
        StepState::Current => "current",
        StepState::ToDo => "to-do",
    }
}

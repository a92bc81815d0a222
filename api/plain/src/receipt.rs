//! The ontvangstbevestiging.
use crate::{AGENDA, Asks, Filled, MY_REPORT, call, form::again, page::page};
use maud::{Markup, html};
use shared::{case::Progress, contract::Receipt, profile::Instance, report::Draft};
use words::{
    StepItem, StepState, day_seen, melder,
    stages::{SOON, items},
};

/// The receipt of a report that came in.
#[must_use]
pub fn receipt_page(instance: &Instance, asks: Asks, draft: &Draft, receipt: &Receipt) -> String {
    let alarms = draft.alarms();
    let by_day = format!("uiterlijk {}", day_seen(receipt.contact_by, receipt.received));
    let when = if alarms.is_empty() { by_day } else { SOON.to_owned() };
    let progress = Progress::received(receipt.received, receipt.contact_by, alarms.clone());
    let content = html! {
        // the app's draft was sent with the whole form only
        h1 data-sent[asks == Asks::Everything] { "Je melding is binnen" }
        (call::first(instance, &alarms, draft.has_to_call_veilig_thuis()))
        p { "Dank je wel. Een aandachtsfunctionaris belt je " b { (when) } "." }
        h2 { "Jouw code" }
        (code(&receipt.ontvangstcode))
        p.soft { (melder::KEEP_CODE) }
        (look_up(&receipt.ontvangstcode, "Bekijk hoe het ervoor staat"))
        @if progress.promised(receipt.received).is_some() {
            form method="post" action=(AGENDA) {
                input type="hidden" name="ontvangstcode" value=(receipt.ontvangstcode);
                (agenda())
            }
        }
        h2 { "Zo gaat het verder" }
        (steps(items(&progress)))
        p.links { a.utrecht-link href="/" { "Klaar" } }
    };
    page(instance, "Je melding is binnen", &content)
}

/// When an earlier version of the report is in already: its code, and what to do with the changed one, which has a new
/// key by now.
#[must_use]
pub fn earlier_page(instance: &Instance, earlier: &str, filled: &Filled) -> String {
    let title = "Een eerdere versie is al binnen";
    let content = html! {
        h1 { (title) }
        p { "Je melding kwam eerder toch aan. Daarna heb je iets veranderd. De code van wat al binnen is:" }
        (code(earlier))
        p { "Bewaar deze code. Wat wil je met de veranderde versie doen?" }
        (look_up(earlier, "Niet versturen, laat het zo"))
        (again(filled))
    };
    page(instance, title, &content)
}

/// A button that asks for the progress with this code, which never stands in an address.
fn look_up(code: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(MY_REPORT) {
            input type="hidden" name="ontvangstcode" value=(code);
            button.utrecht-button.utrecht-button--secondary-action.wide type="submit" { (label) }
        }
    }
}

/// A button of a form with the code in it: gives the day of the call as an entry for a calendar.
pub fn agenda() -> Markup {
    html! {
        button.utrecht-button.utrecht-button--secondary-action type="submit" formaction=(AGENDA) { "Zet in mijn agenda" }
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
pub fn steps(items: Vec<StepItem>) -> Markup {
    html! {
        ol.steps.standing {
            @for item in items {
                @let current = item.state == StepState::Current;
                li class=(class(item.state)) aria-current=[current.then_some("step")] {
                    b {
                        @if item.state == StepState::Done { span.sr-only { "Klaar: " } }
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

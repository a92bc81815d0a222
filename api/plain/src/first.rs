//! The first page in English: whom to call, and the ways to report. In Dutch it is the page of the app.
use crate::{
    CALL_BACK, CONSULT, MY_REPORT, Place,
    call::{block, emergency, number},
    neighbours::which_gemeente,
    page::page,
};
use maud::{Markup, html};
use shared::neighbours::Neighbour;
use words::english::melder;

/// The page; `others` are the gemeenten with the same organisation.
#[must_use]
pub fn first_page(place: Place<'_>, others: &[Neighbour]) -> String {
    let contacts = &place.instance.profile.contacts;
    let title = "Safety first";
    let content = html! {
        h1 { (title) }
        p { "Is somebody in danger now? Then call first. This page does not call for you." }
        (emergency(place))
        div.call-group {
            (block(melder::MINOR_OR_UNSAFE, &place.who(&contacts.veilig_thuis), &contacts.veilig_thuis, true))
            p.soft { "Call Veilig Thuis and report here as well. Meldroute does not do that for you." }
        }
        (block("If it can’t wait", "We read reports on working days only. Call the police.", &contacts.police, false))
        h2 { "Nobody in immediate danger" }
        (which_gemeente(place, others))
        (ways(place))
        p.soft { (melder::readers(&place.instance.profile.functions)) " Your manager and your team don’t see it." }
        p.soft { (melder::OFFICER) }
        p.soft { (melder::NEVER_ALONE) }
        p.soft {
            "If you don’t work for the gemeente: "
            a.utrecht-link href=(place.instance.profile.kmt_site) { "report to " (contacts.kmt.name) }
            " or call " (number(&contacts.kmt)) "."
        }
    };
    page(place, ("/", title), &content)
}

fn ways(place: Place<'_>) -> Markup {
    html! {
        a.utrecht-button.utrecht-button--primary-action.wide href=(place.to_report()) { "I want to report something" }
        @for (address, name) in [(CALL_BACK, "Call me back"), (MY_REPORT, "My report"), (CONSULT, "Ask for advice")] {
            a.utrecht-button.utrecht-button--secondary-action.wide href=(place.to(address)) { (name) }
        }
    }
}

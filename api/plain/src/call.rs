//! Whom to call: numbers as links, and the notices that lead with them.
use crate::Place;
use maud::{Markup, html};
use shared::{profile::Contact, report::Alarm, text::dialled};
use words::{english, melder};

/// A number that a phone calls when it is touched.
pub fn number(contact: &Contact) -> Markup {
    link(&contact.number)
}

/// A number that is nobody's contact in the profile.
pub fn link(number: &str) -> Markup {
    html! { a.utrecht-link href={ "tel:" (dialled(number)) } { (number) } }
}

/// A number as the largest thing around.
pub fn block(title: &str, who: &str, contact: &Contact, danger: bool) -> Markup {
    html! {
        a.call.danger[danger] href={ "tel:" (dialled(&contact.number)) } {
            b { (title) }
            span { (who) }
            strong { (contact.number) }
        }
    }
}

/// The alarm number.
pub fn emergency(place: Place<'_>) -> Markup {
    let title = place.say(melder::DANGER, english::melder::DANGER);
    let who = place.say(melder::DANGER_WHO, english::melder::DANGER_WHO);
    block(title, who, &place.instance.profile.contacts.emergency, true)
}

/// What to do when nobody knows whether there is danger.
pub fn not_sure(place: Place<'_>) -> Markup {
    let [title, text] = place.say(melder::NOT_SURE, english::melder::NOT_SURE);
    let [police, answers] = place.say(melder::POLICE, english::melder::POLICE);
    html! {
        div.notice.danger {
            p.notice-title { b { (title) } }
            p { (text) }
        }
        (block(police, answers, &place.instance.profile.contacts.police, false))
    }
}

/// The numbers to call before anything else, for a melding that can't wait: danger first, then Veilig Thuis where
/// nobody has reported there yet.
pub fn first(place: Place<'_>, alarms: &[Alarm], veilig_thuis: bool) -> Markup {
    let contacts = &place.instance.profile.contacts;
    let not_called = place.say(melder::NOT_CALLED, english::melder::NOT_CALLED);
    let again = place.say(melder::CALL_AGAIN, english::melder::CALL_AGAIN);
    let [think, then] = place.say(melder::THINK_OF_VEILIG_THUIS, english::melder::THINK_OF_VEILIG_THUIS);
    html! {
        @match alarms.first() {
            Some(Alarm::NotCalled) => {
                div.notice.danger {
                    p.notice-title { b { (not_called[0]) } }
                    p { (not_called[1]) }
                }
                (emergency(place))
            }
            Some(Alarm::Danger) => {
                div.notice.danger { p { (again) (number(&contacts.emergency)) "." } }
            }
            Some(Alarm::PerhapsDanger) => { (not_sure(place)) }
            Some(Alarm::Minor | Alarm::AgeUnknown) | None => {}
        }
        @if veilig_thuis {
            div.notice.wait {
                p.notice-title { b { (think) } }
                p { (then) (place.who(&contacts.veilig_thuis)) ": " (number(&contacts.veilig_thuis)) }
            }
        }
    }
}

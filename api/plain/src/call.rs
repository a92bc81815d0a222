//! Whom to call: numbers as links, and the notices that lead with them.
use maud::{Markup, html};
use shared::{
    profile::{Contact, Instance},
    report::Alarm,
    text::dialled,
};
use words::melder;

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
pub fn emergency(instance: &Instance) -> Markup {
    block(melder::DANGER, melder::DANGER_WHO, &instance.profile.contacts.emergency, true)
}

/// What to do when nobody knows whether there is danger.
pub fn not_sure(instance: &Instance) -> Markup {
    let [title, text] = melder::NOT_SURE;
    let [police, answers] = melder::POLICE;
    html! {
        div.notice.danger {
            p.notice-title { b { (title) } }
            p { (text) }
        }
        (block(police, answers, &instance.profile.contacts.police, false))
    }
}

/// The numbers to call before anything else, for a melding that can't wait: danger first, then Veilig Thuis where
/// nobody has reported there yet.
pub fn first(instance: &Instance, alarms: &[Alarm], veilig_thuis: bool) -> Markup {
    let contacts = &instance.profile.contacts;
    html! {
        @match alarms.first() {
            Some(Alarm::NotCalled) => {
                div.notice.danger {
                    p.notice-title { b { (melder::NOT_CALLED[0]) } }
                    p { (melder::NOT_CALLED[1]) }
                }
                (emergency(instance))
            }
            Some(Alarm::Danger) => {
                div.notice.danger { p { (melder::CALL_AGAIN) (number(&contacts.emergency)) "." } }
            }
            Some(Alarm::PerhapsDanger) => { (not_sure(instance)) }
            Some(Alarm::Minor | Alarm::AgeUnknown) | None => {}
        }
        @if veilig_thuis {
            div.notice.wait {
                p.notice-title { b { (melder::THINK_OF_VEILIG_THUIS[0]) } }
                p { (melder::THINK_OF_VEILIG_THUIS[1]) (contacts.veilig_thuis.who()) ": " (number(&contacts.veilig_thuis)) }
            }
        }
    }
}

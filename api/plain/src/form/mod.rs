//! The report as one form. Questions that depend on an answer are all in it; where a browser can (`:has()`), the style
//! shows only those that are asked now. What is not asked is not sent on, whatever was typed there.
mod asks;
mod call_back;
mod early;
mod fields;
mod parts;
mod read;
mod signals;
#[cfg(test)]
mod tests;

pub use asks::Asks;
pub use early::first_questions;
pub use read::Filled;

use crate::{Place, call, page};
use fields::Fields;
use maud::{Markup, html};
use parts::questions;
use shared::report::{Field, Finding, Part};
use words::{english, field_id, melder};

/// Why a filled-in form comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Trouble {
    /// It was not sent yet.
    #[default]
    None,
    /// The rules found this, in the order of the fields.
    Found(Vec<Finding>),
    /// It could not be kept, with what to do.
    Failed(String),
    /// Nobody reads reports here yet.
    NobodyReads,
}

/// What `frontend/js/formulier.js` says of a draft of the app, in each language: that it is in this form, that it may
/// be somebody else's, and the two buttons for that.
const ALONG: [[&str; 4]; 2] = [
    [
        "Wat je al had getypt, staat in dit formulier.",
        "Op dit apparaat is een melding begonnen en nog niet verstuurd. Is die niet van jou? Wis hem dan.",
        "Ga verder met de melding",
        "Wis alles en begin opnieuw",
    ],
    [
        "What you typed before is in this form.",
        "A report was begun on this device and is not sent yet. Is it not yours? Then erase it.",
        "Go on with the report",
        "Erase everything and begin again",
    ],
];

/// The form, as it is filled in.
#[must_use]
pub fn form_page(place: Place<'_>, filled: &Filled, trouble: &Trouble) -> String {
    let found = match trouble {
        Trouble::Found(found) => found.as_slice(),
        Trouble::None | Trouble::Failed(_) | Trouble::NobodyReads => &[],
    };
    let fields = Fields { place, draft: &filled.draft, found };
    let (asks, title) = (filled.asks, filled.asks.title(place.language));
    // the app's draft is taken along into the whole form only
    let fresh = *trouble == Trouble::None && asks == Asks::Everything;
    let [taken, begun, go_on, wipe] = place.say(ALONG[0], ALONG[1]);
    let content = html! {
        h1 { (title) }
        (told(place, trouble))
        p {
            (place.say("Is er nu iemand in gevaar? Bel dan eerst ", "Is somebody in danger now? Then call first: "))
            (call::number(&place.instance.profile.contacts.emergency))
            (place.say(". Deze pagina belt niet voor je.", ". This page does not call for you."))
        }
        p.soft { (asks.about(place.language)) }
        form.form.stack.plain method="post" action=(place.to(asks.address())) autocomplete="off" data-fresh[fresh]
            data-taken=(taken) data-begun=(begun) data-go-on=(go_on) data-wipe=(wipe) {
            (hidden(filled, found))
            @match asks {
                Asks::Everything => { @for part in Part::ALL { (questions(&fields, part)) } }
                Asks::CallBack => { (call_back::questions(&fields)) }
            }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" { (place.say("Versturen", "Send")) }
            p.soft {
                (place.say(
                    "Na het versturen kun je de melding niet meer veranderen.",
                    "After sending you can’t change the report any more.",
                ))
            }
        }
        (page::call_instead(place))
    };
    let not_sent = place.say("Nog niet verstuurd: ", "Not sent yet: ");
    let title = if *trouble == Trouble::None { title.to_owned() } else { format!("{not_sent}{title}") };
    page::page(place, (asks.address(), &title), &content)
}

/// The same form as values that are not shown, with a button that sends it as a new report.
#[must_use]
pub fn again(place: Place<'_>, filled: &Filled) -> Markup {
    html! {
        form method="post" action=(place.to(filled.asks.address())) {
            @for (name, value) in filled.pairs() { input type="hidden" name=(name) value=(value); }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" {
                (place.say("Verstuur als nieuwe melding", "Send it as a new report"))
            }
        }
    }
}

/// The key under which a second try is the same report, the list of signals, and whether the warnings were seen.
fn hidden(filled: &Filled, found: &[Finding]) -> Markup {
    let warned = found.iter().any(|one| one.code.is_warning());
    html! {
        input type="hidden" name=(read::KEY) value=(filled.key);
        input type="hidden" name=(field_id(Field::List)) value=(filled.draft.list);
        @if warned { input type="hidden" name=(read::WARNED) value="ja"; }
    }
}

fn told(place: Place<'_>, trouble: &Trouble) -> Markup {
    let kmt = &place.instance.profile.contacts.kmt;
    let nobody_reads = place.say(melder::NOBODY_READS, english::melder::NOBODY_READS);
    html! {
        @match trouble {
            Trouble::None => {}
            Trouble::Found(found) => {
                div.notice.danger role="alert" {
                    h2 { (place.say("Dit klopt nog niet", "This is not right yet")) }
                    p {
                        (place.say(
                            "De melding is nog niet verstuurd. Wat je typte, staat er nog.",
                            "The report is not sent yet. What you typed is still there.",
                        ))
                    }
                    ul {
                        @for one in found {
                            li {
                                a.utrecht-link href={ "#" (field_id(one.field)) } {
                                    (place.language.finding(one.field, one.code))
                                }
                            }
                        }
                    }
                    @if found.iter().all(|one| one.code.is_warning()) {
                        p {
                            (place.say(
                                "Wil je het toch zo versturen? Druk dan nog een keer op ‘Versturen’.",
                                "Do you want to send it like this? Then press ‘Send’ once more.",
                            ))
                        }
                    }
                }
            }
            Trouble::Failed(text) => {
                div.notice.wait role="alert" {
                    p.notice-title { b { (place.say("De melding is nog niet verstuurd", "The report is not sent yet")) } }
                    p { (text) (place.say(" Wat je typte, staat er nog.", " What you typed is still there.")) }
                }
            }
            Trouble::NobodyReads => {
                div.notice.danger role="alert" {
                    p.notice-title { b { (nobody_reads[0]) } }
                    p { (nobody_reads[1]) (kmt.name) ": " (call::number(kmt)) "." }
                }
            }
        }
    }
}

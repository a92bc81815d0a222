//! The report as one form. Questions that depend on an answer are all in it; where a browser can (`:has()`), the style
//! shows only those that are asked now. What is not asked is not sent on, whatever was typed there.
mod asks;
mod call_back;
mod fields;
mod parts;
mod read;
mod signals;
#[cfg(test)]
mod tests;

pub use asks::Asks;
pub use read::Filled;

use crate::{call, page};
use fields::Fields;
use maud::{Markup, html};
use parts::questions;
use shared::{
    profile::Instance,
    report::{Field, Finding, Part},
};
use words::{field_id, finding, melder};

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

/// The form, as it is filled in.
#[must_use]
pub fn form_page(instance: &Instance, filled: &Filled, trouble: &Trouble) -> String {
    let found = match trouble {
        Trouble::Found(found) => found.as_slice(),
        Trouble::None | Trouble::Failed(_) | Trouble::NobodyReads => &[],
    };
    let fields = Fields { instance, draft: &filled.draft, found };
    let (asks, title) = (filled.asks, filled.asks.title());
    // the app's draft is taken along into the whole form only
    let fresh = *trouble == Trouble::None && asks == Asks::Everything;
    let content = html! {
        h1 { (title) }
        (told(instance, trouble))
        p {
            "Is er nu iemand in gevaar? Bel dan eerst " (call::number(&instance.profile.contacts.emergency))
            ". Deze pagina belt niet voor je."
        }
        p.soft { (asks.about()) }
        form.form.stack.plain method="post" action=(asks.address()) autocomplete="off" data-fresh[fresh] {
            (hidden(filled, found))
            @match asks {
                Asks::Everything => { @for part in Part::ALL { (questions(&fields, part)) } }
                Asks::CallBack => { (call_back::questions(&fields)) }
            }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" { "Versturen" }
            p.soft { "Na het versturen kun je de melding niet meer veranderen." }
        }
        (page::call_instead(instance))
    };
    let title = if *trouble == Trouble::None { title.to_owned() } else { format!("Nog niet verstuurd: {title}") };
    page::page(instance, &title, &content)
}

/// The same form as values that are not shown, with a button that sends it as a new report.
#[must_use]
pub fn again(filled: &Filled) -> Markup {
    html! {
        form method="post" action=(filled.asks.address()) {
            @for (name, value) in filled.pairs() { input type="hidden" name=(name) value=(value); }
            button.utrecht-button.utrecht-button--primary-action.wide type="submit" { "Verstuur als nieuwe melding" }
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

fn told(instance: &Instance, trouble: &Trouble) -> Markup {
    let kmt = &instance.profile.contacts.kmt;
    html! {
        @match trouble {
            Trouble::None => {}
            Trouble::Found(found) => {
                div.notice.danger role="alert" {
                    h2 { "Dit klopt nog niet" }
                    p { "De melding is nog niet verstuurd. Wat je typte, staat er nog." }
                    ul {
                        @for one in found {
                            li { a.utrecht-link href={ "#" (field_id(one.field)) } { (finding(one.field, one.code)) } }
                        }
                    }
                    @if found.iter().all(|one| one.code.is_warning()) {
                        p { "Wil je het toch zo versturen? Druk dan nog een keer op ‘Versturen’." }
                    }
                }
            }
            Trouble::Failed(text) => {
                div.notice.wait role="alert" {
                    p.notice-title { b { "De melding is nog niet verstuurd" } }
                    p { (text) " Wat je typte, staat er nog." }
                }
            }
            Trouble::NobodyReads => {
                div.notice.danger role="alert" {
                    p.notice-title { b { (melder::NOBODY_READS[0]) } }
                    p { (melder::NOBODY_READS[1]) (kmt.name) ": " (call::number(kmt)) "." }
                }
            }
        }
    }
}

//! The report as one form. Questions that depend on an answer are all in it; where a browser can (`:has()`), the style
//! shows only those that are asked now. What is not asked is not sent on, whatever was typed there.
mod call_back;
mod fields;
mod read;
mod signals;
#[cfg(test)]
mod tests;

pub use call_back::Asks;
pub use read::Filled;

use crate::{call, page};
use fields::{Fields, Kind};
use maud::{Markup, html};
use shared::{
    answer::{Known, YesNo},
    indicators::ExploitationForm,
    profile::Instance,
    report::{CallFirst, Field, Finding, Part, Subject, VttState},
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

fn questions(fields: &Fields, part: Part) -> Markup {
    html! {
        section.stack {
            h2 { (melder::title(part)) }
            @if !melder::lead(part).is_empty() { p.soft { (melder::lead(part)) } }
            @match part {
                Part::Subject => { (subject(fields)) }
                Part::Signals => { (signals::signals(fields)) }
                Part::Story => { (story(fields)) }
                Part::Safety => { (safety(fields)) }
                Part::Reporter => { (reporter(fields)) }
            }
        }
    }
}

fn subject(fields: &Fields) -> Markup {
    html! {
        (fields.choice(Field::Subject, Subject::ALL, fields.draft.subject))
        (fields.boxes(Field::Forms, ExploitationForm::ALL.map(|form| (form, words::form_hint(form))), &fields.draft.forms))
        (colleague(fields))
    }
}

fn colleague(fields: &Fields) -> Markup {
    let profile = &fields.instance.profile;
    html! {
        (fields.choice(Field::Colleague, YesNo::ALL, fields.draft.colleague))
        div.sub.if-colleague {
            div.notice.wait {
                p.notice-title { b { "Gaat het over een collega? " (melder::RATHER_CALL) } }
                p { (melder::COLLEAGUES_READ) }
                ul {
                    @for contact in [&profile.contacts.kmt, &profile.contacts.confidant] {
                        li { (contact.who()) ": " (call::number(contact)) }
                    }
                }
                p { (melder::GO_ON) }
            }
            (fields.functions(&profile.functions))
        }
    }
}

fn story(fields: &Fields) -> Markup {
    html! {
        (fields.prose(Field::Story, &fields.draft.story, 6, true))
        (fields.line(Field::When, &fields.draft.when, Kind::Text, false))
        (fields.line(Field::Place, &fields.draft.place, Kind::Text, false))
        (fields.prose(Field::Known, &fields.draft.known, 3, false))
    }
}

fn safety(fields: &Fields) -> Markup {
    let (draft, instance) = (fields.draft, fields.instance);
    html! {
        (fields.choice(Field::Minor, Known::ALL, draft.minor))
        (fields.choice(Field::Acute, Known::ALL, draft.acute))
        div.sub.if-danger {
            div.notice.danger { p { "Is er iemand in gevaar? " (melder::CALL_NOW) } }
            (call::emergency(instance))
            (fields.choice(Field::Called112, YesNo::ALL, draft.called_112))
        }
        div.sub.if-perhaps { (call::not_sure(instance)) }
        section.sub.if-vtt {
            h3 { (melder::CALL_VEILIG_THUIS) }
            p { "Dit is voor iemand die jonger is dan 18, of die nu in gevaar is. Ook als je dat niet zeker weet." }
            (call::block(melder::MINOR_OR_UNSAFE, &instance.profile.contacts.veilig_thuis.who(),
                &instance.profile.contacts.veilig_thuis, true))
            @for text in melder::ABOUT_VEILIG_THUIS { p { (text) } }
            (fields.choice(Field::VttState, VttState::ALL, draft.vtt.state))
            div.if-reported {
                (fields.line(Field::VttWho, &draft.vtt.who, Kind::Text, true))
                (fields.line(Field::VttWhen, &draft.vtt.when, Kind::Text, true))
                (fields.line(Field::VttReference, &draft.vtt.reference, Kind::Text, false))
            }
            div.if-not-yet { (fields.line(Field::VttWhy, &draft.vtt.why, Kind::Text, true)) }
            @for state in [VttState::Advised, VttState::NotReached] {
                p.if-told data-stand=(state.as_str()) { (melder::after_veilig_thuis(state)) }
            }
        }
        div.notice { p { (melder::NEVER_ALONE) } }
    }
}

fn reporter(fields: &Fields) -> Markup {
    let draft = fields.draft;
    html! {
        details {
            summary { (melder::MY_NAME) }
            ul { @for text in melder::ABOUT_MY_NAME { li { (text) } } }
        }
        (fields.line(Field::Name, &draft.name, Kind::Text, true))
        (fields.line(Field::Team, &draft.team, Kind::Text, false))
        (fields.line(Field::Phone, &draft.phone, Kind::Phone, true))
        (fields.line(Field::Email, &draft.email, Kind::Email, false))
        (fields.line(Field::Reachable, &draft.reachable, Kind::Text, false))
        (fields.line(Field::ColleagueName, &draft.behalf.name, Kind::Text, false))
        div.sub.if-behalf {
            (fields.choice(Field::CallFirst, CallFirst::ALL, draft.behalf.first))
            (fields.line(Field::ColleaguePhone, &draft.behalf.phone, Kind::Phone, false))
        }
    }
}

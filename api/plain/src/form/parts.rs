//! The questions of each part of the form.
use super::{
    fields::{Fields, Kind},
    signals::signals,
};
use crate::call;
use maud::{Markup, html};
use shared::{
    answer::{Known, YesNo},
    indicators::ExploitationForm,
    report::{CallFirst, Field, Part, Subject, VttState},
};
use words::melder;

/// The questions of a part, under its heading.
pub fn questions(fields: &Fields, part: Part) -> Markup {
    let questions = match part {
        Part::Subject => subject(fields),
        Part::Signals => signals(fields),
        Part::Story => story(fields),
        Part::Safety => safety(fields),
        Part::Reporter => reporter(fields),
    };
    under_heading(part, &questions)
}

/// Questions of a part, all of them or some, under its heading.
pub fn under_heading(part: Part, questions: &Markup) -> Markup {
    html! {
        section.stack {
            h2 { (melder::title(part)) }
            @if !melder::lead(part).is_empty() { p.soft { (melder::lead(part)) } }
            (questions)
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

/// Whether it is about a colleague, and who may not see it then.
pub fn colleague(fields: &Fields) -> Markup {
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

/// Whether anybody is in danger, with whom to call.
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
        (my_name())
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

/// What happens with the melder's name.
pub fn my_name() -> Markup {
    html! {
        details {
            summary { (melder::MY_NAME) }
            ul { @for text in melder::ABOUT_MY_NAME { li { (text) } } }
        }
    }
}

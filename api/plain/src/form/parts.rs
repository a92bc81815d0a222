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
use words::{english, melder};

/// The questions of a part, under its heading.
pub fn questions(fields: &Fields, part: Part) -> Markup {
    let questions = match part {
        Part::Subject => all_of_subject(fields),
        Part::Signals => signals(fields),
        Part::Story => story(fields),
        Part::Safety => safety(fields),
        Part::Reporter => reporter(fields),
    };
    under_heading(fields, part, &questions)
}

/// Questions of a part, all of them or some, under its heading.
pub fn under_heading(fields: &Fields, part: Part, questions: &Markup) -> Markup {
    let (title, lead) = (fields.place.language.title(part), fields.place.language.lead(part));
    html! {
        section.stack {
            h2 { (title) }
            @if !lead.is_empty() { p.soft { (lead) } }
            (questions)
        }
    }
}

fn all_of_subject(fields: &Fields) -> Markup {
    html! { (subject(fields)) (about_colleague(fields)) }
}

/// What it is about.
pub fn subject(fields: &Fields) -> Markup {
    html! {
        (fields.choice(Field::Subject, Subject::ALL, fields.draft.subject))
        (fields.boxes(Field::Forms, ExploitationForm::ALL.map(|form| (form, fields.place.language.form_hint(form))), &fields.draft.forms))
        (fields.choice(Field::Colleague, YesNo::ALL, fields.draft.colleague))
    }
}

/// Who may not see it, where it is about a colleague.
pub fn about_colleague(fields: &Fields) -> Markup {
    let (place, profile) = (fields.place, &fields.place.instance.profile);
    let question = place.language.field_name(Field::Colleague);
    html! {
        div.sub.if-colleague {
            div.notice.wait {
                p.notice-title { b { (question) " " (place.say(melder::RATHER_CALL, english::melder::RATHER_CALL)) } }
                p { (place.say(melder::COLLEAGUES_READ, english::melder::COLLEAGUES_READ)) }
                ul {
                    @for contact in [&profile.contacts.kmt, &profile.contacts.confidant] {
                        li { (place.who(contact)) ": " (call::number(contact)) }
                    }
                }
                p { (place.say(melder::GO_ON, english::melder::GO_ON)) }
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
    let (draft, place) = (fields.draft, fields.place);
    let veilig_thuis = &place.instance.profile.contacts.veilig_thuis;
    html! {
        (fields.choice(Field::Minor, Known::ALL, draft.minor))
        (fields.choice(Field::Acute, Known::ALL, draft.acute))
        div.sub.if-danger {
            div.notice.danger {
                p {
                    (place.say("Is er iemand in gevaar? ", "Is somebody in danger? "))
                    (place.say(melder::CALL_NOW, english::melder::CALL_NOW))
                }
            }
            (call::emergency(place))
            (fields.choice(Field::Called112, YesNo::ALL, draft.called_112))
        }
        div.sub.if-perhaps { (call::not_sure(place)) }
        section.sub.if-vtt {
            h3 { (place.say(melder::CALL_VEILIG_THUIS, english::melder::CALL_VEILIG_THUIS)) }
            p {
                (place.say(
                    "Dit is voor iemand die jonger is dan 18, of die nu in gevaar is. Ook als je dat niet zeker weet.",
                    "This is for somebody who is younger than 18, or in danger now. Also if you are not sure.",
                ))
            }
            (call::block(place.say(melder::MINOR_OR_UNSAFE, english::melder::MINOR_OR_UNSAFE), &place.who(veilig_thuis),
                veilig_thuis, true))
            @for text in place.say(melder::ABOUT_VEILIG_THUIS, english::melder::ABOUT_VEILIG_THUIS) { p { (text) } }
            (fields.choice(Field::VttState, VttState::ALL, draft.vtt.state))
            div.if-reported {
                (fields.line(Field::VttWho, &draft.vtt.who, Kind::Text, true))
                (fields.line(Field::VttWhen, &draft.vtt.when, Kind::Text, true))
                (fields.line(Field::VttReference, &draft.vtt.reference, Kind::Text, false))
            }
            div.if-not-yet { (fields.line(Field::VttWhy, &draft.vtt.why, Kind::Text, true)) }
            @for state in [VttState::Advised, VttState::NotReached] {
                p.if-told data-stand=(state.as_str()) { (place.language.after_veilig_thuis(state)) }
            }
        }
        div.notice { p { (place.say(melder::NEVER_ALONE, english::melder::NEVER_ALONE)) } }
    }
}

fn reporter(fields: &Fields) -> Markup {
    let draft = fields.draft;
    html! {
        (my_name(fields))
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
pub fn my_name(fields: &Fields) -> Markup {
    let place = fields.place;
    html! {
        details {
            summary { (place.say(melder::MY_NAME, english::melder::MY_NAME)) }
            ul { @for text in place.say(melder::ABOUT_MY_NAME, english::melder::ABOUT_MY_NAME) { li { (text) } } }
        }
    }
}

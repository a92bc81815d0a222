//! The form's texts for the melder, and the remarks beside the questions.
use super::{
    super::melding::Wording,
    call::{CallBlock, Number, contact_line, tel},
    call_first::not_sure,
    offered,
    store::Store,
};
use crate::{
    messages::{
        Words, field_name, finding, form_hint,
        melder::{self, after_veilig_thuis, autocomplete},
    },
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::report::Field;

/// The texts for the melder.
pub static MELDER: Wording = Wording {
    name: field_name,
    heading: Some(Field::Ticks),
    hint: offered::hint,
    finding,
    autocomplete,
    form_hint,
    how_known: "Hoe weet je dit?",
    origin: Words::words,
    about_colleague,
    acute,
    perhaps_acute: || not_sure().into_any(),
    veilig_thuis,
    after_veilig_thuis,
};

/// Said before anything else is typed: a report is read by colleagues.
fn about_colleague() -> AnyView {
    let contacts = Store::here().confidant;
    let confidant = move || contacts.read().as_ref().map(contact_line);
    let kmt = Number::Kmt.shown();
    view! {
        <Notice look=NoticeLook::Wait title=melder::RATHER_CALL live=true>
            <p>{melder::COLLEAGUES_READ}</p>
            <ul>
                <li>
                    {Number::Kmt.who()}": "
                    <a class="utrecht-link" href=tel(&kmt)>{kmt.clone()}</a>
                </li>
                {confidant}
            </ul>
            <p>{melder::GO_ON}</p>
        </Notice>
    }
    .into_any()
}

fn acute() -> AnyView {
    view! {
        <Notice look=NoticeLook::Danger live=true>
            <p>{melder::CALL_NOW}</p>
        </Notice>
        <CallBlock
            title=melder::DANGER who=melder::DANGER_WHO number=Number::Emergency.shown() danger=true
        />
    }
    .into_any()
}

fn veilig_thuis() -> AnyView {
    view! {
        <h2>{melder::CALL_VEILIG_THUIS}</h2>
        <CallBlock
            title=melder::MINOR_OR_UNSAFE who=Number::VeiligThuis.who()
            number=Number::VeiligThuis.shown() danger=true
        />
        {melder::ABOUT_VEILIG_THUIS.map(|text| view! { <p>{text}</p> }).collect_view()}
    }
    .into_any()
}

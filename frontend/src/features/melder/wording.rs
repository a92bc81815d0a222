//! The form's texts for the melder, and the remarks beside the questions.
use super::{
    super::melding::Wording,
    call::{CallBlock, Number, contact_line, tel},
    call_first::not_sure,
    store::Store,
};
use crate::{
    messages::{Words, field_name, finding, form_hint},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::report::{Field, VttState};

/// The texts for the melder.
pub static MELDER: Wording = Wording {
    name: field_name,
    heading: Some(Field::Ticks),
    hint,
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

fn hint(field: Field) -> &'static str {
    match field {
        Field::Forms => {
            "Je mag meer kiezen. Mensenhandel is iets anders dan mensensmokkel: het gaat om dwang en uitbuiting. \
             Bij iemand jonger dan 18 hoeft dwang niet te blijken."
        }
        Field::Story => "Kort is goed. Je hoeft niets te bewijzen.",
        Field::When => "Bijvoorbeeld: gisteren rond 14.00 uur",
        Field::Place => "Bijvoorbeeld: een adres, of aan onze balie",
        Field::Known => "Wat weet je van de persoon, de ander of de plek?",
        Field::Colleague => "Of over iemand die meldingen leest, zoals een aandachtsfunctionaris.",
        Field::Excluded => {
            "Wie je kiest, kan deze melding niet openen. Aan de nummers kan wel opvallen dat er een is. Kies niemand als het niet hoeft."
        }
        Field::Minor | Field::Acute => "Twijfel je? Kies ‘Weet ik niet’. We doen dan alsof het zo is.",
        Field::VttWhy => "De aandachtsfunctionaris belt je hierover.",
        Field::Phone => "Een intern nummer mag ook.",
        Field::Reachable => "Bijvoorbeeld: elke dag tot 17.00 uur, niet op woensdag",
        Field::List
        | Field::Subject
        | Field::Ticks
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::Name
        | Field::Team
        | Field::Email
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "",
    }
}

/// Only what is about the melder (WCAG 1.3.5).
fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Phone => "tel",
        Field::Email => "email",
        Field::List
        | Field::Subject
        | Field::Forms
        | Field::Ticks
        | Field::Story
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::Team
        | Field::Reachable
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "off",
    }
}

/// Said before anything else is typed: a report is read by colleagues.
fn about_colleague() -> AnyView {
    let contacts = Store::here().confidant;
    let confidant = move || contacts.read().as_ref().map(contact_line);
    let kmt = Number::Kmt.shown();
    view! {
        <Notice look=NoticeLook::Wait title="Bel liever eerst" live=true>
            <p>"De aandachtsfunctionarissen van je gemeente lezen elke melding. Wil je dat niet? Kies hieronder wie dit niet mag zien, of bel:"</p>
            <ul>
                <li>
                    {Number::Kmt.who()}": "
                    <a class="utrecht-link" href=tel(&kmt)>{kmt.clone()}</a>
                </li>
                {confidant}
            </ul>
            <p>"Je kunt ook gewoon verdergaan."</p>
        </Notice>
    }
    .into_any()
}

fn acute() -> AnyView {
    view! {
        <Notice look=NoticeLook::Danger live=true>
            <p>"Bel nu. Wacht niet op ons: we lezen meldingen alleen op werkdagen."</p>
        </Notice>
        <CallBlock
            title="Direct gevaar" who="Politie, ambulance, brandweer" number=Number::Emergency.shown() danger=true
        />
    }
    .into_any()
}

fn veilig_thuis() -> AnyView {
    view! {
        <h2>"Bel Veilig Thuis"</h2>
        <CallBlock
            title="Jonger dan 18, of acuut onveilig thuis" who=Number::VeiligThuis.who()
            number=Number::VeiligThuis.shown() danger=true
        />
        <p>
            "Meldroute meldt niet voor je bij Veilig Thuis. Dat doe je zelf. Vraag je alleen advies? Dat is nog geen \
            melding."
        </p>
        <p>
            "Veilig Thuis vertelt het gezin meestal wie er heeft gemeld. Zeg dat je aan mensenhandel denkt. Is het \
            gevaarlijk als je naam bekend wordt? Zeg dat er meteen bij."
        </p>
    }
    .into_any()
}

fn after_veilig_thuis(state: VttState) -> &'static str {
    match state {
        VttState::Advised => "Goed dat je belde. Advies vragen is nog geen melding. Spreek af wie er meldt.",
        VttState::NotReached => "Bel straks nog een keer. Veilig Thuis is er dag en nacht.",
        VttState::Reported | VttState::NotYet => "",
    }
}

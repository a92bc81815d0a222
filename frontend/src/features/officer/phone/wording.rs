//! The form's texts for an AF who writes a report down, and the remarks beside the questions. They fit every way in,
//! also where there is no melder.
use super::super::{super::melding::Wording, session::Gemeente};
use crate::{
    messages::{self, Words, field_name, officer},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    indicators::Origin,
    report::{Field, FindingCode},
};

/// For an AF.
pub static OFFICER: Wording = Wording {
    name,
    heading: None,
    hint,
    finding,
    autocomplete: |_| "off",
    form_hint: |_| "",
    how_known: "Hoe is dit bekend?",
    origin,
    about_colleague,
    acute,
    perhaps_acute,
    veilig_thuis,
    after_veilig_thuis: |_| "",
};

/// The melder, if there is one, does not see the questions.
fn name(field: Field) -> &'static str {
    match field {
        Field::Subject => "Waar gaat het over?",
        Field::Forms => "Waar lijkt het op?",
        Field::Ticks => "Wat viel op?",
        Field::Story => "Wat is er gezien of gehoord?",
        Field::Known => "Wat is er al bekend?",
        Field::Called112 => "Is 112 gebeld?",
        Field::VttState => "Wat is er gedaan met Veilig Thuis?",
        Field::Name => "Naam van de melder",
        Field::Team => "Team van de melder",
        Field::Phone => "Werktelefoon van de melder",
        Field::Email => "E-mailadres van de melder",
        Field::Reachable => "Wanneer is de melder bereikbaar?",
        Field::ColleagueName => "Naam van de collega die het zag",
        Field::Way => "Hoe komt het binnen?",
        Field::KmtWho => "Wie bij het KMT?",
        Field::KmtDay => "Op welke dag gaf het KMT het door?",
        Field::KmtReference => "Kenmerk van het KMT",
        Field::List
        | Field::When
        | Field::Place
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::ColleaguePhone
        | Field::CallFirst => field_name(field),
    }
}

fn hint(field: Field) -> &'static str {
    match field {
        Field::Story => "Noteer zo veel mogelijk de woorden die je hoort. Vul geen BSN in.",
        Field::Known => "Van de persoon of de plek",
        Field::Email if Gemeente::here().profile.mails => {
            "De melder krijgt dan een e-mail als er nieuws is. Waarover staat er niet in. Zeg dat erbij."
        }
        Field::Ticks => "Geen signalen is ook goed. Je vindt er meer door te zoeken.",
        Field::Colleague => "Of over iemand die meldingen leest, zoals een aandachtsfunctionaris.",
        Field::Excluded => {
            "Wie je kiest, kan deze melding niet openen. Aan de nummers kan wel opvallen dat er een is. Kies niemand als het niet hoeft."
        }
        Field::ColleagueName => "Alleen als de melder het van een collega hoorde",
        Field::KmtWho => "Een functie is genoeg, zoals procesmanager",
        Field::Minor | Field::Acute => "Is het niet zeker? Kies ‘Weet ik niet’. We doen dan alsof het zo is.",
        Field::List
        | Field::Subject
        | Field::Forms
        | Field::When
        | Field::Place
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::Name
        | Field::Team
        | Field::Phone
        | Field::Email
        | Field::Reachable
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtDay
        | Field::KmtReference => "",
    }
}

/// The usual sentences, except where they say "je" to the melder.
fn finding(field: Field, code: FindingCode) -> String {
    match code {
        FindingCode::Required => required(field),
        FindingCode::NobodyLeft if field == Field::Excluded => {
            "Dan leest niemand deze melding. Haal er een weg.".into()
        }
        FindingCode::InFuture
        | FindingCode::BeforeReceipt
        | FindingCode::EndDateInPast
        | FindingCode::LaterDayNeeded
        | FindingCode::TooFarAhead
        | FindingCode::NotAWorkingDay
        | FindingCode::TooLongAgo => "Deze dag kan niet. Kies een andere dag.".into(),
        FindingCode::NobodyLeft
        | FindingCode::TooLong
        | FindingCode::BadCharacter
        | FindingCode::BadShape
        | FindingCode::UnknownIndicator
        | FindingCode::Duplicate
        | FindingCode::Contradiction
        | FindingCode::UnknownFunction
        | FindingCode::TooMany
        | FindingCode::SourceWithoutGround
        | FindingCode::WrongGround
        | FindingCode::HoldsNames
        | FindingCode::OutOfBounds
        | FindingCode::InUse
        | FindingCode::UsedBefore
        | FindingCode::UnknownList
        | FindingCode::PersonalTrait
        | FindingCode::LooksLikeBsn => messages::finding(field, code),
    }
}

fn required(field: Field) -> String {
    match field {
        Field::Name | Field::Team | Field::Phone | Field::Email | Field::Reachable => {
            format!("Vul in: {}.", name(field).to_lowercase())
        }
        Field::Forms => "Kies waar het op lijkt, of kies ‘Weet ik niet’.".into(),
        Field::Story => "Schrijf op wat er is gezien of gehoord. Kort is goed.".into(),
        Field::Known => "Vul in wat er bekend is.".into(),
        Field::Called112 => "Kies of 112 is gebeld.".into(),
        Field::Minor => "Kies of er iemand jonger dan 18 bij is, of kies ‘Weet ik niet’.".into(),
        Field::Acute => "Kies of er nu iemand in gevaar is, of kies ‘Weet ik niet’.".into(),
        Field::VttState => "Kies wat er met Veilig Thuis is gedaan.".into(),
        Field::VttWhy => "Schrijf kort waarom Veilig Thuis nog niet is gebeld.".into(),
        Field::Way => "Kies hoe het binnenkomt.".into(),
        Field::KmtWho => "Vul in wie bij het KMT. Een functie is genoeg.".into(),
        Field::KmtDay => "Vul de dag in waarop het KMT het doorgaf.".into(),
        Field::KmtReference => "Vul het kenmerk in.".into(),
        Field::List
        | Field::Subject
        | Field::Ticks
        | Field::When
        | Field::Place
        | Field::Colleague
        | Field::Excluded
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst => messages::finding(field, FindingCode::Required),
    }
}

/// The melder says it; "uit mijn werk" is the melder's work.
fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Seen | Origin::Heard | Origin::NotSaid => origin.words(),
        Origin::FromWork => officer::FROM_WORK,
    }
}

fn about_colleague() -> AnyView {
    let contacts = &Gemeente::here().profile.contacts;
    let numbers = format!("KMT ({}) of de vertrouwenspersoon ({})", contacts.kmt.number, contacts.confidant.number);
    view! {
        <Notice look=NoticeLook::Wait live=true>
            <p>
                "Aandachtsfunctionarissen lezen meldingen. Mag een van hen deze melding niet zien? Kies hieronder welke \
                functie. Wil wie meldt niet dat iemand van jullie haar leest? Laat diegene dan bellen met het "
                {numbers}"."
            </p>
            <p>"Gaat het over jou? Laat een collega deze melding opnemen."</p>
        </Notice>
    }
    .into_any()
}

fn acute() -> AnyView {
    let number = Gemeente::here().profile.contacts.emergency.number.clone();
    view! {
        <Notice look=NoticeLook::Danger live=true>
            <p>"Zorg dat nu "{number}" wordt gebeld: door wie meldt, of door jou."</p>
        </Notice>
    }
    .into_any()
}

fn perhaps_acute() -> AnyView {
    let contacts = &Gemeente::here().profile.contacts;
    let (police, veilig_thuis) = (contacts.police.number.clone(), contacts.veilig_thuis.number.clone());
    view! {
        <Notice look=NoticeLook::Danger live=true>
            <p>
                "Vraag door. Is het echt niet bekend? Bel dan de politie ("{police}") of Veilig Thuis ("
                {veilig_thuis}") voor advies."
            </p>
        </Notice>
    }
    .into_any()
}

fn veilig_thuis() -> AnyView {
    let number = Gemeente::here().profile.contacts.veilig_thuis.number.clone();
    view! {
        <Notice look=NoticeLook::Wait live=true>
            <p>"Bel Veilig Thuis: "{number}". Meldroute meldt niet zelf. Advies vragen is geen melding."</p>
        </Notice>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_melders_details_are_not_the_afs() {
        assert_eq!(finding(Field::Name, FindingCode::Required), "Vul in: naam van de melder.");
        assert_eq!(finding(Field::Phone, FindingCode::Required), "Vul in: werktelefoon van de melder.");
    }

    #[test]
    fn a_missing_answer_is_never_addressed_to_the_melder() {
        for field in Field::ALL {
            let text = finding(*field, FindingCode::Required);
            assert!(!text.contains(" je ") && !text.contains(" jouw "), "{field:?}: {text}");
        }
    }
}

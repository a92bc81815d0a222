use shared::{
    report::{Field, FindingCode},
    text::{Line, Prose},
};

/// The id of a field's control on the page: the pointer without its slash, `veiligThuis-wie`.
#[must_use]
pub fn field_id(field: Field) -> String {
    field.as_str().trim_start_matches('/').replace('/', "-")
}

/// The field a JSON pointer names: the field itself, or one that contains it (`/signalen` contains `/signalen/3/id`).
#[must_use]
pub fn field_of(pointer: &str) -> Option<Field> {
    let lies_in = |field: &Field| {
        let rest = pointer.strip_prefix(field.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    Field::ALL.iter().copied().find(lies_in)
}

/// The name of a field, as its label and in the overview; empty for what only an AF is asked, who has it from the page
/// that asks it.
#[must_use]
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::List => "Versie van de signalenlijst",
        Field::Subject => "Waar maak je je zorgen over?",
        Field::Forms => "Waar denk je aan?",
        Field::Ticks => "Wat viel je op?",
        Field::Story => "Wat zag of hoorde je?",
        Field::When => "Wanneer was dat?",
        Field::Place => "Waar was dat?",
        Field::Known => "Weet je een naam, kenteken of telefoonnummer?",
        Field::Colleague => "Gaat het over een collega?",
        Field::Excluded => "Wie mag dit niet zien?",
        Field::Minor => "Is er iemand jonger dan 18 bij?",
        Field::Acute => "Is er nu iemand in gevaar?",
        Field::Called112 => "Heb je 112 gebeld?",
        Field::VttState => "Wat deed je met Veilig Thuis?",
        Field::VttWho => "Wie heeft gemeld?",
        Field::VttWhen => "Wanneer is er gemeld?",
        Field::VttReference => "Kenmerk van Veilig Thuis",
        Field::VttWhy => "Waarom nog niet?",
        Field::Name => "Je naam",
        Field::Team => "Je team",
        Field::Phone => "Je telefoonnummer",
        Field::Email => "Je e-mailadres van je werk",
        Field::Reachable => "Wanneer ben je bereikbaar?",
        Field::ColleagueName => "Zag een collega het? Naam van die collega",
        Field::ColleaguePhone => "Telefoonnummer van die collega",
        Field::CallFirst => "Wie bellen we eerst?",
        Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference => "",
    }
}

/// The advice for a finding.
#[must_use]
pub fn finding(field: Field, code: FindingCode) -> String {
    match code {
        FindingCode::Required => required(field).into(),
        FindingCode::TooLong => too_long(field),
        FindingCode::BadCharacter => "Er staat een teken in dat hier niet kan. Typ het opnieuw.".into(),
        FindingCode::BadShape => bad_shape(field).into(),
        FindingCode::UnknownIndicator => "Een van de signalen staat niet meer in de lijst. Kies opnieuw.".into(),
        FindingCode::Duplicate => "Je koos twee keer hetzelfde. Haal er een weg.".into(),
        FindingCode::Contradiction => "Je koos ‘weet ik niet’ en ook iets anders. Kies een van de twee.".into(),
        FindingCode::UnknownFunction => "Deze functie is er niet meer. Kies opnieuw.".into(),
        FindingCode::NobodyLeft => "Dan leest niemand je melding. Haal er een weg, of bel een van de nummers.".into(),
        FindingCode::TooMany => "Dit zijn er te veel. Haal er een weg.".into(),
        // of what only an AF is asked
        FindingCode::InFuture
        | FindingCode::BeforeReceipt
        | FindingCode::EndDateInPast
        | FindingCode::LaterDayNeeded
        | FindingCode::TooFarAhead
        | FindingCode::NotAWorkingDay
        | FindingCode::TooLongAgo
        | FindingCode::SourceWithoutGround
        | FindingCode::WrongGround
        | FindingCode::HoldsNames
        | FindingCode::OutOfBounds
        | FindingCode::InUse
        | FindingCode::UsedBefore
        | FindingCode::UnknownList
        | FindingCode::PersonalTrait => "Kijk dit na.".into(),
        FindingCode::LooksLikeBsn => {
            "Dit lijkt op een burgerservicenummer. Haal het weg: we hebben het niet nodig.".into()
        }
    }
}

fn required(field: Field) -> &'static str {
    match field {
        Field::List => "De lijst met signalen ontbreekt. Laad de pagina opnieuw.",
        Field::Subject => "Kies: een persoon, of een plek of bedrijf.",
        Field::Forms => "Kies waar je aan denkt. Weet je het niet? Kies ‘Weet ik niet’.",
        Field::Story => "Schrijf in je eigen woorden wat je zag of hoorde. Kort is goed.",
        Field::Colleague => "Kies of het over een collega gaat.",
        Field::Minor => "Kies of er iemand jonger dan 18 bij is. Twijfel je? Kies ‘Weet ik niet’.",
        Field::Acute => "Kies of er nu iemand in gevaar is. Twijfel je? Kies ‘Weet ik niet’.",
        Field::Called112 => "Kies of je 112 hebt gebeld.",
        Field::VttState => "Kies wat je met Veilig Thuis deed.",
        Field::VttWho => "Vul in wie bij Veilig Thuis heeft gemeld.",
        Field::VttWhen => "Vul in wanneer er is gemeld.",
        Field::VttWhy => "Schrijf kort waarom je Veilig Thuis nog niet belde.",
        Field::Name => "Vul je naam in, dan weten we wie we bellen.",
        Field::Phone => "Vul je telefoonnummer in, dan kunnen we je bellen.",
        Field::ColleagueName => "Vul de naam van de collega in.",
        Field::ColleaguePhone => "Vul het nummer van de collega in: die bellen we eerst.",
        Field::CallFirst => "Kies wie we eerst bellen.",
        // not needed, or not asked of a melder
        Field::Ticks
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Excluded
        | Field::VttReference
        | Field::Team
        | Field::Email
        | Field::Reachable
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "Vul dit in.",
    }
}

fn too_long(field: Field) -> String {
    most(field).map_or_else(
        || "Dit zijn er te veel. Kies de signalen die het meest zeggen.".into(),
        |most| format!("Dit is te lang. Er passen {most} tekens in."),
    )
}

/// The most characters that fit in a text; none for a choice.
#[must_use]
pub fn most(field: Field) -> Option<usize> {
    match field {
        Field::Story | Field::Known => Some(Prose::MAX),
        Field::Phone | Field::ColleaguePhone => Some(shared::text::Phone::MAX),
        Field::When
        | Field::Place
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::Name
        | Field::Team
        | Field::Email
        | Field::Reachable
        | Field::ColleagueName
        | Field::KmtWho
        | Field::KmtReference => Some(Line::MAX),
        Field::List
        | Field::Subject
        | Field::Forms
        | Field::Ticks
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::CallFirst
        | Field::Way
        | Field::KmtDay => None,
    }
}

fn bad_shape(field: Field) -> &'static str {
    match field {
        Field::Phone | Field::ColleaguePhone => {
            "Dit is geen telefoonnummer. Voorbeeld: 074 000 00 00, of een intern nummer."
        }
        Field::Email => "Dit is geen e-mailadres. Voorbeeld: naam@gemeente.example.",
        Field::List => "De lijst met signalen klopt niet. Laad de pagina opnieuw.",
        Field::Subject
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
        | Field::Name
        | Field::Team
        | Field::Reachable
        | Field::ColleagueName
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "Dit heeft niet de juiste vorm. Typ het opnieuw.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_an_id_that_leads_back_to_it() {
        for field in Field::ALL {
            assert_eq!(field_of(field.as_str()), Some(*field));
            assert!(!field_id(*field).contains('/'));
        }
        assert_eq!(field_of("/signalen/3/id"), Some(Field::Ticks));
        assert_eq!(field_of("/waarom"), None);
    }

    #[test]
    fn every_finding_gives_advice_without_the_input() {
        for field in Field::ALL {
            for code in FindingCode::ALL {
                assert!(finding(*field, *code).ends_with('.'), "{field:?} {code:?}");
            }
        }
    }
}

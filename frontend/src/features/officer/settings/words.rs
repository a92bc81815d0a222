//! The findings of the one check, at the fields of these forms.
use crate::{client::Failure, messages, ui::FieldError};
use shared::{
    case::Refusal,
    report::{Finding, FindingCode},
    settings::{Part, PartKind},
};

/// The part, if nothing is wrong with it; the ids of its fields begin with `prefix`.
///
/// # Errors
/// What is wrong, each at its field.
pub fn checked(part: Part, prefix: &str) -> Result<Part, Vec<FieldError>> {
    let found = part.check();
    at_fields(part, found, prefix)
}

/// The same with what was found already.
///
/// # Errors
/// What is wrong, each at its field.
pub fn at_fields(part: Part, found: Vec<Finding<String>>, prefix: &str) -> Result<Part, Vec<FieldError>> {
    if found.is_empty() {
        return Ok(part);
    }
    Err(found.into_iter().map(|one| FieldError { id: id(&one.field, prefix), text: words(one.code).into() }).collect())
}

/// `bronnen/0/naam` is the field `bronnen-0-naam`; what is wrong with a list as a whole is at its first row.
fn id(field: &str, prefix: &str) -> String {
    let own = field.strip_prefix(prefix).unwrap_or(field).trim_start_matches('/').replace('/', "-");
    match own.as_str() {
        "" => format!("{prefix}-0"),
        own => format!("{prefix}-{own}"),
    }
}

fn words(code: FindingCode) -> &'static str {
    match code {
        FindingCode::Required => "Vul dit in.",
        FindingCode::TooLong => "Maak dit korter. Er passen 200 tekens.",
        FindingCode::BadCharacter => "Haal het teken weg dat hier niet kan.",
        FindingCode::Duplicate => "Dit staat er al. Haal er een weg.",
        FindingCode::TooMany => "Dit zijn er te veel. Haal er een paar weg.",
        FindingCode::OutOfBounds => "Dit valt buiten de grens. Kijk welke grens erbij staat.",
        FindingCode::InUse => {
            "Een account heeft nog een functie die je weghaalt. Geef dat account eerst een andere functie."
        }
        FindingCode::UsedBefore => {
            "Deze naam lijkt op een functie van vroeger, en die was iets anders. Kies een andere naam."
        }
        FindingCode::UnknownList => "Deze lijst is er niet.",
        FindingCode::Contradiction => "De termijn ligt niet tussen het minimum en het maximum.",
        FindingCode::BadShape
        | FindingCode::PersonalTrait
        | FindingCode::UnknownIndicator
        | FindingCode::UnknownFunction
        | FindingCode::NobodyLeft
        | FindingCode::InFuture
        | FindingCode::BeforeReceipt
        | FindingCode::EndDateInPast
        | FindingCode::LaterDayNeeded
        | FindingCode::TooFarAhead
        | FindingCode::NotAWorkingDay
        | FindingCode::TooLongAgo
        | FindingCode::SourceWithoutGround
        | FindingCode::WrongGround
        | FindingCode::HoldsNames
        | FindingCode::LooksLikeBsn => "Kijk dit na: het heeft niet de juiste vorm.",
    }
}

/// The text for a failure: what the server found that this page cannot know, or else the usual text.
pub fn failure(failure: &Failure) -> String {
    let codes = failure.problem().map(|problem| problem.errors.iter().map(|error| error.code.as_str()).collect());
    let codes: Vec<&str> = codes.unwrap_or_default();
    let known = [FindingCode::InUse, FindingCode::UsedBefore, FindingCode::UnknownList, FindingCode::OutOfBounds];
    if codes.contains(&Refusal::AlreadyProposed.as_str()) {
        return "Er wacht al iets op een tweede persoon. Trek dat eerst in, of wacht op het antwoord.".into();
    }
    let found = known.into_iter().find(|code| codes.contains(&code.as_str()));
    found.map_or_else(|| messages::failure(failure), |code| words(code).into())
}

/// The name of a part.
pub fn name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Phones => "Telefoonnummers",
        PartKind::Closed => "Sluitingsdagen",
        PartKind::Sources => "Bronnen",
        PartKind::Texts => "Standaardteksten",
        PartKind::Name => "Naam van de gemeente",
        PartKind::Functions => "Functies",
        PartKind::Minutes => "Minuten",
        PartKind::Sharing => "Wat waarheen mag",
        PartKind::Retention => "Bewaartermijnen",
        PartKind::List => "Signalenlijst",
        PartKind::Register => "Register van verwerkingen",
        PartKind::Processors => "Verwerkers",
    }
}

/// On which screens a change of this part shows.
pub fn screens(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Phones => "Te zien op het eerste scherm van de melder.",
        PartKind::Closed => "Te zien in de dag die een melder hoort, en in de termijnen op de werklijst.",
        PartKind::Sources => "Te zien bij de bronnen van een onderzoek.",
        PartKind::Texts => "Te kiezen bij het terugkoppelen, en daarna te zien voor die melder.",
        PartKind::Name => "Te zien boven het formulier van de melder en in het register.",
        PartKind::Functions => "Te zien op het formulier, bij wie een melding niet mag zien, en bij accounts.",
        PartKind::Minutes => "Te zien op de werklijst, bij hoeveel tijd iets vraagt.",
        PartKind::Sharing => "Te zien bij een besluit, bij een stuk voor een ontvanger en bij Bekend bij KMT?",
        PartKind::Retention => {
            "Te zien bij Bewaren. Er gaat niets weg: vernietigen vragen en bevestigen altijd twee mensen."
        }
        PartKind::List => "Te zien op het formulier van de melder.",
        PartKind::Register | PartKind::Processors => "Te zien op de pagina Register van de FG.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::profile::Source;

    #[test]
    fn a_finding_is_at_its_field() {
        let source = Source { name: String::new(), ground: "Eigen taak".into() };
        let wrong = checked(Part::Sources(Some(vec![source])), "bronnen").unwrap_err();
        assert_eq!((wrong[0].id.as_str(), wrong[0].text.as_str()), ("bronnen-0-naam", "Vul dit in."));
        let wrong = checked(Part::Texts(Some(vec![String::new()])), "teksten").unwrap_err();
        assert_eq!(wrong[0].id, "teksten-0");
        assert_eq!(id("kmt/nummer", "telefoon"), "telefoon-kmt-nummer");
        assert_eq!(id("sluitingsdagen", "sluitingsdagen"), "sluitingsdagen-0");
    }
}

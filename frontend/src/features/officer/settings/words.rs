//! The findings of the one check, at the fields of these forms.
use crate::ui::FieldError;
use shared::{
    report::FindingCode,
    settings::{Part, PartKind},
};

/// The part, if nothing is wrong with it; the ids of its fields begin with `prefix`.
///
/// # Errors
/// What is wrong, each at its field.
pub fn checked(part: Part, prefix: &str) -> Result<Part, Vec<FieldError>> {
    let found = part.check();
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
        FindingCode::BadShape
        | FindingCode::UnknownIndicator
        | FindingCode::Contradiction
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
        | FindingCode::LooksLikeBsn => "Kijk dit na: het heeft niet de juiste vorm.",
    }
}

/// The name of a part.
pub fn name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Phones => "Telefoonnummers",
        PartKind::Closed => "Sluitingsdagen",
        PartKind::Sources => "Bronnen",
        PartKind::Texts => "Standaardteksten",
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

//! The parser of each text type, by the name of its schema.
use crate::{
    case::notes::TypedNumber,
    figures::HalfYear,
    id::{
        AccountId, AdditionKey, CaseId, DeviceKeyId, FunctionId, LinkKey, MeetingId, PackPrint, SessionId, StandInId,
        StatusKey, TogetherId,
    },
    indicators::ListVersion,
    report::FindingCode,
    retention::Length,
    text::{Email, Line, Login, Phone, Prose, Sent, TextError},
};

/// Why a text is not one of its type: a code, and what to do about it.
pub struct Reason {
    pub code: &'static str,
    pub detail: String,
}

/// Reads a text; `None` when it is one of its type.
pub type Parser = fn(&str) -> Option<Reason>;

const HEX: &str = "Neem de sleutel over zoals je hem kreeg: 32 cijfers en kleine letters a tot en met f.";
const HALF_YEAR: &str = "dit is geen halfjaar, zoals 2026-1";
const LENGTH: &str = "Schrijf een aantal maanden of dagen, zoals 24 maanden.";
const NUMBER: &str = "Schrijf het nummer van een dossier, zoals 2026-017.";
const VERSION: &str = "Schrijf de versie van een lijst, zoals 2026-1: 1 tot 20 kleine letters, cijfers en streepjes.";
const FUNCTION: &str =
    "Neem de functie over zoals het profiel haar noemt: 1 tot 60 kleine letters, cijfers en streepjes.";

/// The parser of this type; `None` for a type that is no text.
pub fn of(name: &str) -> Option<Parser> {
    Some(match name {
        "Line" => |text| words::<Line>(text, Line::MAX, ""),
        "Prose" => |text| words::<Prose>(text, Prose::MAX, ""),
        "Login" => |text| words::<Login>(text, Login::MAX, ""),
        "Phone" => |text| words::<Phone>(text, Phone::MAX, "Schrijf een telefoonnummer, zoals 074 000 00 00."),
        "Email" => |text| words::<Email>(text, Email::MAX, "Schrijf een e-mailadres, zoals naam@voorbeeld.example."),
        "CaseId" => |text| shape(CaseId::parse(text), HEX),
        "StatusKey" => |text| shape(StatusKey::parse(text), HEX),
        "AccountId" => |text| shape(AccountId::parse(text), HEX),
        "StandInId" => |text| shape(StandInId::parse(text), HEX),
        "SessionId" => |text| shape(SessionId::parse(text), HEX),
        "MeetingId" => |text| shape(MeetingId::parse(text), HEX),
        "AdditionKey" => |text| shape(AdditionKey::parse(text), HEX),
        "PackPrint" => |text| shape(PackPrint::parse(text), HEX),
        "LinkKey" => |text| shape(LinkKey::parse(text), HEX),
        "DeviceKeyId" => |text| shape(DeviceKeyId::parse(text), HEX),
        "TogetherId" => |text| shape(TogetherId::parse(text), HEX),
        "HalfYear" => |text| shape(HalfYear::try_from(text.to_owned()), HALF_YEAR),
        "Length" => |text| shape(Length::try_from(text.to_owned()), LENGTH),
        "TypedNumber" => |text| shape(TypedNumber::parse(text), NUMBER),
        "ListVersion" => |text| shape(ListVersion::parse(text), VERSION),
        "FunctionId" => |text| shape(FunctionId::parse(text), FUNCTION),
        _other => return None,
    })
}

fn words<T: Sent>(text: &str, max: usize, shape: &str) -> Option<Reason> {
    let error = T::of_body(text).err()?;
    let detail = match error {
        TextError::Empty => "Vul dit in.".into(),
        TextError::TooLong => format!("Maak dit hoogstens {max} tekens lang."),
        TextError::BadCharacter => "Haal het teken weg dat hier niet kan.".into(),
        TextError::BadShape => shape.into(),
    };
    Some(Reason { code: FindingCode::from(error).as_str(), detail })
}

fn shape<T, E>(parsed: Result<T, E>, detail: &str) -> Option<Reason> {
    parsed.err().map(|_| Reason { code: FindingCode::BadShape.as_str(), detail: detail.into() })
}

//! Reads a request: body, If-Match, Idempotency-Key. All errors are reported at once.
use crate::{Failure, inbox::secret::Secret};
use axum::{body::Bytes, extract::Request};
use http::{HeaderMap, header};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use shared::{
    contract::{ErrorItem, ProblemKind},
    id::Revision,
    schema,
};

/// The most bytes a body may have; the host refuses more before it gets here.
const MAX_BODY: usize = 1024 * 1024;

/// Reads a JSON body.
///
/// # Errors
/// 415 for another type, 413 for too much, 400 that names every error of the body at once.
pub async fn json<T: DeserializeOwned + schemars::JsonSchema>(request: Request) -> Result<T, Failure> {
    if !is_of_type(request.headers(), "application/json") {
        return Err(Failure::of(ProblemKind::UnsupportedType, "Zet Content-Type op application/json."));
    }
    typed(request).await
}

/// Reads what a form of a page sent, undecoded.
///
/// # Errors
/// 415 for another type, 413 for too much.
pub async fn form(request: Request) -> Result<Bytes, Failure> {
    if !is_of_type(request.headers(), "application/x-www-form-urlencoded") {
        let detail = "Zet Content-Type op application/x-www-form-urlencoded.";
        return Err(Failure::of(ProblemKind::UnsupportedType, detail));
    }
    whole(request).await
}

/// Whether the body says that it is of this type.
#[must_use]
pub fn is_of_type(headers: &HeaderMap, wanted: &str) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(wanted))
}

/// Reads a JSON body whose type was looked at.
///
/// # Errors
/// 413 for too much, 400 that names every error of the body at once.
pub async fn typed<T: DeserializeOwned + schemars::JsonSchema>(request: Request) -> Result<T, Failure> {
    parse(&whole(request).await?)
}

async fn whole(request: Request) -> Result<Bytes, Failure> {
    let read = request.into_body().collect().await;
    let bytes = read.map_err(|_| Failure::of(ProblemKind::BadRequest, "Het verzoek brak af."))?.to_bytes();
    if bytes.len() > MAX_BODY {
        return Err(Failure::of(ProblemKind::TooLarge, "Een verzoek mag 1 MiB groot zijn."));
    }
    Ok(bytes)
}

/// As [`json`], for a body that is kept as it was typed. What follows the schema only nearly, such as a list in the
/// place of an object, is refused too: no check comes after it.
///
/// # Errors
/// As [`json`].
pub async fn exact<T: DeserializeOwned + schemars::JsonSchema>(request: Request) -> Result<T, Failure> {
    let value: serde_json::Value = json(request).await?;
    let errors = schema::errors_of::<T>(&value);
    if errors.is_empty() { from_value(value) } else { Err(Failure::bad_body(errors)) }
}

fn from_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, Failure> {
    let wrong = || ErrorItem::new("", "verkeerde-vorm", "Vergelijk de body met het voorbeeld in openapi.json.");
    serde_json::from_value(value).map_err(|_| Failure::bad_body(vec![wrong()]))
}

/// Parses a JSON body.
///
/// # Errors
/// As [`json`].
pub fn parse<T: DeserializeOwned + schemars::JsonSchema>(bytes: &[u8]) -> Result<T, Failure> {
    if let Ok(value) = serde_json::from_slice::<T>(bytes) {
        return Ok(value);
    }
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(bytes) else {
        return Err(Failure::bad_body(vec![ErrorItem::new("", "geen-json", "Stuur een body die JSON is.")]));
    };
    let errors = schema::errors_of::<T>(&value);
    Err(Failure::bad_body(if errors.is_empty() {
        vec![ErrorItem::new("", "verkeerde-vorm", "Vergelijk de body met het voorbeeld in openapi.json.")]
    } else {
        errors
    }))
}

/// The revision of `If-Match`.
///
/// # Errors
/// 428 without it, 400 for something that is not one strong tag of ours.
pub fn if_match(headers: &HeaderMap) -> Result<Revision, Failure> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        let detail = "Stuur If-Match met de ETag waarop je besloot.";
        return Err(Failure::Problem(
            ProblemKind::PreconditionRequired,
            detail,
            vec![ErrorItem::new("If-Match", "verplicht", "Zet de ETag van je laatste antwoord in deze kop.")],
        ));
    };
    value.to_str().ok().and_then(Revision::from_etag).ok_or_else(|| {
        let errors = vec![ErrorItem::new(
            "If-Match",
            "verkeerde-vorm",
            "Neem de ETag over zoals hij is, met de aanhalingstekens.",
        )];
        Failure::Problem(ProblemKind::BadRequest, "Stuur de ETag zoals je hem kreeg, één en niet zwak.", errors)
    })
}

/// The client's secret from `Idempotency-Key`.
///
/// # Errors
/// 400 when it is missing or not 32 hex digits.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Secret, Failure> {
    let value = headers.get("idempotency-key").and_then(|value| value.to_str().ok());
    value.and_then(Secret::parse).ok_or_else(|| {
        let errors =
            vec![ErrorItem::new("Idempotency-Key", "verkeerde-vorm", "Stuur 32 hexadecimale cijfers in deze kop.")];
        Failure::Problem(
            ProblemKind::BadRequest,
            "Maak vóór het versturen een sleutel van 128 willekeurige bits.",
            errors,
        )
    })
}

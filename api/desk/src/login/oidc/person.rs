//! The person who came back, from checked claims: a fingerprint of the subject, a name, and the role.
use super::{Refused, Settings, roles};
use crate::Desk;
use kit::{Failure, derive::derive, hex};
use serde_json::Value;
use shared::{access::Role, contract::WorkAccountRefusal, text::Line};

/// Somebody whom the provider vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// A fingerprint of issuer and subject that only this instance can make.
    pub fingerprint: String,
    /// Their name at the provider, if it gives one.
    pub name: Option<Line>,
    /// The role, or the reason why there is none. Somebody without a role is known, and still not let in.
    pub role: Result<Role, WorkAccountRefusal>,
}

/// The person in these checked claims.
pub(super) fn of(desk: &Desk, settings: &Settings, claims: &Value) -> Result<Person, Refused> {
    let subject = claims["sub"].as_str().filter(|sub| !sub.is_empty()).ok_or(WorkAccountRefusal::Form)?;
    let name = roles::find(claims, &settings.name_claim).and_then(Value::as_str);
    let name = name.map(|name| name.chars().take(Line::MAX).collect::<String>());
    let role = settings.strength.check(claims).and_then(|()| settings.roles.of(claims));
    let fingerprint = fingerprint(desk, &settings.issuer, subject)?;
    Ok(Person { fingerprint, name: name.and_then(|name| Line::parse(&name).ok()), role })
}

/// The fingerprint under which a subject's account is found. Without the instance's secret nobody can make it, or find
/// the subject from it.
fn fingerprint(desk: &Desk, issuer: &str, subject: &str) -> Result<String, Failure> {
    let root = desk.derive_lasting("oidc/subject")?;
    Ok(hex::encode(&derive::<32>(&root, "subject", &[issuer.as_bytes(), subject.as_bytes()])))
}

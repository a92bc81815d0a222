//! `/.well-known/security.txt` (RFC 9116): where to report a vulnerability.
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, header};
use kit::{Failure, instance::Environment, web::origin};
use shared::moment::Moment;

/// Its path.
pub const PATH: &str = "/.well-known/security.txt";
/// How long what it says holds. The RFC asks for less than a year.
const HOLDS_SECONDS: i64 = 180 * 24 * 3600;

/// The file; made at every request, so that it never expires while the instance runs.
pub fn serve(environment: &Environment, headers: &HeaderMap) -> Result<Response, Failure> {
    let contact = environment.profile()?.security_contact.ok_or_else(Failure::not_found)?;
    let host = origin::authority(headers).ok_or_else(Failure::not_found)?;
    let mut response = text(&contact, &host, (environment.now)())?.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    Ok(response)
}

/// Its lines. A contact that is no address on one line would be read as something else.
fn text(contact: &str, host: &str, now: Moment) -> Result<String, Failure> {
    let address = ["mailto:", "https://"].iter().any(|scheme| contact.starts_with(scheme));
    if !address || contact.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Failure::Internal("the profile's beveiligingscontact is no mailto: or https: address"));
    }
    let expires = now.plus_seconds(HOLDS_SECONDS);
    Ok(format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: https://{host}{PATH}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_the_fields_of_the_rfc() {
        let now = Moment::try_from("2026-11-24T10:00:00Z".to_owned()).unwrap();
        let wanted = "Contact: mailto:beveiliging@hengelo.example\nExpires: 2027-05-23T10:00:00.000Z\n\
             Preferred-Languages: nl, en\nCanonical: https://melden.example/.well-known/security.txt\n";
        assert_eq!(text("mailto:beveiliging@hengelo.example", "melden.example", now).unwrap(), wanted);
        for bad in
            ["", "beveiliging@hengelo.example", "http://x.example", "mailto:a@b.example\nPolicy: x", "mailto:a b"]
        {
            assert!(text(bad, "melden.example", now).is_err(), "{bad}");
        }
    }
}

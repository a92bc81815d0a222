//! The security headers of every answer, the same in every component.
use crate::web::error;
use http::{HeaderMap, HeaderValue, header};

/// An answer of the API is no page: nothing in it may load, run or be framed.
const API_CSP: &str = "default-src 'none'; frame-ancestors 'none'";
/// Two years, as the list of preloaded names asks at least one.
const HSTS: &str = "max-age=63072000; includeSubDomains";

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
];

/// The value of a request's cookie, the first of this name.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// Adds them. `csp` is used where the answer has no policy of its own. HSTS is set only on https, because over http it
/// has no meaning (RFC 6797 §7.2).
pub fn secure(headers: &mut HeaderMap, csp: &'static str, https: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(csp));
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
}

/// Adds the headers of every API answer, 404s included: no cache may store it.
pub(crate) fn api(headers: &mut HeaderMap, https: bool) {
    error::api_headers(headers);
    secure(headers, API_CSP, https);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hsts_comes_with_https_only_and_a_page_keeps_its_own_policy() {
        let (mut page, mut answer) = (HeaderMap::new(), HeaderMap::new());
        page.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'self'"));
        secure(&mut page, API_CSP, true);
        secure(&mut answer, API_CSP, false);
        assert_eq!(page[header::STRICT_TRANSPORT_SECURITY], HSTS);
        assert_eq!(page[header::CONTENT_SECURITY_POLICY], "default-src 'self'");
        assert!(!answer.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert_eq!(answer[header::CONTENT_SECURITY_POLICY], API_CSP);
    }
}

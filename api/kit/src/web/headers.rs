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

/// The value of a request's cookie, the first of this name. Others may set cookies for the whole domain with bytes that
/// are no ASCII, so the line is read as bytes and only the value found has to be text.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().map(HeaderValue::as_bytes);
    let pairs = lines.flat_map(|line| line.split(|byte| *byte == b';')).map(<[u8]>::trim_ascii);
    let value = |pair: &'a [u8]| pair.strip_prefix(name.as_bytes())?.strip_prefix(b"=");
    pairs.filter_map(value).find_map(|value| str::from_utf8(value).ok())
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

    /// Other applications of the gemeente may set cookies for the whole domain. What they write is no concern of ours.
    #[test]
    fn our_cookie_is_found_beside_cookies_of_others() {
        let long = format!("_utm={}; __Host-meldroute=abc", "x".repeat(30_000));
        let table: [(&[u8], Option<&str>); 12] = [
            (b"__Host-meldroute=abc", Some("abc")),
            ("_utm=Enqu\u{ea}te; __Host-meldroute=abc".as_bytes(), Some("abc")),
            (b"_utm=Enqu\xeate; __Host-meldroute=abc", Some("abc")),
            (b"__Host-meldroute=abc; \xff\xfe=\xff", Some("abc")),
            (b"a=\"x; y\"; __Host-meldroute=abc", Some("abc")),
            (b"a=b; =c; __Host-meldroute=abc", Some("abc")),
            (b"a; ; ;__Host-meldroute=abc;", Some("abc")),
            (b"a=__Host-meldroute=no; __Host-meldroute=abc", Some("abc")),
            (b"__Host-meldroute=abc; __Host-meldroute=def", Some("abc")),
            (long.as_bytes(), Some("abc")),
            (b"__Host-meldroute=\xea", None),
            (b"x__Host-meldroute=abc", None),
        ];
        for (line, value) in table {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_bytes(line).unwrap());
            assert_eq!(cookie(&headers, "__Host-meldroute"), value, "{}", String::from_utf8_lossy(line));
        }
    }

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

//! Whether a request that changes something comes from our own pages. Browsers send this themselves (`Origin`,
//! `Sec-Fetch-Site`). A client that sends neither is no modern browser, so it sends no cookie without its user's
//! intent.
use crate::Failure;
use http::{HeaderMap, Uri, header};
use shared::contract::{Endpoint, Method, ProblemKind};

/// How the browser sees where a request came from (Fetch Metadata).
const FETCH_SITE: &str = "sec-fetch-site";
/// The address of the request, set by the host, which removes this header from the client's request.
const FULL_URL: &str = "spin-full-url";

/// Refuses what another site's page sent. Needs no body and no session.
///
/// # Errors
/// A 403 when one of the two headers names another origin, or nothing that can be understood.
pub fn check(headers: &HeaderMap) -> Result<(), Failure> {
    let from_here = headers.get_all(FETCH_SITE).iter().all(|site| matches!(site.as_bytes(), b"same-origin" | b"none"));
    let own = headers.get_all(header::ORIGIN).iter().all(|origin| origin.to_str().is_ok_and(|o| is_own(o, headers)));
    if from_here && own {
        return Ok(());
    }
    let what_to_do = "Open Meldroute zelf en doe het daar. Een andere website mag dit niet voor je doen.";
    Err(Failure::of(ProblemKind::ForeignOrigin, what_to_do))
}

/// The same for endpoints that change something; read-only requests may come from anywhere.
///
/// # Errors
/// As [`check`].
pub fn check_for(endpoint: Endpoint, headers: &HeaderMap) -> Result<(), Failure> {
    match endpoint.method() {
        Method::Post | Method::Delete => check(headers),
        Method::Get => Ok(()),
    }
}

/// Whether the request itself came over https, as far as the host knows.
#[must_use]
pub fn is_https(headers: &HeaderMap) -> bool {
    own(headers).is_some_and(|(scheme, _)| scheme == Scheme::Https)
}

/// The host name (and port) that the request was sent to, without a scheme's own port.
#[must_use]
pub fn authority(headers: &HeaderMap) -> Option<String> {
    own(headers).map(|(_, authority)| authority)
}

/// Our own site as a browser knows it, `https://meldroute.example`. Over plain text only on this machine: everywhere
/// else something in front of the host speaks TLS.
#[must_use]
pub fn own_site(headers: &HeaderMap) -> Option<String> {
    let (scheme, authority) = own(headers)?;
    let host = authority.parse::<http::uri::Authority>().ok()?;
    let here = matches!(host.host(), "127.0.0.1" | "[::1]" | "localhost");
    if scheme == Scheme::Http && here {
        return Some(format!("http://{authority}"));
    }
    Some(format!("https://{}", without_port(&authority, Scheme::Https)))
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scheme {
    Http,
    Https,
}

/// Same host and port; never a weaker scheme than the request's own. A stronger one occurs behind a proxy that
/// terminates TLS.
fn is_own(origin: &str, headers: &HeaderMap) -> bool {
    match (split(origin), own(headers)) {
        (Some((theirs, from)), Some((ours, to))) => theirs >= ours && from == without_port(&to, theirs),
        (None, _) | (_, None) => false,
    }
}

fn own(headers: &HeaderMap) -> Option<(Scheme, String)> {
    let url = headers.get(FULL_URL)?.to_str().ok()?.parse::<Uri>().ok()?;
    split(&format!("{}://{}", url.scheme_str()?, url.authority()?))
}

/// Scheme and authority of exactly an origin: no path, no name or password.
fn split(origin: &str) -> Option<(Scheme, String)> {
    let (scheme, rest) = origin.split_once("://")?;
    let scheme = match scheme {
        "http" => Scheme::Http,
        "https" => Scheme::Https,
        _ => return None,
    };
    let plain = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:[]_".contains(&b));
    plain.then(|| (scheme, without_port(&rest.to_ascii_lowercase(), scheme)))
}

fn without_port(authority: &str, scheme: Scheme) -> String {
    let port = match scheme {
        Scheme::Http => ":80",
        Scheme::Https => ":443",
    };
    authority.strip_suffix(port).unwrap_or(authority).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTTP: &str = "http://meldroute.example:8080/api/v1/sessies?x=http://ander.example";
    const HTTPS: &str = "https://meldroute.example/api/v1/sessies";

    fn allowed(url: &str, origin: &[&str], site: &[&str]) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(FULL_URL, url.parse().unwrap());
        let all = origin.iter().map(|value| ("origin", value)).chain(site.iter().map(|value| (FETCH_SITE, value)));
        for (name, value) in all {
            headers.append(name, value.parse().unwrap());
        }
        check(&headers).is_ok()
    }

    #[test]
    fn only_our_own_pages_and_no_browser_at_all_may_change_something() {
        let table: &[(&str, &[&str], &[&str], bool)] = &[
            (HTTP, &[], &[], true),
            (HTTP, &["http://meldroute.example:8080"], &[], true),
            (HTTP, &["http://Meldroute.Example:8080"], &["same-origin"], true),
            (HTTP, &[], &["none"], true),
            (HTTP, &[], &["same-origin"], true),
            // a proxy in front ends TLS and passes the name on
            (HTTP, &["https://meldroute.example:8080"], &["same-origin"], true),
            ("http://meldroute.example/", &["https://meldroute.example"], &[], true),
            ("http://meldroute.example:443/", &["https://meldroute.example"], &[], true),
            (HTTPS, &["https://meldroute.example"], &["same-origin"], true),
            (HTTPS, &["https://meldroute.example:443"], &[], true),
            ("http://[::1]:3000/", &["http://[::1]:3000"], &[], true),
            // other sites, whatever the other header says
            (HTTP, &[], &["cross-site"], false),
            (HTTP, &[], &["same-site"], false),
            (HTTP, &[], &["SAME-ORIGIN"], false),
            (HTTP, &[], &[""], false),
            (HTTP, &[], &["same-origin", "cross-site"], false),
            (HTTP, &["http://meldroute.example:8080"], &["cross-site"], false),
            (HTTP, &["http://ander.example"], &["same-origin"], false),
            (HTTP, &["http://ander.example"], &["none"], false),
            (HTTP, &["http://meldroute.example"], &[], false),
            (HTTP, &["http://meldroute.example:80"], &[], false),
            (HTTP, &["http://meldroute.example:8080.ander.example"], &[], false),
            (HTTP, &["http://x.meldroute.example:8080"], &[], false),
            (HTTP, &["http://meldroute.example:8080@ander.example"], &[], false),
            (HTTP, &["http://meldroute.example:8080/"], &[], false),
            (HTTP, &["http://meldroute.example:8080", "http://ander.example"], &[], false),
            (HTTP, &["ftp://meldroute.example:8080"], &[], false),
            (HTTP, &["null"], &[], false),
            (HTTP, &[""], &[], false),
            (HTTP, &["http://"], &[], false),
            // plain text on the way may not speak for a page that came over TLS
            (HTTPS, &["http://meldroute.example"], &[], false),
            (HTTPS, &["http://meldroute.example:443"], &[], false),
            // a host that does not say where the request went vouches for nobody
            ("/api/v1/sessies", &["http://meldroute.example"], &[], false),
        ];
        for (url, origin, site, wanted) in table {
            assert_eq!(allowed(url, origin, site), *wanted, "{url} {origin:?} {site:?}");
        }
    }

    #[test]
    fn our_own_site_is_https_but_on_this_machine() {
        let table = [
            (HTTPS, "https://meldroute.example"),
            ("http://meldroute.example/x", "https://meldroute.example"),
            ("http://meldroute.example:443/x", "https://meldroute.example"),
            (HTTP, "https://meldroute.example:8080"),
            ("http://127.0.0.1:3000/x", "http://127.0.0.1:3000"),
            ("http://[::1]:3000/x", "http://[::1]:3000"),
            ("https://127.0.0.1:3000/x", "https://127.0.0.1:3000"),
            ("http://127.0.0.1.example/x", "https://127.0.0.1.example"),
        ];
        for (url, site) in table {
            let headers = HeaderMap::from_iter([(http::HeaderName::from_static(FULL_URL), url.parse().unwrap())]);
            assert_eq!(own_site(&headers).as_deref(), Some(site), "{url}");
        }
        assert_eq!(own_site(&HeaderMap::new()), None);
    }

    #[test]
    fn only_the_hosts_header_makes_it_https() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-proto", "https".parse().unwrap());
        assert!(!is_https(&headers) && authority(&headers).is_none());
        headers.insert(FULL_URL, HTTPS.parse().unwrap());
        assert!(is_https(&headers));
        headers.insert(FULL_URL, HTTP.parse().unwrap());
        assert!(!is_https(&headers));
        assert_eq!(authority(&headers).as_deref(), Some("meldroute.example:8080"));
    }
}

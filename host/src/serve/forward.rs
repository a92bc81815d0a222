//! The `spin-*` headers that describe a request to a component. They are set here and never taken from a client.

use std::net::{IpAddr, SocketAddr};

use hyper::Uri;
use hyper::header::{HOST, HeaderMap, HeaderName, HeaderValue};

use super::problem::Problem;
use crate::routes::Match;

pub(super) const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// How a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Http,
    Https,
}

/// The other end of the connection, and how the connection was made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer {
    pub address: SocketAddr,
    pub scheme: Scheme,
}

/// The client and the scheme it used, as far as trusted proxies say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub client: SocketAddr,
    pub scheme: Scheme,
}

/// Removes every `spin-*` header that the client sent and any untrusted scheme, and sets our own.
pub(super) fn set_headers(
    headers: &mut HeaderMap,
    uri: &Uri,
    matched: &Match<'_, '_>,
    asked: Asked,
) -> Result<(), Problem> {
    let foreign: Vec<HeaderName> = headers.keys().filter(|name| name.as_str().starts_with("spin-")).cloned().collect();
    for name in foreign {
        headers.remove(name);
    }
    let scheme = match asked.scheme {
        Scheme::Http => "http",
        Scheme::Https => "https",
    };
    // a component that reads it gets the host's own finding, or nothing
    if headers.remove(FORWARDED_PROTO).is_some() {
        headers.insert(FORWARDED_PROTO, HeaderValue::from_static(scheme));
    }
    let host = match (headers.get(HOST), uri.authority()) {
        (Some(host), _) => host.to_str().map_err(|_| Problem::BadRequest)?.to_owned(),
        (None, Some(authority)) => authority.to_string(),
        (None, None) => return Err(Problem::BadRequest),
    };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let route = matched.route;
    let fixed = [
        ("spin-full-url", format!("{scheme}://{host}{path}")),
        ("spin-path-info", matched.rest.to_owned()),
        ("spin-matched-route", route.raw().to_owned()),
        ("spin-base-path", "/".to_owned()),
        ("spin-raw-component-route", route.raw().to_owned()),
        ("spin-component-route", route.base().to_owned()),
        ("spin-client-addr", asked.client.to_string()),
    ];
    for (name, value) in fixed {
        headers.insert(HeaderName::from_static(name), header_value(&value)?);
    }
    for (name, value) in &matched.named {
        let name = format!("spin-path-match-{name}");
        let name = HeaderName::try_from(name).map_err(|_| Problem::BadRequest)?;
        headers.insert(name, header_value(value)?);
    }
    Ok(())
}

fn header_value(value: &str) -> Result<HeaderValue, Problem> {
    HeaderValue::try_from(value).map_err(|_| Problem::BadRequest)
}

/// The client and its scheme. TLS up to here is https, whatever a proxy says; without TLS a trusted proxy may say so.
pub(super) fn asked(peer: Peer, headers: &HeaderMap, proxies: &[IpAddr]) -> Asked {
    let (client, hops) = client(peer.address, headers, proxies);
    let scheme = match (peer.scheme, hops) {
        (Scheme::Https, _) => Scheme::Https,
        (Scheme::Http, 0) => Scheme::Http,
        (Scheme::Http, hops) => forwarded_scheme(headers, hops),
    };
    Asked { client, scheme }
}

/// The scheme with which the request reached the outermost of `hops` trusted proxies. Proxies append to
/// `X-Forwarded-Proto`, so that entry is `hops` from the end. With fewer entries it is the first: a proxy replaced
/// them.
fn forwarded_scheme(headers: &HeaderMap, hops: usize) -> Scheme {
    let values = headers.get_all(FORWARDED_PROTO).iter().rev();
    let mut entries = values.flat_map(|value| value.to_str().unwrap_or_default().rsplit(',')).take(hops);
    let said = entries.by_ref().last().unwrap_or_default();
    if said.trim().eq_ignore_ascii_case("https") { Scheme::Https } else { Scheme::Http }
}

/// The client, and the number of trusted proxies in between: the peer, or behind trusted proxies the last address in
/// `X-Forwarded-For` that is not one of them. An entry that can't be parsed ends the search: the client may have made
/// up everything before it.
fn client(peer: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> (SocketAddr, usize) {
    let believed = |address: SocketAddr| proxies.contains(&address.ip().to_canonical());
    let values = headers.get_all(FORWARDED_FOR).iter().rev();
    let entries = values.flat_map(|value| value.to_str().unwrap_or_default().rsplit(','));
    let (mut client, mut hops) = (peer, usize::from(believed(peer)));
    for entry in entries {
        if !believed(client) {
            break;
        }
        let Some(address) = named(entry.trim()) else { break };
        client = address;
        hops += usize::from(believed(client));
    }
    (client, hops)
}

/// An entry of `X-Forwarded-For`: an address, with or without a port. The port is of no use and dropped.
fn named(entry: &str) -> Option<SocketAddr> {
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let ip = bare.parse::<IpAddr>().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|whole| whole.ip()));
    ip.map(|ip| SocketAddr::new(ip.to_canonical(), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Peer, the headers in order, the expected client.
    const TABLE: [(&str, &[&str], &str); 13] = [
        ("192.0.2.9:50", &[], "192.0.2.9:50"),
        ("192.0.2.9:50", &["198.51.100.1"], "192.0.2.9:50"),
        ("10.0.0.1:50", &[], "10.0.0.1:50"),
        ("10.0.0.1:50", &["198.51.100.1"], "198.51.100.1:0"),
        ("10.0.0.1:50", &["203.0.113.5, 198.51.100.1"], "198.51.100.1:0"),
        ("10.0.0.1:50", &["203.0.113.5", "198.51.100.1"], "198.51.100.1:0"),
        ("10.0.0.1:50", &["198.51.100.1, 10.0.0.2"], "198.51.100.1:0"),
        ("10.0.0.1:50", &["203.0.113.5, 198.51.100.1", "10.0.0.2,10.0.0.1"], "198.51.100.1:0"),
        ("[::ffff:10.0.0.1]:50", &["198.51.100.1:4711"], "198.51.100.1:0"),
        ("10.0.0.1:50", &["[2001:db8::7]:4711"], "[2001:db8::7]:0"),
        ("10.0.0.1:50", &["[2001:db8::7], ::ffff:10.0.0.2"], "[2001:db8::7]:0"),
        ("10.0.0.1:50", &["203.0.113.5, unknown, 10.0.0.2"], "10.0.0.2:0"),
        ("10.0.0.1:50", &["203.0.113.5,"], "10.0.0.1:50"),
    ];

    #[test]
    fn the_last_address_that_is_no_believed_proxy_asks() {
        let proxies = ["10.0.0.1", "10.0.0.2"].map(|proxy| proxy.parse().unwrap());
        for (peer, values, expected) in TABLE {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("x-forwarded-for", HeaderValue::from_static(value));
            }
            assert_eq!(
                client(peer.parse().unwrap(), &headers, &proxies).0,
                expected.parse().unwrap(),
                "{peer} {values:?}"
            );
        }
    }

    /// Peer, `X-Forwarded-For`, `X-Forwarded-Proto`, the expected scheme without TLS to the host.
    const SCHEMES: [(&str, &str, &[&str], Scheme); 18] = [
        ("192.0.2.9:50", "", &[], Scheme::Http),
        ("192.0.2.9:50", "", &["https"], Scheme::Http),
        ("192.0.2.9:50", "10.0.0.1", &["https"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &[], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["http"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["https"], Scheme::Https),
        ("10.0.0.1:50", "", &["https"], Scheme::Https),
        ("10.0.0.1:50", "198.51.100.1", &["HTTPS "], Scheme::Https),
        ("10.0.0.1:50", "198.51.100.1", &[""], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["wss"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["\u{e9}https"], Scheme::Http),
        // entries made up by the client come first
        ("10.0.0.1:50", "198.51.100.1", &["https, http"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["https", "http"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1", &["http, https"], Scheme::Https),
        // two proxies: the outer one says which scheme the client used
        ("10.0.0.1:50", "198.51.100.1, 10.0.0.2", &["https, http"], Scheme::Https),
        ("10.0.0.1:50", "198.51.100.1, 10.0.0.2", &["https", "http, http"], Scheme::Http),
        ("10.0.0.1:50", "198.51.100.1, 10.0.0.2", &["https"], Scheme::Https),
        ("10.0.0.1:50", "10.0.0.2, 198.51.100.1", &["https, http"], Scheme::Http),
    ];

    #[test]
    fn only_a_believed_proxy_says_https() {
        let proxies = ["10.0.0.1", "10.0.0.2"].map(|proxy| proxy.parse().unwrap());
        for (peer, clients, schemes, expected) in SCHEMES {
            let mut headers = HeaderMap::new();
            headers.insert(FORWARDED_FOR, HeaderValue::from_static(clients));
            for value in schemes {
                headers.append(FORWARDED_PROTO, HeaderValue::from_bytes(value.as_bytes()).unwrap());
            }
            let address = peer.parse().unwrap();
            let of = |scheme| asked(Peer { address, scheme }, &headers, &proxies).scheme;
            assert_eq!(of(Scheme::Http), expected, "{peer} {clients:?} {schemes:?}");
            assert_eq!(of(Scheme::Https), Scheme::Https, "over TLS: {peer} {clients:?} {schemes:?}");
        }
    }
}

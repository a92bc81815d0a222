//! What a component is told about a request: the `spin-*` headers, made here and taken from nobody.

use std::net::{IpAddr, SocketAddr};

use hyper::Uri;
use hyper::header::{HOST, HeaderMap, HeaderName, HeaderValue};

use super::problem::Problem;
use crate::routes::Match;

/// Takes off every `spin-*` header the client sent and puts on our own.
pub(super) fn set_headers(
    headers: &mut HeaderMap,
    uri: &Uri,
    matched: &Match<'_, '_>,
    client: SocketAddr,
) -> Result<(), Problem> {
    let foreign: Vec<HeaderName> = headers.keys().filter(|name| name.as_str().starts_with("spin-")).cloned().collect();
    for name in foreign {
        headers.remove(name);
    }
    let host = match (headers.get(HOST), uri.authority()) {
        (Some(host), _) => host.to_str().map_err(|_| Problem::BadRequest)?.to_owned(),
        (None, Some(authority)) => authority.to_string(),
        (None, None) => return Err(Problem::BadRequest),
    };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let route = matched.route;
    let fixed = [
        ("spin-full-url", format!("http://{host}{path}")),
        ("spin-path-info", matched.rest.to_owned()),
        ("spin-matched-route", route.raw().to_owned()),
        ("spin-base-path", "/".to_owned()),
        ("spin-raw-component-route", route.raw().to_owned()),
        ("spin-component-route", route.base().to_owned()),
        ("spin-client-addr", client.to_string()),
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

/// Who asks: the peer, or, behind believed proxies, the last address in `X-Forwarded-For` that is none of them. An entry
/// that cannot be read ends the search: what stands before it may be the client's own invention.
pub(super) fn client(peer: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> SocketAddr {
    let believed = |address: SocketAddr| proxies.contains(&address.ip().to_canonical());
    let values = headers.get_all(HeaderName::from_static("x-forwarded-for")).iter().rev();
    let entries = values.flat_map(|value| value.to_str().unwrap_or_default().rsplit(','));
    let mut client = peer;
    for entry in entries {
        if !believed(client) {
            break;
        }
        let Some(address) = named(entry.trim()) else { break };
        client = address;
    }
    client
}

/// An entry of `X-Forwarded-For`: an address, with or without a port. The port says nothing and is dropped.
fn named(entry: &str) -> Option<SocketAddr> {
    let bare = entry.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(entry);
    let ip = bare.parse::<IpAddr>().ok().or_else(|| entry.parse::<SocketAddr>().ok().map(|whole| whole.ip()));
    ip.map(|ip| SocketAddr::new(ip.to_canonical(), 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Peer, the headers in order, who it is.
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
                client(peer.parse().unwrap(), &headers, &proxies),
                expected.parse().unwrap(),
                "{peer} {values:?}"
            );
        }
    }
}

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

/// Who asks: the peer, or whom a believed proxy names last.
pub(super) fn client(peer: SocketAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> SocketAddr {
    if !proxies.contains(&peer.ip().to_canonical()) {
        return peer;
    }
    let named = headers
        .get_all(HeaderName::from_static("x-forwarded-for"))
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse::<IpAddr>().ok());
    named.map_or(peer, |address| SocketAddr::new(address, 0))
}

//! Nearly valid headers that decide which client asked, over which scheme, and where a redirect leads.
use std::net::IpAddr;

use fuzz::{Form, Target};
use hyper::HeaderMap;
use hyper::header::HeaderValue;

use super::forward::{Peer, Scheme, asked};
use super::redirect::location;

/// Lines: `X-Forwarded-For`, `X-Forwarded-Proto`. A peer that is not a trusted proxy is the client itself, over http.
#[test]
fn the_client_is_the_peer_or_an_address_from_a_trusted_proxy() {
    let proxies: [IpAddr; 2] = ["10.0.0.1", "10.0.0.2"].map(|address| address.parse().unwrap());
    let seeds =
        ["198.51.100.1, 10.0.0.2\nhttps, http", "[2001:db8::7]:4711\nhttps", "unknown, ::ffff:10.0.0.2\n http ,"];
    Target::new("forwarded headers", Form::Bytes, seeds).run(|input| {
        let mut headers = HeaderMap::new();
        for (name, line) in ["x-forwarded-for", "x-forwarded-proto"].into_iter().zip(input.split(|byte| *byte == b'\n'))
        {
            let Ok(value) = HeaderValue::from_bytes(line) else { return false };
            headers.insert(name, value);
        }
        let of = |address: &str| {
            let address = address.parse().unwrap();
            asked(Peer { address, scheme: Scheme::Http }, &headers, &proxies)
        };
        let stranger = of("203.0.113.5:50");
        assert_eq!((stranger.client.to_string().as_str(), stranger.scheme), ("203.0.113.5:50", Scheme::Http));
        let known = of("10.0.0.1:50");
        known.scheme == Scheme::Https || known.client.port() == 0
    });
}

/// Lines: `Host`, path. What is sent on stays at the host that was asked.
#[test]
fn a_redirect_stays_at_the_host_that_was_asked() {
    let seeds = ["try.example\n/a?b=c", "try.example:80\n//other.example/", "[2001:db8::1]:8080\n/", "a@b\n/x"];
    Target::new("redirect", Form::Bytes, seeds).run(|input| {
        let mut lines = input.splitn(2, |byte| *byte == b'\n');
        let (host, path) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let (Ok(host), Ok(path)) = (HeaderValue::from_bytes(host), hyper::Uri::try_from(path)) else { return false };
        let Some(to) = location(Some(&host), &path, 443) else { return false };
        let Ok(to) = hyper::Uri::try_from(to.as_bytes()) else { return false };
        let asked = host.to_str().unwrap().to_ascii_lowercase();
        let host = to.host().unwrap().to_ascii_lowercase();
        assert!(to.scheme_str() == Some("https") && asked.starts_with(&host), "{asked} {to}");
        true
    });
}

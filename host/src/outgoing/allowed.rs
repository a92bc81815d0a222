//! `allowed_outbound_hosts`: scheme, host and port, as Spin writes them.

use anyhow::{Context, Result, bail, ensure};
use hyper::Uri;

use super::inside;

/// The hosts a component may send to. Without entries: none.
#[derive(Debug, Default)]
pub(crate) struct Allowed(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    scheme: Option<String>,
    host: Host,
    port: Port,
}

#[derive(Debug)]
enum Host {
    Any,
    /// Every name that ends so; begins with a point.
    Below(String),
    Exact(String),
}

#[derive(Debug)]
enum Port {
    Any,
    OfScheme,
    Exact(u16),
}

impl Allowed {
    pub(crate) fn parse(texts: &[String]) -> Result<Self> {
        let entry = |text: &String| Entry::parse(text).with_context(|| format!("allowed_outbound_hosts: \"{text}\""));
        texts.iter().map(entry).collect::<Result<_>>().map(Self)
    }

    /// The components of this application that are named.
    pub(crate) fn inside(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter_map(|entry| match &entry.host {
            Host::Exact(name) => inside::component(name),
            Host::Any | Host::Below(_) => None,
        })
    }

    pub(crate) fn allows(&self, uri: &Uri) -> bool {
        self.0.iter().any(|entry| entry.allows(uri))
    }
}

/// The port that a scheme has by itself.
pub(super) fn port_of(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

impl Entry {
    fn parse(text: &str) -> Result<Self> {
        let (scheme, rest) = text.split_once("://").context("it has to begin with https://, http:// or *://")?;
        let scheme = match scheme {
            "*" => None,
            "http" | "https" => Some(scheme.to_owned()),
            other => bail!("{other} is not known; https, http and * are"),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        ensure!(!rest.contains(['/', '?', '#', '@']), "only scheme, host and port can be said");
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (rest, None),
        };
        let port = match port {
            None => Port::OfScheme,
            Some("*") => Port::Any,
            Some(number) => Port::Exact(number.parse().with_context(|| format!("{number} is not a port"))?),
        };
        let host = host.to_ascii_lowercase();
        let host = match host.strip_prefix('*') {
            Some("") => Host::Any,
            Some(below) if below.starts_with('.') && !below.contains('*') => Host::Below(below.into()),
            None if !host.is_empty() && !host.contains('*') => Host::Exact(host),
            _ => bail!("its host is not a name, an address, *.name or *"),
        };
        ensure!(!matches!(&host, Host::Exact(name) if name == "self"), "self is not known by this host");
        Ok(Self { scheme, host, port })
    }

    fn allows(&self, uri: &Uri) -> bool {
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return false;
        };
        let host = host.to_ascii_lowercase();
        let standard = port_of(scheme);
        let port = uri.port_u16().or(standard);
        self.scheme.as_ref().is_none_or(|own| own == scheme)
            && match &self.host {
                Host::Any => true,
                Host::Below(end) => host.ends_with(end),
                Host::Exact(exact) => host == *exact,
            }
            && match self.port {
                Port::Any => true,
                Port::OfScheme => port == standard,
                Port::Exact(exact) => port == Some(exact),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_hosts_are_allowed() {
        let table = [
            ("https://a.example", "https://a.example/x", true),
            ("https://a.example", "https://A.EXAMPLE:443/x", true),
            ("https://a.example", "http://a.example/", false),
            ("https://a.example", "https://a.example:8443/", false),
            ("https://a.example:8443", "https://a.example:8443/", true),
            ("https://a.example:*", "https://a.example:9/", true),
            ("https://a.example", "https://b.a.example/", false),
            ("https://*.a.example", "https://b.a.example/", true),
            ("https://*.a.example", "https://a.example/", false),
            ("https://*.a.example", "https://ba.example/", false),
            ("http://127.0.0.1:80", "http://127.0.0.1/", true),
            ("http://[::1]:8080", "http://[::1]:8080/", true),
            ("https://a.example", "https://a.example@b.example/", false),
            ("*://*:*", "http://any.example:1/", true),
            ("https://*", "https://any.example/", true),
        ];
        for (entry, uri, allowed) in table {
            let list = Allowed::parse(&[entry.to_owned()]).unwrap();
            assert_eq!(list.allows(&uri.parse().unwrap()), allowed, "{entry} {uri}");
        }
        assert!(!Allowed::default().allows(&"https://a.example".parse().unwrap()));
    }

    #[test]
    fn an_entry_that_is_no_host_is_refused() {
        for entry in [
            "",
            "a.example",
            "ftp://a.example",
            "https://",
            "https://a.example/x",
            "https://*a",
            "https://a.*.b",
            "https://a:port",
            "http://self",
            "https://a@b",
        ] {
            let error = Allowed::parse(&[entry.to_owned()]).unwrap_err();
            assert!(format!("{error:#}").contains(entry), "{entry}");
        }
    }
}

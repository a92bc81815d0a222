//! The address without TLS: it redirects browsers to the one with TLS and answers nothing else.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::header::{AUTHORIZATION, CONTENT_LENGTH, COOKIE, HOST, HeaderMap, HeaderValue, LOCATION};
use hyper::{Method, Request, Response, StatusCode, Uri};
use wasmtime_wasi_http::WasiBody;

use super::forward::{self, Peer, Scheme};
use super::pages::Asking;
use super::problem::Problem;
use super::server::{Shared, known_method};

/// Redirects to https on this port.
pub(super) struct Redirect {
    pub shared: Arc<Shared>,
    pub port: u16,
}

impl Redirect {
    /// Redirects GET and HEAD (308). Refuses anything with a body: it has already crossed the network in clear text.
    pub(super) fn handle<B>(&self, request: &Request<B>, peer: SocketAddr) -> Response<WasiBody> {
        let answer = self.answer(request, peer);
        let result = answer.as_ref().map_or_else(|problem| problem.name(), |_| "sent to https");
        let response = answer.unwrap_or_else(|problem| {
            let page = self.shared.pages.page(problem, Asking::of(request.headers()));
            problem.response(Scheme::Http, page)
        });
        let (method, status) = (known_method(request.method()), response.status().as_u16());
        tracing::info!(action = "redirect", result, method, status);
        response
    }

    fn answer<B>(&self, request: &Request<B>, peer: SocketAddr) -> Result<Response<WasiBody>, Problem> {
        let peer = Peer { address: peer, scheme: Scheme::Http };
        self.shared.note_stranger(peer, request.headers());
        let client = forward::asked(peer, request.headers(), &self.shared.limits.proxies).client;
        self.shared.rate.take(client.ip(), Instant::now()).map_err(Problem::TooMany)?;
        let looks = matches!(*request.method(), Method::GET | Method::HEAD);
        if !looks || carries_a_secret(request.headers()) {
            return Err(Problem::NotSecure);
        }
        let location = location(request.headers().get(HOST), request.uri(), self.port).ok_or(Problem::BadRequest)?;
        let nothing = Empty::<Bytes>::new().map_err(|never| match never {}).boxed_unsync();
        let mut response = Response::new(nothing);
        *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
        response.headers_mut().insert(LOCATION, location);
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        Ok(response)
    }
}

/// Headers that only a program sends over http: a browser keeps such cookies for https. The program has to get an
/// error; redirected, it would keep sending them in clear text.
fn carries_a_secret(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut names = cookies.flat_map(|line| line.split(';')).map(str::trim_start);
    headers.contains_key(AUTHORIZATION)
        || names.any(|pair| pair.starts_with("__Host-") || pair.starts_with("__Secure-"))
}

/// The same URL over https. `None` when the request names no valid host.
pub(super) fn location(host: Option<&HeaderValue>, uri: &Uri, port: u16) -> Option<HeaderValue> {
    let authority = match host {
        Some(host) => host.to_str().ok()?.parse().ok()?,
        None => uri.authority()?.clone(),
    };
    let name = authority.host();
    let plain = !name.is_empty()
        && !authority.as_str().contains('@')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_[]:".contains(&b));
    let port = if port == 443 { String::new() } else { format!(":{port}") };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    plain.then(|| HeaderValue::try_from(format!("https://{name}{port}{path}")).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_over_https() {
        let table: &[(&str, &str, u16, Option<&str>)] = &[
            ("try.example", "/a/b?c=d", 443, Some("https://try.example/a/b?c=d")),
            ("try.example:80", "/", 443, Some("https://try.example/")),
            ("try.example:8080", "/", 8443, Some("https://try.example:8443/")),
            ("[2001:db8::1]:80", "/", 443, Some("https://[2001:db8::1]/")),
            ("try.example", "//other.example/", 443, Some("https://try.example//other.example/")),
            ("try.example@other.example", "/", 443, None),
            ("try.example/x", "/", 443, None),
            ("a b", "/", 443, None),
            ("", "/", 443, None),
        ];
        for (host, path, port, wanted) in table {
            let given = HeaderValue::try_from(*host).unwrap();
            let found = location(Some(&given), &path.parse().unwrap(), *port);
            assert_eq!(found.as_ref().map(|value| value.to_str().unwrap()), *wanted, "{host} {path} {port}");
        }
    }

    #[test]
    fn secrets_are_seen() {
        let table = [
            ("authorization", "Bearer x", true),
            ("cookie", "__Host-a=1", true),
            ("cookie", "b=2; __Secure-a=1", true),
            ("cookie", "b=__Host-a", false),
            ("x", "__Host-a=1", false),
        ];
        for (name, value, wanted) in table {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            assert_eq!(carries_a_secret(&headers), wanted, "{name}: {value}");
        }
    }
}

//! The host's own answers: problem documents (RFC 9457), never with anything of the request in them.

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, RETRY_AFTER, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};
use wasmtime_wasi_http::WasiBody;

use super::forward::Scheme;

/// A component that sets this header has to set the same value, because the last one counts (RFC 6797 §8.1).
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// Why the host itself answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// No route leads there.
    NoRoute,
    /// The request makes no sense as HTTP.
    BadRequest,
    /// The body is larger than allowed.
    TooLarge,
    /// The body didn't come in time.
    BodyTooSlow,
    /// The head is larger than allowed.
    HeadTooLarge,
    /// This network has as many connections as it may.
    Crowded,
    /// This network asks too often; seconds until it may again.
    TooMany(u64),
    /// Too many requests wait already.
    Busy,
    /// This address only redirects to https.
    NotSecure,
    /// The component took too long.
    TooSlow,
    /// The component failed.
    Failed,
    /// A number that the component was given could not be written.
    NotKept,
}

impl Problem {
    fn parts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NoRoute => (StatusCode::NOT_FOUND, "no-route", "There is nothing at this path"),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "bad-request", "The request is not valid HTTP"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "body-too-large", "The body is too large"),
            Self::HeadTooLarge => {
                (StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "head-too-large", "The head of the request is too large")
            }
            Self::Crowded => {
                (StatusCode::SERVICE_UNAVAILABLE, "too-many-connections", "Too many connections from this network")
            }
            Self::BodyTooSlow => (StatusCode::REQUEST_TIMEOUT, "body-too-slow", "The body did not arrive in time"),
            Self::TooMany(_) => {
                (StatusCode::TOO_MANY_REQUESTS, "too-many-requests", "Too many requests from this network")
            }
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy", "Too many requests at this moment"),
            Self::NotSecure => {
                (StatusCode::FORBIDDEN, "https-required", "Send this over https, and think of what it carried as read")
            }
            Self::TooSlow => (StatusCode::GATEWAY_TIMEOUT, "too-slow", "The answer took too long"),
            Self::Failed => {
                (StatusCode::INTERNAL_SERVER_ERROR, "component-failed", "The application failed on this request")
            }
            Self::NotKept => (StatusCode::SERVICE_UNAVAILABLE, "not-kept", "Nothing could be stored"),
        }
    }

    fn retry_after(self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(seconds),
            Self::Busy | Self::Crowded => Some(1),
            Self::NoRoute
            | Self::HeadTooLarge
            | Self::BadRequest
            | Self::TooLarge
            | Self::BodyTooSlow
            | Self::NotSecure
            | Self::TooSlow
            | Self::Failed
            | Self::NotKept => None,
        }
    }

    /// The status alone.
    pub(crate) fn status(self) -> StatusCode {
        self.parts().0
    }

    /// For the log.
    pub(crate) fn name(self) -> &'static str {
        self.parts().1
    }

    fn document(self) -> String {
        let (status, kind, title) = self.parts();
        let document = serde_json::json!({
            "type": format!("urn:problem:host:{kind}"),
            "title": title,
            "status": status.as_u16(),
            "detail": format!("{title}."),
        });
        document.to_string()
    }

    /// The whole answer as it goes over a connection on which no request is read.
    pub(crate) fn whole(self) -> String {
        let (status, document) = (self.parts().0, self.document());
        let retry = self.retry_after().map_or(String::new(), |seconds| format!("retry-after: {seconds}\r\n"));
        let (kind, length) = ("application/problem+json", document.len());
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\ncache-control: no-store\r\n\
             {retry}connection: close\r\n\r\n{document}"
        )
    }

    /// The answer to a request that came in like this: a page for a person, if there is one, else the document.
    pub(crate) fn response(self, scheme: Scheme, page: Option<Bytes>) -> Response<WasiBody> {
        let status = self.parts().0;
        let (kind, content) = match page {
            Some(page) => ("text/html; charset=utf-8", page),
            None => ("application/problem+json", self.document().into()),
        };
        let body = Full::new(content);
        let mut response = Response::new(body.map_err(|never| match never {}).boxed_unsync());
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(VARY, HeaderValue::from_static("accept"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        let nothing = "default-src 'none'; frame-ancestors 'none'";
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(nothing));
        if scheme == Scheme::Https {
            headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
        }
        if let Some(seconds) = self.retry_after() {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

//! The requests that are sent.

use crate::load::Outgoing;
use anyhow::Result;
use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::Full;
use shared::contract::{Endpoint, SearchIn, examples};

/// A GET that takes what a browser takes.
pub fn get(path: &str) -> Result<Outgoing> {
    let request = Request::builder().method(Method::GET).uri(path);
    Ok(request.header(header::ACCEPT_ENCODING, "gzip, deflate, br").body(Full::default())?)
}

/// `GET dossiers` of an AF with this cookie.
pub fn worklist(cookie: &str) -> Result<Outgoing> {
    let request = Request::builder().method(Method::GET).uri(Endpoint::Cases.url(""));
    Ok(request.header(header::COOKIE, cookie).body(Full::default())?)
}

/// `POST zoeken` of an AF with this cookie; without words by this year.
pub fn search(cookie: &str, place: SearchIn, words: &str) -> Result<Outgoing> {
    let year = words.is_empty().then_some(2020);
    let question = serde_json::json!({ "waar": place, "woorden": words, "jaar": year });
    let request = Request::builder().method(Method::POST).uri(Endpoint::Search.url(""));
    let request = request.header(header::COOKIE, cookie).header(header::CONTENT_TYPE, "application/json");
    Ok(request.body(Full::new(serde_json::to_vec(&question)?.into()))?)
}

/// `POST meldingen` with the example's body and a key that was never used.
pub fn report() -> Result<Outgoing> {
    let mut secret = [0; 16];
    getrandom::fill(&mut secret).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    report_again(&kit::hex::encode(&secret))
}

/// `POST meldingen` with this key.
pub fn report_again(key: &str) -> Result<Outgoing> {
    Ok(to_reports().header("idempotency-key", key).body(body()?)?)
}

/// `POST meldingen` that is refused before its body is looked at.
pub fn report_without_key() -> Result<Outgoing> {
    Ok(to_reports().body(body()?)?)
}

fn to_reports() -> http::request::Builder {
    let request = Request::builder().method(Method::POST).uri(Endpoint::SendReport.url(""));
    request.header(header::CONTENT_TYPE, "application/json")
}

fn body() -> Result<Full<Bytes>> {
    Ok(Full::new(serde_json::to_vec(&examples::draft())?.into()))
}

//! The relay's own door: `POST /bericht`, with a token, on this machine.
use super::{Carrier, letter::Letter};
use anyhow::Result;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::{Method, Request, Response, StatusCode, body::Bytes, body::Incoming, header, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use sha2::{Digest, Sha256};
use std::{
    collections::VecDeque,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::net::TcpListener;

/// The path.
pub const PATH: &str = "/bericht";
/// The most bytes in a letter.
const MOST: usize = 2048;
/// How many ids of sent letters are known: more than there are AFs.
const KNOWN: usize = 1000;
/// How long a connection may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes letters and sends them, one after the other.
pub struct Relay {
    token: [u8; 32],
    carrier: Carrier,
    /// The ids of letters that went. Due work gives a letter again when the answer got lost.
    sent: Mutex<VecDeque<String>>,
}

impl Relay {
    /// A relay for whoever has this token.
    pub(super) fn new(token: &str, carrier: Carrier) -> Self {
        Self { token: hash(token), carrier, sent: Mutex::default() }
    }

    /// The answer to a request with this head and body.
    fn answer(&self, token: Option<&str>, body: &[u8]) -> StatusCode {
        // hashes are compared, so the time says nothing of the token
        if token.is_none_or(|token| hash(token) != self.token) {
            return StatusCode::UNAUTHORIZED;
        }
        let Some(letter) = Letter::parse(body) else { return StatusCode::BAD_REQUEST };
        // held while it is sent: the same letter, given twice at one moment, goes once
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.contains(&letter.id) {
            return StatusCode::NO_CONTENT;
        }
        if let Err(why) = self.carrier.send(&letter) {
            eprintln!("warning: a message was not sent: {why}");
            return StatusCode::BAD_GATEWAY;
        }
        sent.push_back(letter.id);
        if sent.len() > KNOWN {
            sent.pop_front();
        }
        StatusCode::NO_CONTENT
    }
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Serves until it is ended.
pub async fn serve(listener: TcpListener, relay: Relay) -> Result<()> {
    let relay = Arc::new(relay);
    loop {
        let (stream, _) = listener.accept().await?;
        let relay = relay.clone();
        let service = service_fn(move |request| respond(relay.clone(), request));
        let mut http = hyper::server::conn::http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).keep_alive(false);
        let connection = http.serve_connection(TokioIo::new(stream), service);
        // whoever hangs up has no answer to get
        tokio::spawn(async move { drop(connection.await) });
    }
}

async fn respond(relay: Arc<Relay>, request: Request<Incoming>) -> Result<Response<Empty<Bytes>>, Infallible> {
    let status = status(relay, request).await;
    let mut response = Response::new(Empty::new());
    *response.status_mut() = status;
    Ok(response)
}

async fn status(relay: Arc<Relay>, request: Request<Incoming>) -> StatusCode {
    if request.uri().path() != PATH {
        return StatusCode::NOT_FOUND;
    }
    if request.method() != Method::POST {
        return StatusCode::METHOD_NOT_ALLOWED;
    }
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let body = Limited::new(request.into_body(), MOST).collect();
    let Ok(Ok(body)) = tokio::time::timeout(PATIENCE, body).await else { return StatusCode::BAD_REQUEST };
    let body = body.to_bytes();
    // a mail server may take its time
    let work = move || relay.answer(token.as_deref().and_then(|token| token.strip_prefix("Bearer ")), &body);
    tokio::task::spawn_blocking(work).await.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

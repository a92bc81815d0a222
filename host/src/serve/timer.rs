//! Paths that are called on a timer, as a cron job would.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Result, anyhow, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::Request;
use hyper::header::{AUTHORIZATION, HOST, HeaderValue};
use serde::Deserialize;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};
use wasmtime_wasi_http::WasiBody;

use super::forward::{Peer, Scheme};
use super::server::{Alive, Server};
use crate::settings::Timer;

/// The shortest token.
const SHORTEST: usize = 20;

/// The token that every call carries, from this environment variable: the process list shows flags, not the
/// environment.
pub(super) fn bearer(variable: Option<&str>) -> Result<Option<HeaderValue>> {
    let Some(variable) = variable else { return Ok(None) };
    let word = std::env::var(variable).unwrap_or_default();
    ensure!(!word.is_empty(), "--every-bearer {variable}: that environment variable holds nothing");
    let short = word.len() < SHORTEST;
    ensure!(!short, "--every-bearer {variable}: what it holds has fewer than {SHORTEST} characters and can be guessed");
    let value = HeaderValue::try_from(format!("Bearer {word}"));
    let mut value = value.map_err(|_| anyhow!("--every-bearer {variable}: what it holds can't stand in a header"))?;
    value.set_sensitive(true);
    Ok(Some(value))
}

/// A longer answer holds no head.
const LONGEST: usize = 64 << 10;

/// What the answer has under `kop`: the head of the application's log, to be kept outside the machine. Nothing else of
/// an answer is logged, so it has to look like one: letters, digits and colons.
async fn head(body: WasiBody) -> Option<String> {
    #[derive(Deserialize)]
    struct Answer {
        kop: String,
    }
    let answer = Limited::new(body, LONGEST).collect().await.ok()?.to_bytes();
    let Answer { kop } = serde_json::from_slice(&answer).ok()?;
    let plain = kop.len() <= 200 && kop.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b':');
    plain.then_some(kop)
}

/// Calls until `ending` says otherwise; a call that is under way is finished.
pub(super) async fn run(
    timer: Timer,
    bearer: Option<HeaderValue>,
    server: Arc<Server>,
    mut ending: watch::Receiver<bool>,
    alive: Alive,
) {
    let mut ticks = interval(timer.every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // the first tick is immediate; the first call comes after one interval
    ticks.tick().await;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = ending.changed() => return,
        }
        let request = Request::post(timer.path.as_str()).header(HOST, "localhost").body(Empty::<Bytes>::new());
        match request {
            Ok(mut request) => {
                if let Some(bearer) = &bearer {
                    request.headers_mut().insert(AUTHORIZATION, bearer.clone());
                }
                let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
                let from = Peer { address, scheme: Scheme::Http };
                let response = server.handle(request, from, alive.clone()).await;
                let status = response.status().as_u16();
                match head(response.into_body()).await {
                    Some(kop) => tracing::info!(action = "timer", status, kop),
                    None => tracing::info!(action = "timer", status),
                }
            }
            Err(error) => {
                tracing::error!(action = "timer", result = "not a path", %error);
                return;
            }
        }
    }
}

//! The load: a number of requests over connections that stay open, and how long they took.

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use http::{Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// How many connections are kept busy at once.
pub const CONNECTIONS: usize = 32;

/// A request that is ready to be sent.
pub type Outgoing = Request<Full<Bytes>>;

/// Which requests, how many, and the expected status.
pub struct Load {
    /// The number of requests.
    pub requests: usize,
    /// The only valid status.
    pub expected: StatusCode,
    /// Makes a request.
    pub make: Arc<dyn Fn() -> Result<Outgoing> + Send + Sync>,
}

impl Load {
    /// The same load with another number of requests.
    pub fn times(&self, requests: usize) -> Self {
        Self { requests, expected: self.expected, make: Arc::clone(&self.make) }
    }
}

/// The times of a run of requests.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The time from the first request to the last answer.
    pub whole: Duration,
    /// The time of each request, shortest first.
    pub each: Vec<Duration>,
}

impl Figures {
    /// Answers per second.
    pub fn per_second(&self) -> f64 {
        self.each.len() as f64 / self.whole.as_secs_f64()
    }

    /// The time within which this part of the requests was answered, in milliseconds.
    pub fn percentile(&self, part: f64) -> f64 {
        let last = self.each.len().saturating_sub(1);
        let at = (last as f64 * part).ceil() as usize;
        self.each.get(at).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    }
}

/// An answer, read whole.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: http::HeaderMap,
    /// Its body as it came over the line.
    pub body: Bytes,
}

/// A connection that stays open.
pub struct Connection(SendRequest<Full<Bytes>>);

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // its end shows in the request that fails
        tokio::spawn(async move { connection.await.is_ok() });
        Ok(Self(sender))
    }

    /// Sends one request and reads its whole answer.
    pub async fn send(&mut self, mut request: Outgoing) -> Result<Answer> {
        request.headers_mut().insert(header::HOST, header::HeaderValue::from_static("127.0.0.1"));
        self.0.ready().await?;
        let (head, body) = self.0.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { status: head.status, headers: head.headers, body })
    }

    /// Sends one request that has to be answered with this status; how long that took.
    pub async fn timed(&mut self, request: Outgoing, expected: StatusCode) -> Result<Duration> {
        let began = Instant::now();
        let answer = self.send(request).await?;
        let took = began.elapsed();
        let said = || String::from_utf8_lossy(&answer.body).chars().take(300).collect::<String>();
        ensure!(answer.status == expected, "answered {} instead of {expected}: {}", answer.status, said());
        Ok(took)
    }
}

/// Keeps all connections busy until every request is answered.
///
/// # Errors
/// The first connection that broke or answer that was another than expected.
pub async fn run(address: SocketAddr, load: &Load) -> Result<Figures> {
    run_on(address, load, CONNECTIONS).await
}

/// The same over so many connections.
///
/// # Errors
/// As [`run`].
pub async fn run_on(address: SocketAddr, load: &Load, connections: usize) -> Result<Figures> {
    let at_most = connections;
    let mut connections = Vec::new();
    for _ in 0..at_most.min(load.requests) {
        connections.push(Connection::open(address).await.with_context(|| format!("connecting to {address}"))?);
    }
    let taken = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let mut busy = JoinSet::new();
    for mut connection in connections {
        let (taken, make) = (Arc::clone(&taken), Arc::clone(&load.make));
        let (requests, expected) = (load.requests, load.expected);
        busy.spawn(async move {
            let mut took = Vec::new();
            while taken.fetch_add(1, Ordering::Relaxed) < requests {
                took.push(connection.timed(make()?, expected).await?);
            }
            Ok::<_, anyhow::Error>(took)
        });
    }
    let mut each = Vec::with_capacity(load.requests);
    while let Some(done) = busy.join_next().await {
        each.extend(done??);
    }
    let whole = began.elapsed();
    each.sort_unstable();
    Ok(Figures { whole, each })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_99th_percentile_leaves_one_in_a_hundred_above_it() {
        let each = (1..=101).map(Duration::from_millis).collect();
        let figures = Figures { whole: Duration::from_secs(2), each };
        assert!((figures.percentile(0.99) - 100.0).abs() < 1e-9);
        assert!((figures.percentile(0.5) - 51.0).abs() < 1e-9);
        assert!((figures.per_second() - 50.5).abs() < 1e-9);
    }
}

//! The common part of the tests: an application with the fixture in a folder of its own, the host over it, a client.
#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bytes::Bytes;
use clap::Parser;
use http_body_util::{BodyExt, Full};
use hyper::{HeaderMap, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tempfile::TempDir;
use tokio::net::TcpStream;

/// The fixture, built beforehand.
pub fn fixture() -> PathBuf {
    if let Ok(path) = std::env::var("FIXTURE_WASM") {
        return path.into();
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let built = "wasm32-wasip2/component/fixture.wasm";
    let places = [target.join("wasm").join(built), target.join(built)];
    let found = places.iter().find(|place| place.exists()).cloned();
    found.expect(
        "the fixture is not built: cargo build --locked --profile component --target wasm32-wasip2 -p fixture \
         (or name it in FIXTURE_WASM)",
    )
}

/// A folder with a manifest, the fixture and a file.
pub struct App {
    pub folder: TempDir,
}

/// `[component.fixture]` is the last table of the manifest, so that `more` can add to it.
pub fn app(more: &str) -> App {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("data/a.txt"), "from a file").unwrap();
    std::fs::copy(fixture(), folder.path().join("fixture.wasm")).unwrap();
    let manifest = format!(
        r#"spin_manifest_version = 2
[application]
name = "try"
[[trigger.http]]
route = "/fixture/..."
component = "fixture"
[[trigger.http]]
route = "/by/:name/..."
component = "fixture"
[component.fixture]
source = "fixture.wasm"
key_value_stores = ["default"]
{more}"#
    );
    std::fs::write(folder.path().join("spin.toml"), manifest).unwrap();
    App { folder }
}

impl App {
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn settings(&self, more: &[&str]) -> host::Settings {
        let manifest = self.path("spin.toml");
        let mut words = vec!["host", "--from", manifest.to_str().unwrap(), "--listen", "127.0.0.1:0"];
        // compiling takes a second: all tests share what the first compiled
        let cache = concat!(env!("CARGO_TARGET_TMPDIR"), "/compiled");
        if !more.contains(&"--cache") {
            words.extend(["--cache", cache]);
        }
        words.extend(more);
        host::Settings::try_parse_from(words).unwrap()
    }

    pub async fn start(&self, more: &[&str]) -> Host {
        let running = host::start(self.settings(more)).await.unwrap();
        Host { address: running.addresses()[0], running }
    }

    /// Starts the host and returns its error.
    pub async fn refused(&self, more: &[&str]) -> String {
        match host::start(self.settings(more)).await {
            Ok(_) => panic!("it starts"),
            Err(error) => format!("{error:#}"),
        }
    }
}

/// A host that runs.
pub struct Host {
    pub running: host::Running,
    pub address: SocketAddr,
}

/// An answer of the host.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn pair(&self) -> (u16, &str) {
        (self.status.as_u16(), self.text())
    }

    /// Asserts that it is a problem document of the host's, of this kind.
    pub fn is_problem(&self, status: u16, kind: &str) {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.headers["cache-control"], "no-store");
        assert_eq!(self.headers["x-content-type-options"], "nosniff");
        assert_eq!(self.headers["content-security-policy"], "default-src 'none'; frame-ancestors 'none'");
        let document: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(document["type"], format!("urn:problem:host:{kind}"));
        assert_eq!(document["status"], status);
        assert!(document["title"].is_string() && document["detail"].is_string());
    }
}

/// Sends a request on a connection of its own.
pub async fn send(address: SocketAddr, request: Request<Full<Bytes>>) -> Answer {
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let response = tokio::time::timeout(Duration::from_secs(60), sender.send_request(request)).await.unwrap().unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: head.status, headers: head.headers, body }
}

pub fn request(method: &str, path: &str, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    Request::builder().method(method).uri(path).header("host", "try.example").body(Full::new(body.into())).unwrap()
}

/// Waits until something holds, half a minute at most.
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !holds().await {
        assert!(Instant::now() < end, "in half a minute it did not come to this: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Waits until this key is in the store: a request that sets it has begun.
pub async fn until_set(address: SocketAddr, key: &str) {
    let path = format!("/fixture/kv/get/default/{key}");
    until(key, async || send(address, request("GET", &path, "")).await.status == 200).await;
}

impl Host {
    pub async fn get(&self, path: &str) -> Answer {
        send(self.address, request("GET", path, "")).await
    }

    pub async fn post(&self, path: &str, body: impl Into<Bytes>) -> Answer {
        send(self.address, request("POST", path, body)).await
    }
}

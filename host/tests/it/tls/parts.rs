//! Fictional certificates, and a client that trusts them.
#![expect(clippy::unwrap_used, reason = "a test's helper fails as the test does")]

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion};

use crate::common::{Answer, App, Host, app};

/// A certificate for `localhost` with its key.
pub struct Made(pub CertifiedKey<KeyPair>);

impl Made {
    pub fn new() -> Self {
        Self(generate_simple_self_signed(["localhost".to_owned()]).unwrap())
    }

    /// Writes both as a renewal does: the key readable by its owner only.
    pub fn put(&self, app: &App) {
        write_key(&app.path("key.pem"), &self.0.signing_key.serialize_pem());
        std::fs::write(app.path("cert.pem"), self.0.cert.pem()).unwrap();
    }

    pub fn der(&self) -> CertificateDer<'static> {
        self.0.cert.der().clone()
    }

    /// A client that trusts only this one.
    pub fn client(&self, versions: &[&'static SupportedProtocolVersion], protocols: &[&str]) -> ClientConfig {
        let mut roots = RootCertStore::empty();
        roots.add(self.der()).unwrap();
        let builder = ClientConfig::builder_with_protocol_versions(versions);
        let mut config = builder.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
        config
    }

    /// Does a handshake with any version.
    pub async fn connect(&self, address: SocketAddr) -> std::io::Result<TlsStream<TcpStream>> {
        shake(address, self.client(tokio_rustls::rustls::ALL_VERSIONS, &["http/1.1"])).await
    }

    /// One request on a connection of its own.
    pub async fn send(&self, address: SocketAddr, request: Request<Full<Bytes>>) -> Answer {
        let mut sender = speak(self.connect(address).await.unwrap()).await;
        ask(&mut sender, request).await.unwrap()
    }
}

pub fn write_key(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, PermissionsExt::from_mode(0o600)).unwrap();
}

pub async fn shake(address: SocketAddr, config: ClientConfig) -> std::io::Result<TlsStream<TcpStream>> {
    let stream = TcpStream::connect(address).await?;
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config)).connect(name, stream).await
}

pub async fn speak(stream: TlsStream<TcpStream>) -> SendRequest<Full<Bytes>> {
    let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    sender
}

pub async fn ask(sender: &mut SendRequest<Full<Bytes>>, request: Request<Full<Bytes>>) -> hyper::Result<Answer> {
    let (head, body) = sender.send_request(request).await?.into_parts();
    let body = body.collect().await?.to_bytes();
    Ok(Answer { status: head.status, headers: head.headers, body })
}

/// An application with these files and the flags that name them.
pub fn with_certificate(made: &Made) -> (App, Vec<String>) {
    let app = app("");
    made.put(&app);
    let flags = ["--tls-cert".into(), path(&app, "cert.pem"), "--tls-key".into(), path(&app, "key.pem")];
    (app, flags.to_vec())
}

pub fn path(app: &App, name: &str) -> String {
    app.path(name).to_str().unwrap().to_owned()
}

pub async fn start(app: &App, flags: &[String], more: &[&str]) -> Host {
    let flags: Vec<&str> = flags.iter().map(String::as_str).chain(more.iter().copied()).collect();
    app.start(&flags).await
}

/// Waits until new connections are given this certificate.
pub async fn until_served(made: &Made, address: SocketAddr) {
    for _ in 0..200 {
        if made.connect(address).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the certificate was not taken within ten seconds");
}

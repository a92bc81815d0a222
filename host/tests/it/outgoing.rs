//! The servers that components can reach: allowed hosts, public addresses, trusted certificates.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::common::{App, app};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

fn allowing(hosts: &str) -> App {
    app(&format!("allowed_outbound_hosts = [{hosts}]"))
}

/// The behaviour of the server on the other side.
#[derive(Clone, Copy)]
enum There {
    Answers,
    Hangs,
    StopsHalfway,
}

async fn talk(mut stream: impl AsyncRead + AsyncWrite + Unpin, there: There) -> std::io::Result<()> {
    let mut asked = [0; 4096];
    let read = stream.read(&mut asked).await?;
    let asked = String::from_utf8_lossy(&asked[..read]);
    let line = asked.lines().next().unwrap_or_default();
    match there {
        There::Hangs => tokio::time::sleep(Duration::from_secs(60)).await,
        There::StopsHalfway => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nhalf").await?;
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        There::Answers => {
            let answer = format!("HTTP/1.1 201 Created\r\ncontent-length: {}\r\n\r\n{line}", line.len());
            stream.write_all(answer.as_bytes()).await?;
        }
    }
    stream.shutdown().await
}

async fn server(there: There, tls: Option<TlsAcceptor>) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let tls = tls.clone();
            tokio::spawn(async move {
                match tls {
                    Some(tls) => talk(tls.accept(stream).await?, there).await,
                    None => talk(stream, there).await,
                }
            });
        }
    });
    Ok(address)
}

#[tokio::test(flavor = "multi_thread")]
async fn only_allowed_hosts() {
    let there = server(There::Answers, None).await.unwrap();
    let app = allowing(&format!("\"http://{there}\""));
    let host = app.start(&["--allow-private"]).await;
    let reached = host.post("/fixture/send", format!("http://{there}/a?b=c")).await;
    assert_eq!(reached.pair(), (201, "GET /a?b=c HTTP/1.1"));
    let port = there.port();
    for other in [format!("http://localhost:{port}/"), format!("https://{there}/"), "http://127.0.0.1:1/".into()] {
        let denied = host.post("/fixture/send", other.clone()).await;
        assert_eq!(denied.status, 502, "{other}");
        assert!(denied.text().contains("HttpRequestDenied"), "{other}: {}", denied.text());
    }
    host.running.stop().await;
}

/// Allowed by name, refused by address, also when a name resolves to it.
#[tokio::test(flavor = "multi_thread")]
async fn no_private_address_unless_the_flag_says_so() {
    let there = server(There::Answers, None).await.unwrap();
    let app = allowing("\"http://*:*\"");
    let host = app.start(&[]).await;
    for name in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1", "169.254.169.254"] {
        let denied = host.post("/fixture/send", format!("http://{name}:{}/", there.port())).await;
        assert_eq!(denied.status, 502, "{name}");
        assert!(denied.text().contains("DestinationIpProhibited"), "{name}: {}", denied.text());
    }
    host.running.stop().await;
    let host = app.start(&["--allow-private"]).await;
    let reached = host.post("/fixture/send", format!("http://localhost:{}/", there.port())).await;
    assert_eq!(reached.status, 201);
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_our_own_authority() {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![cert.der().clone()], key);
    let there = server(There::Answers, Some(TlsAcceptor::from(Arc::new(config.unwrap())))).await.unwrap();
    let app = allowing("\"https://localhost:*\", \"https://127.0.0.1:*\"");
    std::fs::write(app.path("own.pem"), cert.pem()).unwrap();
    let own = app.path("own.pem");
    let url = |name: &str| format!("https://{name}:{}/x", there.port());

    let host = app.start(&["--allow-private"]).await;
    assert_eq!(host.post("/fixture/send", url("localhost")).await.status, 502, "trusted without being told");
    host.running.stop().await;
    let host = app.start(&["--allow-private", "--extra-ca", own.to_str().unwrap()]).await;
    assert_eq!(host.post("/fixture/send", url("localhost")).await.pair(), (201, "GET /x HTTP/1.1"));
    assert_eq!(host.post("/fixture/send", url("127.0.0.1")).await.status, 502, "another name than the certificate's");
    host.running.stop().await;

    std::fs::write(&own, "no certificate").unwrap();
    assert!(app.refused(&["--extra-ca", own.to_str().unwrap()]).await.contains("own.pem"));
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_is_limited() {
    for there in [There::Hangs, There::StopsHalfway] {
        let there = server(there, None).await.unwrap();
        let app = allowing("\"http://127.0.0.1:*\"");
        let host = app.start(&["--allow-private", "--outgoing-time", "0.3"]).await;
        let began = Instant::now();
        let answer = host.post("/fixture/send", format!("http://{there}/")).await;
        assert!(answer.status == 502 || answer.status == 500, "{answer:?}");
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
        host.running.stop().await;
    }
}

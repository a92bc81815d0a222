//! Which clients get a connection, and that the others block nobody.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{ALL_VERSIONS, ProtocolVersion};

use super::parts::{Made, ask, shake, speak, start, with_certificate};
use crate::common::{request, until};

#[tokio::test(flavor = "multi_thread")]
async fn both_versions_work_and_the_component_sees_https() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &[]).await;
    assert_eq!(host.running.scheme(), "https");
    for (version, name) in [(&TLS12, ProtocolVersion::TLSv1_2), (&TLS13, ProtocolVersion::TLSv1_3)] {
        for (offered, chosen) in [(&["h2", "http/1.1"][..], Some(&b"http/1.1"[..])), (&[], None)] {
            let stream = shake(host.address, made.client(&[version], offered)).await.unwrap();
            let (_, session) = stream.get_ref();
            assert_eq!(session.protocol_version(), Some(name));
            assert_eq!(session.alpn_protocol(), chosen);
            let suite = format!("{:?}", session.negotiated_cipher_suite().unwrap().suite());
            assert!(suite.contains("GCM") || suite.contains("CHACHA20_POLY1305"), "{suite}");
            assert!(name == ProtocolVersion::TLSv1_3 || suite.starts_with("TLS_ECDHE_"), "{suite}");
            let mut sender = speak(stream).await;
            let answer = ask(&mut sender, request("GET", "/fixture/headers?q=1", "")).await.unwrap();
            assert!(answer.text().contains("spin-full-url: https://try.example/fixture/headers?q=1\n"));
        }
    }
    // HTTP/2 is not offered
    assert!(shake(host.address, made.client(ALL_VERSIONS, &["h2"])).await.is_err());
    made.send(host.address, request("GET", "/fixture/", "")).await;
    host.running.stop().await;
}

/// A ClientHello of this version, without the extension that newer versions are offered in.
fn hello(version: u8) -> Vec<u8> {
    let suites = [0xc0, 0x13, 0xc0, 0x09, 0xc0, 0x14, 0xc0, 0x2f, 0xc0, 0x2b, 0x00, 0x2f];
    let extensions: [&[u8]; 4] = [
        &[0, 10, 0, 6, 0, 4, 0, 0x1d, 0, 0x17],
        &[0, 11, 0, 2, 1, 0],
        &[0, 13, 0, 10, 0, 8, 4, 3, 8, 4, 4, 1, 2, 1],
        &[0, 23, 0, 0],
    ];
    let extensions = extensions.concat();
    let long = |length: usize| u16::try_from(length).expect("short").to_be_bytes();
    let mut body = vec![3, version];
    body.extend([7; 32]);
    body.push(0);
    body.extend(long(suites.len()));
    body.extend(suites);
    body.extend([1, 0]);
    body.extend(long(extensions.len()));
    body.extend(extensions);
    let handshake = [&[1, 0][..], &long(body.len()), &body].concat();
    [&[0x16, 3, 1][..], &long(handshake.len()), &handshake].concat()
}

/// The first record that comes back: its kind, and the sixth byte after its head.
async fn answer(address: std::net::SocketAddr, version: u8) -> (u8, u8) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&hello(version)).await.unwrap();
    let mut head = [0; 7];
    stream.read_exact(&mut head).await.unwrap();
    (head[0], head[6])
}

#[tokio::test(flavor = "multi_thread")]
async fn older_versions_are_refused() {
    const ALERT: u8 = 21;
    const PROTOCOL_VERSION: u8 = 70;
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &[]).await;
    for old in [0, 1, 2] {
        assert_eq!(answer(host.address, old).await, (ALERT, PROTOCOL_VERSION), "TLS 1.{}", i32::from(old) - 1);
    }
    // the same message with a supported version: a handshake begins
    assert_eq!(answer(host.address, 3).await.0, 22);
    host.running.stop().await;
}

/// A silent client loses its place after the time for a handshake.
#[tokio::test(flavor = "multi_thread")]
async fn a_silent_client_loses_its_place() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--tls-handshake-time", "0.4"]).await;
    let mut silent = TcpStream::connect(host.address).await.unwrap();
    let began = Instant::now();
    silent.write_all(&hello(3)[..20]).await.unwrap();
    assert_eq!(silent.read(&mut [0; 10]).await.unwrap_or(0), 0, "it is told that it is over");
    let took = began.elapsed();
    assert!(took > Duration::from_millis(150) && took < Duration::from_secs(5), "{took:?}");
    host.running.stop().await;
}

/// With room for one connection, it loses it as soon as another client comes.
#[tokio::test(flavor = "multi_thread")]
async fn a_silent_client_makes_room() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--tls-handshake-time", "30", "--max-connections", "1"]).await;
    let mut silent = TcpStream::connect(host.address).await.unwrap();
    silent.write_all(&hello(3)[..20]).await.unwrap();
    let began = Instant::now();
    let answer = made.send(host.address, request("GET", "/fixture/", "")).await;
    assert_eq!(answer.pair(), (200, "here"));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(silent.read(&mut [0; 10]).await.unwrap_or(0), 0, "the silent one is told that it is over");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn plain_http_gets_no_answer_and_harms_nobody() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &[]).await;
    let mut plain = TcpStream::connect(host.address).await.unwrap();
    plain.write_all(b"GET /fixture/ HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let mut told = Vec::new();
    let _closed = plain.read_to_end(&mut told).await;
    assert!(!told.windows(4).any(|word| word == b"HTTP"), "{told:?}");
    assert_eq!(made.send(host.address, request("GET", "/fixture/", "")).await.status, 200);
    host.running.stop().await;
}

/// The host finishes requests in flight, but does not wait for clients in a handshake.
#[tokio::test(flavor = "multi_thread")]
async fn stopping_waits_for_answers_and_not_for_handshakes() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--tls-handshake-time", "20"]).await;
    let address = host.address;
    let silent = TcpStream::connect(address).await.unwrap();
    let mut sender = speak(made.connect(address).await.unwrap()).await;
    let slow = tokio::spawn(async move { ask(&mut sender, request("GET", "/fixture/bad/sleep/700/begun", "")).await });
    let begun = async || made.send(address, request("GET", "/fixture/kv/get/default/begun", "")).await.status == 200;
    until("the slow request has begun", begun).await;
    let began = Instant::now();
    host.running.stop().await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(slow.await.unwrap().unwrap().pair(), (200, "slept"));
    drop(silent);
}

/// The host's own errors too carry HSTS, and only over https.
#[tokio::test(flavor = "multi_thread")]
async fn the_hosts_own_errors_keep_a_browser_at_https() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--max-body", "10"]).await;
    for asked in [request("GET", "/nothing", ""), request("POST", "/fixture/echo", vec![b'x'; 20])] {
        let answer = made.send(host.address, asked).await;
        assert_eq!(answer.headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
    }
    host.running.stop().await;
    let plain = app.start(&[]).await;
    let answer = plain.get("/nothing").await;
    answer.is_problem(404, "no-route");
    assert!(!answer.headers.contains_key("strict-transport-security"));
    plain.running.stop().await;
}

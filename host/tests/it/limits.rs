//! The limits on one request, one client and all together; the next request is always served.

use std::time::{Duration, Instant};

use crate::common::{Host, app, request, send, until};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn still_serves(host: Host) {
    assert_eq!(host.get("/fixture/").await.pair(), (200, "here"));
    host.running.stop().await;
}

/// Writes `text` and reads all that comes back.
async fn raw(host: &Host, text: &[u8]) -> String {
    let mut stream = TcpStream::connect(host.address).await.unwrap();
    stream.write_all(text).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_is_a_problem_document() {
    let host = app("").start(&[]).await;
    for path in ["/fixture/bad/trap", "/fixture/bad/panic"] {
        host.get(path).await.is_problem(500, "component-failed");
    }
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_too_large() {
    let host = app("").start(&["--max-body", "1000"]).await;
    assert_eq!(host.post("/fixture/echo", vec![b'x'; 1000]).await.status, 200);
    for size in [1001, 5000, 1_000_000] {
        host.post("/fixture/echo", vec![b'x'; size]).await.is_problem(413, "body-too-large");
    }
    let head = "POST /fixture/echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = format!("3e8\r\n{}\r\n", "x".repeat(1000));
    let fits = raw(&host, format!("{head}{chunk}0\r\n\r\n").as_bytes()).await;
    assert!(fits.starts_with("HTTP/1.1 200"), "{fits}");
    let more = raw(&host, format!("{head}{chunk}1\r\nx\r\n0\r\n\r\n").as_bytes()).await;
    assert!(more.starts_with("HTTP/1.1 413") && more.contains("problem+json"), "{more}");
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_too_large_and_nonsense() {
    let host = app("").start(&["--max-head", "8192"]).await;
    let large = format!("GET /fixture/ HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "x".repeat(10_000));
    assert!(raw(&host, large.as_bytes()).await.starts_with("HTTP/1.1 431"));
    let nonsense = raw(&host, b"NONSENSE\r\n\r\n").await;
    assert!(nonsense.starts_with("HTTP/1.1 400"), "{nonsense}");
    let hostless = raw(&host, b"GET /fixture/ HTTP/1.0\r\n\r\n").await;
    assert!(hostless.contains("400") && hostless.contains("bad-request"), "{hostless}");
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn time_runs_out() {
    let host = app("").start(&["--max-time", "0.8"]).await;
    for path in ["/fixture/bad/loop", "/fixture/bad/sleep/5000"] {
        let began = Instant::now();
        host.get(path).await.is_problem(504, "too-slow");
        let took = began.elapsed();
        assert!(took > Duration::from_millis(300) && took < Duration::from_secs(4), "{path}: {took:?}");
    }
    // half a body
    let half =
        raw(&host, b"POST /fixture/echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: 9\r\n\r\nhalf")
            .await;
    assert!(half.starts_with("HTTP/1.1 408"), "{half}");
    still_serves(host).await;
}

/// A component in an endless loop on every thread doesn't block the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_loop_makes_room() {
    let host = app("").start(&["--max-time", "2"]).await;
    let address = host.address;
    let looping: Vec<_> =
        (0..4).map(|_| tokio::spawn(send(address, request("GET", "/fixture/bad/loop", "")))).collect();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let began = Instant::now();
    assert_eq!(host.get("/fixture/").await.status, 200);
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
    for looping in looping {
        looping.await.unwrap().is_problem(504, "too-slow");
    }
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_runs_out() {
    let host = app("").start(&["--max-memory", "32"]).await;
    assert_eq!(host.get("/fixture/bad/memory/16").await.text(), (16 << 20).to_string());
    host.get("/fixture/bad/memory/64").await.is_problem(500, "component-failed");
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn places_run_out() {
    let host = app("").start(&["--max-instances", "2", "--max-waiting", "2"]).await;
    let address = host.address;
    let asking: Vec<_> =
        (0..8).map(|_| tokio::spawn(send(address, request("GET", "/fixture/bad/sleep/400", "")))).collect();
    let (mut served, mut away) = (0, 0);
    for asking in asking {
        let answer = asking.await.unwrap();
        if answer.status == 200 {
            served += 1;
        } else {
            answer.is_problem(503, "busy");
            assert_eq!(answer.headers["retry-after"], "1");
            away += 1;
        }
    }
    assert_eq!((served, away), (4, 4), "two at once, two that wait, the rest is sent away");
    still_serves(host).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_network_asks_too_often() {
    let host = app("").start(&["--rate", "1", "--burst", "3", "--proxy", "127.0.0.1"]).await;
    let from = async |address: &str| {
        let mut asked = request("GET", "/fixture/", "");
        asked.headers_mut().insert("x-forwarded-for", address.parse().unwrap());
        send(host.address, asked).await
    };
    let began = Instant::now();
    for address in ["192.0.2.1", "192.0.2.2", "192.0.2.3"] {
        assert_eq!(from(address).await.status, 200);
    }
    let held = from("192.0.2.4").await;
    held.is_problem(429, "too-many-requests");
    assert_eq!(held.headers["retry-after"], "1");
    assert_eq!(from("192.0.3.4").await.status, 200, "another network");
    until("the network may ask again", async || from("192.0.2.4").await.status == 200).await;
    assert!(began.elapsed() > Duration::from_millis(900), "it takes a second: {:?}", began.elapsed());
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_stays_open_for_the_next_request() {
    let host = app("").start(&[]).await;
    let two = "GET /fixture/ HTTP/1.1\r\nhost: a\r\n\r\nGET /fixture/ HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    assert_eq!(raw(&host, two.as_bytes()).await.matches("HTTP/1.1 200").count(), 2);
    still_serves(host).await;
}

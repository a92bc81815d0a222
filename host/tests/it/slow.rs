//! Clients that take their answer slowly or never: they hold what is theirs, and nothing that others need.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use crate::common::{Answer, App, app, request, until};

const FILES: &str = "files = [{ source = \"data\", destination = \"/data\" }]";
/// More than the kernel takes on both sides.
const BIG: usize = 24 << 20;

/// An application with a file that no buffer holds.
fn with_a_big_file() -> App {
    let app = app(FILES);
    std::fs::write(app.path("data/big.txt"), vec![b'x'; BIG]).unwrap();
    app
}

/// A connection from this address, with a small buffer for what comes in.
pub async fn connect(from: &str, to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    socket.bind(SocketAddr::new(from.parse().unwrap(), 0)).unwrap();
    socket.connect(to).await.unwrap()
}

/// Asks for the big file and reads nothing of it.
async fn never_reads(from: &str, to: SocketAddr) -> TcpStream {
    let mut stream = connect(from, to).await;
    stream.write_all(b"GET /fixture/file/data/big.txt HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    stream
}

/// An answer to somebody else, or nothing within ten seconds.
pub async fn answer(from: &str, to: SocketAddr, request: Request<Full<Bytes>>) -> Option<Answer> {
    let stream = connect(from, to).await;
    let asked = async {
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        let (head, body) = sender.send_request(request).await.ok()?.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        Some(Answer { status: head.status, headers: head.headers, body })
    };
    tokio::time::timeout(Duration::from_secs(10), asked).await.ok()?
}

pub async fn is_served(from: &str, to: SocketAddr) {
    let answer = answer(from, to, request("GET", "/fixture/", "")).await;
    assert_eq!(answer.expect("an answer in ten seconds").pair(), (200, "here"));
}

/// Reads until the other side has closed, in so much time.
async fn is_closed(stream: &mut TcpStream, within: Duration) -> bool {
    let mut sink = vec![0; 64 << 10];
    let all = async { while stream.read(&mut sink).await.is_ok_and(|count| count > 0) {} };
    tokio::time::timeout(within, all).await.is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_of_one_network_that_never_read_keep_nobody_out() {
    let app = with_a_big_file();
    let host = app.start(&["--max-connections", "4"]).await;
    let mut idle = Vec::new();
    for _ in 0..4 {
        idle.push(never_reads("127.0.1.1", host.address).await);
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    is_served("127.0.0.2", host.address).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_nothing_is_cut_off() {
    let app = with_a_big_file();
    let host = app.start(&["--pace-time", "0.3"]).await;
    let stream = never_reads("127.0.0.1", host.address).await;
    let local = stream.local_addr().unwrap();
    until("the host gives the connection up", async || !is_held_by(host.address, local)).await;
    is_served("127.0.0.1", host.address).await;
    host.running.stop().await;
}

/// In one office one reads nothing, and the others work on.
#[tokio::test(flavor = "multi_thread")]
async fn who_reads_nothing_makes_room_for_neighbours() {
    let app = with_a_big_file();
    let host = app.start(&["--network-connections", "1"]).await;
    let _stuck = never_reads("127.0.1.1", host.address).await;
    until("who is stuck makes room", async || {
        let neighbour = answer("127.0.1.2", host.address, request("GET", "/fixture/", "")).await;
        neighbour.is_some_and(|answer| answer.status == 200)
    })
    .await;
    let host = app.start(&[]).await;
    let _holds_more_than_its_share = never_reads("127.0.1.1", host.address).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    is_served("127.0.1.2", host.address).await;
}

/// Whether the host's end of a connection is open: Linux lists them.
fn is_held_by(host: SocketAddr, client: SocketAddr) -> bool {
    let table = std::fs::read_to_string("/proc/self/net/tcp").unwrap();
    let (here, there) = (format!(":{:04X}", host.port()), format!(":{:04X}", client.port()));
    table.lines().any(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        // the fourth word is the state: 01 is established
        words.len() > 3 && words[1].ends_with(&here) && words[2].ends_with(&there) && words[3] == "01"
    })
}

/// A poor connection, but one on which something moves, is served to the end.
#[tokio::test(flavor = "multi_thread")]
async fn who_reads_slowly_gets_it_all() {
    let app = app(FILES);
    std::fs::write(app.path("data/big.txt"), vec![b'x'; 2 << 20]).unwrap();
    let host = app.start(&["--pace-time", "0.3", "--max-time", "20"]).await;
    let mut stream = never_reads("127.0.0.1", host.address).await;
    let (mut read, mut buffer) = (0, vec![0; 64 << 10]);
    while read < 2 << 20 {
        let count = stream.read(&mut buffer).await.unwrap();
        assert!(count > 0, "cut off after {read} bytes");
        read += count;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_answer_has_an_end() {
    let app = with_a_big_file();
    let host = app.start(&["--pace-time", "0.2", "--pace", "1", "--max-answer-time", "1"]).await;
    let mut stream = never_reads("127.0.0.1", host.address).await;
    let began = Instant::now();
    let mut byte = [0; 512];
    while stream.read(&mut byte).await.is_ok_and(|count| count > 0) {
        assert!(began.elapsed() < Duration::from_secs(20), "it goes on for ever");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(began.elapsed() > Duration::from_millis(900), "{:?}", began.elapsed());
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_has_its_share_of_connections() {
    let app = with_a_big_file();
    let host = app.start(&["--network-connections", "2"]).await;
    let _busy = [never_reads("127.0.1.1", host.address).await, never_reads("127.0.1.9", host.address).await];
    tokio::time::sleep(Duration::from_millis(300)).await;
    let mut refused = connect("127.0.1.3", host.address).await;
    let mut said = String::new();
    let read = tokio::time::timeout(Duration::from_secs(5), refused.read_to_string(&mut said)).await;
    read.expect("nobody waits for ever").unwrap();
    assert!(said.starts_with("HTTP/1.1 503") && said.contains("urn:problem:host:too-many-connections"), "{said}");
    is_served("127.0.0.2", host.address).await;
}

/// People in one office open more connections than they use at once.
#[tokio::test(flavor = "multi_thread")]
async fn an_idle_connection_makes_room_for_a_new_one() {
    let app = app("");
    let host = app.start(&["--network-connections", "3"]).await;
    let mut idle = Vec::new();
    for _ in 0..3 {
        let mut stream = connect("127.0.0.1", host.address).await;
        stream.write_all(b"GET /fixture/ HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
        let mut answer = [0; 512];
        assert!(stream.read(&mut answer).await.unwrap() > 0);
        idle.push(stream);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    is_served("127.0.0.1", host.address).await;
    assert!(is_closed(&mut idle[0], Duration::from_secs(5)).await, "the one that was idle longest");
    idle[2].write_all(b"GET /fixture/ HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    assert!(idle[2].read(&mut [0; 512]).await.unwrap() > 0, "the others stay");
    host.running.stop().await;
}

/// Behind a named proxy many people share few connections.
#[tokio::test(flavor = "multi_thread")]
async fn a_named_proxy_has_no_limit_of_its_own() {
    let app = with_a_big_file();
    let host = app.start(&["--network-connections", "1", "--proxy", "127.0.1.1"]).await;
    let mut open = Vec::new();
    for _ in 0..6 {
        open.push(never_reads("127.0.1.1", host.address).await);
    }
    is_served("127.0.1.1", host.address).await;
}

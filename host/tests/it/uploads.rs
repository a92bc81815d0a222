//! Clients that send slowly or never to the end.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::common::{app, request};
use crate::process;
use crate::slow::{answer, connect, is_served};

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_drips_is_refused_in_time() {
    let app = app("");
    let host = app.start(&["--pace-time", "0.5"]).await;
    let mut stream = connect("127.0.0.1", host.address).await;
    stream.write_all(b"POST /fixture/echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\n\r\n").await.unwrap();
    let began = Instant::now();
    let (mut reads, mut writes) = stream.into_split();
    let drips = tokio::spawn(async move {
        while writes.write_all(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let mut said = Vec::new();
    let _reset_or_end = tokio::time::timeout(Duration::from_secs(20), reads.read_to_end(&mut said)).await.unwrap();
    assert!(said.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&said));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    drips.abort();
    host.running.stop().await;
}

/// Resident memory of the program, in bytes.
fn memory(pid: u32) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() << 10
}

/// Sixty uploads that never end hold eight MiB and not sixty, and another network's report is taken.
#[tokio::test(flavor = "multi_thread")]
async fn uploads_that_never_end_hold_little_memory() {
    const MIB: usize = 1 << 20;
    let app = app("");
    let program = process::start(&app, &[]);
    is_served("127.0.0.1", program.address).await;
    let before = memory(program.pid());
    let mut uploads = Vec::new();
    for _ in 0..60 {
        let mut stream = connect("127.0.1.1", program.address).await;
        let head = format!("POST /fixture/echo HTTP/1.1\r\nhost: a\r\ncontent-length: {MIB}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        uploads.push(tokio::spawn(async move {
            let _cut_off = stream.write_all(&vec![b'x'; MIB - 1]).await;
            tokio::time::sleep(Duration::from_secs(60)).await;
        }));
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let more = memory(program.pid()).saturating_sub(before);
    assert!(more < 24 * MIB, "{} MiB", more / MIB);
    let body = vec![b'y'; 64 << 10];
    let report = answer("127.0.0.2", program.address, request("POST", "/fixture/echo", body.clone())).await;
    assert!(report.expect("an answer in ten seconds").body == body);
    uploads.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_of_all_networks_together_have_a_bound() {
    let app = app("");
    let host = app.start(&["--max-bodies", "2", "--max-time", "1.5"]).await;
    let mut uploads = Vec::new();
    for from in ["127.0.1.1", "127.0.2.1"] {
        let mut stream = connect(from, host.address).await;
        stream.write_all(b"POST /fixture/echo HTTP/1.1\r\nhost: a\r\ncontent-length: 1048576\r\n\r\nx").await.unwrap();
        uploads.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let began = Instant::now();
    let third = answer("127.0.3.1", host.address, request("POST", "/fixture/echo", "short")).await.unwrap();
    assert_eq!(third.pair(), (200, "short"), "it waits until one of the others is given up");
    assert!(began.elapsed() > Duration::from_millis(300), "{:?}", began.elapsed());
    is_served("127.0.3.1", host.address).await;
    host.running.stop().await;
}

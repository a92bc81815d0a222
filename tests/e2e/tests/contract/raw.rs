//! Requests that no ordinary client sends: too large, without a length, or not HTTP at all.
use e2e::{World, fresh_key, words};
use shared::contract::Endpoint;
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

const MIB: usize = 1024 * 1024;

/// A report of exactly this many bytes.
fn padded(bytes: usize) -> Vec<u8> {
    let mut body = serde_json::to_vec(&words::draft()).expect("a draft");
    body.resize(bytes, b' ');
    body
}

/// Sends a head and a body and reads until the host is done with us.
fn talk(world: &World, head: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(world.host.address()).expect("the host listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    stream.set_write_timeout(Some(Duration::from_secs(20))).expect("a time limit");
    stream.write_all(head.as_bytes()).expect("the head is taken");
    // the host may have said no before the end
    let _cut_short = stream.write_all(body);
    let (mut answer, mut part) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = stream.read(&mut part) {
        answer.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&answer);
        let whole = text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.trim_end().ends_with('}'));
        if whole {
            break;
        }
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn head(more: &str) -> String {
    let (path, key) = (Endpoint::SendReport.url(""), fresh_key());
    format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nidempotency-key: {key}\r\n{more}\r\n\r\n"
    )
}

fn is_problem(answer: &str, status: u16) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    let lower = answer.to_lowercase();
    assert!(lower.contains("content-type: application/problem+json") && lower.contains("no-store"), "{answer}");
    assert!(answer.contains(&format!("\"status\":{status}")), "{answer}");
    assert!(!words::stands_in(answer), "{answer}");
}

#[test]
fn a_body_of_a_mebibyte_is_taken_and_one_byte_more_is_413() {
    let world = World::shared();
    let send =
        |bytes| world.anyone().to(Endpoint::SendReport).key(&fresh_key()).typed("application/json", padded(bytes));
    send(MIB).send().good(Endpoint::SendReport);
    let answer = send(MIB + 1).try_send().expect("a client that sends everything first gets its answer");
    answer.problem_of_anyone(413);
    assert!(!words::stands_in(&answer.text()));
    let answer = send(4 * MIB).try_send().expect("a client that sends far too much gets its answer");
    answer.problem_of_anyone(413);
}

#[test]
fn far_too_much_is_refused_before_it_is_sent() {
    let world = World::shared();
    is_problem(&talk(&world, &head(&format!("content-length: {}", 5 * MIB)), b""), 413);
    is_problem(&talk(&world, &head("content-length: 999999999999"), b""), 413);
}

/// A body in pieces, as one sends that does not know how much there will be.
fn pieces(body: &[u8]) -> Vec<u8> {
    let mut sent = Vec::new();
    for piece in body.chunks(64 * 1024) {
        sent.extend_from_slice(format!("{:x}\r\n", piece.len()).as_bytes());
        sent.extend_from_slice(piece);
        sent.extend_from_slice(b"\r\n");
    }
    sent
}

#[test]
fn pieces_without_a_length_are_counted() {
    let world = World::shared();
    let head = head("transfer-encoding: chunked");
    let end = b"0\r\n\r\n".as_slice();
    let answer = talk(&world, &head, &[&pieces(&padded(MIB)), end].concat());
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    is_problem(&talk(&world, &head, &[&pieces(&padded(MIB + 1)), end].concat()), 413);
    // without an end: the host has to say no by itself
    is_problem(&talk(&world, &head, &pieces(&padded(4 * MIB + 1))), 413);
}

#[test]
fn input_that_is_not_http_is_refused_and_the_host_keeps_serving() {
    let world = World::shared();
    let heads = [
        "kanarie\r\n\r\n".to_owned(),
        "GET /api/v1/dossiers HTTP/9.9\r\nhost: x\r\n\r\n".to_owned(),
        "GET /api/v1/kanarie\u{1} HTTP/1.1\r\nhost: x\r\n\r\n".to_owned(),
        head("content-length: 5\r\ncontent-length: 6"),
        head("content-length: -1"),
        head("content-length: 5\r\ntransfer-encoding: gzip"),
    ];
    for head in heads {
        let answer = talk(&world, &head, b"");
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{head:?}: {answer}");
        assert!(!words::stands_in(&answer), "{answer}");
    }
    let many: String = (0..400).map(|n| format!("x-{n}: {}\r\n", "kanarie".repeat(20))).collect();
    let answer = talk(&world, &format!("GET /api/v1/gezondheid HTTP/1.1\r\nhost: x\r\n{many}\r\n"), b"");
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    world.anyone().to(Endpoint::Health).send().good(Endpoint::Health);
}

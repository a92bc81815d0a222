//! What the log of the program holds for an administrator.

use crate::common::{app, request, send};
use crate::process::{end, start, until_logged};

const FILES: &str = "files = [{ source = \"data\", destination = \"/data\" }]";

/// What a component prints may hold what a user typed, and stays out of the log; two kinds of lines hold nothing of
/// that.
#[tokio::test(flavor = "multi_thread")]
async fn lines_for_the_administrator_are_always_logged() {
    let app = app("");
    let program = start(&app, &[]);
    for said in
        ["audit: head 7 0a1b", "error: a stored case could not be read", "canary\n error: canary\nx audit: canary"]
    {
        assert_eq!(send(program.address, request("POST", "/fixture/say", said)).await.status, 200);
    }
    let log = tokio::task::spawn_blocking(move || end(program, "-TERM")).await.unwrap();
    assert!(log.contains(r#"action="component" component="fixture" kind="audit" said="head 7 0a1b""#), "{log}");
    assert!(
        log.contains(r#"ERROR action="component" component="fixture" said="a stored case could not be read""#),
        "{log}"
    );
    assert!(!log.contains("canary"), "{log}");
}

/// The head of the application's log leaves the machine with the host's own log.
#[tokio::test(flavor = "multi_thread")]
async fn a_timers_answer_brings_the_head() {
    for (answer, logged) in [
        (r#"{"kop":"12:0a1b","opgenomen":0}"#, Some(r#"action="timer" status=200 kop="12:0a1b""#)),
        (r#"{"kop":"canary canary"}"#, None),
        (r#"{"other":"canary"}"#, None),
        ("canary", None),
    ] {
        let app = app(FILES);
        std::fs::write(app.path("data/a.txt"), answer).unwrap();
        let program = start(&app, &["--every", "0.1", "POST", "/fixture/file/data/a.txt"]);
        until_logged(&program, r#"action="timer" status=200"#).await;
        let log = tokio::task::spawn_blocking(move || end(program, "-TERM")).await.unwrap();
        assert!(logged.is_none_or(|line| log.contains(line)), "{answer}: {log}");
        assert!(!log.contains("canary"), "{answer}: {log}");
    }
}

/// A proxy that nobody named makes one network of all who come through it: the log says so, once.
#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_proxy_is_warned_of_once() {
    for (proxy, warnings) in [("127.0.0.9", 1), ("127.0.0.1", 0)] {
        let app = app("");
        let program = start(&app, &["--proxy", proxy]);
        for _ in 0..3 {
            let mut asked = request("GET", "/fixture/", "");
            asked.headers_mut().insert("x-forwarded-for", hyper::header::HeaderValue::from_static("192.0.2.7"));
            send(program.address, asked).await;
        }
        let log = tokio::task::spawn_blocking(move || end(program, "-TERM")).await.unwrap();
        assert_eq!(log.matches("X-Forwarded-For is not believed").count(), warnings, "{log}");
        assert!(!log.contains("192.0.2.7"), "{log}");
    }
}

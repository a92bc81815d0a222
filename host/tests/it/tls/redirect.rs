//! The second address: it redirects to https and answers nothing else.

use super::parts::{Made, start, with_certificate};
use crate::common::{request, send};

#[tokio::test(flavor = "multi_thread")]
async fn reading_is_redirected_to_https_and_sending_is_refused() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--http-redirect", "127.0.0.1:0"]).await;
    let (plain, port) = (host.running.redirect().unwrap(), host.address.port());
    for method in ["GET", "HEAD"] {
        let mut asked = request(method, "/fixture/headers?a=b", "");
        asked.headers_mut().insert("host", "localhost:80".parse().unwrap());
        let answer = send(plain, asked).await;
        assert_eq!(answer.status, 308, "{method}");
        assert_eq!(answer.headers["location"], format!("https://localhost:{port}/fixture/headers?a=b"));
        assert!(!answer.headers.contains_key("strict-transport-security"));
        assert!(answer.body.is_empty());
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = send(plain, request(method, "/fixture/echo", "kanarie")).await;
        answer.is_problem(403, "https-required");
    }
    for host in ["a b", "try.example/x", "try.example@other.example"] {
        let mut asked = request("GET", "/", "");
        asked.headers_mut().insert("host", host.parse().unwrap());
        send(plain, asked).await.is_problem(400, "bad-request");
    }
    for (name, value) in [("authorization", "Bearer kanarie"), ("cookie", "a=b; __Host-kanarie=c")] {
        let mut asked = request("GET", "/fixture/", "");
        asked.headers_mut().insert(name, value.parse().unwrap());
        send(plain, asked).await.is_problem(403, "https-required");
    }
    assert_eq!(made.send(host.address, request("GET", "/fixture/", "")).await.pair(), (200, "here"));
    host.running.stop().await;
    assert!(tokio::net::TcpStream::connect(plain).await.is_err(), "it still accepts");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limits_apply_there_too() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    let host = start(&app, &flags, &["--http-redirect", "127.0.0.1:0", "--rate", "1", "--burst", "2"]).await;
    let plain = host.running.redirect().unwrap();
    for status in [308, 308, 429] {
        assert_eq!(send(plain, request("GET", "/", "")).await.status, status);
    }
    host.running.stop().await;
}

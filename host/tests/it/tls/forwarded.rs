//! The scheme that a component sees: over TLS, behind a trusted proxy, behind an untrusted one.

use super::parts::{Made, start, with_certificate};
use crate::common::{Host, app, request, send};
use hyper::HeaderMap;
use hyper::header::HeaderValue;

type Sent = &'static [(&'static str, &'static str)];

/// The headers that the client sends, and the values that a component sees when the peer is trusted and when it is not.
const TABLE: [(Sent, &str, &str); 7] = [
    (&[], "http", "http"),
    (&[("x-forwarded-proto", "https")], "https", "http"),
    (&[("x-forwarded-proto", "http")], "http", "http"),
    (&[("x-forwarded-proto", "https, http")], "http", "http"),
    (&[("x-forwarded-proto", "https"), ("x-forwarded-for", "192.0.2.7")], "https", "http"),
    (&[("x-forwarded-proto", "https, http"), ("x-forwarded-for", "192.0.2.7, 127.0.0.1")], "https", "http"),
    (&[("spin-full-url", "https://try.example/"), ("forwarded", "proto=https")], "http", "http"),
];

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
}

async fn told(host: &Host, with: HeaderMap) -> String {
    let mut asked = request("GET", "/fixture/headers", "");
    asked.headers_mut().extend(with);
    send(host.address, asked).await.text().to_owned()
}

fn scheme(told: &str, scheme: &str) -> bool {
    let forwarded = told.lines().filter_map(|line| line.strip_prefix("x-forwarded-proto: "));
    told.contains(&format!("spin-full-url: {scheme}://try.example/fixture/headers\n"))
        && forwarded.into_iter().all(|said| said == scheme)
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_trusted_proxy_makes_it_https() {
    let app = app("");
    let believed = app.start(&["--proxy", "127.0.0.1"]).await;
    let other = app.start(&["--proxy", "127.0.0.9"]).await;
    let nobody = app.start(&[]).await;
    for (sent, behind, alone) in TABLE {
        for (host, wanted) in [(&believed, behind), (&other, alone), (&nobody, alone)] {
            let told = told(host, headers(sent)).await;
            assert!(scheme(&told, wanted), "{sent:?} {wanted}: {told}");
        }
    }
    for host in [believed, other, nobody] {
        host.running.stop().await;
    }
}

/// TLS up to the host is https, whatever a header says.
#[tokio::test(flavor = "multi_thread")]
async fn no_header_makes_tls_plain_http() {
    let made = Made::new();
    let (app, flags) = with_certificate(&made);
    for proxy in ["127.0.0.1", "127.0.0.9"] {
        let host = start(&app, &flags, &["--proxy", proxy]).await;
        for said in ["http", "https", "https, http"] {
            let mut asked = request("GET", "/fixture/headers", "");
            asked.headers_mut().insert("x-forwarded-proto", HeaderValue::from_static(said));
            let answer = made.send(host.address, asked).await;
            assert!(scheme(answer.text(), "https"), "{said}: {}", answer.text());
        }
        host.running.stop().await;
    }
}

//! Requests of one component to another: `http://NAME.spin.internal`, and from outside nowhere.

use std::time::{Duration, Instant};

use crate::common::{App, app, request, send};

/// The fixture, and another one behind it with a private route and no store.
fn with_inner(allowed: &str) -> App {
    app(&format!(
        r#"allowed_outbound_hosts = [{allowed}]
[component.inner]
source = "fixture.wasm"
[component.inner.tool.host]
cookies = false
[[trigger.http]]
route = {{ private = true }}
component = "inner"
"#
    ))
}

const INNER: &str = "\"http://inner.spin.internal\"";

#[tokio::test(flavor = "multi_thread")]
async fn a_component_reaches_another_one_that_it_may_reach() {
    let app = with_inner(INNER);
    let host = app.start(&[]).await;
    let answer = host.post("/fixture/send", "http://inner.spin.internal/").await;
    assert_eq!(answer.pair(), (200, "here"));
    let headers = host.post("/fixture/send", "http://inner.spin.internal/headers").await;
    let said = headers.text();
    for line in [
        "spin-path-info: /headers",
        "spin-full-url: http://inner.spin.internal/headers",
        "spin-client-addr: 127.0.0.1:0",
    ] {
        assert!(said.lines().any(|one| one == line), "{line} is not in {said}");
    }
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reaches_it_from_outside() {
    let app = with_inner(INNER);
    let host = app.start(&[]).await;
    for path in ["/", "/inner", "/inner/", "/headers", "/%7B%20private%20=%20true%20%7D"] {
        host.get(path).await.is_problem(404, "no-route");
    }
    let mut named = request("GET", "/headers", "");
    named.headers_mut().insert("host", "inner.spin.internal".parse().unwrap());
    send(host.address, named).await.is_problem(404, "no-route");
    let whole = request("GET", "http://inner.spin.internal/headers", "");
    send(host.address, whole).await.is_problem(404, "no-route");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_may() {
    let app = with_inner("\"https://inner.spin.internal\", \"http://*.example\"");
    let host = app.start(&["--allow-private"]).await;
    for there in ["http://inner.spin.internal/", "http://fixture.spin.internal/", "http://inner.spin.internal:81/"] {
        let denied = host.post("/fixture/send", there).await;
        assert_eq!(denied.status, 502, "{there}");
        assert!(denied.text().contains("HttpRequestDenied"), "{there}: {}", denied.text());
    }
    host.running.stop().await;
    // allowed to reach everything: a name that is no component is still not looked for in a network
    let app = with_inner("\"http://*:*\"");
    let host = app.start(&["--allow-private"]).await;
    assert_eq!(host.post("/fixture/send", "http://inner.spin.internal/").await.pair(), (200, "here"));
    assert_eq!(host.post("/fixture/send", "http://Inner.SPIN.internal/").await.pair(), (200, "here"));
    for nobody in ["http://nobody.spin.internal/", "http://nobody.spin.internal./", "http://Nobody.Spin.Internal/"] {
        let answer = host.post("/fixture/send", nobody).await;
        assert_eq!(answer.status, 502, "{nobody}");
        assert!(answer.text().contains("DestinationNotFound"), "{nobody}: {}", answer.text());
    }
    host.running.stop().await;
    let error = with_inner("\"http://nobody.spin.internal\"").refused(&[]).await;
    assert!(error.contains("component fixture") && error.contains("no component nobody"), "{error}");
}

/// The caller's store and variables are not the other one's.
#[tokio::test(flavor = "multi_thread")]
async fn it_has_its_own_surroundings() {
    let app = with_inner(INNER);
    let host = app.start(&[]).await;
    assert_eq!(host.post("/fixture/kv/set/default/key", "value").await.status, 204);
    let closed = host.post("/fixture/send", "http://inner.spin.internal/kv/get/default/key").await;
    assert_eq!(closed.status, 403, "{}", closed.text());
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_from_outside_is_not_waited_for() {
    let app = with_inner(INNER);
    let host = app.start(&["--max-instances", "1"]).await;
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..12 {
        asked.spawn(send(host.address, request("POST", "/fixture/send", "http://inner.spin.internal/")));
    }
    for answer in asked.join_all().await {
        assert_eq!(answer.pair(), (200, "here"));
    }
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn its_faults_stay_there_and_are_not_waited_for() {
    let app = with_inner(INNER);
    let host = app.start(&["--outgoing-time", "0.5"]).await;
    for fault in ["trap", "panic", "loop", "sleep/20000", "memory/4000"] {
        let began = Instant::now();
        let answer = host.post("/fixture/send", format!("http://inner.spin.internal/bad/{fault}")).await;
        assert_eq!(answer.status, 502, "{fault}: {}", answer.text());
        assert!(began.elapsed() < Duration::from_secs(10), "{fault}: {:?}", began.elapsed());
        assert_eq!(host.post("/fixture/send", "http://inner.spin.internal/").await.pair(), (200, "here"), "{fault}");
    }
    host.running.stop().await;
}

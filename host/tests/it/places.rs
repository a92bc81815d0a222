//! Components and routes on addresses of their own, and paths that are called on a timer.

use std::time::Instant;

use crate::common::{App, app, request, send, until};

/// A second component, `inner`, beside the fixture.
fn two() -> App {
    app(
        "[[trigger.http]]\nroute = \"/inner/...\"\ncomponent = \"inner\"\n[component.inner]\nsource = \"fixture.wasm\"\n",
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_component_with_its_own_address_is_served_only_there() {
    let app = two();
    let host = app.start(&["--bind", "inner=127.0.0.2:0"]).await;
    let [public, inner] = host.running.addresses() else { panic!("{:?}", host.running.addresses()) };
    let (public, inner) = (*public, *inner);
    assert_eq!(send(public, request("GET", "/fixture/", "")).await.status, 200);
    assert_eq!(send(inner, request("GET", "/inner/", "")).await.status, 200);
    for path in ["/inner/", "/inner", "//inner/", "/%69nner/", "/fixture/../inner/"] {
        let answer = send(public, request("GET", path, "")).await;
        assert!(answer.status == 404 || !answer.text().contains("here"), "{path}: {answer:?}");
    }
    send(inner, request("GET", "/fixture/", "")).await.is_problem(404, "no-route");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_route_on_its_own_address() {
    let app = two();
    let host = app.start(&["--bind", "/by/:name/...=127.0.0.3:0"]).await;
    let addresses = host.running.addresses().to_vec();
    assert_eq!(send(addresses[1], request("GET", "/by/me/", "")).await.status, 200);
    send(addresses[0], request("GET", "/by/me/", "")).await.is_problem(404, "no-route");
    assert_eq!(send(addresses[0], request("GET", "/fixture/", "")).await.status, 200);
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_or_path_that_cant_be_used_is_named() {
    let app = two();
    for (more, word) in [
        (["--bind", "outer=127.0.0.1:0"].as_slice(), "outer"),
        (&["--every", "1", "GET", "/fixture/"], "POST"),
        (&["--every", "x", "POST", "/fixture/"], "--every x"),
        (&["--every", "1", "POST", "fixture"], "begin with /"),
        (&["--every", "1", "POST", "/nowhere"], "/nowhere"),
    ] {
        let error = app.refused(more).await;
        assert!(error.contains(word), "{more:?}: {error}");
    }
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let error = app.refused(&["--bind", &format!("inner={address}")]).await;
    assert!(error.contains(&address) && error.contains("--listen"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_called_on_a_timer() {
    let app = two();
    let host = app.start(&["--every", "0.1", "POST", "/fixture/wasi-kv/increment/default/ticks"]).await;
    let began = Instant::now();
    let ticks = async || {
        let counter = host.get("/fixture/wasi-kv/get/default/ticks").await.body;
        counter[..].try_into().map_or(0, u64::from_le_bytes)
    };
    until("five calls", async || ticks().await >= 5).await;
    let (ticks, tenths) = (u128::from(ticks().await), began.elapsed().as_millis() / 100);
    assert!(ticks <= tenths + 2, "{ticks} calls in {tenths} tenths of a second");
    host.running.stop().await;
}

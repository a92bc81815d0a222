//! The request as a component gets it: the host's headers, variables, files.

use crate::common::{app, request, send};
use hyper::header::HeaderValue;

const MORE: &str = r#"
files = [{ source = "data", destination = "/data" }, { source = "spin.toml", destination = "/one/manifest" }, "data/*.txt"]
environment = { WORD = "set" }
[component.fixture.variables]
greeting = "hello {{ who }}"
[variables]
who = { default = "you" }
"#;

#[tokio::test(flavor = "multi_thread")]
async fn spins_headers_are_ours() {
    let app = app("");
    let host = app.start(&[]).await;
    let mut asked = request("GET", "/fixture/headers?q=1", "");
    for name in ["spin-client-addr", "spin-path-info", "spin-admin", "Spin-Full-Url"] {
        asked
            .headers_mut()
            .append(hyper::header::HeaderName::try_from(name).unwrap(), HeaderValue::from_static("forged"));
    }
    asked.headers_mut().insert("x-kept", HeaderValue::from_static("kept"));
    let answer = send(host.address, asked).await;
    let lines: Vec<&str> = answer.text().lines().collect();
    let ours = [
        "spin-base-path: /",
        "spin-component-route: /fixture",
        "spin-full-url: http://try.example/fixture/headers?q=1",
        "spin-matched-route: /fixture/...",
        "spin-path-info: /headers",
        "spin-raw-component-route: /fixture/...",
        "x-kept: kept",
    ];
    for line in ours {
        assert!(lines.contains(&line), "{line} in {lines:?}");
    }
    assert!(lines.iter().any(|line| line.starts_with("spin-client-addr: 127.0.0.1:")), "{lines:?}");
    assert!(!answer.text().contains("forged") && !answer.text().contains("spin-admin"), "{lines:?}");
    let named = host.get("/by/me/headers").await;
    assert!(named.text().contains("spin-path-match-name: me\n"), "{}", named.text());
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_trusted_proxy_names_the_client() {
    let app = app("");
    for (proxy, seen) in [("127.0.0.1", "192.0.2.7:0"), ("127.0.0.9", "127.0.0.1:")] {
        let host = app.start(&["--proxy", proxy]).await;
        let mut asked = request("GET", "/fixture/headers", "");
        asked.headers_mut().insert("x-forwarded-for", HeaderValue::from_static("203.0.113.5, 192.0.2.7"));
        let answer = send(host.address, asked).await;
        assert!(answer.text().contains(&format!("spin-client-addr: {seen}")), "{}", answer.text());
        host.running.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn variables_environment_and_files() {
    let app = app(MORE);
    let host = app.start(&[]).await;
    for (path, answer) in [
        ("variable/greeting", (200, "hello you")),
        ("environment/WORD", (200, "set")),
        ("file/data/a.txt", (200, "from a file")),
    ] {
        assert_eq!(host.get(&format!("/fixture/{path}")).await.pair(), answer, "{path}");
    }
    assert!(host.get("/fixture/file/one/manifest").await.text().starts_with("spin_manifest_version"));
    for path in [
        "variable/who",
        "variable/missing",
        "environment/PATH",
        "file/spin.toml",
        "file/data/../spin.toml",
        "file/etc/passwd",
    ] {
        assert_eq!(host.get(&format!("/fixture/{path}")).await.status, 404, "{path}");
    }
    assert_eq!(host.get("/fixture/variable/Not%20a%20name").await.status, 404);
    for path in ["write-file/data/a.txt", "write-file/data/new.txt", "write-file/new.txt"] {
        assert_eq!(host.get(&format!("/fixture/{path}")).await.status, 403, "{path}");
    }
    host.running.stop().await;
}

/// A component that needs no cookie gets none.
#[tokio::test(flavor = "multi_thread")]
async fn cookies_stay_away_from_a_component_that_doesnt_take_them() {
    for (more, sees) in [
        ("", true),
        ("[component.fixture.tool.host]\ncookies = true\n[component.fixture.tool.other]\nx = 1", true),
        ("[component.fixture.tool.host]\ncookies = false", false),
    ] {
        let host = app(more).start(&[]).await;
        let mut asked = request("GET", "/fixture/headers", "");
        asked.headers_mut().append("cookie", HeaderValue::from_static("__Host-a=kept"));
        asked.headers_mut().append("cookie", HeaderValue::from_static("b=kept"));
        let answer = send(host.address, asked).await;
        assert_eq!(answer.text().contains("kept"), sees, "{more}: {}", answer.text());
        host.running.stop().await;
    }
    for wrong in ["cookies = \"no\"", "cokies = false"] {
        let error = app(&format!("[component.fixture.tool.host]\n{wrong}")).refused(&[]).await;
        assert!(error.contains("component fixture: tool.host"), "{error}");
    }
}

/// What an administrator changes lies outside the application, which an upgrade replaces.
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_may_lie_elsewhere() {
    let (app, own) = (app(MORE), tempfile::tempdir().unwrap());
    std::fs::write(own.path().join("a.txt"), "our own").unwrap();
    let files = format!("data={}", own.path().display());
    let host = app.start(&["--files", &files]).await;
    assert_eq!(host.get("/fixture/file/data/a.txt").await.pair(), (200, "our own"));
    host.running.stop().await;
    for (files, word) in [("dta=/tmp", "dta"), ("data=/nowhere", "/nowhere")] {
        assert!(app.refused(&["--files", files]).await.contains(word), "{files}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_and_answers() {
    let app = app("");
    let host = app.start(&[]).await;
    let large = vec![b'x'; 1 << 20];
    let echoed = host.post("/fixture/echo", large.clone()).await;
    assert_eq!(echoed.status, 200);
    assert!(echoed.body == large);
    host.get("/nothing").await.is_problem(404, "no-route");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_parts_are_named_at_the_start() {
    for (more, word) in [
        ("files = [{ source = \"none\", destination = \"/x\" }]", "none"),
        ("files = [{ source = \"data\", destination = \"x\" }]", "begin with /"),
        ("files = [\"../*\"]", "leads out"),
        ("allowed_outbound_hosts = [\"{{ unknown }}\"]", "unknown"),
    ] {
        let error = app(more).refused(&[]).await;
        assert!(error.contains(word) && error.contains("fixture"), "{more}: {error}");
    }
    let gone = app("");
    std::fs::remove_file(gone.path("fixture.wasm")).unwrap();
    assert!(gone.refused(&[]).await.contains("was it built?"));
    std::fs::write(gone.path("fixture.wasm"), "no component").unwrap();
    assert!(gone.refused(&[]).await.contains("is not a component"));
}

/// A component that needs something this host lacks: the import is named.
#[tokio::test(flavor = "multi_thread")]
async fn a_missing_import_is_named() {
    let app = app("");
    std::fs::write(app.path("fixture.wasm"), wants("fermyon:spin/llm@2.0.0")).unwrap();
    let error = app.refused(&[]).await;
    assert!(error.contains("component fixture can't run here") && error.contains("fermyon:spin/llm@2.0.0"), "{error}");
}

/// The smallest component that imports an instance of this name with one function in it.
fn wants(import: &str) -> Vec<u8> {
    let name = |text: &str| [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
    // an instance type that exports `f: func()`
    let kind = [&[1, 0x42, 2, 0x01, 0x40, 0, 1, 0, 0x04, 0][..], &name("f"), &[1, 0]].concat();
    let imported = [&[1, 0][..], &name(import), &[5, 0]].concat();
    let section = |id: u8, body: &[u8]| [&[id, u8::try_from(body.len()).unwrap()], body].concat();
    [&b"\0asm\x0d\0\x01\0"[..], &section(7, &kind), &section(10, &imported)].concat()
}

//! What a person sees when the host itself answers.

use crate::common::{App, Host, app, request, send};
use hyper::header::HeaderValue;

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

fn with_pages() -> App {
    let app = app("");
    std::fs::create_dir(app.path("storing")).unwrap();
    for name in ["404", "other"] {
        std::fs::write(app.path(&format!("storing/{name}.html")), format!("<h1>{name}: 112</h1>")).unwrap();
    }
    app
}

async fn asked(host: &Host, path: &str, accept: &'static str, body: usize, head: usize) -> crate::common::Answer {
    let mut asked = request("POST", path, vec![b'x'; body]);
    asked.headers_mut().insert("accept", HeaderValue::from_static(accept));
    asked.headers_mut().insert("cookie", HeaderValue::try_from("x".repeat(head)).unwrap());
    send(host.address, asked).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_gets_a_page_and_a_program_a_document() {
    let host = with_pages().start(&["--max-body", "100", "--max-head", "8192"]).await;
    for (path, body, head, status, kind, page) in [
        ("/nothing", 0, 1, 404, "no-route", "404"),
        ("/fixture/echo", 200, 1, 413, "body-too-large", "other"),
        ("/fixture/echo", 1, 9000, 431, "head-too-large", "other"),
        ("/fixture/bad/trap", 0, 1, 500, "component-failed", "other"),
    ] {
        let shown = asked(&host, path, BROWSER, body, head).await;
        assert_eq!(shown.pair(), (status, &*format!("<h1>{page}: 112</h1>")), "{path}");
        assert_eq!(shown.headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(shown.headers["cache-control"], "no-store");
        for program in ["application/json", "*/*"] {
            asked(&host, path, program, body, head).await.is_problem(status, kind);
        }
    }
    assert_eq!(asked(&host, "/fixture/echo", BROWSER, 3, 1).await.pair(), (200, "xxx"), "a component's own answer");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_asks_too_often_gets_a_page() {
    let host = with_pages().start(&["--rate", "1", "--burst", "1"]).await;
    assert_eq!(asked(&host, "/fixture/", BROWSER, 0, 1).await.status, 200);
    let held = asked(&host, "/fixture/", BROWSER, 0, 1).await;
    assert_eq!(held.pair(), (429, "<h1>other: 112</h1>"));
    assert!(held.headers.contains_key("retry-after"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_pages_has_one_for_the_rest() {
    let app = with_pages();
    std::fs::remove_file(app.path("storing/other.html")).unwrap();
    assert!(app.refused(&[]).await.contains("has no other.html"));
    assert!(app.refused(&["--pages", "/nowhere"]).await.contains("/nowhere"));
}

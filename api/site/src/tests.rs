//! The whole component, with files that are damaged or missing.
use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt;
use kit::{
    instance::Environment,
    testing::{environment, variables},
};
use std::path::Path;

/// A browser that loads a page.
pub const BROWSER: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

pub async fn get(environment: Environment, dist: &Path, path: &str, accept: &str) -> (StatusCode, HeaderMap, String) {
    let url = format!("https://meldroute.example{path}");
    let request =
        Request::get(path).header(header::ACCEPT, accept).header("spin-full-url", url).body(Body::empty()).unwrap();
    let (head, body) = Response::into_parts(crate::answer(environment, dist, request).await);
    let body = body.collect().await.unwrap().to_bytes();
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}

fn dist() -> tempfile::TempDir {
    let dist = tempfile::tempdir().unwrap();
    for name in ["index.html", "af.html"] {
        std::fs::write(dist.path().join(name), "<main>{{gemeente}} {{alarm}}</main>").unwrap();
    }
    dist
}

fn is_page_with_numbers(headers: &HeaderMap, html: &str) {
    assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    for part in ["lang=\"nl\"", "<title>", "<h1>", "<main>", "112", "0900-8844", "0800-2000"] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[tokio::test]
async fn the_first_screen_is_there_whatever_is_wrong_with_the_files() {
    let (dist, profiles) = (dist(), tempfile::tempdir().unwrap());
    let whole = environment(variables(&[], &[]));
    let (status, _, html) = get(whole.clone(), dist.path(), "/", BROWSER).await;
    assert_eq!((status, &*html), (StatusCode::OK, "<main>Hengelo 112</main>"));
    std::fs::write(profiles.path().join("hengelo.json"), "{ \"id\": \"hengelo\",,").unwrap();
    let damaged = Environment { profiles: profiles.path().into(), ..whole.clone() };
    let nowhere = profiles.path().join("dist");
    for (environment, dist) in [(damaged.clone(), dist.path()), (whole, &*nowhere)] {
        for path in ["/", "/melden", "/af"] {
            for accept in [BROWSER, "*/*"] {
                let (status, headers, html) = get(environment.clone(), dist, path, accept).await;
                assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
                is_page_with_numbers(&headers, &html);
            }
        }
    }
    for path in ["/huisstijl.css", "/manifest.webmanifest"] {
        assert_eq!(get(damaged.clone(), dist.path(), path, "*/*").await.0, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_person_gets_a_page_and_a_program_a_problem() {
    let dist = dist();
    let ask = async |path, accept| get(environment(variables(&[], &[])), dist.path(), path, accept).await;
    let (status, headers, html) = ask("/niets", BROWSER).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    is_page_with_numbers(&headers, &html);
    let (status, headers, _) = ask("/niets", "application/json").await;
    assert_eq!(
        (status, &headers[header::CONTENT_TYPE]),
        (StatusCode::NOT_FOUND, &"application/problem+json".parse().unwrap())
    );
    assert_eq!(ask("/bewust/niets", BROWSER).await.0, StatusCode::NOT_FOUND, "and no way back to itself");
    for (path, place) in [("/AF", "/af"), ("/Melden", "/melden"), ("/melden%20", "/melden"), ("/Bewust", "/bewust")] {
        let (status, headers, _) = ask(path, BROWSER).await;
        assert_eq!(
            (status, &headers[header::LOCATION]),
            (StatusCode::TEMPORARY_REDIRECT, &place.parse().unwrap()),
            "{path}"
        );
    }
}

/// Where one organisation works for more gemeenten, the first screen asks for which one; a damaged list asks nothing.
#[tokio::test]
async fn staff_of_more_gemeenten_are_asked_for_which_one() {
    let (dist, profiles) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(dist.path().join("index.html"), "<main>{{welke-gemeente}}</main>").unwrap();
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    std::fs::create_dir(profiles.path().join("lijsten")).unwrap();
    for name in ["hengelo.json", "lijsten/signalen-2026-1.json", "lijsten/aangewezen-dagen.json"] {
        std::fs::copy(from.join(name), profiles.path().join(name)).unwrap();
    }
    let one = Environment { profiles: profiles.path().into(), ..environment(variables(&[], &[])) };
    let shown = || async {
        let (status, _, html) = get(one.clone(), dist.path(), "/", BROWSER).await;
        assert_eq!(status, StatusCode::OK);
        html
    };
    assert_eq!(shown().await, "<main></main>");
    let list = |first: &str| {
        let all = format!(
            r#"{{ "gemeenten": [{{ "id": "{first}", "naam": "Hengelo", "adres": "https://melden.hengelo.example" }},
            {{ "id": "bedachtburg", "naam": "Bedachtburg", "adres": "https://melden.bedachtburg.example" }}] }}"#
        );
        std::fs::write(profiles.path().join("lijsten/samen.json"), all).unwrap();
    };
    list("hengelo");
    let html = shown().await;
    assert!(html.contains("Voor welke gemeente?") && html.contains("https://melden.bedachtburg.example/"), "{html}");
    assert!(!html.contains("melden.hengelo.example"), "one is there already: {html}");
    for other in ["nergens", "geen id"] {
        list(other);
        assert_eq!(shown().await, "<main></main>", "{other}");
    }
}

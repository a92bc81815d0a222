//! Whole requests that are nearly right, at the whole component: no panic, no answer that blames us, and never a file
//! from outside the bundle.
use fuzz::{Form, Target};
use http_body_util::BodyExt;
use kit::testing::{environment, variables};

#[test]
fn every_request_is_answered_and_nothing_outside_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    std::fs::create_dir_all(dist.join("assets")).unwrap();
    for name in ["index.html", "af.html", "a.txt", "a.txt.br", "assets/b.js"] {
        std::fs::write(dist.join(name), format!("binnen {name}")).unwrap();
    }
    for outside in ["geheim.txt", "geheim.js"] {
        std::fs::write(folder.path().join(outside), "kanarie").unwrap();
    }
    let more = "\nspin-full-url: https://meldroute.example/\naccept-encoding: gzip, br;q=0.5, *;q=0";
    let paths = [
        "/",
        "/af/dossiers/0",
        "/a.txt",
        "/assets/b.js",
        "/assets/../a.txt",
        "/../geheim.txt",
        "/%2e%2e/geheim.js",
        "/huisstijl.css",
        "/manifest.webmanifest",
        "/.well-known/security.txt",
        "/api/v1/openapi.json",
        "/api/v2/x",
    ];
    let seeds: Vec<String> = paths.iter().map(|path| format!("GET {path}{more}")).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let kit = environment(variables(&[], &[]));
    Target::new("request to site", Form::Bytes, seeds.iter().map(String::as_str)).run(|input| {
        let Some(request) = fuzz::request(input) else { return false };
        let (status, body) = runtime.block_on(async {
            let answer = crate::answer(kit.clone(), &dist, request.map(axum::body::Body::from)).await;
            (answer.status().as_u16(), answer.into_body().collect().await.unwrap().to_bytes())
        });
        assert!(status < 500, "{status}: {}", String::from_utf8_lossy(&body));
        assert!(!body.windows(7).any(|part| part == b"kanarie"), "a file from outside was served");
        status < 300
    });
}

//! Static files: the two pages, the colours, and the bundle, compressed at build time.
use crate::{aware, colours, manifest, page, person, practice, security_txt};
use axum::{
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderMap, HeaderValue, Method, header};
use kit::{
    Failure,
    instance::Environment,
    web::compress::{accepts, made},
};
use shared::contract::ProblemKind;
use std::path::{Component, Path};

/// The page of the AF, the FG and the beheerder.
const OFFICER: &str = "af.html";

/// Where the report begins: its first questions are on the page.
const FIRST_STEP: &str = "/melden";

/// The melder's style for pages that another component makes.
const STYLE: &str = "/melder.css";

/// Which page is served for a path; `None`: a file.
fn page_of(path: &str) -> Option<&'static str> {
    let under = |root: &str| path == root || path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/'));
    if under("/af") {
        Some(OFFICER)
    } else if path == "/" || path == "/index.html" || under("/melden") {
        Some("index.html")
    } else {
        None
    }
}

/// Answers a GET or HEAD; another method is refused.
pub fn serve(environment: &Environment, dist: &Path, request: &Request) -> Result<Response, Failure> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(not_allowed());
    }
    let path = request.uri().path();
    if let Some(name) = page_of(path) {
        return Ok(match filled(environment, dist, (name, path)) {
            Ok(html) => {
                let mut response = made(request.headers(), "text/html; charset=utf-8", html.into_bytes());
                if name == OFFICER {
                    // a browser keeps no copy of these pages, also not to go back to after logging out
                    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                }
                response
            }
            // the numbers are there whatever happens; the failure is in the log
            Err(failure) => person::start(failure.into_response().status()),
        });
    }
    if let Some(place) = person::meant(path) {
        return Ok(Redirect::temporary(&place).into_response());
    }
    if aware::has(path) {
        return aware::serve(environment, dist, request);
    }
    if practice::has(path) {
        return practice::serve(environment, dist, request);
    }
    if path == aware::STYLE {
        return Ok(made(request.headers(), "text/css; charset=utf-8", aware::CSS.into()));
    }
    if path == security_txt::PATH {
        return security_txt::serve(environment, request.headers());
    }
    if path == "/huisstijl.css" {
        // without a profile the pages have our own colours
        let css = environment.profile().map_or_else(|_| String::new(), |profile| colours::css(&profile.brand));
        return Ok(made(request.headers(), "text/css; charset=utf-8", css.into_bytes()));
    }
    if path == manifest::PATH {
        let profile = environment.profile().ok();
        let json = manifest::json(profile.as_ref().map(|profile| &profile.brand));
        return Ok(made(request.headers(), "application/manifest+json", json.into_bytes()));
    }
    if path == STYLE {
        return style(dist).map(|name| Redirect::temporary(&name).into_response()).ok_or_else(Failure::not_found);
    }
    file(dist, path, request.headers()).ok_or_else(Failure::not_found)
}

/// The address of the melder's style in this bundle: its name holds a hash, which only the bundle knows.
fn style(dist: &Path) -> Option<String> {
    let names = std::fs::read_dir(dist.join("assets")).ok()?;
    let mut names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let name = names.find(|name| name.starts_with("melder") && name.ends_with(".css"))?;
    Some(format!("/assets/{name}"))
}

/// A page of the bundle with what the profile says.
fn filled(environment: &Environment, dist: &Path, (name, path): (&str, &str)) -> Result<String, Failure> {
    let html = std::fs::read_to_string(dist.join(name)).map_err(|_| Failure::Internal("a page is missing in dist/"))?;
    let instance = environment.instance()?;
    let html = page::fill(&html, &instance);
    if name == OFFICER {
        return Ok(html);
    }
    let begins = path.trim_end_matches('/') == FIRST_STEP;
    let questions = if begins { plain::first_questions(&instance) } else { String::new() };
    let others = plain::which_gemeente(plain::Place::dutch(&instance), &environment.neighbours()).into_string();
    let html = html.replacen(page::NEIGHBOURS, &others, 1);
    Ok(aware::with_campaign(&html, environment).replacen(page::QUESTIONS, &questions, 1))
}

fn not_allowed() -> Response {
    let mut response = Failure::of(ProblemKind::MethodNotAllowed, "Hier kan alleen GET.").into_response();
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

fn typed(kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// A file of the bundle, in the best form that the browser reads. Only names that the bundle can have.
fn file(dist: &Path, path: &str, headers: &HeaderMap) -> Option<Response> {
    let relative = Path::new(path.strip_prefix('/')?);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let kind = kind_of(relative)?;
    if !plain {
        return None;
    }
    let forms = [("br", ".br"), ("gzip", ".gz")];
    let ready = forms.iter().filter(|(name, _)| accepts(headers, name)).find_map(|(name, ending)| {
        let bytes = std::fs::read(dist.join(format!("{}{ending}", relative.display()))).ok()?;
        Some((Some(*name), bytes))
    });
    let (encoding, bytes) = match ready {
        Some(ready) => ready,
        None => (None, std::fs::read(dist.join(relative)).ok()?),
    };
    let mut response = typed(kind, bytes);
    let headers = response.headers_mut();
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if path.starts_with("/assets/") {
        // the name holds a hash of the content, so that it never changes
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    Some(response)
}

fn kind_of(path: &Path) -> Option<&'static str> {
    Some(match path.extension()?.to_str()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;

    #[test]
    fn pages_and_files_are_distinguished() {
        let table = [
            ("/", Some("index.html")),
            ("/melden", Some("index.html")),
            ("/melden/2", Some("index.html")),
            ("/af", Some("af.html")),
            ("/af/dossiers/0", Some("af.html")),
            ("/affiche.txt", None),
            ("/assets/melder.js", None),
        ];
        for (path, page) in table {
            assert_eq!(page_of(path), page, "{path}");
        }
    }

    #[test]
    fn the_style_is_found_without_its_hash() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(style(dir.path()), None);
        std::fs::create_dir(dir.path().join("assets")).unwrap();
        for name in ["melder-0a.js", "melder-0b.css.br", "melder-0b.css", "officer-0c.css"] {
            std::fs::write(dir.path().join("assets").join(name), "").unwrap();
        }
        assert_eq!(style(dir.path()).unwrap(), "/assets/melder-0b.css");
    }

    #[test]
    fn nothing_outside_dist_and_no_compressed_name_is_served() {
        let dir = tempfile::tempdir().unwrap();
        let dist = dir.path().join("dist");
        std::fs::create_dir(&dist).unwrap();
        std::fs::write(dir.path().join("secret.txt"), "x").unwrap();
        std::fs::write(dist.join("a.txt"), "plain").unwrap();
        std::fs::write(dist.join("a.txt.br"), "small").unwrap();
        let none = HeaderMap::new();
        assert_eq!(file(&dist, "/a.txt", &none).unwrap().status(), StatusCode::OK);
        for path in ["/../secret.txt", "//etc/passwd.txt", "/a.txt.br", "/./../secret.txt", "/b.txt", "/a"] {
            assert!(file(&dist, path, &none).is_none(), "{path}");
        }
        let mut wants = HeaderMap::new();
        wants.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, br;q=1"));
        assert_eq!(file(&dist, "/a.txt", &wants).unwrap().headers()[header::CONTENT_ENCODING], "br");
    }
}

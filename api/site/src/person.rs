//! Pages for people where there is nothing else to show: plain HTML with the emergency numbers, which needs no profile,
//! no bundle and no script.
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};

/// The first screen when the profile or the bundle can't be read.
const START: &str = include_str!("../../../storing/start.html");
const NOT_FOUND: &str = include_str!("../../../storing/404.html");
const OTHER: &str = include_str!("../../../storing/other.html");

/// Whether a person asks: a browser that loads a page names HTML, a script doesn't.
pub fn asks(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut kinds = lines.flat_map(|line| line.split(',')).filter_map(|kind| kind.split(';').next());
    kinds.any(|kind| kind.trim().eq_ignore_ascii_case("text/html"))
}

/// The first screen with the status of what failed.
pub fn start(status: StatusCode) -> Response {
    page(status, START)
}

/// What a person sees instead of the problem document of this status.
pub fn instead(status: StatusCode) -> Response {
    page(status, if status == StatusCode::NOT_FOUND { NOT_FOUND } else { OTHER })
}

fn page(status: StatusCode, html: &'static str) -> Response {
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// The page that somebody meant who typed its address with capitals or a space: where it is.
pub fn meant(path: &str) -> Option<String> {
    const MY_REPORT: &str = "mijn-melding";
    const PAGES: [&str; 5] = ["af", "bewust", "melden", "oefenen", MY_REPORT];
    let asked = path;
    let path = path.strip_prefix('/')?;
    let (first, rest) = path.split_once('/').map_or((path, ""), |(first, rest)| (first, rest));
    let first = first.replace("%20", " ").trim().to_ascii_lowercase();
    let page = PAGES.into_iter().find(|page| *page == first)?;
    let rest = rest.trim_end_matches("%20");
    let plain = rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte));
    let place =
        if plain && !rest.is_empty() && page != MY_REPORT { format!("/{page}/{rest}") } else { format!("/{page}") };
    // there is nothing else at this address
    (place != asked).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_told_from_a_program() {
        let table = [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("TEXT/HTML;level=1", true),
            ("*/*", false),
            ("application/json", false),
            ("application/problem+json, text/htmlx", false),
        ];
        for (accept, person) in table {
            let headers = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accept))]);
            assert_eq!(asks(&headers), person, "{accept}");
        }
        assert!(!asks(&HeaderMap::new()));
    }

    #[test]
    fn who_types_an_address_a_bit_differently_gets_there() {
        let table = [
            ("/AF", Some("/af")),
            ("/Bewust/kaart", Some("/bewust/kaart")),
            ("/Melden", Some("/melden")),
            ("/melden%20", Some("/melden")),
            ("/%20Mijn-Melding", Some("/mijn-melding")),
            ("/mijn-melding/", Some("/mijn-melding")),
            ("/mijn-melding/anders", Some("/mijn-melding")),
            ("/mijn-melding", None),
            ("/AF/dossiers/0a", Some("/af/dossiers/0a")),
            ("/AF//evil.example", Some("/af")),
            ("/Af/%0d%0aset-cookie:x", Some("/af")),
            ("//af", None),
            ("/affiche", None),
            ("/index", None),
            ("/bewust/niets", None),
        ];
        for (path, place) in table {
            assert_eq!(meant(path).as_deref(), place, "{path}");
        }
    }

    #[test]
    fn every_page_has_what_a_person_in_need_looks_for() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../storing");
        let pages =
            std::fs::read_dir(folder).unwrap().map(|page| std::fs::read_to_string(page.unwrap().path()).unwrap());
        let pages: Vec<String> = pages.collect();
        assert!([START, NOT_FOUND, OTHER].iter().all(|page| pages.iter().any(|one| one == page)), "{pages:?}");
        for page in pages {
            for part in ["<html lang=\"nl\">", "<title>", "<main>", "<h1>", "tel:112", "tel:09008844", "tel:08002000"] {
                assert!(page.contains(part), "{part} in {page}");
            }
            assert!(!page.contains("<script") && !page.contains("src="), "nothing has to load: {page}");
        }
    }
}

//! The pages as a browser gets them, for every gemeente and for one of another region.
use super::{CSS, Page};
use crate::tests::{BROWSER, get};
use axum::http::{StatusCode, header};
use kit::{
    instance::Environment,
    testing::{environment, variables},
};
use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

const PATHS: [&str; 7] = [
    "/bewust",
    "/bewust/seksueel",
    "/bewust/arbeid",
    "/bewust/crimineel",
    "/bewust/orgaan",
    "/bewust/poster",
    "/bewust/kaart",
];

fn gemeenten() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten");
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    names.sort();
    names
}

fn of(gemeente: String) -> Environment {
    let named = Arc::new(move |name: &str| (name == "gemeente").then(|| gemeente.clone()));
    Environment { variables: named, ..environment(variables(&[], &[])) }
}

/// A bundle with the page from which the style's name is taken.
fn dist() -> tempfile::TempDir {
    let dist = tempfile::tempdir().unwrap();
    let link = "<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/assets/melder.0a.css\">";
    fs::write(dist.path().join("index.html"), link).unwrap();
    dist
}

async fn page(environment: Environment, path: &str) -> String {
    let dist = dist();
    let (status, headers, html) = get(environment, dist.path(), path, BROWSER).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    html
}

/// Elements that have no end.
const VOID: [&str; 5] = ["meta", "link", "br", "hr", "img"];

/// Every element is closed in its order, every id is there once, headings come step by step, and nothing stands in it
/// that the content security policy forbids.
fn is_sound(html: &str, path: &str) {
    assert!(html.starts_with("<!doctype html>\n<html lang=\"nl\">"), "{path}");
    assert!(!html.contains("{{"), "{path}: a placeholder is left");
    let (mut open, mut ids, mut level): (Vec<&str>, BTreeSet<&str>, u32) = (Vec::new(), BTreeSet::new(), 0);
    for tag in html.split('<').skip(2).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag)) {
        let name = tag.split([' ', '\n']).next().unwrap();
        if let Some(ended) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(ended), "{path}");
            continue;
        }
        for forbidden in [" style=", " on", "javascript:"] {
            assert!(!tag.to_lowercase().contains(forbidden), "{path}: {tag}");
        }
        let script = name == "script" && tag != "script src=\"/start.js\"";
        assert!(!script && !["style", "iframe", "form"].contains(&name), "{path}: {tag}");
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            assert!(ids.insert(id), "{path}: {id} is there twice");
        }
        if let Some(step) = name.strip_prefix('h').and_then(|step| step.parse::<u32>().ok()) {
            assert!(step <= level + 1 && (step > 1 || level == 0), "{path}: h{step} after h{level}");
            level = step;
        }
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert_eq!(open, [] as [&str; 0], "{path}");
    assert!(level > 0, "{path} has no heading");
}

#[tokio::test]
async fn every_page_is_sound_for_every_gemeente_and_calls_who_the_profile_names() {
    let names = gemeenten();
    assert_eq!(names.len(), 14);
    for name in names {
        let environment = of(name.clone());
        let contacts = environment.profile().unwrap().contacts;
        for path in PATHS {
            let html = page(environment.clone(), path).await;
            is_sound(&html, path);
            for contact in [&contacts.emergency, &contacts.veilig_thuis, &contacts.police, &contacts.kmt] {
                let link = format!("href=\"tel:{}\">{}</a>", shared::text::dialled(&contact.number), contact.number);
                assert!(html.contains(&link), "{name} {path}: {link}");
            }
            assert!(html.contains("href=\"/assets/melder.0a.css\"") && html.contains("href=\"/bewust.css\""));
        }
    }
}

/// Another region: only what its profile says.
#[tokio::test]
async fn nothing_on_a_page_is_of_a_region_that_the_profile_does_not_name() {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    fs::create_dir(folder.path().join("lijsten")).unwrap();
    for name in ["signalen-2026-1.json", "aangewezen-dagen.json", "bewustwording.json"] {
        fs::copy(from.join("lijsten").join(name), folder.path().join("lijsten").join(name)).unwrap();
    }
    let profile = fs::read_to_string(from.join("hengelo.json")).unwrap();
    let profile = profile.replace("Twente", "Verzonnenland").replace("twente", "verzonnenland");
    let profile = profile.replace("Hengelo", "Nergens&amp;huizen").replace("hengelo", "nergenshuizen");
    fs::write(folder.path().join("nergenshuizen.json"), profile).unwrap();
    let environment = Environment { profiles: folder.path().into(), ..of("nergenshuizen".into()) };
    for path in PATHS {
        let html = page(environment.clone(), path).await;
        is_sound(&html, path);
        let lower = html.to_lowercase();
        assert!(!lower.contains("twente") && !lower.contains("hengelo"), "{path}");
        assert!(html.contains("Nergens&amp;amp;huizen"), "{path}: what the profile says is text");
        assert!(html.contains("Kenniscentrum Mensenhandel Verzonnenland"), "{path}");
    }
}

/// Every signal of a form and every general one, in sight: nothing is folded away and nothing is counted.
#[tokio::test]
async fn a_page_of_a_form_shows_its_signals_and_no_other_forms() {
    let instance = of("hengelo".into()).instance().unwrap();
    for (path, topic) in PATHS.iter().filter_map(|path| match Page::at(path) {
        Some(Page::Form(topic)) => Some((path, topic)),
        Some(Page::Overview | Page::Poster | Page::Card) | None => None,
    }) {
        let html = page(of("hengelo".into()), path).await;
        for signal in &instance.indicators.indicators {
            let shown = html.contains(&format!("<li>{}", crate::html::escape(&signal.sentence)));
            let expected = signal.forms.is_empty() || signal.forms.contains(&topic.form());
            assert_eq!(shown, expected, "{path}: {}", signal.id);
        }
        for text in
            ["Ga nooit alleen op onderzoek uit.", "ook zonder dwang", "geen mensensmokkel", super::pages::NO_TRAIT]
        {
            assert!(html.contains(text), "{path}: {text}");
        }
        assert!(!html.contains("<details") && !html.contains("hidden"), "{path}");
    }
}

#[tokio::test]
async fn poster_and_card_have_the_address_of_this_instance() {
    let rows = kit::qr::rows("https://meldroute.example/").unwrap();
    for path in ["/bewust/poster", "/bewust/kaart"] {
        let html = page(of("hengelo".into()), path).await;
        assert!(html.contains(&crate::html::qr(&rows)), "{path}");
        assert!(html.contains("<span class=\"address\">https://meldroute.example</span>"), "{path}");
    }
    let plain = axum::extract::Request::get("/bewust/poster").body(axum::body::Body::empty()).unwrap();
    let answer = super::serve(&of("hengelo".into()), dist().path(), &plain).unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "an unknown address is no reason for no poster");
}

#[tokio::test]
async fn there_is_a_style_without_a_colour_of_its_own_and_no_other_page() {
    let dist = dist();
    let (status, headers, css) = get(of("hengelo".into()), dist.path(), super::STYLE, "text/css").await;
    assert_eq!((status, &*css), (StatusCode::OK, CSS));
    assert_eq!(headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert!(!CSS.contains('#') && !CSS.contains("rgb(") && CSS.contains("@media print"));
    for path in ["/bewust/", "/bewust/niets", "/bewust/arbeid/x", "/bewustwording", "/bewust.html"] {
        let (status, ..) = get(of("hengelo".into()), dist.path(), path, BROWSER).await;
        let expected = if path == "/bewust/" { StatusCode::TEMPORARY_REDIRECT } else { StatusCode::NOT_FOUND };
        assert_eq!(status, expected, "{path}");
    }
}

fn at(time: &str) -> shared::moment::Moment {
    shared::moment::Moment::try_from(time.to_owned()).unwrap()
}

/// The lists of the files, with one campaign that holds what a text may hold.
fn with_campaign() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    fs::create_dir(folder.path().join("lijsten")).unwrap();
    for name in ["hengelo.json", "lijsten/signalen-2026-1.json", "lijsten/aangewezen-dagen.json"] {
        fs::copy(from.join(name), folder.path().join(name)).unwrap();
    }
    let mut all = of("hengelo".into()).awareness().unwrap();
    all.campaigns = vec![shared::awareness::Campaign {
        from: shared::moment::read_day("2027-03-01").unwrap(),
        until: shared::moment::read_day("2027-03-14").unwrap(),
        text: "Let op <signalen> & {{alarm}}".into(),
        links: true,
    }];
    fs::write(folder.path().join("lijsten/bewustwording.json"), serde_json::to_string(&all).unwrap()).unwrap();
    folder
}

/// By the calendar of the Netherlands: from the first minute of the first day to the last of the last.
#[tokio::test]
async fn a_campaign_stands_on_the_first_screen_and_on_the_overview_within_its_dates_only() {
    let (folder, dist) = (with_campaign(), tempfile::tempdir().unwrap());
    fs::write(dist.path().join("index.html"), include_str!("../../../../frontend/index.html")).unwrap();
    let shown = "Let op &lt;signalen&gt; &amp; {{alarm}}";
    let table: [(fn() -> shared::moment::Moment, bool); 4] = [
        (|| at("2027-02-28T22:59:59Z"), false),
        (|| at("2027-02-28T23:00:00Z"), true),
        (|| at("2027-03-14T22:59:59Z"), true),
        (|| at("2027-03-14T23:00:00Z"), false),
    ];
    for (now, expected) in table {
        let here = Environment { now, profiles: folder.path().into(), ..of("hengelo".into()) };
        for path in ["/", "/melden", "/bewust", "/bewust/arbeid", "/bewust/poster"] {
            let (status, _, html) = get(here.clone(), dist.path(), path, BROWSER).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            let banner = expected && !path.starts_with("/bewust/");
            assert_eq!(html.contains(shown), banner, "{path} {}", now());
            assert!(!html.contains("{{campagne}}"), "{path}");
            let link = format!("{shown} <a class=\"utrecht-link\" href=\"/bewust\">Lees meer</a>");
            assert_eq!(html.contains(&link), banner && path != "/bewust", "{path}: no link to itself");
        }
    }
}

/// Without texts there is still a page with the numbers, and the first screen is as it was.
#[tokio::test]
async fn damaged_texts_take_nothing_else_down() {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    fs::create_dir(folder.path().join("lijsten")).unwrap();
    for name in ["hengelo.json", "lijsten/signalen-2026-1.json", "lijsten/aangewezen-dagen.json"] {
        fs::copy(from.join(name), folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("lijsten/bewustwording.json"), "{").unwrap();
    let damaged = Environment { profiles: folder.path().into(), ..of("hengelo".into()) };
    let dist = dist();
    let (status, _, html) = get(damaged.clone(), dist.path(), "/bewust", BROWSER).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(html.contains("112") && html.contains("0900-8844"));
    fs::write(dist.path().join("index.html"), "<main>{{alarm}}{{campagne}}</main>").unwrap();
    let (status, _, html) = get(damaged, dist.path(), "/", BROWSER).await;
    assert_eq!((status, &*html), (StatusCode::OK, "<main>112</main>"));
}

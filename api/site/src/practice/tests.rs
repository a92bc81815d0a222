//! The pages to practise with, as a browser gets them.
use super::{Page, ROOT};
use crate::tests::{BROWSER, get};
use axum::http::{StatusCode, header};
use kit::testing::{environment, variables};
use std::fs;

/// The app's page as the bundle has it, without the names of its files.
const FORM: &str = include_str!("../../../../frontend/oefenen.html");

async fn page(path: &str) -> (StatusCode, String) {
    let dist = tempfile::tempdir().unwrap();
    fs::write(dist.path().join(super::FORM), FORM).unwrap();
    let (status, headers, html) = get(environment(variables(&[], &[])), dist.path(), path, BROWSER).await;
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    (status, html)
}

fn cases() -> Vec<shared::awareness::PracticeCase> {
    environment(variables(&[], &[])).practice().unwrap().cases
}

#[test]
fn a_case_has_the_addresses_of_the_form_below_its_own() {
    let table = [
        ("/oefenen", Some(Page::Overview)),
        ("/oefenen/", Some(Page::Overview)),
        ("/oefenen/2", Some(Page::Case(2))),
        ("/oefenen/2/", Some(Page::Case(2))),
        ("/oefenen/2/melden", Some(Page::Case(2))),
        ("/oefenen/2/melden/nakijken", Some(Page::Case(2))),
        ("/oefenen/2/klaar", Some(Page::Done(2))),
        ("/oefenen/twee", None),
        ("/oefenen/2/meldingen", None),
        ("/oefenen/+2", None),
        ("/oefenen/02", None),
        ("/oefenen/2/klaar/1", None),
        ("/oefenening", None),
    ];
    for (path, page) in table {
        assert_eq!(Page::at(path), page, "{path}");
    }
}

#[tokio::test]
async fn every_case_has_its_story_and_what_there_was_to_see_and_says_that_nothing_is_sent() {
    let (status, overview) = page(ROOT).await;
    assert_eq!(status, StatusCode::OK);
    let cases = cases();
    for (number, case) in (1..).zip(&cases) {
        let escaped = crate::html::escape(&case.title);
        assert!(overview.contains(&format!("href=\"/oefenen/{number}\">{escaped}")), "{escaped}");
        let (status, form) = page(&format!("/oefenen/{number}/melden/verhaal")).await;
        assert!(status == StatusCode::OK && form.contains(&escaped), "{number}");
        assert!(form.contains("niets verstuurd") && form.contains(&format!("href=\"/oefenen/{number}/melden\"")));
        let (status, done) = page(&format!("/oefenen/{number}/klaar")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(done.contains("niets verstuurd"));
        for line in case.notice.iter().chain(&case.steps) {
            assert!(done.contains(&crate::html::escape(line)), "{line}");
        }
        let next = format!("href=\"/oefenen/{}\"", number + 1);
        assert_eq!(done.contains(&next), number < cases.len(), "{number}");
        for html in [form, done] {
            assert!(!html.contains("{{"), "a placeholder is left");
        }
    }
}

#[tokio::test]
async fn a_case_that_is_not_there_is_not_found() {
    let more = cases().len() + 1;
    for path in ["/oefenen/0".into(), format!("/oefenen/{more}"), format!("/oefenen/{more}/klaar")] {
        assert_eq!(page(&path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

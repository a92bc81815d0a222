//! Practising (oefenen): cases that are made up, each with the form of the app around it, and afterwards what there was
//! to see. Nothing is kept and nothing is sent: the app's page of a case has other scripts in the places where the form
//! keeps and sends (`frontend/js/practice/`).
mod html;
#[cfg(test)]
mod tests;

use crate::{page, shell::framed};
use axum::{extract::Request, response::Response};
use kit::{Failure, instance::Environment, web::compress::made};
use shared::awareness::PracticeCase;
use std::path::Path;

pub use html::ROOT;

/// The page of the bundle with the form in it.
const FORM: &str = "oefenen.html";

/// A page. A case is known by its number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// All cases.
    Overview,
    /// The story of a case, and the form.
    Case(usize),
    /// What there was to see.
    Done(usize),
}

impl Page {
    /// The page at a path. The form has addresses of its own below that of its case.
    fn at(path: &str) -> Option<Self> {
        let rest = path.strip_prefix(ROOT)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.is_empty() {
            return Some(Self::Overview);
        }
        let rest = rest.strip_prefix('/')?;
        let (number, page) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
        let number = Some(number).filter(|_| plain)?.parse().ok()?;
        match page {
            "klaar" => Some(Self::Done(number)),
            "" | "melden" => Some(Self::Case(number)),
            form => form.starts_with("melden/").then_some(Self::Case(number)),
        }
    }
}

/// Whether this path is a page to practise with.
pub fn has(path: &str) -> bool {
    Page::at(path).is_some()
}

/// The page at a path.
///
/// # Errors
/// 404 for another path and for a case that is not there; [`Failure::Internal`] when a file cannot be read and has no
/// last good copy.
pub fn serve(environment: &Environment, dist: &Path, request: &Request) -> Result<Response, Failure> {
    let page = Page::at(request.uri().path()).ok_or_else(Failure::not_found)?;
    let (instance, cases) = (environment.instance()?, environment.practice()?.cases);
    let case = |number: usize| number.checked_sub(1).and_then(|at| cases.get(at)).ok_or_else(Failure::not_found);
    let html = match page {
        Page::Overview => framed("Oefenen", &html::overview(&cases), &instance, dist),
        Page::Case(number) => {
            let form = std::fs::read_to_string(dist.join(FORM));
            let form = form.map_err(|_| Failure::Internal("the page to practise with is missing in dist/"))?;
            with_story(&page::fill(&form, &instance), number, case(number)?)
        }
        Page::Done(number) => {
            let content = html::done(number, case(number)?, number < cases.len(), &instance);
            framed("Klaar met oefenen", &content, &instance, dist)
        }
    };
    Ok(made(request.headers(), "text/html; charset=utf-8", html.into_bytes()))
}

/// The page of a case. Its texts come in last, so no placeholder in them is filled.
fn with_story(page: &str, number: usize, case: &PracticeCase) -> String {
    let page = page.replace("{{zaak}}", &format!("{ROOT}/{number}"));
    page.replacen("{{verhaal}}", &html::story(case), 1)
}

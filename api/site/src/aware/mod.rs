//! Awareness (bewustwording): pages about mensenhandel, a poster and a card, as plain HTML. They need no WebAssembly
//! and no script, and nothing of them is loaded with the form.
mod known;
mod pages;
mod paper;
#[cfg(test)]
mod tests;

use crate::shell::framed;
use axum::{extract::Request, response::Response};
use kit::{
    Failure,
    instance::Environment,
    web::{compress::made, origin},
};
use known::{Known, ROOT, campaign};
use shared::awareness::Topic;
use std::path::Path;

/// The style that they have besides the melder's.
pub const STYLE: &str = "/bewust.css";
/// What is in it.
pub const CSS: &str = include_str!("aware.css");

/// Where the first screen has the campaign.
const CAMPAIGN: &str = "{{campagne}}";

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// What mensenhandel is, and where the rest is.
    Overview,
    /// One form of exploitation.
    Form(Topic),
    /// The poster.
    Poster,
    /// The card for a team meeting.
    Card,
}

impl Page {
    /// The page at a path.
    fn at(path: &str) -> Option<Self> {
        let rest = path.strip_prefix(ROOT)?;
        match rest {
            "" => Some(Self::Overview),
            "/poster" => Some(Self::Poster),
            "/kaart" => Some(Self::Card),
            other => {
                let name = other.strip_prefix('/')?;
                Topic::ALL.iter().copied().find(|topic| topic.as_str() == name).map(Self::Form)
            }
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Overview => "Wat is mensenhandel?",
            Self::Form(topic) => pages::name(topic),
            Self::Poster => "Poster",
            Self::Card => "Kaart voor het teamoverleg",
        }
    }
}

/// Whether this path is a page of awareness.
pub fn has(path: &str) -> bool {
    Page::at(path).is_some()
}

/// The page at a path.
///
/// # Errors
/// 404 for another path; [`Failure::Internal`] when a file cannot be read and has no last good copy.
pub fn serve(environment: &Environment, dist: &Path, request: &Request) -> Result<Response, Failure> {
    let page = Page::at(request.uri().path()).ok_or_else(Failure::not_found)?;
    let known = Known {
        instance: environment.instance()?,
        awareness: environment.awareness()?,
        today: (environment.now)().day(),
        address: origin::own_site(request.headers()),
    };
    let html = framed(page.title(), &content(page, &known)?, &known.instance, dist);
    Ok(made(request.headers(), "text/html; charset=utf-8", html.into_bytes()))
}

/// The first screen with the campaign of today in its place; nothing there without one. Texts that cannot be read
/// change nothing else on that screen: the log says what is wrong.
pub fn with_campaign(html: &str, environment: &Environment) -> String {
    let today = (environment.now)().day();
    let campaign = environment.awareness().map(|all| campaign(&all, today, true)).unwrap_or_default();
    html.replacen(CAMPAIGN, &campaign, 1)
}

fn content(page: Page, known: &Known) -> Result<String, Failure> {
    Ok(match page {
        Page::Overview => pages::overview(known),
        Page::Form(topic) => pages::form(topic, known),
        Page::Poster => paper::poster(known)?,
        Page::Card => paper::card(known)?,
    })
}

//! The plain pages: the report as one form and its receipt, for browsers without WebAssembly or scripts, and for all
//! "Bel mij terug", "Mijn melding", "Even overleggen" and the statements on privacy and accessibility. They come to the
//! same functions as the API does.
mod form;
mod my_report;
mod shown;

use axum::{
    body::Bytes,
    extract::Request,
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kit::{
    Failure,
    inbox::Inbox,
    web::{body, headers, origin, routes::measured},
};
use plain::{ACCESSIBILITY, AGENDA, ANSWER, Asks, CALL_BACK, CONSULT, FORM, MY_REPORT, PRIVACY, Place, language_of};
use plain::{accessibility_page, consult_page, first_page, privacy_page};
use shared::contract::ProblemKind;
use shown::Shown;
use words::Language;

/// Nothing but our own style and the one script that takes a draft along. A form goes to ourselves only.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";
/// The same where a photo can be sent: from *Mijn melding*, to ourselves.
const CSP_WITH_PHOTOS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// With no referrer at all a browser would not say where a form comes from, and it would be refused.
const REFERRER: HeaderValue = HeaderValue::from_static("same-origin");
/// When there is no profile to make a page of.
const WITHOUT_PROFILE: &str = include_str!("../../../../storing/other.html");

/// A plain page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The first page, in English: in Dutch it is the page of the app.
    First,
    /// The report as one form, or the short form for a melder who wants to be called.
    Form(Asks),
    /// The progress of a melding.
    MyReport,
    /// Where an answer to a question, and an addition, is sent.
    Answer,
    /// Where the day of the call is asked for as an entry of a calendar.
    Agenda,
    /// Whom to ask without reporting.
    Consult,
    /// The privacy statement.
    Privacy,
    /// The accessibility statement.
    Accessibility,
}

impl Page {
    /// The page at a path, and its language.
    pub fn at(path: &str) -> Option<(Self, Language)> {
        let (language, path) = language_of(path);
        Self::of(path, language).map(|page| (page, language))
    }

    fn of(path: &str, language: Language) -> Option<Self> {
        match path.strip_suffix('/').unwrap_or(path) {
            FORM => Some(Self::Form(Asks::Everything)),
            CALL_BACK => Some(Self::Form(Asks::CallBack)),
            MY_REPORT => Some(Self::MyReport),
            ANSWER => Some(Self::Answer),
            AGENDA => Some(Self::Agenda),
            CONSULT => Some(Self::Consult),
            PRIVACY => Some(Self::Privacy),
            ACCESSIBILITY => Some(Self::Accessibility),
            // what is not there in English begins at the first page
            _ => (language == Language::English).then_some(Self::First),
        }
    }
}

/// Answers a request to one.
pub async fn answer(inbox: &Inbox, (page, language): (Page, Language), request: Request) -> Response {
    let (https, method) = (origin::is_https(request.headers()), request.method().clone());
    let mut csp = CSP;
    let mut response = match inbox.environment.instance() {
        Ok(instance) => {
            if instance.profile.photos && matches!(page, Page::MyReport | Page::Answer | Page::Agenda) {
                csp = CSP_WITH_PHOTOS;
            }
            let english = language == Language::English;
            let instance = if english { inbox.environment.in_english(instance) } else { instance };
            carried_out(inbox, Place { instance: &instance, language }, page, request).await
        }
        Err(failure) => Shown(failure.into_response().status(), WITHOUT_PROFILE.to_owned()).into_response(),
    };
    headers::secure(response.headers_mut(), csp, https);
    response.headers_mut().insert(header::REFERRER_POLICY, REFERRER);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    measured(&method, response)
}

async fn carried_out(inbox: &Inbox, place: Place<'_>, page: Page, request: Request) -> Response {
    let done = match *request.method() {
        Method::GET | Method::HEAD => return asked(inbox, place, page, request.headers()),
        Method::POST => match posted(request).await {
            Ok((headers, body)) => match page {
                Page::Form(asks) => form::send(inbox, place, asks, &body),
                Page::MyReport => my_report::ask(inbox, place, &headers, &body),
                Page::Answer => my_report::answer(inbox, place, &headers, &body),
                Page::Agenda => {
                    let asked = my_report::agenda(inbox, place, &headers, &body);
                    return asked.unwrap_or_else(|failure| Shown::failed(place, &failure).into_response());
                }
                // somebody's own form: what it sent is not looked at
                Page::First => return Redirect::to(&place.to("/")).into_response(),
                Page::Consult => return Redirect::to(&place.to(CONSULT)).into_response(),
                Page::Privacy => return Redirect::to(&place.to(PRIVACY)).into_response(),
                Page::Accessibility => return Redirect::to(&place.to(ACCESSIBILITY)).into_response(),
            },
            Err(failure) => Err(failure),
        },
        _ => return not_allowed(),
    };
    done.unwrap_or_else(|failure| Shown::failed(place, &failure)).into_response()
}

/// A page that somebody opens: the same for everybody, but for the key of a form.
fn asked(inbox: &Inbox, place: Place<'_>, page: Page, headers: &HeaderMap) -> Response {
    let html = match page {
        Page::First => first_page(place, &inbox.environment.neighbours()),
        Page::Form(asks) => {
            let form = form::empty(inbox, place, asks);
            return form.unwrap_or_else(|failure| Shown::failed(place, &failure)).compressed(headers);
        }
        Page::MyReport => my_report::empty(place),
        // somebody reads the answer's page once more
        Page::Answer | Page::Agenda => return Redirect::to(&place.to(MY_REPORT)).into_response(),
        Page::Consult => consult_page(place),
        Page::Privacy => privacy_page(place),
        Page::Accessibility => accessibility_page(place),
    };
    Shown(StatusCode::OK, html).compressed(headers)
}

/// What a form sent, from one of our own pages.
async fn posted(request: Request) -> Result<(HeaderMap, Bytes), Failure> {
    origin::check(request.headers())?;
    let headers = request.headers().clone();
    Ok((headers, body::form(request).await?))
}

fn not_allowed() -> Response {
    let mut response = Failure::of(ProblemKind::MethodNotAllowed, "Hier kan GET en POST.").into_response();
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    response
}

//! A page as it is sent, and an entry for a calendar.
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kit::{Failure, web::compress::made};
use plain::{Place, failure_page};
use shared::contract::Problem;

const HTML: &str = "text/html; charset=utf-8";

/// A page with its status.
pub struct Shown(pub StatusCode, pub String);

impl Shown {
    /// What somebody sees when there is nothing else to show.
    pub fn failed(place: Place<'_>, failure: &Failure) -> Self {
        failure.log();
        let problem = failure.problem();
        Self(status(&problem), failure_page(place, place.language.problem(&problem)))
    }

    /// The same, smaller where the browser reads that. Only for a page that says nothing of its reader: how small it
    /// gets tells whoever counts the bytes something of what is in it.
    pub fn compressed(self, request: &HeaderMap) -> Response {
        let mut response = made(request, HTML, self.1.into_bytes());
        *response.status_mut() = self.0;
        response
    }
}

impl IntoResponse for Shown {
    fn into_response(self) -> Response {
        let mut response = (self.0, self.1).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(HTML));
        response
    }
}

/// An entry for somebody's calendar, as a file.
pub struct Calendar(pub String);

impl IntoResponse for Calendar {
    fn into_response(self) -> Response {
        let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
        let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"bel-afspraak.ics\"");
        ([kind, name], self.0).into_response()
    }
}

/// The status of a problem.
pub fn status(problem: &Problem) -> StatusCode {
    StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

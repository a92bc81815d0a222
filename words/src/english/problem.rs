//! What is said when something did not work, of what a melder can run into.
use shared::contract::{Problem, ProblemKind};

/// The text for a problem.
#[must_use]
pub fn problem(problem: &Problem) -> &'static str {
    match problem.parsed_kind() {
        Some(ProblemKind::InvalidReport) => "The report is not complete yet.",
        Some(ProblemKind::ForeignOrigin) => "This came from another website. Open Meldroute and do it there.",
        Some(ProblemKind::NotFound) => "We can’t find this.",
        Some(ProblemKind::TooLarge) => "This is too large to send. Make the text shorter.",
        Some(ProblemKind::KeyReused) => "This report was sent before, in another form.",
        Some(ProblemKind::WorkAsked) => {
            "Very many reports come in now, and this device did not get through. Try again in a moment."
        }
        Some(ProblemKind::TooMany) => "There are too many requests. Wait a minute and try again.",
        Some(ProblemKind::NotOpen) => "It is not possible to report here yet. Call KMT.",
        Some(ProblemKind::Unavailable) => "It can’t be kept right now. Nothing is lost. Try again in a moment.",
        Some(ProblemKind::Busy | ProblemKind::Stale) => "Somebody else was busy with it. Try again.",
        Some(
            ProblemKind::BadRequest
            | ProblemKind::UnsupportedType
            | ProblemKind::PreconditionRequired
            | ProblemKind::MethodNotAllowed,
        ) => "The server did not understand this. Load the page again.",
        // not of these pages
        Some(
            ProblemKind::NotLoggedIn
            | ProblemKind::WrongCredentials
            | ProblemKind::Forbidden
            | ProblemKind::Refused
            | ProblemKind::Exists
            | ProblemKind::NoPages,
        ) => "This is not possible now.",
        Some(ProblemKind::Internal) | None => "Something went wrong on our side. Try again in a moment.",
    }
}

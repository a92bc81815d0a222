//! The melder's pages without scripts and without WebAssembly: the report as one form, its receipt, "Mijn melding",
//! whom to ask without reporting, and what a gemeente has to say of all of them: privacy and accessibility.
//! They are made of the same fields, rules and words as the app, so a browser that can't run the app loses nothing.
//! Each of them is there in Dutch and in English ([`Place`]).
//!
//! Pure: values in, HTML out. `intake` reads the request, does the work and sends the page. Everything that somebody
//! typed is escaped by the templates.
#![deny(missing_docs)]

mod additions;
mod call;
mod consult;
#[cfg(test)]
mod english;
mod first;
#[cfg(test)]
mod fixture;
mod form;
mod lines;
mod my_report;
mod neighbours;
mod page;
mod photos;
mod place;
mod qr;
mod questions;
mod receipt;
mod statements;
mod written;

pub use additions::Adding;
pub use consult::consult_page;
pub use first::first_page;
pub use form::{Asks, Filled, Trouble, first_questions, form_page};
pub use my_report::{Writing, WrongCode, code_page, progress_page};
pub use neighbours::which_gemeente;
pub use page::failure_page;
pub use place::{ENGLISH, Place, address_in, language_of};
pub use qr::qr_code;
pub use questions::Typed;
pub use receipt::{earlier_page, receipt_page};
pub use statements::{accessibility_page, privacy_page};
pub use written::{Sent, checked, was_warned};

/// One value of what a form sent; empty when it is not there.
#[must_use]
pub fn value(body: &[u8], name: &str) -> String {
    let value = form_urlencoded::parse(body).find(|(key, _)| key == name);
    value.map(|(_, value)| value.replace("\r\n", "\n")).unwrap_or_default()
}

/// The address of the form.
pub const FORM: &str = "/melden/formulier";
/// The address of "Bel mij terug".
pub const CALL_BACK: &str = "/bel-mij-terug";
/// The address of "Mijn melding".
pub const MY_REPORT: &str = "/mijn-melding";
/// Where an answer to a question, and an addition, is sent.
pub const ANSWER: &str = "/mijn-melding/antwoord";
/// Where the day of the call is asked for as an entry of a calendar.
pub const AGENDA: &str = "/mijn-melding/agenda";
/// The address of "Even overleggen".
pub const CONSULT: &str = "/overleggen";
/// The address of the privacy statement.
pub const PRIVACY: &str = "/privacy";
/// The address of the accessibility statement.
pub const ACCESSIBILITY: &str = "/toegankelijkheid";

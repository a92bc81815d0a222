//! The report as one form, and the short form for a melder who wants to be called.
use super::shown::{Shown, status};
use http::StatusCode;
use kit::{
    Failure, clock, hex,
    inbox::{Inbox, arrival::accept_paid, intake_open, secret::Secret},
};
use plain::{Asks, Filled, Place, Trouble, earlier_page, form_page, receipt_page};
use shared::{
    contract::{Problem, ProblemKind},
    indicators::Unlisted,
    report::{Draft, Field, Finding, Part, check},
};
use words::Language;

/// A form with nothing in it.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn empty(inbox: &Inbox, place: Place<'_>, asks: Asks) -> Result<Shown, Failure> {
    let draft = Draft { list: place.instance.indicators.version.clone(), ..Draft::default() };
    let filled = Filled { draft, key: fresh_key()?, warned: false, asks };
    let trouble = if intake_open::is_open(inbox)? { Trouble::None } else { Trouble::NobodyReads };
    Ok(Shown(StatusCode::OK, form_page(place, &filled, &trouble)))
}

/// A form that was sent: its receipt, or the form again with what is wrong and everything that was typed.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn send(inbox: &Inbox, place: Place<'_>, asks: Asks, body: &[u8]) -> Result<Shown, Failure> {
    let mut filled = Filled { asks, ..Filled::read(body) };
    let secret = match Secret::parse(&filled.key) {
        Some(secret) => secret,
        None => {
            filled.key = fresh_key()?;
            Secret::parse(&filled.key).ok_or(Failure::Internal("a key was made that is none"))?
        }
    };
    if !filled.warned {
        let warnings = warnings(&filled.report(place.language));
        if !warnings.is_empty() {
            let page = form_page(place, &filled, &Trouble::Found(warnings));
            return Ok(Shown(StatusCode::BAD_REQUEST, page));
        }
    }
    let draft = filled.report(place.language).as_asked();
    let accepted = intake_open::check(inbox).and_then(|()| accept_paid(inbox, &secret, &draft, None));
    match accepted {
        Ok(accepted) => Ok(Shown(
            StatusCode::CREATED,
            receipt_page(place, asks, &draft, &accepted.receipt, &qr(&accepted.receipt.ontvangstcode)),
        )),
        Err(Failure::KeyReused(earlier)) => {
            filled.key = fresh_key()?;
            Ok(Shown(StatusCode::CONFLICT, earlier_page(place, &earlier, &filled)))
        }
        Err(failure) => {
            failure.log();
            let problem = failure.problem();
            Ok(Shown(status(&problem), form_page(place, &filled, &trouble(place.language, &problem))))
        }
    }
}

/// The rows of a code's QR code; a page without it has the code in letters all the same.
pub fn qr(code: &str) -> Vec<String> {
    kit::qr::rows(code).unwrap_or_default()
}

/// A key for something that is sent once.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn fresh_key() -> Result<String, Failure> {
    Ok(hex::encode(&clock::random::<16>()?))
}

/// What the melder may leave as it is once they have read it, where the rest is right: the rest comes first.
fn warnings(draft: &Draft) -> Vec<Finding> {
    let found = check(&draft.as_asked(), &Unlisted).findings;
    let only_warnings = found.iter().all(|one| one.code.is_warning());
    if only_warnings { found } else { Vec::new() }
}

fn trouble(language: Language, problem: &Problem) -> Trouble {
    if problem.parsed_kind() == Some(ProblemKind::NotOpen) {
        return Trouble::NobodyReads;
    }
    let found =
        problem.findings().filter_map(|(pointer, code)| Some(Finding { field: words::field_of(pointer)?, code }));
    let mut found: Vec<Finding> = found.collect();
    let place = |field: Field| (Part::of(field) as usize, Field::ALL.iter().position(|one| *one == field));
    found.sort_by_key(|one| place(one.field));
    if found.is_empty() { Trouble::Failed(language.problem(problem).to_owned()) } else { Trouble::Found(found) }
}

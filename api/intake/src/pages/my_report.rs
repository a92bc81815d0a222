//! "Mijn melding": the progress of a melding, answers to what an AF asks, and additions.
use super::{
    form,
    shown::{Calendar, Shown, status},
};
use crate::handlers;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use kit::{Failure, inbox::Inbox};
use plain::{Adding, Place, Sent, Typed, Writing, WrongCode, checked, code_page, progress_page};
use shared::{
    case::{
        Progress,
        notes::{About, Addition, AdditionKind},
    },
    code::ReceiptCode,
    contract::{Problem, ProblemKind, SentAnswer},
    id::AdditionKey,
    profile::Backup,
};
use words::{Language, english::melder as english};

/// Asks for a code.
pub fn empty(place: Place<'_>) -> String {
    code_page(place, "", None)
}

/// The progress of the melding with the code that was sent. What is not finished stays.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn ask(inbox: &Inbox, place: Place<'_>, headers: &HeaderMap, body: &[u8]) -> Result<Shown, Failure> {
    let typed = plain::value(body, "ontvangstcode");
    looked_up(inbox, place, found(inbox, place.language, headers, &typed), &typed, body)
}

/// What came of looking up a code.
type Found = Result<(ReceiptCode, Progress), (WrongCode, StatusCode)>;

fn looked_up(inbox: &Inbox, place: Place<'_>, found: Found, typed: &str, body: &[u8]) -> Result<Shown, Failure> {
    Ok(match found {
        Ok((code, progress)) => {
            let (answers, adding) = (Typed::read(body).0, keyed(Adding::read(body))?);
            shown(inbox, place, (&code, &progress), StatusCode::OK, &Writing { answers, adding })
        }
        Err((wrong, status)) => Shown(status, code_page(place, typed, Some(&wrong))),
    })
}

/// The day of the call as an entry for a calendar, without a word of what it is about. Where no day is promised (any
/// more), the progress says what is.
///
/// # Errors
/// [`Failure::Internal`] without randomness.
pub fn agenda(inbox: &Inbox, place: Place<'_>, headers: &HeaderMap, body: &[u8]) -> Result<Response, Failure> {
    let typed = plain::value(body, "ontvangstcode");
    let found = found(inbox, place.language, headers, &typed);
    let now = (inbox.environment.now)();
    let promised = found.as_ref().ok().and_then(|(_, progress)| progress.promised(now.day()));
    Ok(match promised {
        Some(day) => {
            let says = place.say(words::SOMEBODY_CALLS, english::SOMEBODY_CALLS);
            Calendar(words::calendar(says, day, &now.to_string())).into_response()
        }
        None => looked_up(inbox, place, found, &typed, body)?.into_response(),
    })
}

/// Takes an answer to a question or an addition, and shows the progress again: with what was typed where it was not
/// taken.
///
/// # Errors
/// [`Failure::Internal`] without randomness; a 404 for a question that the page does not ask.
pub fn answer(inbox: &Inbox, place: Place<'_>, headers: &HeaderMap, body: &[u8]) -> Result<Shown, Failure> {
    let code_typed = plain::value(body, "ontvangstcode");
    let (code, mut progress) = match found(inbox, place.language, headers, &code_typed) {
        Ok(found) => found,
        Err((wrong, status)) => return Ok(Shown(status, code_page(place, &code_typed, Some(&wrong)))),
    };
    let (answers, question) = Typed::read(body);
    let mut typed = Writing { answers, adding: keyed(Adding::read(body))? };
    let mut take = |about: Sending<'_>| take((inbox, place.language), headers, &code_typed, about, body, &mut progress);
    let status = if Adding::is_sent(body) {
        add(&mut typed.adding, &mut take)?
    } else {
        let asked = typed.answers.iter_mut().find(|typed| Some(typed.question) == question);
        let typed = asked.ok_or_else(Failure::not_found)?;
        let (which, about) = (About::Question(typed.question), typed.question.to_string());
        let (sent, status) = take((which, &about, &typed.text));
        if sent == Sent::Taken {
            typed.text.clear();
        }
        typed.sent = Some(sent);
        status
    };
    Ok(shown(inbox, place, (&code, &progress), status, &typed))
}

/// What is to be sent: what it is about, the same as the page names it, and the words.
type Sending<'a> = (About, &'a str, &'a str);

/// Sends an addition. What comes after it, or in its place, has another key.
fn add(adding: &mut Adding, take: &mut impl FnMut(Sending<'_>) -> (Sent, StatusCode)) -> Result<StatusCode, Failure> {
    let key = AdditionKey::parse(&adding.key).map_err(|_| Failure::Internal("a key was made that is none"))?;
    let kind = adding.kind.unwrap_or(AdditionKind::More);
    let (sent, status) = take((About::Addition(Addition::of_words(key, kind)), Adding::ABOUT, &adding.text));
    let taken = sent == Sent::Taken;
    if taken {
        adding.text.clear();
    }
    if taken || status == StatusCode::CONFLICT {
        adding.key = form::fresh_key()?;
    }
    adding.sent = Some(sent);
    Ok(status)
}

/// With a key of its own, where it has none yet.
fn keyed(adding: Adding) -> Result<Adding, Failure> {
    if AdditionKey::parse(&adding.key).is_ok() { Ok(adding) } else { Ok(Adding { key: form::fresh_key()?, ..adding }) }
}

fn shown(
    inbox: &Inbox,
    place: Place<'_>,
    (code, progress): (&ReceiptCode, &Progress),
    status: StatusCode,
    typed: &Writing,
) -> Shown {
    let today = (inbox.environment.now)().day();
    Shown(
        status,
        progress_page(place, backup(inbox).as_ref(), (code, &form::qr(&code.shown())), (progress, today), typed),
    )
}

/// Whom to call when nobody calls. Only the holder of a code sees it.
fn backup(inbox: &Inbox) -> Option<Backup> {
    inbox.environment.profile().ok()?.backup
}

/// What comes of it; the progress changes with it.
fn take(
    (inbox, language): (&Inbox, Language),
    headers: &HeaderMap,
    code: &str,
    (which, about, typed): Sending<'_>,
    body: &[u8],
    progress: &mut Progress,
) -> (Sent, StatusCode) {
    let text = match checked(language, typed, plain::was_warned(body, about)) {
        Ok(text) => text,
        Err(wrong) => return (wrong, StatusCode::BAD_REQUEST),
    };
    let is_question = matches!(which, About::Question(_));
    let sent = SentAnswer::new(code.to_owned(), which, text);
    match handlers::answered(inbox, headers, sent) {
        Ok(now) => {
            *progress = now;
            (Sent::Taken, StatusCode::OK)
        }
        Err(failure) => {
            failure.log();
            let problem = failure.problem();
            (Sent::Wrong(not_taken(language, &problem, is_question).to_owned()), status(&problem))
        }
    }
}

/// Why it was not taken.
fn not_taken(language: Language, problem: &Problem, is_question: bool) -> &'static str {
    if !is_question && problem.parsed_kind() == Some(ProblemKind::Exists) {
        language.say(words::ADDED_BEFORE, english::ADDED_BEFORE)
    } else if problem.parsed_kind() == Some(ProblemKind::Exists) {
        language.say(words::ANSWERED_BEFORE, english::ANSWERED_BEFORE)
    } else if problem.parsed_kind() == Some(ProblemKind::NotFound) {
        language.say(words::NOT_ASKED_ANY_MORE, english::NOT_ASKED_ANY_MORE)
    } else {
        language.problem(problem)
    }
}

fn found(inbox: &Inbox, language: Language, headers: &HeaderMap, typed: &str) -> Found {
    let code = ReceiptCode::parse(typed).map_err(|why| (WrongCode::Shape(why), StatusCode::BAD_REQUEST))?;
    let progress = handlers::progress(inbox, headers, &code).map_err(|failure| {
        failure.log();
        let problem = failure.problem();
        let unknown = problem.parsed_kind() == Some(ProblemKind::NotFound);
        let why = if unknown { WrongCode::Unknown } else { WrongCode::Failed(language.problem(&problem).to_owned()) };
        (why, status(&problem))
    })?;
    Ok((code, progress))
}

//! "Mijn melding": the progress of a melding, and answers to what an AF asks.
use super::shown::{Shown, status};
use crate::handlers;
use http::{HeaderMap, StatusCode};
use kit::{Failure, inbox::Inbox};
use plain::{Sent, Typed, WrongCode, checked, code_page, progress_page};
use shared::{
    case::Progress,
    code::ReceiptCode,
    contract::{Problem, ProblemKind, SentAnswer},
    profile::{Backup, Instance},
};

/// Asks for a code.
pub fn empty(instance: &Instance) -> Shown {
    Shown(StatusCode::OK, code_page(instance, "", None))
}

/// The progress of the melding with the code that was sent. Answers that are not finished stay.
pub fn ask(inbox: &Inbox, instance: &Instance, headers: &HeaderMap, body: &[u8]) -> Shown {
    let typed = plain::value(body, "ontvangstcode");
    match found(inbox, headers, &typed) {
        Ok((code, progress)) => Shown(
            StatusCode::OK,
            progress_page(instance, backup(inbox).as_ref(), &code, &progress, &Typed::read(body).0),
        ),
        Err((wrong, status)) => Shown(status, code_page(instance, &typed, Some(&wrong))),
    }
}

/// Takes an answer to a question, and shows the progress again: with what was typed where it was not taken.
pub fn answer(inbox: &Inbox, instance: &Instance, headers: &HeaderMap, body: &[u8]) -> Shown {
    let code_typed = plain::value(body, "ontvangstcode");
    let (code, mut progress) = match found(inbox, headers, &code_typed) {
        Ok(found) => found,
        Err((wrong, status)) => return Shown(status, code_page(instance, &code_typed, Some(&wrong))),
    };
    let (mut all, question) = Typed::read(body);
    let Some(typed) = all.iter_mut().find(|typed| Some(typed.question) == question) else {
        return Shown::failed(instance, &Failure::not_found());
    };
    let (sent, status) = take(inbox, headers, &code_typed, typed, body, &mut progress);
    if sent == Sent::Taken {
        typed.text.clear();
    }
    typed.sent = Some(sent);
    Shown(status, progress_page(instance, backup(inbox).as_ref(), &code, &progress, &all))
}

/// Whom to call when nobody calls. Only the holder of a code sees it.
fn backup(inbox: &Inbox) -> Option<Backup> {
    inbox.environment.profile().ok()?.backup
}

/// What comes of an answer; the progress changes with it.
fn take(
    inbox: &Inbox,
    headers: &HeaderMap,
    code: &str,
    typed: &Typed,
    body: &[u8],
    progress: &mut Progress,
) -> (Sent, StatusCode) {
    let text = match checked(&typed.text, plain::was_warned(body, typed.question)) {
        Ok(text) => text,
        Err(wrong) => return (wrong, StatusCode::BAD_REQUEST),
    };
    let sent = SentAnswer { ontvangstcode: code.to_owned(), question: typed.question, text };
    match handlers::answered(inbox, headers, sent) {
        Ok(now) => {
            *progress = now;
            (Sent::Taken, StatusCode::OK)
        }
        Err(failure) => {
            failure.log();
            let problem = failure.problem();
            (Sent::Wrong(not_taken(&problem).to_owned()), status(&problem))
        }
    }
}

/// Why an answer was not taken.
fn not_taken(problem: &Problem) -> &'static str {
    if problem.parsed_kind() == Some(ProblemKind::Exists) {
        words::ANSWERED_BEFORE
    } else if problem.parsed_kind() == Some(ProblemKind::NotFound) {
        words::NOT_ASKED_ANY_MORE
    } else {
        words::problem_by_kind(problem)
    }
}

fn found(inbox: &Inbox, headers: &HeaderMap, typed: &str) -> Result<(ReceiptCode, Progress), (WrongCode, StatusCode)> {
    let code = ReceiptCode::parse(typed).map_err(|why| (WrongCode::Shape(why), StatusCode::BAD_REQUEST))?;
    let progress = handlers::progress(inbox, headers, &code).map_err(|failure| {
        failure.log();
        let problem = failure.problem();
        let unknown = problem.parsed_kind() == Some(ProblemKind::NotFound);
        let why =
            if unknown { WrongCode::Unknown } else { WrongCode::Failed(words::problem_by_kind(&problem).to_owned()) };
        (why, status(&problem))
    })?;
    Ok((code, progress))
}

//! The log of what was done about awareness (bewustwording), and the reminder of the yearly update. Every AF reads and
//! writes all of it: it is about teams, and no case and no person is part of it.
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use stored::first_record;

use crate::{
    Desk,
    account::{self, StoredAccount},
};
use kit::Failure;
use shared::{
    awareness::{AwarenessCommand, Session, SessionKind, reminder, update_due},
    case::Refusal,
    contract::{AwarenessPage, ProblemKind, SessionLine},
    id::AccountId,
    moment::Day,
    report::{Finding, FindingCode},
};
use stored::{StoredLog, StoredSession};

/// The most lines that are kept. None ever goes: the figures of a year are made from them.
const MOST: usize = 500;

/// The log, the last day first.
///
/// # Errors
/// [`Failure::Unreadable`]: nobody is told that there is nothing; [`Failure::Unavailable`].
pub fn page(desk: &Desk) -> Result<AwarenessPage, Failure> {
    let (log, accounts) = (stored::read(desk)?, account::all(desk)?);
    let last = last_update(&log);
    let mut sessions: Vec<SessionLine> = log.all.into_iter().map(|one| line(one, &accounts)).collect();
    sessions.sort_by_key(|one| std::cmp::Reverse((one.session.day, one.number)));
    Ok(AwarenessPage { sessions, update: update_due(last, since(&accounts)), last, today: desk.now().day() })
}

/// The day on which the yearly update is due, once it stands on the list of today's work. A log that cannot be read
/// keeps nobody from that list.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn to_remind(desk: &Desk, accounts: &[StoredAccount]) -> Result<Option<Day>, Failure> {
    let log = match stored::read(desk) {
        Ok(log) => log,
        Err(failure) => return failure.unless_damaged(None),
    };
    let due = update_due(last_update(&log), since(accounts));
    Ok(due.filter(|due| reminder(*due, desk.now().day()).is_some()))
}

/// Does what an AF asks.
///
/// # Errors
/// What is wrong with the line; 412 when it was changed since it was read; 409 for one that has ended or when there is
/// no room; 404 for one that is not there; [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn command(desk: &Desk, command: &AwarenessCommand, by: &AccountId) -> Result<(), Failure> {
    let found = command.check(desk.now().day());
    if !found.is_empty() {
        return Err(Failure::found(&found));
    }
    let at = desk.now();
    stored::change(desk, |log| match command {
        AwarenessCommand::Add { session } => add(log, session, at, by),
        AwarenessCommand::Correct { number, seen, session } => {
            let one = counted(log, *number, *seen)?;
            if one.session == *session {
                return Err(Refusal::AlreadySo.into());
            }
            one.session = session.clone();
            one.changed(at, by);
            Ok(())
        }
        AwarenessCommand::End { number, seen } => {
            let one = counted(log, *number, *seen)?;
            one.ended = true;
            one.changed(at, by);
            Ok(())
        }
    })
}

fn add(log: &mut StoredLog, session: &Session, at: shared::moment::Moment, by: &AccountId) -> Result<(), Failure> {
    if log.all.len() >= MOST {
        let full = Finding { field: "/inhoud/regel".to_owned(), code: FindingCode::TooMany };
        return Err(Failure::found(&[full]));
    }
    let twice = log.all.iter().any(|one| !one.ended && one.session == *session);
    if twice {
        return Err(Refusal::AlreadySo.into());
    }
    log.last += 1;
    log.all.push(StoredSession {
        number: log.last,
        seen: 0,
        session: session.clone(),
        at,
        by: by.clone(),
        ended: false,
    });
    Ok(())
}

/// A line that counts, as it was read.
fn counted(log: &mut StoredLog, number: u32, seen: u32) -> Result<&mut StoredSession, Failure> {
    let one = log.all.iter_mut().find(|one| one.number == number).ok_or_else(Failure::not_found)?;
    if one.seen != seen {
        let detail = "Een collega veranderde deze regel. Haal de pagina opnieuw op.";
        return Err(Failure::of(ProblemKind::Stale, detail));
    }
    if one.ended { Err(Refusal::AlreadySo.into()) } else { Ok(one) }
}

fn line(one: StoredSession, accounts: &[StoredAccount]) -> SessionLine {
    let by = accounts.iter().find(|account| account.id == one.by).map(|account| account.name.clone());
    SessionLine { number: one.number, seen: one.seen, session: one.session, by, ended: one.ended }
}

/// The day of the last yearly update that counts.
fn last_update(log: &StoredLog) -> Option<Day> {
    let updates = log.all.iter().filter(|one| !one.ended && one.session.kind == SessionKind::YearlyUpdate);
    updates.map(|one| one.session.day).max()
}

/// The day on which the first of these people got access.
fn since(accounts: &[StoredAccount]) -> Option<Day> {
    accounts.iter().filter_map(StoredAccount::access_given).min().map(shared::moment::Moment::day)
}

//! Sending the letters that are due.
use super::{turn::Turn, wishes};
use crate::{
    Desk, account, case,
    letters::{Receiver, StoredOutbox, Ways, is_on, left_address},
};
use kit::Failure;
use shared::{
    contract::ProblemKind,
    id::CaseId,
    text::Email,
    told::{Reader, is_day},
};

/// The most letters in one run.
const MOST: usize = 20;
/// After this many seconds a run sends no more: a receiver that hangs may take as long as the host lets it.
const LONGEST: i64 = 10;

/// Where a letter goes.
enum Way {
    Mail(Reader, Email),
    Webhook,
}

/// Sends what is due. Answers how many went.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn deliver(desk: &Desk, ways: &Ways, turn: &mut Turn) -> Result<usize, Failure> {
    // without a calendar nothing ordinary goes
    let begun = desk.now();
    let is_day = desk.calendar().is_ok_and(|calendar| is_day(begun, &calendar));
    let due = |outbox: &StoredOutbox| {
        // the outside address is no person, and is told by night too
        let may = |receiver: &Receiver| is_day || *receiver == Receiver::Webhook;
        let due = outbox.letters.iter().filter(|(to, letter)| letter.is_due(begun, may(to), to.apart()));
        due.map(|(receiver, _)| receiver.clone()).collect::<Vec<_>>()
    };
    turn.outbox.forget_told(begun);
    let mut due = due(&turn.outbox);
    // what is urgent first, then what failed least
    due.sort_by_key(|receiver| {
        let letter = turn.outbox.letter(receiver);
        letter.map(|letter| (letter.waiting.as_ref().is_none_or(|one| !one.urgent), letter.failed))
    });
    due.truncate(MOST);
    if due.is_empty() {
        return Ok(0);
    }
    let mut waiting = Vec::new();
    for receiver in due {
        let letter = turn.outbox.letter_for(&receiver);
        waiting.push((receiver, letter.clone()));
        letter.try_now(begun);
    }
    turn.put(desk)?;
    let mut sent = 0;
    for (receiver, before) in waiting {
        if desk.now() > begun.plus_seconds(LONGEST) {
            // it was not tried after all
            *turn.outbox.letter_for(&receiver) = before;
        } else {
            sent += usize::from(send(desk, ways, turn, &receiver)?);
        }
    }
    Ok(sent)
}

/// Sends one letter, and writes down that it went.
fn send(desk: &Desk, ways: &Ways, turn: &mut Turn, receiver: &Receiver) -> Result<bool, Failure> {
    let Some(id) = turn.outbox.letter(receiver).and_then(|letter| Some(letter.waiting.as_ref()?.id.clone())) else {
        return Ok(false);
    };
    let went = match way(desk, ways, receiver)? {
        Some(Way::Webhook) => ways.call(&desk.fetch, &id, desk.now()),
        Some(Way::Mail(reader, to)) => ways.mail(&desk.fetch, &id, (reader, &to)),
        // nobody is there any more to get it
        None => {
            turn.outbox.letter_for(receiver).drop_it();
            return Ok(false);
        }
    };
    if went {
        turn.outbox.letter_for(receiver).went(desk.now());
        turn.put(desk)?;
    } else {
        eprintln!("warning: a message was not taken; it is sent again later");
    }
    Ok(went)
}

/// Where a letter to this receiver goes now.
fn way(desk: &Desk, ways: &Ways, receiver: &Receiver) -> Result<Option<Way>, Failure> {
    let (reader, address) = match receiver {
        Receiver::Webhook => return Ok(ways.has_webhook().then_some(Way::Webhook)),
        Receiver::Backup => (Reader::Officer, desk.profile()?.backup.and_then(|backup| backup.address())),
        Receiver::Officer(who) => {
            let there = account::all(desk)?.iter().any(|account| account.id == *who && account.takes_cases());
            (Reader::Officer, wishes::of(desk, who)?.email.filter(|_| there))
        }
        Receiver::Reporter(id) => (Reader::Reporter, address(desk, id)?),
    };
    Ok(address.filter(|_| ways.has_mail()).map(|address| Way::Mail(reader, address)))
}

/// Where a letter to the melder of this case goes now.
fn address(desk: &Desk, id: &CaseId) -> Result<Option<Email>, Failure> {
    if !is_on(desk)? {
        return Ok(None);
    }
    match case::load(desk, id) {
        // while its processing is restricted nothing is done with it
        Ok(standing) => {
            let rights = standing.value.rights();
            let goes_on = !rights.is_restricted() && !rights.is_doomed();
            Ok(left_address(&standing.value).filter(|_| goes_on).cloned())
        }
        // destroyed: there is nothing to look at either
        Err(Failure::Problem(ProblemKind::NotFound, ..)) => Ok(None),
        Err(failure) => failure.unless_damaged(None),
    }
}

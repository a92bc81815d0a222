//! Messages (berichten): that there is something to do, never what, how much, or about whom.
//!
//! What somebody is told follows from the store, so nobody who sends a report or does something with it waits for
//! anything outside. Due work looks at the lines of the open cases, some chunks at a time, and notes for whom there is
//! something to tell (`gather`). Each receiver has one letter, however much there is: it goes at most once in five
//! minutes, so that nobody can count what a colleague did with a report that they may not know of. What is urgent goes
//! at once. A letter that is not taken is sent again, with growing waits, until it is (`deliver`).
//!
//! A melder who left an address is told that there is news, where the profile says so. The letter to a melder is
//! written when the melder's page changes (`letters`), and goes at most once in an hour.
//!
//! What was told is kept beside the cases' numbers, and is written after the letter and before the sending. So a
//! machine that stops in between loses no message. A letter keeps its id until it was taken, by which the other side
//! knows one that comes twice.
mod deliver;
mod feed;
mod gather;
mod noticed;
mod own;
#[cfg(test)]
mod tests;
mod turn;
mod wishes;

pub use feed::feed;
pub use own::{command, delivery, health, own};

use crate::{
    Desk,
    letters::{OUTBOX, Ways},
};
use kit::{
    Failure,
    store::{Record, cell::Cases},
};
use turn::Turn;

/// The records that messages begin with, where they are not there yet.
pub(crate) fn first_records(desk: &Desk) -> Result<Vec<Record<Cases>>, Failure> {
    let first = [desk.cases.first(&OUTBOX)?, wishes::first_record(desk)?];
    Ok(first.into_iter().flatten().collect())
}

/// Looks at what there is to tell, and sends what is due. Answers how many letters went.
///
/// # Errors
/// [`Failure::Unavailable`] of the store. A receiver that does not take a letter is no failure: it is sent again.
pub fn send_due(desk: &Desk) -> Result<usize, Failure> {
    let Some(ways) = Ways::of(desk.environment()) else { return Ok(0) };
    let Some(mut turn) = Turn::take(desk)? else { return Ok(0) };
    let gathered = gather::gather(desk, &ways, &mut turn);
    // what waits goes, whatever was wrong with what came
    let sent = deliver::deliver(desk, &ways, &mut turn);
    turn.outbox.lease = None;
    turn.put(desk)?;
    gathered?;
    sent
}

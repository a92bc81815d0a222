//! Messages (berichten): that there is something to do, never what, how much, or about whom.
//!
//! What somebody is told follows from the store, so nobody who sends a report or does something with it waits for
//! anything outside. Due work looks at the lines of the open cases, some chunks at a time, and notes for whom there is
//! something to tell ([`gather`]). Each receiver has one letter, however much there is: it goes at most once in five
//! minutes, so that nobody can count what a colleague did with a report that they may not know of. What is urgent goes
//! at once. A letter that is not taken is sent again, with growing waits, until it is ([`deliver`]).
//!
//! What was told is kept beside the cases' numbers, and is written after the letter and before the sending. So a
//! machine that stops in between loses no message. A letter keeps its id until it was taken, by which the other side
//! knows one that comes twice.
mod deliver;
mod feed;
mod gather;
mod noticed;
mod own;
mod stored;
#[cfg(test)]
mod tests;
mod ways;
mod wishes;

pub use feed::feed;
pub use own::{command, delivery, health, own};

use crate::Desk;
use kit::{
    Failure, clock, hex,
    store::{Change, Record, cell::Cases},
};
use stored::{OUTBOX, StoredOutbox};
use ways::Ways;

/// Longer than a request may last (30 s in the host).
const LEASE_SECONDS: i64 = 40;

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

/// One worker at a time.
struct Turn {
    me: String,
    outbox: StoredOutbox,
}

impl Turn {
    /// Takes the lease; `None` while somebody else has it.
    fn take(desk: &Desk) -> Result<Option<Self>, Failure> {
        let (me, now) = (hex::encode(&clock::random::<8>()?), desk.now());
        let outbox = change(desk, |stored| {
            let end = now.plus_seconds(LEASE_SECONDS);
            // a clock that was set back keeps nobody waiting for longer
            if stored.lease.as_ref().is_some_and(|(_, until)| *until > now && *until <= end) {
                return Ok(Change::Keep(None));
            }
            let lease = Some((me.clone(), end));
            let outbox = StoredOutbox { lease, ..stored };
            Ok(Change::Write(outbox.clone(), Some(outbox)))
        })?;
        Ok(outbox.map(|outbox| Self { me, outbox }))
    }

    /// Writes what this worker did, if the lease is still its own. A letter that an AF asked for meanwhile stays.
    fn put(&mut self, desk: &Desk) -> Result<(), Failure> {
        self.outbox = change(desk, |stored| {
            if stored.lease.as_ref().is_none_or(|(holder, _)| *holder != self.me) {
                return Err(Failure::busy());
            }
            let mut outbox = self.outbox.clone();
            outbox.take_asked(&stored);
            Ok(Change::Write(outbox.clone(), outbox))
        })?;
        Ok(())
    }
}

/// Changes the record. One that cannot be read begins again: its mark is another one then, so all that there is to tell
/// is told once more, and nothing is lost.
fn change<R>(
    desk: &Desk,
    decide: impl Fn(StoredOutbox) -> Result<Change<StoredOutbox, R>, Failure>,
) -> Result<R, Failure> {
    let work = || desk.cases.update(&OUTBOX, |stored| decide(stored.unwrap_or_default().begun()?));
    desk.healed(&OUTBOX, || Ok(StoredOutbox::default()), work)
}

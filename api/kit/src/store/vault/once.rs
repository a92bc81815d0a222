//! What is done once, by one of many who come at the same moment, whatever the store can do.
//!
//! A swap that creates a value lets two succeed in some stores, so it decides nothing. Adding to a counter is exact in
//! all of them. So a counter says how many turns were taken. Who adds one and gets exactly one more than they saw has
//! the turn, because then nobody took it in between. The others wait for the result. If it stays away as long as their
//! [`Patience`] lasts, and nobody else has taken a turn since, whoever had the turn has stopped, and the next one can
//! be taken. So nothing stays locked.
//!
//! Who was given up and goes on after all does the work beside the next one. The work has to bear that.
use super::Vault;
use crate::{
    Failure, clock,
    store::cell::{Area, Cell, Count},
};

/// How many times somebody waits for another's turn.
const ROUNDS: usize = 3;

/// How long the work of another is waited for: so many times, so many milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How often to look.
    pub times: u32,
    /// The pause after each look.
    pub millis: u64,
}

impl Patience {
    /// Five seconds: the work takes milliseconds, and a request may last 30 seconds.
    pub const USUAL: Self = Self { times: 250, millis: 20 };
}

/// What came of it.
#[derive(Debug)]
pub enum Once<R> {
    /// Another did it, now or before.
    Found(R),
    /// It was done here.
    Done(R),
    /// Others had the turn all the time and have not finished.
    Waiting,
}

impl<A: Area> Vault<A> {
    /// Lets one of all who come at the same moment do `work`; the others get what is `done` then.
    ///
    /// # Errors
    /// What `done` and `work` answer; [`Failure::Unavailable`].
    pub fn once<R>(
        &self,
        turns: &Cell<A, Count>,
        patience: Patience,
        mut done: impl FnMut() -> Result<Option<R>, Failure>,
        work: impl FnOnce() -> Result<R, Failure>,
    ) -> Result<Once<R>, Failure> {
        let mut seen = self.last_number(turns)?;
        if seen > 0
            && let Some(found) = wait(patience, &mut done)?
        {
            return Ok(Once::Found(found));
        }
        for _round in 0..ROUNDS {
            let now = self.last_number(turns)?;
            if now == seen {
                let turn = self.next_numbers(turns, 1)?;
                if turn == seen + 1 {
                    // what was finished just before is not done again
                    return Ok(match done()? {
                        Some(found) => Once::Found(found),
                        None => Once::Done(work()?),
                    });
                }
                seen = turn;
            } else {
                seen = now;
            }
            if let Some(found) = wait(patience, &mut done)? {
                return Ok(Once::Found(found));
            }
        }
        Ok(Once::Waiting)
    }
}

fn wait<R>(patience: Patience, done: &mut impl FnMut() -> Result<Option<R>, Failure>) -> Result<Option<R>, Failure> {
    for _look in 0..patience.times {
        if let Some(found) = done()? {
            return Ok(Some(found));
        }
        clock::pause(patience.millis);
    }
    done()
}

//! One request's use of the stores: the numbers it got before they were durable, and the operations that have to wait
//! for them.
//!
//! An increment of a counter needs no flush of its own where a write to the same file follows: that write's flush
//! covers both. So a number is issued at once, and these rules keep anybody from noticing:
//!
//! - a write to the same file is acknowledged after the flush that covers the number too;
//! - before a write to another file, the number is flushed;
//! - before the counter is read in another way, the number is flushed;
//! - before anything leaves the request (its answer, a request to another server), the number is flushed:
//!   [`Scope::close`];
//! - if the disk refused the number, the request can write nothing more, because the number may have a second holder;
//!   and [`Scope::close`] fails, unless a failed write has reported it already.
//!
//! Therefore nothing acknowledged or visible outside depends on a number that a power cut can undo.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::fate::{Fate, Outcome, lost};
use super::job::{Job, Reply};
use super::store::Place;
use super::{Done, Sqlite, Write};
use crate::StoreError;

/// The numbers of one request. A clone is the same request.
#[derive(Debug, Clone, Default)]
pub struct Scope(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    numbers: Vec<Number>,
    closed: bool,
}

/// A number that was issued, and the key it is to be written to.
#[derive(Debug, Clone)]
struct Number {
    place: Place,
    key: String,
    fate: Fate,
    /// It was lost, and the request has had an error since.
    known: bool,
}

impl Scope {
    /// Hands over a write without waiting: `reply` is called once the write is durable, or has failed. An increment is
    /// answered sooner, unless the request was closed.
    pub fn submit(&self, store: &Sqlite, write: Write, reply: impl FnOnce(Result<Done, StoreError>) + Send + 'static) {
        if let Write::Increment(key, 0) = &write
            && !self.holds(store, &[key])
        {
            // only a read, and this request has no open transaction there: the committed state is right
            return store.submit(write, reply);
        }
        let reply = self.telling(reply);
        let place = store.place();
        let mut elsewhere = self.undurable();
        elsewhere.retain(|number| !number.place.is_in_file_of(&place));
        let scope = self.clone();
        settle(elsewhere, move |settled| match settled {
            Ok(()) => scope.submit_here(place, write, reply),
            Err(error) => reply(Err(error)),
        });
    }

    fn submit_here(&self, place: Place, write: Write, reply: Reply<Done>) {
        let mut here = self.undurable();
        here.retain(|number| number.place.is_in_file_of(&place));
        let after = here.into_iter().map(|number| number.fate).collect();
        match write {
            Write::Increment(key, delta) if delta == 0 || !self.held().closed => {
                self.number(place, key, delta, after, reply);
            }
            write @ (Write::Set(..)
            | Write::SetMany(_)
            | Write::DeleteMany(_)
            | Write::Increment(..)
            | Write::Swap { .. }) => place.submit(|label| Job::Write { label, write, after, reply }),
        }
    }

    fn number(&self, place: Place, key: String, delta: i64, after: Vec<Fate>, reply: Reply<Done>) {
        let (scope, holder, name) = (self.clone(), place.clone(), key.clone());
        let given: Reply<(i64, Fate)> = Box::new(move |given| match given {
            Ok((count, fate)) => {
                let number = Number { place: holder, key: name, fate, known: false };
                let answer = move |settled: Result<(), StoreError>| reply(settled.map(|()| Done::Count(count)));
                if scope.hold(number.clone()) {
                    answer(Ok(()));
                } else {
                    // the answer has left already
                    settle(vec![number], answer);
                }
            }
            Err(error) => reply(Err(error)),
        });
        place.submit(|label| Job::Number { label, key, delta, after, reply: given });
    }

    /// Keeps the number; `false`: the request was closed meanwhile.
    fn hold(&self, number: Number) -> bool {
        let mut held = self.held();
        held.numbers.retain(|number| !number.is_durable());
        held.numbers.push(number);
        !held.closed
    }

    /// Whether this request incremented one of these counters (none named: any) and that is not on the disk yet: then
    /// [`Scope::settle`] comes before reading it.
    #[must_use]
    pub fn holds(&self, store: &Sqlite, keys: &[&str]) -> bool {
        let held = self.held();
        let named = |number: &Number| keys.is_empty() || keys.contains(&number.key.as_str());
        let mut numbers = held.numbers.iter().filter(|number| !number.is_durable());
        numbers.any(|number| named(number) && number.place.is(store))
    }

    /// Calls `reply` once every issued number is durable, or one of them was lost.
    pub fn settle(&self, reply: impl FnOnce(Result<(), StoreError>) + Send + 'static) {
        settle(self.undurable(), self.telling(reply));
    }

    /// The same, and from now on a number is issued only when it is durable: for when something is about to leave the
    /// request. A lost number that the request knows of is accounted for by the request itself.
    pub fn close(&self, reply: impl FnOnce(Result<(), StoreError>) + Send + 'static) {
        self.held().closed = true;
        let mut numbers = self.undurable();
        numbers.retain(|number| !number.known);
        settle(numbers, self.telling(reply));
    }

    /// The same reply. After an error the request knows which of its numbers are lost.
    fn telling<T: 'static>(&self, reply: impl FnOnce(Result<T, StoreError>) + Send + 'static) -> Reply<T> {
        let scope = self.clone();
        Box::new(move |result| {
            if result.is_err() {
                let mut held = scope.held();
                let lost = held.numbers.iter_mut().filter(|number| number.fate.outcome() == Some(Outcome::Lost));
                lost.for_each(|number| number.known = true);
            }
            reply(result);
        })
    }

    fn undurable(&self) -> Vec<Number> {
        self.held().numbers.iter().filter(|number| !number.is_durable()).cloned().collect()
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Number {
    fn is_durable(&self) -> bool {
        self.fate.outcome() == Some(Outcome::Durable)
    }
}

/// Waits for one after another.
fn settle(mut numbers: Vec<Number>, reply: impl FnOnce(Result<(), StoreError>) + Send + 'static) {
    let Some(number) = numbers.pop() else { return reply(Ok(())) };
    match number.fate.outcome() {
        Some(Outcome::Durable) => settle_boxed(numbers, Box::new(reply)),
        Some(Outcome::Lost) => reply(Err(lost())),
        None => {
            let next: Reply<()> = Box::new(move |settled| match settled {
                Ok(()) => settle_boxed(numbers, Box::new(reply)),
                Err(error) => reply(Err(error)),
            });
            number.place.submit(|_| Job::Settle { fate: number.fate, reply: next });
        }
    }
}

/// Ends the recursion of types.
fn settle_boxed(numbers: Vec<Number>, reply: Reply<()>) {
    settle(numbers, reply);
}

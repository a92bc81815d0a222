//! Counters: a counter is only ever read and written by an increment, which is exact in every store.
use super::Vault;
use crate::{
    Failure,
    store::cell::{Area, Cell, Count},
};

/// Numbers that are passed over when a counter is made again: requests that were under way may have taken them.
const UNDER_WAY: i64 = 100;

impl<A: Area> Vault<A> {
    /// Issues `count` new numbers and returns the last of them.
    ///
    /// # Errors
    /// [`Failure::Unavailable`], [`Failure::Unreadable`] for a damaged counter.
    pub fn next_numbers(&self, counter: &Cell<A, Count>, count: i64) -> Result<i64, Failure> {
        self.store.increment(counter.key(), count).map_err(|error| match self.store.get(counter.key()) {
            // Spin's stores do not say why they refuse
            Ok(Some(raw)) if !is_count(&raw) => Failure::Unreadable(counter.kind().word()),
            Ok(_) | Err(_) => error.into(),
        })
    }

    /// The last number issued. A counter is only ever read and written by an increment; this one adds zero.
    ///
    /// # Errors
    /// As [`Vault::next_numbers`].
    pub fn last_number(&self, counter: &Cell<A, Count>) -> Result<i64, Failure> {
        self.next_numbers(counter, 0)
    }

    /// Issues `count` new numbers. A counter that is damaged begins again after the last number that `known` says was
    /// issued, and some way past it.
    ///
    /// # Errors
    /// As [`Vault::next_numbers`], and the errors of `known`.
    pub fn numbers_after(
        &self,
        counter: &Cell<A, Count>,
        count: i64,
        known: impl FnOnce() -> Result<i64, Failure>,
    ) -> Result<i64, Failure> {
        match self.next_numbers(counter, count) {
            Err(Failure::Unreadable(_)) => {
                self.recount(counter, known()?.max(0).saturating_add(UNDER_WAY))?;
                self.next_numbers(counter, count)
            }
            other => other,
        }
    }

    /// Puts a number in the place of what cannot be read. A store keeps its counters as eight bytes or as digits; a
    /// swap on the damaged bytes lets one of many do it.
    fn recount(&self, counter: &Cell<A, Count>, last: i64) -> Result<(), Failure> {
        eprintln!("error: a {} could not be read; it was made again", counter.kind().word());
        for form in [last.to_le_bytes().to_vec(), last.to_string().into_bytes()] {
            let Some(raw) = self.store.get(counter.key())? else { return Ok(()) };
            if self.store.increment(counter.key(), 0).is_ok() {
                return Ok(());
            }
            self.store.swap(counter.key(), Some(&raw), &form)?;
        }
        Ok(())
    }
}

/// Whether these bytes may be a counter: stores keep one as eight bytes, or as digits.
fn is_count(raw: &[u8]) -> bool {
    raw.len() == 8 || std::str::from_utf8(raw).is_ok_and(|text| text.parse::<i64>().is_ok())
}

/// The last number from `from` on of which something is stored, for a counter that has to be made again. It looks past
/// gaps of fewer than a hundred numbers: requests that were cut off leave small ones.
///
/// # Errors
/// The errors of `is_there`.
pub fn last_used(from: i64, is_there: impl Fn(i64) -> Result<bool, Failure>) -> Result<i64, Failure> {
    let next = |at: i64| {
        (at + 1..=at.saturating_add(UNDER_WAY)).find_map(|n| is_there(n).map(|is| is.then_some(n)).transpose())
    };
    let any = |at: i64| next(at).transpose().map(|found| found.is_some());
    let (mut low, mut high) = (from, from.saturating_add(UNDER_WAY));
    while any(high)? {
        (low, high) = (high, from.saturating_add((high - from).saturating_mul(2)));
    }
    while high - low > UNDER_WAY {
        let middle = low + (high - low) / 2;
        if any(middle)? { low = middle } else { high = middle }
    }
    while let Some(found) = next(low).transpose()? {
        low = found;
    }
    Ok(low)
}

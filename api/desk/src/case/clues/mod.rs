//! The index of clues: in which cases a name, an address, a telephone number or a number plate stands.
//!
//! It holds keyed hashes and case numbers, never a value, in buckets of which each shelf has a fixed count
//! ([`bucket`]). It follows from the cases. What a case gains is added before the case is written, and what it loses is
//! taken away after it; so an interruption leaves too much and never too little. Whoever finds a case by it reads that
//! case and looks whether the clue is in it.
mod bucket;

use super::{keys::StoredKey, load::load};
use crate::Desk;
use bucket::{Bucket, StoredBucket, Tag};
use kit::{Failure, derive::derive};
use shared::{
    case::{
        Case,
        clue::{Clue, Shelf, clues, ever, shelf},
    },
    id::CaseId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where a clue is kept: a bucket, and what it is found by there.
pub(super) type Spot = (Bucket, Tag);

/// From a clue to its spot. The key stays the same when the instance's keys are changed; after somebody may have seen
/// them the buckets get new keys of their own ([`renew_clues`]).
struct Hasher([u8; 32]);

impl Hasher {
    fn of(desk: &Desk) -> Result<Self, Failure> {
        Ok(Self(desk.derive_lasting("clues")?))
    }

    fn spot(&self, shelf: Shelf, clue: &Clue) -> Spot {
        let parts = [clue.kind().as_str().as_bytes(), clue.value().as_bytes()];
        let [number, tag @ ..]: [u8; 9] = derive(&self.0, "clue", &parts);
        (Bucket { shelf, number }, tag)
    }

    /// The spots of a case as it is now.
    fn spots(&self, case: &Case) -> BTreeSet<Spot> {
        let Some(shelf) = shelf(case) else { return BTreeSet::new() };
        clues(case).iter().map(|clue| self.spot(shelf, clue)).collect()
    }

    /// Every spot that the case may ever have had.
    fn ever(&self, case: &Case) -> BTreeSet<Spot> {
        let all = ever(case);
        Shelf::ALL.into_iter().flat_map(|shelf| all.iter().map(move |clue| self.spot(shelf, clue))).collect()
    }
}

/// The tags of each bucket.
fn by_bucket(spots: impl IntoIterator<Item = Spot>) -> BTreeMap<Bucket, Vec<Tag>> {
    let mut buckets: BTreeMap<Bucket, Vec<Tag>> = BTreeMap::new();
    for (bucket, tag) in spots {
        buckets.entry(bucket).or_default().push(tag);
    }
    buckets
}

/// Whether the index says the same of both: a report never changes.
fn is_like(before: &Case, after: &Case) -> bool {
    let (was, now) = (shelf(before), shelf(after));
    was == now && (now.is_none() || before.latest_form() == after.latest_form())
}

/// Adds what the case is about to have, before it is written.
///
/// # Errors
/// [`Failure::Unavailable`]: then the case is not written either.
pub(super) fn raise(desk: &Desk, before: &Case, after: &Case) -> Result<(), Failure> {
    if is_like(before, after) {
        return Ok(());
    }
    let (hasher, number) = (Hasher::of(desk)?, after.origins().number.sequence);
    let (was, will) = (hasher.spots(before), hasher.spots(after));
    for (bucket, tags) in by_bucket(will.difference(&was).copied()) {
        bucket.change(desk, true, |stored| tags.iter().for_each(|tag| stored.add(*tag, number)))?;
    }
    Ok(())
}

/// Takes away what the case had, once it is written.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn lower(desk: &Desk, before: &Case, after: &Case) -> Result<(), Failure> {
    if is_like(before, after) {
        return Ok(());
    }
    let hasher = Hasher::of(desk)?;
    let (was, now) = (hasher.spots(before), hasher.spots(after));
    remove(desk, after.origins().number.sequence, was.difference(&now).copied())
}

/// Brings the index in line with a case that was read, whatever was interrupted before: after a crash between the case
/// and its line. A case that was destroyed meanwhile is not put back.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let (hasher, number) = (Hasher::of(desk)?, case.origins().number.sequence);
    let now = hasher.spots(case);
    if desk.keys.exists(&StoredKey::cell(&case.origins().id))? {
        for (bucket, tags) in by_bucket(now.iter().copied()) {
            bucket.change(desk, true, |stored| tags.iter().for_each(|tag| stored.add(*tag, number)))?;
        }
    }
    remove(desk, number, hasher.ever(case).difference(&now).copied())
}

/// A write that did not come about: if the case was destroyed meanwhile, what was added before it goes again.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn take_back(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if desk.keys.exists(&StoredKey::cell(&case.origins().id))? {
        return Ok(());
    }
    remove(desk, case.origins().number.sequence, Hasher::of(desk)?.ever(case))
}

fn remove(desk: &Desk, number: u32, spots: impl IntoIterator<Item = Spot>) -> Result<(), Failure> {
    for (bucket, tags) in by_bucket(spots) {
        bucket.change(desk, false, |stored| tags.iter().for_each(|tag| stored.remove(*tag, number)))?;
    }
    Ok(())
}

/// Takes a case that is destroyed out of every bucket that it was ever in. Those get new keys, so that no older copy
/// tells of this case. Called while the case can still be read; of one that cannot, every bucket is looked at. When the
/// case's key is gone already, this was done before.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget_clues(desk: &Desk, id: &CaseId, sequence: u32) -> Result<(), Failure> {
    let buckets: BTreeSet<Bucket> = match load(desk, id) {
        Ok(standing) => Hasher::of(desk)?.ever(&standing.value).into_iter().map(|(bucket, _)| bucket).collect(),
        Err(Failure::Problem(..)) => return Ok(()),
        Err(failure) => failure.unless_damaged(Bucket::all().collect())?,
    };
    for bucket in buckets {
        if bucket.is_there(desk)? {
            bucket.change(desk, false, |stored| stored.forget(sequence))?;
            bucket.renew(desk, |_| true)?;
        }
    }
    Ok(())
}

/// Makes the whole index again from these cases. A bucket that is not needed any more is emptied.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn write(desk: &Desk, spots: &[(u32, BTreeSet<Spot>)]) -> Result<(), Failure> {
    let mut buckets: BTreeMap<Bucket, StoredBucket> = BTreeMap::new();
    for bucket in Bucket::all() {
        if bucket.is_there(desk)? {
            buckets.insert(bucket, StoredBucket::default());
        }
    }
    for (number, spots) in spots {
        for (bucket, tag) in spots {
            buckets.entry(*bucket).or_default().add(*tag, *number);
        }
    }
    buckets.iter().try_for_each(|(bucket, content)| bucket.put(desk, content))
}

/// The spots of one case, to collect for [`write`].
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn spots(desk: &Desk, case: &Case) -> Result<(u32, BTreeSet<Spot>), Failure> {
    Ok((case.origins().number.sequence, Hasher::of(desk)?.spots(case)))
}

/// The numbers of the cases on a shelf that may have one of these clues: whoever uses one looks into the case.
///
/// # Errors
/// [`Failure::Unreadable`] for a damaged bucket, [`Failure::Unavailable`].
pub(super) fn with_clues<'a>(
    desk: &Desk,
    shelf: Shelf,
    clues: impl IntoIterator<Item = &'a Clue>,
) -> Result<BTreeSet<u32>, Failure> {
    let hasher = Hasher::of(desk)?;
    let mut numbers = BTreeSet::new();
    for (bucket, tags) in by_bucket(clues.into_iter().map(|clue| hasher.spot(shelf, clue))) {
        let stored = bucket.read(desk)?;
        tags.into_iter().for_each(|tag| numbers.extend(stored.numbers(tag)));
    }
    Ok(numbers)
}

/// Gives a bucket a new key, unless its key was made under the instance's key that is now in use. `false` when there is
/// nothing to do, or no such bucket.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`] for a key that does not open.
pub fn renew_clues(desk: &Desk, name: &str) -> Result<bool, Failure> {
    let under = desk.key_in_use()?;
    let Some(bucket) = Bucket::named(name) else { return Ok(false) };
    bucket.renew(desk, |stored| stored.made_under.as_ref() != Some(&under))
}

/// Reads a bucket and makes nothing of it: for an inspection.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn inspected_clues(desk: &Desk, name: &str) -> Result<(), Failure> {
    let bucket = Bucket::named(name).ok_or(Failure::Unreadable("bucket of clues"))?;
    bucket.read(desk).map(drop)
}

/// Whether any bucket names this case.
#[cfg(test)]
pub(crate) fn is_in_clues(desk: &Desk, number: u32) -> Result<bool, Failure> {
    let mut found = false;
    for bucket in Bucket::all() {
        found |= bucket.read(desk)?.names(number);
    }
    Ok(found)
}

#[cfg(test)]
mod tests;

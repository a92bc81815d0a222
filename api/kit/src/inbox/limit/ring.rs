//! A ring of buckets in a store, each a small record of how many tries and when the last was.
use crate::{
    Failure,
    derive::derive,
    store::{
        Change, Vault,
        cell::{self, Area, Cases, Cell, Pointers},
    },
};
use serde::{Deserialize, Serialize};
use shared::moment::Moment;

/// The number of buckets in a ring, some hundred bytes each. It is fixed, whatever is tried.
pub const BUCKETS: u16 = 4096;
/// The first wait in seconds; each further failure doubles it.
const FIRST_WAIT: i64 = 30;
/// After an hour without a try a bucket starts again. Longer than the longest wait.
const QUIET_SECONDS: i64 = 3600;

/// How many tries are free, and how long one waits at most after that.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Failures before the first wait.
    pub free: u32,
    /// Seconds.
    pub longest: i64,
}

/// The count of a bucket.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Bucket {
    #[serde(rename = "keer")]
    count: u32,
    #[serde(rename = "laatst")]
    last: Moment,
}

impl Rule {
    /// Seconds from the last try until the next is allowed.
    #[must_use]
    pub fn wait(self, count: u32) -> i64 {
        match count.checked_sub(self.free) {
            None => 0,
            Some(over) => FIRST_WAIT.saturating_mul(1 << over.min(20)).min(self.longest),
        }
    }

    /// The bucket with one more try, or the seconds to wait. What is refused does not count, so that trying again too
    /// soon makes nobody wait longer.
    fn take(self, bucket: Option<Bucket>, now: Moment) -> Result<Bucket, u64> {
        let bucket = bucket.filter(|bucket| now < bucket.last.plus_seconds(QUIET_SECONDS));
        let count = bucket.map_or(0, |bucket| bucket.count);
        let wait = self.wait(count);
        // a clock that was set back makes nobody wait longer than the rule says
        let millis = bucket.map_or(0, |b| (b.last.plus_seconds(wait).millis() - now.millis()).min(wait * 1000));
        match u64::try_from(millis) {
            Ok(millis @ 1..) => Err(millis.div_ceil(1000)),
            Ok(0) | Err(_) => Ok(Bucket { count: count.saturating_add(1), last: now }),
        }
    }
}

/// One ring. Whoever lacks the secret cannot say which bucket counts what.
pub struct Ring<'a, A> {
    vault: &'a Vault<A>,
    bucket: fn(u16) -> Cell<A, Bucket>,
    secret: [u8; 32],
    now: Moment,
}

impl<'a> Ring<'a, Pointers> {
    /// Tries of receipt codes.
    #[must_use]
    pub fn codes(vault: &'a Vault<Pointers>, secret: [u8; 32], now: Moment) -> Self {
        Self { vault, bucket: |n| cell::code_tries(n), secret, now }
    }
}

impl<'a> Ring<'a, Cases> {
    /// Tries from browsers in which somebody logged in before.
    #[must_use]
    pub fn known(vault: &'a Vault<Cases>, secret: [u8; 32], now: Moment) -> Self {
        Self { vault, bucket: |n| cell::known_tries(n), secret, now }
    }

    /// Tries with one name, from any other browser. Apart from those of networks: however many networks somebody has,
    /// they fill no bucket of a name.
    #[must_use]
    pub fn names(vault: &'a Vault<Cases>, secret: [u8; 32], now: Moment) -> Self {
        Self { vault, bucket: |n| cell::log_in_tries(n), secret, now }
    }

    /// Tries from one network, whatever the name.
    #[must_use]
    pub fn nets(vault: &'a Vault<Cases>, secret: [u8; 32], now: Moment) -> Self {
        Self { vault, bucket: |n| cell::net_tries(n), secret, now }
    }
}

impl<A: Area> Ring<'_, A> {
    /// The bucket that counts this.
    #[must_use]
    pub fn bucket(&self, parts: &[&str]) -> Cell<A, Bucket> {
        let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
        let number = derive(&self.secret, "limit", &parts);
        (self.bucket)(u16::from_be_bytes(number) % BUCKETS)
    }

    /// Refuses when one has to wait; counts nothing.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
    pub fn look(&self, bucket: &Cell<A, Bucket>, rule: Rule) -> Result<(), Failure> {
        let counted = self.vault.get(bucket).or_else(|failure| failure.unless_damaged(None))?;
        rule.take(counted, self.now).map(drop).map_err(|seconds| Failure::TooMany { seconds })
    }

    /// Counts one try, or refuses. Returns whether the limit was reached by it: the next try has to wait.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
    pub fn take(&self, bucket: &Cell<A, Bucket>, rule: Rule) -> Result<bool, Failure> {
        let now = self.now;
        let taken = self.vault.update(bucket, |bucket| {
            let bucket = rule.take(bucket, now).map_err(|seconds| Failure::TooMany { seconds })?;
            Ok(Change::Write(bucket, rule.wait(bucket.count) > 0))
        });
        taken.or_else(|failure| {
            failure.unless_damaged(())?;
            self.vault.set(bucket, &Bucket { count: 1, last: now }).map(|()| false)
        })
    }

    /// Takes one try back; the others in the bucket stay.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
    pub fn give_back(&self, bucket: &Cell<A, Bucket>) -> Result<(), Failure> {
        self.vault.update(bucket, |bucket| {
            let less = |bucket: Bucket| Bucket { count: bucket.count.saturating_sub(1), ..bucket };
            Ok(bucket.map_or(Change::Keep(()), |bucket| Change::Write(less(bucket), ())))
        })
    }

    /// Starts again.
    ///
    /// # Errors
    /// [`Failure::TooMany`] with the seconds to wait; [`Failure::Unavailable`].
    pub fn clear(&self, bucket: &Cell<A, Bucket>) -> Result<(), Failure> {
        self.vault.delete(bucket)
    }
}

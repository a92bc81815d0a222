//! A host that counts.

use super::{Child, Place};
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::path::Path;

/// A host as a process, which says what it has counted.
pub struct Counter(Child);

/// The counts since the start, or the average per request.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// Flushes of the disk.
    pub flushes: f64,
    /// Reads from the stores.
    pub reads: f64,
    /// Writes to the stores.
    pub writes: f64,
}

impl Counter {
    /// Starts one on these stores.
    pub fn start(place: &Place, stores: &Path, cache: &Path) -> Result<Self> {
        Ok(Self(place.counted(stores, cache)?))
    }

    /// The address it serves.
    pub fn address(&self) -> SocketAddr {
        self.0.address()
    }

    /// The counts so far.
    pub fn counts(&mut self) -> Result<Counts> {
        let line = self.0.ask()?;
        let counts: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        let [flushes, reads, writes] = counts.try_into().ok().with_context(|| format!("three counts: {line}"))?;
        Ok(Counts { flushes, reads, writes })
    }
}

impl Counts {
    /// Per request, when so many came after `before`.
    pub fn since(&self, before: &Self, requests: usize) -> Self {
        let each = |now: f64, then: f64| (now - then) / requests as f64;
        Self {
            flushes: each(self.flushes, before.flushes),
            reads: each(self.reads, before.reads),
            writes: each(self.writes, before.writes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_of_the_requests_between() {
        let before = Counts { flushes: 3.0, reads: 10.0, writes: 2.0 };
        let after = Counts { flushes: 5.0, reads: 30.0, writes: 3.0 };
        assert_eq!(after.since(&before, 4), Counts { flushes: 0.5, reads: 5.0, writes: 0.25 });
    }
}

//! The measurements, and how often each is repeated.

mod beside;
mod commits;
mod disk;
mod flood;
mod many;
mod page;
mod phases;
mod requests;
mod rounds;
mod sealing;
mod start;
mod weight;

use crate::stage::{Place, Without};
use crate::table::Table;
use anyhow::Result;
use std::path::Path;

/// The number of repetitions of each measurement.
pub struct Counts {
    rounds: usize,
    worklists: usize,
    reports: usize,
    closed: u32,
    each_phase: usize,
    counted: usize,
    warm_starts: usize,
    cold_starts: usize,
    commits_together: usize,
    commits_alone: usize,
    flood: u32,
    many: u32,
}

impl Counts {
    /// The same with a flood of so many reports, and with so many open and so many closed cases.
    #[must_use]
    pub fn sized(self, flood: Option<u32>, many: Option<u32>) -> Self {
        Self { flood: flood.unwrap_or(self.flood), many: many.unwrap_or(self.many), ..self }
    }
}

/// Counts for reliable figures.
pub const FULL: Counts = Counts {
    rounds: 5,
    worklists: 3000,
    reports: 2000,
    closed: 1000,
    each_phase: 300,
    counted: 200,
    warm_starts: 7,
    cold_starts: 2,
    commits_together: 100,
    commits_alone: 10,
    flood: 200_000,
    many: 100_000,
};

/// Counts that only show that everything runs.
pub const QUICK: Counts = Counts {
    rounds: 1,
    worklists: 64,
    reports: 64,
    closed: 60,
    each_phase: 5,
    counted: 8,
    warm_starts: 1,
    cold_starts: 1,
    commits_together: 2,
    commits_alone: 1,
    flood: 120,
    many: 60,
};

/// One run. `unsealed` is the folder with components that were built without sealing; without it the cost of sealing is
/// not measured, only run.
///
/// # Errors
/// When something that is measured is missing, does not start or gives another answer than expected.
pub fn everything(root: &Path, unsealed: Option<&Path>, counts: &Counts) -> Result<Table> {
    weight::dist(root)?;
    let unsealed = unsealed.map(Without::sealing).transpose()?;
    let place = Place::new(root)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut table = Table::default();
    let cache = place.folder("compiled")?;
    say(1, "cold starts (the first compiles the components)");
    runtime.block_on(start::measure(&place, &cache, counts, &mut table))?;
    say(2, "commits");
    commits::measure(&place, counts, &mut table)?;
    say(3, "data");
    let stage = requests::Stage::set(&place, &cache, counts)?;
    say(4, "requests, host and native by turns");
    runtime.block_on(stage.measure(counts, &mut table))?;
    say(5, "the same with and without sealing, by turns");
    runtime.block_on(sealing::measure(&place, &cache, unsealed.as_ref(), counts, &mut table))?;
    say(6, "phases of a POST");
    runtime.block_on(phases::measure(stage.host(), stage.native(), counts, &mut table))?;
    say(7, "flushes and store calls per request");
    runtime.block_on(disk::measure(&place, &cache, counts.counted, &mut table))?;
    say(8, "weight of the first visit");
    runtime.block_on(weight::measure(root, stage.host().address(), &mut table))?;
    say(9, "a quiet day and after a flood, by turns");
    runtime.block_on(flood::measure(&place, &cache, counts, &mut table))?;
    say(10, "few cases and many, by turns");
    runtime.block_on(many::measure(&place, &cache, counts, &mut table))?;
    stage.compare_stores()?;
    Ok(table)
}

/// One of the last two sections alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Lists and reports on a quiet day and after a flood.
    Flood,
    /// Lists and searching with few cases and with many.
    Many,
}

/// Measures that section.
///
/// # Errors
/// As [`everything`].
pub fn only(what: Only, root: &Path, counts: &Counts) -> Result<Table> {
    let place = Place::new(root)?;
    let cache = place.folder("compiled")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut table = Table::default();
    match what {
        Only::Flood => runtime.block_on(flood::measure(&place, &cache, counts, &mut table))?,
        Only::Many => runtime.block_on(many::measure(&place, &cache, counts, &mut table))?,
    }
    Ok(table)
}

fn say(step: usize, what: &str) {
    eprintln!("[{step} of 10] {what}");
}

/// The middle one.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    match figures.len() {
        0 => 0.0,
        n if n.is_multiple_of(2) => f64::midpoint(figures[n / 2 - 1], figures[n / 2]),
        n => figures[n / 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!((median(vec![4.0, 1.0, 2.0, 9.0]) - 3.0).abs() < 1e-9);
    }
}

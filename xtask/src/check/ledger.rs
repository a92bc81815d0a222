//! The results of the phases, and the table of them at the end.

use super::tally::Tally;
use crate::step::seconds;
use anyhow::Result;
use std::fmt;
use std::time::{Duration, Instant};

/// All phases so far.
#[derive(Default)]
pub struct Ledger {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    outcome: Outcome,
}

enum Outcome {
    Ran { time: Duration, tally: Tally },
    NotRun { why: String },
}

impl Ledger {
    /// Runs a phase and records its result. A phase that ends with an error counts as one failure.
    pub fn phase(&mut self, name: &str, work: impl FnOnce() -> Result<Tally>) -> bool {
        println!("\n━━ {name}");
        let start = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally { passed: 0, failed: 1 }
        });
        let time = start.elapsed();
        println!("━━ {name}: {} in {}", verdict(tally), seconds(time));
        self.rows.push(Row { name: name.to_owned(), outcome: Outcome::Ran { time, tally } });
        tally.failed == 0
    }

    /// Records that a phase could not run or had nothing to do, and why.
    pub fn skip(&mut self, name: &str, why: &str) {
        self.rows.push(Row { name: name.to_owned(), outcome: Outcome::NotRun { why: why.to_owned() } });
    }

    /// Did everything that ran succeed?
    pub fn green(&self) -> bool {
        self.total().failed == 0
    }

    fn total(&self) -> Tally {
        let mut total = Tally::default();
        for row in &self.rows {
            if let Outcome::Ran { tally, .. } = row.outcome {
                total += tally;
            }
        }
        total
    }
}

fn verdict(tally: Tally) -> &'static str {
    if tally.failed == 0 { "good" } else { "FAILED" }
}

impl fmt::Display for Ledger {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out)?;
        for Row { name, outcome } in &self.rows {
            match outcome {
                Outcome::Ran { time, tally } => {
                    let counted = format!("{} passed, {} failed", tally.passed, tally.failed);
                    writeln!(out, "{:<7} {name:<42} {:>12}  {counted}", verdict(*tally), seconds(*time))?;
                }
                Outcome::NotRun { why } => writeln!(out, "{:<7} {name:<42} {why}", "-")?,
            }
        }
        let total = self.total();
        writeln!(out, "\n{} passed, {} failed", total.passed, total.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_makes_the_run_fail_and_shows_in_the_last_line() {
        let mut ledger = Ledger::default();
        assert!(ledger.phase("a", || Ok(Tally { passed: 3, failed: 0 })));
        assert!(ledger.green());
        assert!(!ledger.phase("b", || anyhow::bail!("kapot")));
        ledger.skip("c", "a build failed");
        assert!(!ledger.green());
        assert!(ledger.to_string().ends_with("\n3 passed, 1 failed\n"));
    }
}

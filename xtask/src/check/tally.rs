//! How many tests passed and failed, read from the output of cargo and node.

use crate::command;
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// Tests that ran.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// number that passed
    pub passed: u64,
    /// number that failed
    pub failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs tests, shows their output and counts them. A run that ends with an error has at least one failure.
pub fn run(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| command::describe(command))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            tally += count(&line);
        }
    }
    if !child.wait()?.success() && tally.failed == 0 {
        println!("`{}` failed", command::describe(command));
        tally.failed = 1;
    }
    Ok(tally)
}

/// The counts in one line of output: cargo's `test result: ok. 6 passed; 0 failed; …`, node's `ℹ pass 5`.
fn count(line: &str) -> Tally {
    if let Some(result) = line.strip_prefix("test result: ") {
        return Tally { passed: before(result, " passed"), failed: before(result, " failed") };
    }
    let Some(summary) = line.strip_prefix("ℹ ") else { return Tally::default() };
    let number = |word: &str| summary.strip_prefix(word).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Tally { passed: number("pass "), failed: number("fail ") + number("cancelled ") }
}

fn before(text: &str, word: &str) -> u64 {
    let number = text.split(word).next().and_then(|start| start.split_whitespace().next_back());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_cargo_is_counted() {
        let line = "test result: FAILED. 6 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(count(line), Tally { passed: 6, failed: 2 });
    }

    #[test]
    fn the_lines_of_node_are_counted() {
        assert_eq!(count("ℹ pass 5"), Tally { passed: 5, failed: 0 });
        assert_eq!(count("ℹ fail 1"), Tally { passed: 0, failed: 1 });
        assert_eq!(count("ℹ cancelled 2"), Tally { passed: 0, failed: 2 });
        assert_eq!(count("ℹ duration_ms 51.3"), Tally::default());
    }

    #[test]
    fn a_run_that_ends_with_an_error_is_a_failure_even_without_a_count() {
        let tally = run(command::program("sh").args(["-c", "echo no tests; exit 101"])).unwrap();
        assert_eq!(tally, Tally { passed: 0, failed: 1 });
    }
}

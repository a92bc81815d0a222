//! The long run of every fuzz target. The targets are unit tests of their crates, and `cargo xtask test` runs each of
//! them for a short time. This run counts the inputs of each target, so that a skipped target is noticed.

use crate::project::Project;
use crate::{check, command};
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Inputs for each target.
pub const MANY: u64 = 50_000;
/// Inputs for all targets together, in a run of that length.
const TOGETHER: u64 = 1_000_000;

/// The report of one target.
#[derive(Debug, PartialEq, Eq)]
struct Reported {
    name: String,
    inputs: u64,
}

/// Builds and runs all targets, and prints the total.
///
/// # Errors
/// When an input caused a panic, or when one target or all together got too few inputs.
pub fn run(project: &Project, count: u64) -> Result<()> {
    command::run(tests(project).arg("--no-run"))?;
    let mut run = tests(project);
    run.args(["--", "fuzz::", "--nocapture"]).env("MELDROUTE_FUZZ", count.to_string());
    // the log of each refused input is left out: the output already has the result
    let mut child = run.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("starting cargo")?;
    let mut reported = Vec::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            if !line.is_empty() && !line.starts_with("running ") && !line.starts_with("audit: ") {
                println!("{line}");
            }
            reported.extend(parse(&line));
        }
    }
    let ended = child.wait()?;
    ensure!(ended.success(), "a target failed: the line above that begins with \"again\" shows how to repeat it");
    let inputs: u64 = reported.iter().map(|one| one.inputs).sum();
    println!("\n{} targets, {inputs} inputs, no panic", reported.len());
    let few: Vec<&str> = reported.iter().filter(|one| one.inputs < count).map(|one| one.name.as_str()).collect();
    ensure!(few.is_empty(), "fewer than {count} inputs: {few:?}");
    ensure!(!reported.is_empty() && (count < MANY || inputs >= TOGETHER), "{inputs} inputs are fewer than {TOGETHER}");
    Ok(())
}

fn tests(project: &Project) -> Command {
    let mut cargo = check::cargo_test(project);
    cargo.args(["--lib", "--bins"]);
    cargo
}

/// Reads `fuzz NAME: N inputs, …`; the test runner may have printed something before it on the same line.
fn parse(line: &str) -> Option<Reported> {
    let (name, rest) = line.get(line.find("fuzz ")?..)?.strip_prefix("fuzz ")?.rsplit_once(": ")?;
    let inputs = rest.split_once(" inputs, ")?.0.parse().ok()?;
    Some(Reported { name: name.to_owned(), inputs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_target_is_read() {
        let reported = |name: &str, inputs| Some(Reported { name: name.into(), inputs });
        assert_eq!(
            parse("fuzz record: arrival: 500 inputs, 128 accepted, 372 refused, seed 1"),
            reported("record: arrival", 500)
        );
        assert_eq!(parse("test a ... fuzz id: 7 inputs, 1 accepted, 6 refused, seed 1"), reported("id", 7));
        assert_eq!(parse("test fuzz::a_test ... ok"), None);
        assert_eq!(parse("fuzz id: input 4 panics: as asked"), None);
    }
}

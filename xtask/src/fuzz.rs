//! The long run of every fuzz target. The targets lie in the unit tests of their crates, where a short run of them is part
//! of `cargo xtask test`; here they are counted, so that none is left out unseen.

use crate::project::Project;
use crate::{check, command};
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Inputs for each target.
pub const MANY: u64 = 50_000;
/// And for all together, in a run of that length.
const TOGETHER: u64 = 1_000_000;

/// What one target said of itself.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    name: String,
    inputs: u64,
}

/// Builds, runs, and ends with a sum.
///
/// # Errors
/// When an input made something panic, a target got too few inputs, or all of them together did.
pub fn run(project: &Project, count: u64) -> Result<()> {
    command::run(tests(project).arg("--no-run"))?;
    let mut run = tests(project);
    run.args(["--", "fuzz::", "--nocapture"]).env("MELDROUTE_FUZZ", count.to_string());
    // what components would log of each refused input says nothing more; what matters stands in the output
    let mut child = run.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("starting cargo")?;
    let mut told = Vec::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            if !line.is_empty() && !line.starts_with("running ") && !line.starts_with("audit: ") {
                println!("{line}");
            }
            told.extend(parse(&line));
        }
    }
    let ended = child.wait()?;
    ensure!(ended.success(), "a target failed: the line that begins with \"again\" above says how to see it alone");
    let inputs: u64 = told.iter().map(|one| one.inputs).sum();
    println!("\n{} targets, {inputs} inputs, no panic", told.len());
    let few: Vec<&str> = told.iter().filter(|one| one.inputs < count).map(|one| one.name.as_str()).collect();
    ensure!(few.is_empty(), "fewer than {count} inputs: {few:?}");
    ensure!(!told.is_empty() && (count < MANY || inputs >= TOGETHER), "{inputs} inputs are fewer than {TOGETHER}");
    Ok(())
}

fn tests(project: &Project) -> Command {
    let mut cargo = check::cargo_test(project);
    cargo.args(["--lib", "--bins"]);
    cargo
}

/// `fuzz NAME: N inputs, …`, wherever on the line the test runner let it begin.
fn parse(line: &str) -> Option<Told> {
    let (name, rest) = line.get(line.find("fuzz ")?..)?.strip_prefix("fuzz ")?.rsplit_once(": ")?;
    let inputs = rest.split_once(" inputs, ")?.0.parse().ok()?;
    Some(Told { name: name.to_owned(), inputs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_s_line_is_read() {
        let told = |name: &str, inputs| Some(Told { name: name.into(), inputs });
        assert_eq!(
            parse("fuzz record: arrival: 500 inputs, 128 accepted, 372 refused, seed 1"),
            told("record: arrival", 500)
        );
        assert_eq!(parse("test a ... fuzz id: 7 inputs, 1 accepted, 6 refused, seed 1"), told("id", 7));
        assert_eq!(parse("test fuzz::a_test ... ok"), None);
        assert_eq!(parse("fuzz id: input 4 panics: as asked"), None);
    }
}

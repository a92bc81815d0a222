//! Whether the tests of the rules notice when a rule is taken out: cargo-mutants changes one thing in `shared` at a
//! time, and runs its tests. That takes days on a small machine, so the mutants are divided into parts of equal size.
//! A part that is done stays done for the same sources, and one that was stopped goes on where it was. A few parts are
//! a fair sample: each takes mutants from everywhere.

use crate::project::Project;
use crate::step::{step, watched};
use crate::{command, setup};
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::path::{Path, PathBuf};

/// Of a hundred mutants, so many must be caught.
const CAUGHT: f64 = 90.0;

/// How many cases a test of a property tries with each mutant; 256 in `cargo xtask test`.
const PROPERTY_CASES: &str = "32";

/// Which parts to run.
#[derive(Args)]
pub struct Options {
    /// Into how many parts the mutants are divided
    #[arg(long, default_value_t = 100)]
    parts: u32,
    /// How many parts are to be done after this run, those of earlier runs among them; all when left out
    #[arg(long, value_name = "PARTS")]
    done: Option<u32>,
}

/// What came of the mutants.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    caught: usize,
    /// With the line of each.
    missed: Vec<String>,
}

/// Runs the parts that are not done yet, and prints what came of all that are.
///
/// # Errors
/// When a mutant could not be tried, or fewer than 90 of 100 were caught.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    ensure!(options.parts > 0, "there is at least one part");
    let program = setup::mutants(project)?;
    let folder = project.path("target/mutants").join(format!("{}-{}", sources(project)?, options.parts));
    let wanted = options.done.unwrap_or(options.parts).min(options.parts);
    let mut together = Outcome::default();
    for part in 0..wanted {
        let output = folder.join(part.to_string());
        let finished = output.join("finished");
        if !finished.exists() {
            step(&format!("part {part} of {}", options.parts), || try_part(project, &program, &output, part, options))?;
            std::fs::write(&finished, "").context("noting that a part is done")?;
        }
        together.add(read(&output)?);
    }
    together.judge()
}

/// The sources as git knows them: what was tried before counts for these and no others.
fn sources(project: &Project) -> Result<String> {
    let git = |arguments: &[&str]| command::output(command::program("git").current_dir(&project.root).args(arguments));
    let changed = git(&["status", "--porcelain", "shared"])?;
    ensure!(changed.is_empty(), "commit or put away the changes in shared first:\n{changed}");
    Ok(git(&["rev-parse", "--short=12", "HEAD:shared"])?.trim().to_owned())
}

fn try_part(project: &Project, program: &Path, output: &Path, part: u32, options: &Options) -> Result<()> {
    std::fs::create_dir_all(output).context("making the folder of a part")?;
    let mut tries = command::program(program);
    tries.current_dir(&project.root).arg("mutants").args(["--package", "shared", "--all-features"]);
    // `--iterate` leaves out what an earlier run of this part caught
    tries.args(["--no-times", "--iterate", "--sharding=round-robin"]).arg("--output").arg(output);
    tries.arg(format!("--shard={part}/{}", options.parts));
    // A few tests of properties take most of the time. With fewer cases they miss a little more, never less.
    tries.env("PROPTEST_CASES", PROPERTY_CASES).env("CARGO_PROFILE_DEV_DEBUG", "0");
    let ended = watched(|| how_far(output), || tries.output().context("starting cargo-mutants"))?;
    // 0: all were caught; 2: some were missed; 3: some took too long, and count as caught
    let tried = ended.status.code().is_some_and(|code| [0, 2, 3].contains(&code));
    ensure!(tried, "cargo-mutants stopped:\n{}", String::from_utf8_lossy(&ended.stdout));
    Ok(())
}

/// How many of a part are tried.
fn how_far(output: &Path) -> String {
    let outcome = read(output).unwrap_or_default();
    format!("{} caught, {} missed", outcome.caught, outcome.missed.len())
}

/// What is noted of a part, by earlier runs too.
fn read(output: &Path) -> Result<Outcome> {
    let lines = |name: &str| -> Result<Vec<String>> {
        let path: PathBuf = output.join("mutants.out").join(name);
        if !path.exists() {
            return Ok(Vec::new());
        }
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        Ok(text.lines().map(str::to_owned).collect())
    };
    let unviable = lines("unviable.txt")?;
    let mut caught = [lines("previously_caught.txt")?, lines("caught.txt")?, lines("timeout.txt")?].concat();
    caught.sort_unstable();
    caught.dedup();
    // what does not compile is noted as caught by a later run
    caught.retain(|one| !unviable.contains(one));
    Ok(Outcome { caught: caught.len(), missed: lines("missed.txt")? })
}

impl Outcome {
    fn add(&mut self, other: Self) {
        self.caught += other.caught;
        self.missed.extend(other.missed);
    }

    fn judge(&self) -> Result<()> {
        let tried = self.caught + self.missed.len();
        ensure!(tried > 0, "no mutant was tried");
        let share = 100.0 * self.caught as f64 / tried as f64;
        self.missed.iter().for_each(|line| println!("missed: {line}"));
        println!("\n{} of {tried} mutants caught: {share:.1} %", self.caught);
        ensure!(share >= CAUGHT, "fewer than {CAUGHT} % were caught");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_earlier_runs_caught_counts_once_and_what_does_not_compile_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("mutants.out");
        assert_eq!(read(folder.path()).unwrap(), Outcome::default());
        std::fs::create_dir(&out).unwrap();
        for (name, text) in [
            ("previously_caught.txt", "a\nb\n"),
            ("caught.txt", "b\nc\n"),
            ("timeout.txt", "d\n"),
            ("unviable.txt", "a\n"),
            ("missed.txt", "e\n"),
        ] {
            std::fs::write(out.join(name), text).unwrap();
        }
        assert_eq!(read(folder.path()).unwrap(), Outcome { caught: 3, missed: vec!["e".into()] });
    }

    #[test]
    fn ninety_of_a_hundred_is_enough_and_nothing_is_not() {
        let outcome = |caught, missed| Outcome { caught, missed: vec!["a line".into(); missed] };
        assert!(outcome(90, 10).judge().is_ok());
        assert!(outcome(89, 10).judge().is_err());
        assert!(outcome(0, 0).judge().is_err());
    }
}

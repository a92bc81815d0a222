//! cargo-mutants, built from source the first time it is needed. It is no part of `cargo xtask test`.

use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result};
use std::path::PathBuf;

const VERSION: &str = "27.1.0";

/// The program, in exactly this version.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    let folder = project.path(".tools").join(format!("mutants-{VERSION}"));
    let program = folder.join("bin/cargo-mutants");
    if !program.exists() {
        step("cargo-mutants from source", || {
            let mut cargo = command::locked(&project.root, "install");
            cargo.arg("--root").arg(&folder).arg(format!("cargo-mutants@{VERSION}"));
            watched(|| "cargo install".to_owned(), || command::output(&mut cargo).map(drop))
        })
        .context("cargo-mutants could not be built")?;
    }
    Ok(program)
}

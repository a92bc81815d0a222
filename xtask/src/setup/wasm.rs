//! A rustc that makes WASM: the active one if it can, else with rustup's help, else a private one from Debian.

use super::debian;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "wasm32-wasip2"];

/// Which rustc makes WASM here.
pub struct Toolchain {
    /// a private one, or none when the active one can
    rustc: Option<PathBuf>,
}

impl Toolchain {
    /// A WASM build by cargo, in a target folder of its own.
    pub fn build(&self, project: &Project) -> Command {
        self.task(project, "build")
    }

    /// The same for one package, with flags for its compiler.
    pub fn rustc(&self, project: &Project) -> Command {
        self.task(project, "rustc")
    }

    fn task(&self, project: &Project, task: &str) -> Command {
        let mut cargo = command::locked(&project.root, task);
        cargo.env("CARGO_TARGET_DIR", project.wasm_target());
        if let Some(rustc) = &self.rustc {
            cargo.env("RUSTC", rustc).env_remove("RUSTUP_TOOLCHAIN");
        }
        cargo
    }
}

/// Finds a rustc that has both targets, or gets one.
pub fn ensure(project: &Project) -> Result<Toolchain> {
    if has_targets(Path::new("rustc")) {
        return Ok(Toolchain { rustc: None });
    }
    let folder = project.path(".tools/rust-wasm");
    let rustc = folder.join("usr/bin/rustc");
    if has_targets(&rustc) {
        return Ok(Toolchain { rustc: Some(rustc) });
    }
    if command::first_on_path(&["rustup"]).is_some() {
        match step("WASM targets from rustup", rustup) {
            Ok(()) if has_targets(Path::new("rustc")) => return Ok(Toolchain { rustc: None }),
            Ok(()) => println!("  rustup's targets are not those of the active rustc"),
            Err(error) => println!("  rustup has no answer here, on to Debian's packages ({error})"),
        }
    }
    step("a private rustc with WASM targets from Debian's packages", || debian::install(&folder))
        .context("no rustc here makes WASM: run `rustup target add wasm32-unknown-unknown wasm32-wasip2`")?;
    Ok(Toolchain { rustc: Some(rustc) })
}

fn rustup() -> Result<()> {
    let mut rustup = command::program("rustup");
    rustup.args(["target", "add"]).args(TARGETS);
    watched(|| "rustup target add".to_owned(), || command::output(&mut rustup).map(drop))
}

/// Does this rustc have the standard library of both targets?
pub(super) fn has_targets(rustc: &Path) -> bool {
    TARGETS.iter().all(|target| {
        let mut ask = command::program(rustc);
        ask.args(["--print", "target-libdir", "--target", target]);
        command::output(&mut ask).is_ok_and(|folder| has_core(Path::new(folder.trim())))
    })
}

fn has_core(folder: &Path) -> bool {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.into_iter().any(|name| name.to_string_lossy().starts_with("libcore-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rustc_that_is_not_there_has_no_targets() {
        assert!(!has_targets(Path::new("/nowhere/rustc")));
        assert!(!has_core(Path::new("/nowhere")));
    }
}

//! A rustc that builds WebAssembly: the active one with rustup's targets, else a private one from Debian's packages.

use super::apt;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "wasm32-wasip2"];

/// Which rustc builds WebAssembly here.
pub struct Toolchain {
    /// a private one, or none when the active one can
    rustc: Option<PathBuf>,
}

impl Toolchain {
    /// A WebAssembly build by cargo, in a target folder of its own.
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

/// Finds a rustc that has both targets, or gets one: rustup's, and Debian's only where rustup fails.
pub fn ensure(project: &Project) -> Result<Toolchain> {
    let (active, root) = (Path::new("rustc"), project.root.as_path());
    let folder = project.path(".tools/rust-wasm");
    let private = folder.join("usr/bin/rustc");
    if has_targets(active, root) {
        return Ok(Toolchain { rustc: None });
    }
    if !has_targets(&private, root) {
        match step("WebAssembly targets from rustup", || rustup(root)) {
            Ok(()) if has_targets(active, root) => return Ok(Toolchain { rustc: None }),
            Ok(()) => println!("  the active rustc is not rustup's, on to Debian's packages"),
            Err(error) => println!("  rustup fails, on to Debian's packages ({error})"),
        }
        step("a private rustc with WebAssembly targets from Debian", || from_debian(project, &folder)).context(
            "no rustc here builds WebAssembly: run `rustup target add wasm32-unknown-unknown wasm32-wasip2`",
        )?;
    }
    Ok(Toolchain { rustc: Some(private) })
}

/// Adds the targets to the toolchain that `rust-toolchain.toml` names.
fn rustup(root: &Path) -> Result<()> {
    let mut rustup = command::program("rustup");
    rustup.current_dir(root).args(["target", "add"]).args(TARGETS);
    watched(|| "rustup target add".to_owned(), || command::output(&mut rustup).map(drop))
}

/// See the script: it needs nothing of rustup, and puts everything into this folder.
fn from_debian(project: &Project, folder: &Path) -> Result<()> {
    if command::first_on_path(&["patchelf"]).is_none() {
        apt::install("patchelf", &["patchelf"])?;
    }
    let mut script = command::program("bash");
    script.arg(project.path("xtask/wasm-from-debian.sh")).arg(folder);
    watched(|| "packages of Debian".to_owned(), || command::run(&mut script))?;
    ensure!(has_targets(&folder.join("usr/bin/rustc"), &project.root), "the unpacked rustc builds no WebAssembly");
    Ok(())
}

/// Does this rustc have the standard library of both targets?
fn has_targets(rustc: &Path, root: &Path) -> bool {
    TARGETS.iter().all(|target| {
        let mut ask = command::program(rustc);
        ask.current_dir(root).args(["--print", "target-libdir", "--target", target]);
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
        assert!(!has_targets(Path::new("/nowhere/rustc"), Path::new("/")));
        assert!(!has_core(Path::new("/nowhere")));
    }
}

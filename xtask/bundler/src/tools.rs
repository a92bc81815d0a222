//! The npm tools: `wasm-opt` and esbuild, both from `frontend/node_modules`.

use crate::{order::Order, slim};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The WebAssembly features that rustc may use for the browser; wasm-opt refuses a feature that is not named.
const FEATURES: [&str; 9] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-extended-const",
];

/// How a module gets light, measured by what is left after brotli. `-Os` leaves more bytes than `-Oz`, and fewer to
/// send. Flat, and with its loops and branches found again, it is 1 % less; a second time it is a little less. A
/// function that is called in one place costs more inside its caller. And an address may have a constant in it where it
/// is used: that is what [`slim::spares_low_memory`] makes sure of.
const LIGHT: [&str; 11] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flatten",
    "--rereloop",
    "-Os",
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    "--strip-debug",
];

/// The paths of the tools.
pub struct Tools {
    frontend: PathBuf,
    script: PathBuf,
}

impl Tools {
    /// Looks for the packages.
    ///
    /// # Errors
    /// When they were not installed.
    pub fn find(order: &Order) -> Result<Self> {
        let frontend = order.root.join("frontend");
        if !frontend.join("node_modules/binaryen").is_dir() {
            bail!("the npm packages of frontend/ are missing: run `cargo xtask setup`");
        }
        Ok(Self { frontend, script: order.root.join("xtask/bundler/web.mjs") })
    }

    /// Makes a module light, without names and producers. In a fast run it stays as it is. Returns where it is.
    pub fn lighten(&self, heavy: &Path, fast: bool) -> Result<PathBuf> {
        if fast {
            return Ok(heavy.to_owned());
        }
        slim::spares_low_memory(heavy)?;
        let light = heavy.with_extension("light.wasm");
        let mut command = Command::new("node");
        command.arg(self.frontend.join("node_modules/binaryen/bin/wasm-opt"));
        command.args(FEATURES).args(LIGHT).args(["--strip-producers", "--strip-target-features"]);
        run(command.arg(heavy).arg("-o").arg(&light))?;
        Ok(light)
    }

    /// Bundles and minifies one script or style with esbuild; `kind` is `js` or `css`.
    pub fn esbuild(&self, kind: &str, from: &Path, to: &Path) -> Result<()> {
        run(&mut self.web(kind, from, to))
    }

    /// The same for a script, with others in the place of those of the same name that wasm-bindgen put beside it.
    pub fn bundle(&self, from: &Path, to: &Path, others: Option<&Path>) -> Result<()> {
        run(self.web("js", from, to).args(others))
    }

    fn web(&self, kind: &str, from: &Path, to: &Path) -> Command {
        let mut command = Command::new("node");
        command.arg(&self.script).arg(&self.frontend).arg(kind).arg(from).arg(to);
        command
    }
}

fn run(command: &mut Command) -> Result<()> {
    let name = format!("{command:?}");
    let status = command.status().with_context(|| format!("starting {name}; is Node installed?"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

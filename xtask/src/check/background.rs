//! The WebAssembly builds. They run beside the other phases, with their output in a file.

use crate::command;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Child;

/// A second xtask, which builds for WebAssembly.
pub struct Background {
    child: Child,
    log: PathBuf,
}

impl Background {
    /// Starts the builds.
    pub fn start(project: &Project) -> Result<Self> {
        let log = project.path("target/wasm-build.log");
        let file = std::fs::File::create(&log).with_context(|| format!("writing {}", log.display()))?;
        let mut xtask = command::program(project.xtask());
        xtask.arg("wasm").current_dir(&project.root).stdout(file.try_clone()?).stderr(file);
        let child = xtask.spawn().context("starting the WebAssembly builds")?;
        println!("▸ components and frontend are built meanwhile, see {}", log.display());
        Ok(Self { child, log })
    }

    /// Waits for the end. When the builds fail, the error includes their output.
    pub fn join(mut self) -> Result<()> {
        let status = self.child.wait()?;
        if !status.success() {
            bail!("the WebAssembly builds failed:\n{}", std::fs::read_to_string(&self.log)?);
        }
        Ok(())
    }
}

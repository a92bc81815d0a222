//! Set-up: installs what building and testing need, unless it is already there.

mod apt;
mod chromium;
mod firefox;
mod mutants;
mod npm;
mod python;
pub mod supply_chain;
mod wasm;

use crate::project::Project;
use crate::step::step;
use crate::{command, command::how_to_get};
use anyhow::{Result, bail};
pub use chromium::{ensure as chromium, find as find_chromium};
pub use firefox::find as find_firefox;
pub use mutants::ensure as mutants;
pub use npm::ensure as npm;
pub use python::{pdf, schemathesis};
pub use wasm::Toolchain;

/// Installs what building needs.
pub fn for_building(project: &Project) -> Result<Toolchain> {
    c_compiler()?;
    let toolchain = wasm::ensure(project)?;
    npm::ensure(project, "frontend")?;
    Ok(toolchain)
}

/// Installs what building and testing need.
pub fn everything(project: &Project) -> Result<()> {
    step("set-up", || {
        for_building(project)?;
        npm::ensure(project, "tests/browser")?;
        npm::ensure(project, "tests/provider")?;
        schemathesis(project)?;
        pdf(project)?;
        supply_chain::ensure(project)?;
        let chromium = chromium::ensure(project)?;
        let firefox = firefox::ensure()?;
        println!("  browsers for the tests: {}, {}", chromium.display(), firefox.display());
        Ok(())
    })
}

/// Building needs a C compiler, for SQLite.
fn c_compiler() -> Result<()> {
    match command::first_on_path(&["cc"]) {
        Some(_) => Ok(()),
        None => bail!("cc is missing: {}", how_to_get("cc")),
    }
}

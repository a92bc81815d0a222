//! Set-up: everything that building and testing needs, quick when it is already there.

mod chromium;
mod debian;
mod npm;
mod python;
mod unpack;
mod wasm;

use crate::project::Project;
use crate::step::step;
use crate::{command, command::how_to_get};
use anyhow::{Result, bail};
pub use chromium::find as find_chromium;
pub use python::schemathesis;
pub use wasm::Toolchain;

/// What building needs.
pub fn for_building(project: &Project) -> Result<Toolchain> {
    c_compiler()?;
    let toolchain = wasm::ensure(project)?;
    npm::ensure(project, "frontend")?;
    Ok(toolchain)
}

/// What building and testing need.
pub fn everything(project: &Project) -> Result<()> {
    step("set-up", || {
        for_building(project)?;
        npm::ensure(project, "tests/browser")?;
        npm::ensure(project, "tests/provider")?;
        schemathesis(project)?;
        let chromium = chromium::ensure(project)?;
        println!("  browser for the tests: {}", chromium.display());
        Ok(())
    })
}

/// SQLite is compiled from its source.
fn c_compiler() -> Result<()> {
    match command::first_on_path(&["cc"]) {
        Some(_) => Ok(()),
        None => bail!("cc is missing: {}", how_to_get("cc")),
    }
}

/// Installs Debian packages; `what` is missing without them.
fn from_debian(what: &str, packages: &[&str]) -> Result<()> {
    let update = as_root(&["apt-get", "update", "-qq"]);
    let install = as_root(&["apt-get", "install", "-y", "-qq", "--no-install-recommends"]);
    let (Some(mut update), Some(mut install)) = (update, install) else {
        bail!("{what} is missing and only root or sudo can install it: {}", how_to_get(what));
    };
    command::output(&mut update)?;
    command::output(install.args(packages)).map(drop)
}

/// Prefix for a command that needs the administrator: nothing for root, else sudo without a question.
fn as_root(words: &[&str]) -> Option<std::process::Command> {
    let root = command::output(command::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = match (root, command::first_on_path(&["sudo"])) {
        (true, _) => command::program(words.first()?),
        (false, Some(sudo)) => {
            let mut command = command::program(sudo);
            command.arg("-n").arg(words.first()?);
            command
        }
        (false, None) => return None,
    };
    command.args(words.get(1..)?).env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}

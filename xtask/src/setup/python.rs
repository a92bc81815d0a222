//! schemathesis, which holds the API against its own description, in a Python environment of its own.

use super::from_debian;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// What is installed, each in the version whose behaviour is known.
const WANTED: &str = "tests/schemathesis.txt";
/// Where the test looks for it.
const FOLDER: &str = ".tools/schemathesis";

/// Installs it, unless exactly this is there.
pub fn schemathesis(project: &Project) -> Result<()> {
    let (folder, wanted) = (project.path(FOLDER), std::fs::read_to_string(project.path(WANTED))?);
    let stamp = folder.join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    step("schemathesis, in a Python environment of its own", || {
        environment(&folder)?;
        let mut pip = command::program(folder.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--requirement"]);
        let install = || command::run(pip.arg(project.path(WANTED)));
        watched(|| "pip, about 30 MB".to_owned(), install).context("installing what tests/schemathesis.txt names")?;
        Ok(std::fs::write(&stamp, &wanted)?)
    })
}

/// An empty environment with pip. Debian has the module for it in a package of its own.
fn environment(folder: &Path) -> Result<()> {
    if make(folder).is_err() {
        from_debian("python3", &["python3", "python3-venv"])?;
        make(folder)?;
    }
    let python = folder.join("bin/python");
    let version =
        command::output(command::program(&python).args(["-c", "import sys; print(sys.version_info >= (3, 10))"]))?;
    ensure!(version.trim() == "True", "Python is too old: {}", command::how_to_get("python3"));
    Ok(())
}

fn make(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    command::output(command::program("python3").args(["-m", "venv"]).arg(folder)).map(drop)
}

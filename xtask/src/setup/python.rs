//! Programs from PyPI, each with a Python environment of its own under `.tools/`, in the versions that a file names.

use super::apt;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// schemathesis, which tests the API against its own description.
pub fn schemathesis(project: &Project) -> Result<()> {
    install(project, "schemathesis", "tests/schemathesis.txt")
}

/// What reads PDFs back in the end-to-end tests.
pub fn pdf(project: &Project) -> Result<()> {
    install(project, "pdf", "tests/pdf/requirements.txt")
}

/// The folder with the programs of an environment.
pub fn programs(project: &Project, name: &str) -> PathBuf {
    project.path(".tools").join(name).join("bin")
}

/// Installs what the file names, unless exactly that is there.
pub fn install(project: &Project, name: &str, wanted: &str) -> Result<()> {
    let (folder, file) = (project.path(".tools").join(name), project.path(wanted));
    let stamp = folder.join("installed.txt");
    let content = std::fs::read_to_string(&file).with_context(|| format!("reading {wanted}"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|there| there == content) {
        return Ok(());
    }
    step(&format!("{name} from PyPI"), || {
        environment(&folder)?;
        let mut pip = command::program(folder.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--requirement"]);
        let install = || command::run(pip.arg(&file));
        watched(|| format!("pip, for {wanted}"), install).with_context(|| format!("installing what {wanted} names"))?;
        Ok(std::fs::write(&stamp, &content)?)
    })
}

/// An empty environment with pip. Debian has the module for it in a package of its own.
fn environment(folder: &Path) -> Result<()> {
    if make(folder).is_err() {
        apt::install("python3", &["python3", "python3-venv"])?;
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

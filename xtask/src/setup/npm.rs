//! npm packages, exactly those of the lock file, and only when it has changed.

use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Context, Result, bail};

/// The oldest version of Node that the locked packages support.
const NODE: u32 = 20;

/// Installs the packages of a folder, unless they are already there.
pub fn ensure(project: &Project, folder: &str) -> Result<()> {
    let folder_path = project.path(folder);
    let lock = std::fs::read(folder_path.join("package-lock.json"))
        .with_context(|| format!("reading {folder}/package-lock.json"))?;
    let stamp = folder_path.join("node_modules/.lock-as-installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    node()?;
    step(&format!("npm packages of {folder}"), || {
        let mut npm = command::program("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder_path);
        watched(|| "npm ci".to_owned(), || command::run(&mut npm))?;
        Ok(std::fs::write(&stamp, &lock)?)
    })
}

fn node() -> Result<()> {
    let said = command::output(command::program("node").arg("--version"))?;
    match major(&said) {
        Some(found) if found >= NODE => Ok(()),
        Some(_) | None => bail!("Node {} is too old: {}", said.trim(), command::how_to_get("node")),
    }
}

fn major(said: &str) -> Option<u32> {
    said.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(super::major("v20.20.2\n"), Some(20));
        assert_eq!(super::major("nonsense"), None);
    }
}

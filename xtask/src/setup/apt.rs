//! Debian packages, for programs that come from no other registry.

use crate::command;
use anyhow::{Result, bail};

/// Installs Debian packages that provide `what`.
pub fn install(what: &str, packages: &[&str]) -> Result<()> {
    let update = as_root(&["apt-get", "update", "-qq"]);
    let install = as_root(&["apt-get", "install", "-y", "-qq", "--no-install-recommends"]);
    let (Some(mut update), Some(mut install)) = (update, install) else {
        bail!("{what} is missing and only root or sudo can install it: {}", command::how_to_get(what));
    };
    command::output(&mut update)?;
    command::output(install.args(packages)).map(drop)
}

/// A command with the rights of root: as it is for root, else through sudo, which may not ask for a password.
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

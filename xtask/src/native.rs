//! The programs that run on this machine itself.

use crate::command;
use crate::project::Project;
use anyhow::Result;

/// Builds native binaries in release.
///
/// The command always selects the whole workspace and one small test, `layers`. Cargo chooses the features of shared
/// dependencies from what is selected: `-p host` alone would build wasmtime a second time, with other features than the
/// tests need.
pub fn build(project: &Project, binaries: &[&str]) -> Result<()> {
    let known = project.targets("bin");
    let mut cargo = command::locked(&project.root, "build");
    cargo.args(["--release", "--workspace", "--test", "layers"]);
    for name in binaries.iter().filter(|name| known.iter().any(|bin| bin.name == **name)) {
        cargo.args(["--bin", name]);
    }
    command::run(&mut cargo)
}

//! The programs that run on this machine itself.

use crate::command;
use crate::project::Project;
use anyhow::Result;

/// Builds native binaries in release.
///
/// Always with the whole workspace and its tests in view: cargo chooses the features of shared dependencies by what it is
/// asked for, and `-p host` alone would build wasmtime a second time. `--test layers` (a small one) brings the features
/// of the tests in, so that build, unit tests and journeys share one wasmtime.
pub fn build(project: &Project, binaries: &[&str]) -> Result<()> {
    let known = project.targets("bin");
    let mut cargo = command::locked(&project.root, "build");
    cargo.args(["--release", "--workspace", "--test", "layers"]);
    for name in binaries.iter().filter(|name| known.iter().any(|bin| bin.name == **name)) {
        cargo.args(["--bin", name]);
    }
    command::run(&mut cargo)
}

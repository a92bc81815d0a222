//! The commands that run tests, and the variables with the product's paths.

use crate::command;
use crate::project::Project;
use std::process::Command;

/// Tests of the whole workspace, chosen by target; see [`crate::native::build`] for the reason.
pub fn cargo_test(project: &Project) -> Command {
    let mut cargo = command::locked(&project.root, "test");
    cargo.args(["--release", "--workspace", "--no-fail-fast"]);
    for (name, path) in product_paths(project) {
        cargo.env(name, path);
    }
    cargo
}

/// Only these integration tests.
pub fn integration(project: &Project, tests: &[&str]) -> Command {
    let mut cargo = cargo_test(project);
    cargo.args(tests.iter().flat_map(|name| ["--test", name]));
    cargo
}

/// The variables with the product's paths.
pub fn product_paths(project: &Project) -> [(&'static str, std::path::PathBuf); 3] {
    [
        ("MELDROUTE_ROOT", project.root.clone()),
        ("MELDROUTE_HOST", project.native("host")),
        ("MELDROUTE_ADMIN", project.native("meldroute")),
    ]
}

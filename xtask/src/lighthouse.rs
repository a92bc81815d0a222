//! The melder's pages as Lighthouse sees them on a slow phone. Not part of `test`: it measures time, and takes minutes.

use crate::project::Project;
use crate::{build, check, command, setup};
use anyhow::Result;

const FOLDER: &str = "tests/lighthouse";

/// Builds everything, then looks at each page five times, beside a page with text only.
///
/// # Errors
/// When a median is not good enough; it is printed.
pub fn run(project: &Project) -> Result<()> {
    setup::npm(project, FOLDER)?;
    build::everything(project, false)?;
    let chromium = setup::chromium(project)?;
    let mut node = command::program("node");
    node.arg("lighthouse.mjs").current_dir(project.path(FOLDER)).env("CHROMIUM", chromium);
    command::run(node.envs(check::product_paths(project)))
}

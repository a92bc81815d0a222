//! The melder's pages as Lighthouse sees them on a slow phone, and how soon a key is answered. Not part of `test`: it
//! measures time, and takes minutes.

use crate::project::Project;
use crate::{build, check, command, setup};
use anyhow::Result;

const FOLDER: &str = "tests/lighthouse";

/// Builds everything, then looks at each page five times, beside a page with text only, and types a story into the
/// form.
///
/// # Errors
/// When a figure is not good enough; all are printed.
pub fn run(project: &Project) -> Result<()> {
    setup::npm(project, FOLDER)?;
    build::everything(project, false)?;
    let chromium = setup::chromium(project)?;
    for script in ["lighthouse.mjs", "keys.mjs"] {
        let mut node = command::program("node");
        node.arg(script).current_dir(project.path(FOLDER)).env("CHROMIUM", &chromium);
        command::run(node.envs(check::product_paths(project)))?;
    }
    Ok(())
}

//! The API against its own description, by a program of others: the long run. A short one is among the end-to-end tests.

use crate::project::Project;
use crate::{build, check, command, setup};
use anyhow::Result;

/// Builds what is tested, and has the end-to-end test run it with so many examples for each endpoint and kind of user.
///
/// # Errors
/// When it finds something.
pub fn run(project: &Project, examples: u32) -> Result<()> {
    setup::schemathesis(project)?;
    build::everything(project, false)?;
    let mut test = check::integration(project, &["schemathesis"]);
    command::run(test.env("MELDROUTE_EXAMPLES", examples.to_string()).args(["--", "--nocapture"]))
}

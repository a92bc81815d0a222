//! Tests the API against its own description with schemathesis, at length. The end-to-end tests have a short run.

use crate::project::Project;
use crate::{build, check, command, setup};
use anyhow::Result;

/// Builds everything, then runs the end-to-end test with this many examples for each endpoint and kind of user.
///
/// # Errors
/// When it finds something.
pub fn run(project: &Project, examples: u32) -> Result<()> {
    setup::schemathesis(project)?;
    build::everything(project, false)?;
    let mut test = check::integration(project, &["schemathesis"]);
    command::run(test.env("MELDROUTE_EXAMPLES", examples.to_string()).args(["--", "--nocapture"]))
}

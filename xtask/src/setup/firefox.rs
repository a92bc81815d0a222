//! The Firefox for the browser tests: an installed one, else Debian's.

use super::apt;
use crate::command;
use crate::step::{step, watched};
use anyhow::{Result, bail};
use std::path::PathBuf;

const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// An installed browser, if any: from the variable FIREFOX or the path.
pub fn find() -> Option<PathBuf> {
    command::named_or_on_path("FIREFOX", &NAMES)
}

/// Finds one or installs one.
pub fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let debian = || watched(|| "apt-get, about 70 MB".to_owned(), || apt::install("firefox", &["firefox-esr"]));
    if let Err(error) = step("Firefox from Debian", debian) {
        println!("  {error}");
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!("firefox is missing: {}", command::how_to_get("firefox")),
    }
}

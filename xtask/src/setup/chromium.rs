//! The Chromium for the browser tests: an installed one, else Debian's, else Playwright's download.

use super::apt;
use crate::command;
use crate::project::Project;
use crate::step::{step, watched};
use anyhow::{Result, bail};
use std::path::PathBuf;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// An installed browser, if any: from the variable CHROMIUM, the path or Playwright's cache.
pub fn find() -> Option<PathBuf> {
    command::named_or_on_path("CHROMIUM", &NAMES).or_else(from_playwright)
}

/// Finds one or installs one.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if step("Chromium from Debian", debian).is_err() {
        let mut download = command::program("node");
        download.args(["node_modules/playwright-core/cli.js", "install", "chromium"]);
        let run = || command::run(download.current_dir(project.path("tests/browser")));
        if let Err(error) = step("Chromium from Playwright", run) {
            println!("  {error}");
        }
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!("chromium is missing: {}", command::how_to_get("chromium")),
    }
}

fn debian() -> Result<()> {
    watched(|| "apt-get, about 100 MB".to_owned(), || apt::install("chromium", &["chromium"]))
}

/// `~/.cache/ms-playwright/chromium-NUMBER/chrome-linux…/chrome`
fn from_playwright() -> Option<PathBuf> {
    let cache = PathBuf::from(std::env::var_os("HOME")?).join(".cache/ms-playwright");
    let under = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    under(cache).flat_map(under).map(|folder| folder.join("chrome")).find(|file| file.is_file())
}

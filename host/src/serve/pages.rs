//! Pages for people: what a browser shows when the host itself answers. The application brings them as files.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use hyper::header::{ACCEPT, HeaderMap};

use super::problem::Problem;

/// The name of the page for every status that has none of its own.
const OTHER: &str = "other";

/// The pages by status.
#[derive(Default)]
pub(super) struct Pages(HashMap<String, Bytes>);

impl Pages {
    /// Reads `429.html` and the like from a folder, and `other.html`. They are read once: a full disk can't hide them.
    pub(super) fn read(folder: Option<&Path>) -> Result<Self> {
        let Some(folder) = folder else { return Ok(Self::default()) };
        let entries = std::fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
        let mut pages = HashMap::new();
        for entry in entries {
            let path = entry?.path();
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.extension().is_some_and(|kind| kind == "html") {
                let page = std::fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
                pages.insert(name, page.into());
            }
        }
        ensure!(pages.contains_key(OTHER), "{} has no {OTHER}.html", folder.display());
        Ok(Self(pages))
    }

    /// The page for this problem, if a person asks and there are pages.
    pub(super) fn page(&self, problem: Problem, asked: Asking) -> Option<Bytes> {
        match asked {
            Asking::Program => None,
            Asking::Person => self.0.get(problem.status().as_str()).or_else(|| self.0.get(OTHER)).cloned(),
        }
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    Person,
    Program,
}

impl Asking {
    /// A browser that loads a page names HTML; a script and a program don't.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
        let mut kinds = lines.flat_map(|line| line.split(',')).map(|kind| kind.split(';').next().unwrap_or_default());
        if kinds.any(|kind| kind.trim().eq_ignore_ascii_case("text/html")) { Self::Person } else { Self::Program }
    }
}

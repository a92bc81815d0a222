//! The journeys in a browser: every `*.test.mjs` under `tests/browser/`, one after another.

use super::ledger::Ledger;
use super::{runs, tally};
use crate::command;
use crate::project::Project;
use crate::setup;
use anyhow::Context;
use std::path::{Path, PathBuf};

/// Runs them as one phase.
pub fn run(project: &Project, ledger: &mut Ledger) {
    let folder = project.path("tests/browser");
    let journeys = tests_in(&folder);
    if journeys.is_empty() {
        return ledger.skip("journeys in a browser", "there are none");
    }
    ledger.phase("journeys in a browser", || {
        let chromium = setup::find_chromium().context(command::how_to_get("chromium"))?;
        let firefox = setup::find_firefox().context(command::how_to_get("firefox"))?;
        let mut node = command::program("node");
        node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(&journeys);
        node.current_dir(&folder).env("CHROMIUM", chromium).env("FIREFOX", firefox);
        node.envs(runs::product_paths(project));
        tally::run(&mut node)
    });
}

/// Finds the files itself, because `node --test FOLDER` means different things in different versions of Node.
fn tests_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(tests_in(&path));
        } else if path.to_string_lossy().ends_with(".test.mjs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_found_except_those_of_npm_packages() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.test.mjs", "sub/a.test.mjs", "node_modules/x/c.test.mjs", "support.mjs"] {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "").unwrap();
        }
        let names: Vec<_> =
            tests_in(folder.path()).iter().map(|it| it.strip_prefix(folder.path()).unwrap().to_owned()).collect();
        assert_eq!(names, [PathBuf::from("b.test.mjs"), PathBuf::from("sub/a.test.mjs")]);
    }
}

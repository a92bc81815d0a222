//! The papers in `docs/vertrouwen` name only files, tests, journeys and commands that exist, and the ASVS list is
//! complete.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How many requirements of level 1 and 2 the chapters of ASVS 5.0.0 have, V1 to V17.
const ASVS: [usize; 17] = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

/// The states of a requirement.
const STATES: [&str; 3] = ["gehaald", "niet gehaald", "n.v.t."];
/// Endings of file names.
const ENDINGS: [&str; 6] = ["rs", "md", "toml", "mjs", "json", "lock"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules"].contains(&name.as_str()) && !name.starts_with('.') {
            files(&path, ending, found);
        } else if path.is_file() && name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// The text of all files with this ending in these folders.
fn text(folders: &[&str], ending: &str) -> String {
    let mut found = Vec::new();
    folders.iter().for_each(|folder| files(&root().join(folder), ending, &mut found));
    found.iter().map(|path| fs::read_to_string(path).unwrap() + "\n").collect()
}

/// The texts in which names in backticks are looked up.
struct Sources {
    rust: String,
    journeys: String,
    manifest: String,
    commands: String,
}

impl Sources {
    fn read() -> Self {
        let rust = [
            "shared/src",
            "api",
            "frontend/src",
            "frontend/tests",
            "host",
            "keyvalue",
            "admin/src",
            "xtask",
            "tests",
            "bench",
        ];
        Self {
            rust: text(&rust, ".rs"),
            journeys: text(&["tests/browser"], ".test.mjs"),
            manifest: fs::read_to_string(root().join("spin.toml")).unwrap(),
            commands: fs::read_to_string(root().join("admin/src/main.rs")).unwrap(),
        }
    }

    /// Does what the name refers to exist? A name in none of the known forms counts as existing.
    fn has(&self, name: &str) -> bool {
        let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let declared = |variable: &str| self.manifest.contains(&format!("\n{variable} = {{"));
        let folder = name.split('/').next().unwrap_or_default();
        let ending = Path::new(name).extension().is_some_and(|ending| ENDINGS.contains(&ending.to_str().unwrap()));
        if let Some(command) = name.strip_prefix("meldroute ") {
            let first = command.split(' ').next().unwrap();
            self.commands.contains(&format!("name = \"{first}\""))
        } else if let Some(variable) = name.strip_prefix("SPIN_VARIABLE_") {
            declared(&variable.to_lowercase())
        } else if name.contains('_') && name.chars().all(snake) {
            self.rust.contains(&format!("fn {name}(")) || declared(name)
        } else if name.contains(' ') && name.starts_with(|c: char| c.is_ascii_lowercase()) {
            name.starts_with("cargo ") || self.journeys.contains(&format!("test(\"{name}\""))
        } else {
            !(ending || name.contains('/') && root().join(folder).is_dir() && !folder.is_empty())
                || root().join(name).exists()
        }
    }
}

fn names(page: &str) -> Vec<&str> {
    page.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

fn papers() -> Vec<(String, String)> {
    let mut found = Vec::new();
    files(&root().join("docs/vertrouwen"), ".md", &mut found);
    found.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn names_in_the_papers_exist() {
    let sources = Sources::read();
    let papers = papers();
    assert!(papers.len() >= 7);
    let named = papers.iter().flat_map(|(paper, page)| names(page).into_iter().map(move |name| (paper, name)));
    let missing: Vec<_> = named.filter(|(_, name)| !sources.has(name)).collect();
    assert!(missing.is_empty(), "not there: {missing:#?}");
}

#[test]
fn what_is_not_there_is_found() {
    let sources = Sources::read();
    for there in ["spin.toml", "api/kit/src", "what_is_not_there_is_found", "meldroute lijsten", "sealing_public"] {
        assert!(sources.has(there), "{there}");
    }
    let gone = ["bestaatniet.toml", "api/kit/src/bestaatniet", "geen_toets_met_deze_naam", "geen reis met deze naam"];
    for gone in gone.into_iter().chain(["meldroute toveren", "SPIN_VARIABLE_BESTAATNIET"]) {
        assert!(!sources.has(gone), "{gone}");
    }
}

#[test]
fn asvs_is_whole_and_every_line_says_why() {
    let page = fs::read_to_string(root().join("docs/vertrouwen/asvs.md")).unwrap();
    let mut counted: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut states: BTreeMap<&str, usize> = STATES.map(|state| (state, 0)).into();
    for line in page.lines().filter(|line| line.starts_with("| V")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, level, what, state, why] = cells[..] else { panic!("five cells: {line}") };
        assert!(["1", "2"].contains(&level) && !what.is_empty() && !why.is_empty(), "{line}");
        assert!(state != "gehaald" || why.contains('`'), "what shows it? {line}");
        *states.get_mut(state).unwrap_or_else(|| panic!("no such state: {line}")) += 1;
        let new = counted.entry(id.split('.').next().unwrap().to_owned()).or_default().insert(id);
        assert!(new, "twice: {line}");
    }
    let wanted = (1..).zip(ASVS).map(|(chapter, number)| (format!("V{chapter}"), number));
    let found = counted.into_iter().map(|(chapter, ids)| (chapter, ids.len()));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), wanted.collect());
    let total = STATES.map(|state| states[state].to_string()).join(" | ");
    assert!(page.contains(&format!("\n| samen | {total} |\n")), "the total is {total}");
}

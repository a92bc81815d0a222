//! Files and folders: short files, modules where Cargo looks for them, no wide prose, and a small room for the AF's
//! pages.

use crate::sources::{self, Source};
use std::path::Path;

/// No file of Rust has more lines.
const LONGEST_FILE: usize = 250;
/// No line of prose has more characters.
const WIDEST: usize = 120;
/// Lines in the AF's pages before every act became a row of one table.
const OFFICER_BEFORE: usize = 9_323;
/// Pages and cards that came after that, and the most lines of each.
const OFFICER_LATER: [(&str, usize); 47] = [
    ("figures", 480),
    ("adviser", 400),
    ("kmt", 170),
    ("dialogs/kmt", 400),
    ("additions", 150),
    ("photos", 60),
    ("sharing", 760),
    ("together", 600),
    ("meeting", 850),
    ("dialogs/meeting", 200),
    ("care", 330),
    ("awareness", 420),
    ("conversation", 800),
    ("messages", 360),
    ("settings", 1_680),
    ("lists", 600),
    ("register", 240),
    ("roles", 60),
    ("case/nu", 600),
    ("dossier/table", 15),
    ("case/sender", 60),
    ("dialogs/turns", 400),
    ("safety", 300),
    ("dialogs/safety", 250),
    ("dialogs/requests", 160),
    ("destruction", 160),
    ("audit/told", 140),
    ("keeping/reviews", 140),
    ("worklist/today", 240),
    ("worklist/part", 80),
    ("dialogs/tasks", 60),
    ("paper", 100),
    ("search", 340),
    ("later", 350),
    ("cut", 90),
    ("worklist/open", 100),
    ("joined", 140),
    ("dialogs/begin", 260),
    ("dialogs/without", 60),
    ("alike", 90),
    ("decision", 240),
    ("questions", 130),
    ("dialogs/questions", 60),
    ("away/cover", 310),
    ("phone/kept", 700),
    ("phone/taken", 130),
    ("saving", 160),
];

fn assert_none(found: &[String], what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn no_file_is_longer_than_250_lines() {
    let long = sources::ending(".rs").into_iter().map(|source| (source.text.lines().count(), source.path));
    let long = long.filter(|(lines, _)| *lines > LONGEST_FILE);
    let found: Vec<String> = long.map(|(lines, path)| format!("  {}: {lines} lines", path.display())).collect();
    assert_none(&found, "longer than 250 lines");
}

#[test]
fn the_officers_pages_have_fewer_lines_than_before() {
    let officer = Path::new("frontend/src/features/officer");
    let lines_in = |folder: &Path| -> usize {
        let files = sources::ending(".rs").into_iter().filter(|source| source.path.starts_with(folder));
        files.map(|source| source.text.lines().count()).sum()
    };
    let mut lines = lines_in(officer);
    for (name, most) in OFFICER_LATER {
        let later = lines_in(&officer.join(name));
        assert!(later > 0 && later < most, "{name} has {later} lines");
        lines -= later;
    }
    assert!(lines > 0 && lines < OFFICER_BEFORE, "{} has {lines} lines", officer.display());
}

#[test]
fn modules_are_where_cargo_looks_for_them() {
    let attribute = concat!("#[", "path");
    let found = sources::ending(".rs")
        .into_iter()
        .flat_map(|source| lines(&source, &|line| line.trim_start().starts_with(attribute)));
    assert_none(&found.collect::<Vec<_>>(), "a module with a path of its own");
}

#[test]
fn no_folder_holds_one_file_of_tests_only() {
    let lonely = sources::folders().into_iter().filter(|(_, names)| names.as_slice() == ["tests.rs"]);
    let found: Vec<String> = lonely.map(|(folder, _)| format!("  {}", folder.display())).collect();
    assert_none(&found, "a folder for one tests.rs");
}

/// Tables, code and lines that are one long link can't be broken.
#[test]
fn prose_is_at_most_120_wide() {
    let pages = sources::ending(".md").into_iter().flat_map(|source| wide_prose(&source));
    let comments = [(".rs", "//"), (".mjs", "//"), (".toml", "#")];
    let comments = comments.into_iter().flat_map(|(ending, sign)| {
        let is_wide = move |line: &str| line.trim_start().starts_with(sign) && width(line) > WIDEST;
        sources::ending(ending).into_iter().flat_map(move |source| lines(&source, &is_wide))
    });
    assert_none(&pages.chain(comments).collect::<Vec<_>>(), "wider than 120 characters");
}

fn wide_prose(source: &Source) -> Vec<String> {
    let mut code = false;
    let mut found = Vec::new();
    for (n, line) in source.text.lines().enumerate() {
        code ^= line.trim_start().starts_with("```");
        let one_link = line.trim().split(' ').count() <= 2 && line.contains("](");
        if !code && !line.starts_with('|') && !one_link && width(line) > WIDEST {
            found.push(format!("  {}:{}: {}", source.path.display(), n + 1, width(line)));
        }
    }
    found
}

fn width(line: &str) -> usize {
    line.chars().count()
}

fn lines(source: &Source, wanted: &dyn Fn(&str) -> bool) -> Vec<String> {
    let numbered = source.text.lines().enumerate().filter(|(_, line)| wanted(line));
    numbered.map(|(n, _)| format!("  {}:{}", source.path.display(), n + 1)).collect()
}

#[test]
fn tables_and_code_may_be_wide() {
    let long = "woord ".repeat(30);
    let text = format!("{long}\n| {long} |\n```\n{long}\n```\nkort\n");
    let found = wide_prose(&Source { path: "a.md".into(), text });
    assert_eq!(found, ["  a.md:1: 180"]);
}

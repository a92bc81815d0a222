//! Any region can run this: the name of a gemeente or of its region stands in a profile, and nowhere in the product.

use super::sources::{self, Source};
use std::collections::BTreeSet;
use std::path::Path;

/// What runs at a gemeente.
const PRODUCT: [&str; 6] = ["words/src", "frontend", "api", "shared/src", "admin/src", "host/src"];

/// The names in the profiles: of each gemeente, and the region in that of its kenniscentrum.
fn names() -> BTreeSet<String> {
    let profiles =
        sources::ending(".json").into_iter().filter(|file| file.path.parent() == Some(Path::new("gemeenten")));
    let mut names = BTreeSet::new();
    for profile in profiles {
        let profile: serde_json::Value = serde_json::from_str(&profile.text).unwrap();
        names.insert(profile["naam"].as_str().unwrap().to_owned());
        let centre = profile["contact"]["kmt"]["naam"].as_str().unwrap();
        names.insert(centre.rsplit(' ').next().unwrap().to_owned());
    }
    names
}

/// Whether it is part of what runs, and no test.
fn is_product(file: &Source) -> bool {
    let path = file.path.to_string_lossy();
    let is_test = file
        .path
        .iter()
        .any(|part| ["tests", "tests.rs", "fixture", "fixture.rs", "fuzz", "fuzz.rs"].iter().any(|name| part == *name));
    PRODUCT.iter().any(|folder| path.starts_with(folder)) && !is_test && !path.ends_with("package-lock.json")
}

/// The lines with one of these names, without comments and without the tests at the end of a file.
fn named<'a>(text: &'a str, names: &BTreeSet<String>) -> Vec<&'a str> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let has = |line: &&str| {
        let words: BTreeSet<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
        names
            .iter()
            .any(|name| if name.contains([' ', '-']) { line.contains(name) } else { words.contains(name.as_str()) })
    };
    lines.filter(has).collect()
}

#[test]
fn no_gemeente_and_no_region_is_named_outside_the_profiles() {
    let names = names();
    assert_eq!(names.len(), 15, "14 gemeenten and one region: {names:?}");
    let files = [".rs", ".html", ".js", ".json", ".css"].into_iter().flat_map(sources::ending);
    let product: Vec<Source> = files.filter(is_product).collect();
    assert!(product.len() > 500, "{} files were read", product.len());
    let mut found = Vec::new();
    for file in &product {
        found.extend(
            named(&file.text, &names).into_iter().map(|line| format!("{}: {}", file.path.display(), line.trim())),
        );
    }
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn a_name_is_found_in_a_text_and_not_in_a_comment_a_test_or_another_word() {
    let names = ["Verzonnendam", "Hof van Nergens"].map(String::from).into();
    let text = "// Verzonnendam\nlet a = \"in Verzonnendam.\";\nlet b = \"Verzonnendammers\";\nlet c = \"Hof van Nergens\";\n\
                #[cfg(test)]\nmod tests {\n    let d = \"Verzonnendam\";\n";
    assert_eq!(named(text, &names), ["let a = \"in Verzonnendam.\";", "let c = \"Hof van Nergens\";"]);
}

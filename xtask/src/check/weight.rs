//! What the melder's pages weigh, as it comes over the line: every file of the bundle that is not the AF's, and is not
//! to practise with.

use super::tally::Tally;
use crate::project::Project;
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The most that all files may weigh together, in bytes. The aim is 120,000; this is what was reached, and goes down
/// only.
const ALL: u64 = 172_400;
/// The most of it that comes before any WebAssembly: the page and its style.
const FIRST: u64 = 14_000;

/// The most for a photo: only *Mijn melding* loads it, and only where the profile has photos.
const PHOTO: u64 = 2_300;

/// A file of the bundle.
#[derive(Debug, PartialEq, Eq)]
struct Asset {
    name: String,
    brotli: u64,
}

impl Asset {
    /// The AF's page, the one to practise with, what only those load, and pictures for a phone's start screen, which a
    /// browser fetches when it is put there. Any other file counts: a new one does too.
    fn is_of_another_page(&self) -> bool {
        ["af.html", "oefenen.html", "assets/officer", "assets/oefenen", "icon-"]
            .iter()
            .any(|other| self.name.starts_with(other))
    }

    fn is_for_a_photo(&self) -> bool {
        self.name == "foto.js"
    }

    fn comes_first(&self) -> bool {
        self.name == "index.html" || self.name.ends_with(".css")
    }
}

/// Prints every file with its bytes and compares both sums with the most that they may be.
///
/// # Errors
/// When there is no bundle, or it has no page, style, script or module of the melder.
pub fn check(project: &Project) -> Result<Tally> {
    let list = std::fs::read_to_string(project.path("dist/assets.json")).context("reading dist/assets.json")?;
    let files = melders(&list)?;
    for file in &files {
        println!("{:>9} {}", file.brotli, file.name);
    }
    let mut tally = Tally::default();
    for (what, sum, most) in sums(&files) {
        println!("{sum:>9} {what}, at most {most}");
        tally += if sum <= most { Tally { passed: 1, failed: 0 } } else { Tally { passed: 0, failed: 1 } };
    }
    Ok(tally)
}

/// The melder's files of the list, the heaviest first.
fn melders(list: &str) -> Result<Vec<Asset>> {
    let list: Value = serde_json::from_str(list)?;
    let all = list.as_array().context("assets.json is no list")?.iter().map(asset);
    let mut files = all.collect::<Option<Vec<Asset>>>().context("a line of assets.json has another shape")?;
    files.retain(|file| !file.is_of_another_page());
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    for part in ["index.html", ".css", ".js", ".wasm"] {
        ensure!(files.iter().any(|file| file.name.ends_with(part) && file.brotli > 0), "the bundle has no {part}");
    }
    Ok(files)
}

fn asset(line: &Value) -> Option<Asset> {
    Some(Asset { name: line["file"].as_str()?.to_owned(), brotli: line["brotli"].as_u64()? })
}

/// Each sum with its name and the most that it may be.
fn sums(files: &[Asset]) -> [(&'static str, u64, u64); 3] {
    let of = |counts: fn(&Asset) -> bool| files.iter().filter(|file| counts(file)).map(|file| file.brotli).sum();
    [
        ("together", of(|file| !file.is_for_a_photo()), ALL),
        ("before any WebAssembly", of(Asset::comes_first), FIRST),
        ("for a photo besides", of(Asset::is_for_a_photo), PHOTO),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(wasm: u64, css: u64) -> String {
        let lines = [
            ("af.html", 1),
            ("assets/officer.aa.css", 10),
            ("oefenen.html", 2),
            ("assets/oefenen.aa.js", 20),
            ("icon-512.png", 40),
            ("assets/officer-case.aa.wasm", 100),
            ("assets/melder.aa.css", css),
            ("assets/melder.aa.js", 1_000),
            ("assets/melder.aa.wasm", wasm),
            ("index.html", 2_000),
            ("new.js", 3),
            ("foto.js", 2_000),
        ];
        let lines = lines.map(|(file, brotli)| format!(r#"{{"file":"{file}","bytes":0,"brotli":{brotli}}}"#));
        format!("[{}]", lines.join(","))
    }

    #[test]
    fn every_file_counts_that_is_not_the_officers() {
        let files = melders(&list(100_000, 5_000)).unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let heaviest_first =
            ["assets/melder.aa.wasm", "assets/melder.aa.css", "index.html", "foto.js", "assets/melder.aa.js", "new.js"];
        assert_eq!(names, heaviest_first);
        assert_eq!(sums(&files).map(|(_, sum, _)| sum), [108_003, 7_000, 2_000]);
    }

    #[test]
    fn one_byte_too_many_is_too_many() {
        let over = |wasm, css| sums(&melders(&list(wasm, css)).unwrap()).map(|(_, sum, most)| sum > most);
        let rest = 1_000 + 2_000 + 3;
        assert_eq!(over(ALL - rest - 5_000, 5_000), [false; 3]);
        assert_eq!(over(ALL - rest - 5_000 + 1, 5_000), [true, false, false]);
        assert_eq!(over(1, FIRST - 2_000), [false; 3]);
        assert_eq!(over(1, FIRST - 2_000 + 1), [false, true, false]);
    }

    #[test]
    fn a_bundle_without_a_module_or_with_another_list_is_an_error() {
        assert!(melders("[]").is_err());
        assert!(melders(&list(0, 5_000)).is_err());
        assert!(melders(&list(1, 1).replace("brotli", "weight")).is_err());
    }
}

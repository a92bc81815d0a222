//! A rustc with the WASM targets from Debian's packages, in a private folder, without root.
//!
//! The packages come from Debian testing and need a newer C library than a stable system has; that library lies in the
//! folder too and the programs are told to use it (see [`super::unpack`]). Names change with every LLVM and every
//! library version, so they are followed from package to package.

use super::unpack;
use crate::command;
use crate::step::watched;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";
const STARTING_POINTS: [&str; 4] = ["rustc", "rust-llvm", "libstd-rust-dev", "libstd-rust-dev-wasm32"];

/// Makes `folder/usr` a toolchain.
///
/// # Errors
/// When this is no Debian, no mirror answers, or the result can't make WASM.
pub fn install(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    let apt = Apt::private(folder.join("apt"))?;
    println!("  1 of 4: the list of packages");
    watched(|| "apt-get update".to_owned(), || command::output(apt.get().arg("update").arg("-qq")).map(drop))?;
    println!("  2 of 4: which packages");
    let packages = apt.closure()?;
    apt.download(&packages)?;
    println!("  4 of 4: unpacking");
    unpack::all(&apt.debs(), folder)?;
    std::fs::remove_dir_all(&apt.folder)?;
    if !super::wasm::has_targets(&folder.join("usr/bin/rustc")) {
        bail!("the unpacked rustc in {} doesn't make WASM", folder.display());
    }
    Ok(())
}

/// apt with lists and cache of its own.
struct Apt {
    folder: PathBuf,
}

impl Apt {
    fn private(folder: PathBuf) -> Result<Self> {
        for part in ["lists/partial", "cache/archives/partial", "debs"] {
            std::fs::create_dir_all(folder.join(part))?;
        }
        let mirror = mirror()?;
        std::fs::write(folder.join("sources.list"), format!("deb [signed-by={KEYRING}] {mirror} testing main\n"))?;
        Ok(Self { folder })
    }

    fn get(&self) -> Command {
        self.with_options("apt-get")
    }

    fn with_options(&self, program: &str) -> Command {
        let mut command = command::program(program);
        let set = |name: &str, path: &str| format!("{name}={}", self.folder.join(path).display());
        let places = [
            set("Dir::State::Lists", "lists"),
            set("Dir::Cache", "cache"),
            set("Dir::Etc::sourcelist", "sources.list"),
            "Dir::Etc::sourceparts=/dev/null".to_owned(),
            "APT::Sandbox::User=root".to_owned(),
        ];
        for place in places {
            command.arg("-o").arg(place);
        }
        command
    }

    /// The starting points and the libraries they need at run time.
    fn closure(&self) -> Result<Vec<String>> {
        let lld = self.depends(&["rust-llvm".to_owned()])?.into_iter().find(|name| name.starts_with("lld-"));
        let lld = lld.context("Debian's rust-llvm no longer names its lld")?;
        let mut packages: BTreeSet<String> = STARTING_POINTS.map(str::to_owned).into();
        packages.insert(lld.clone());
        let mut wanted = vec!["libstd-rust-dev".to_owned(), lld];
        while !wanted.is_empty() {
            let found = self.depends(&wanted)?.into_iter().filter(|name| is_library(name));
            wanted = found.filter(|name| packages.insert(name.clone())).collect();
        }
        Ok(packages.into_iter().collect())
    }

    fn depends(&self, packages: &[String]) -> Result<Vec<String>> {
        let mut cache = self.with_options("apt-cache");
        cache.arg("depends").args(
            ["recommends", "suggests", "conflicts", "breaks", "replaces", "enhances"].map(|it| format!("--no-{it}")),
        );
        Ok(dependencies(&command::output(cache.args(packages))?))
    }

    fn download(&self, packages: &[String]) -> Result<()> {
        let debs = self.folder.join("debs");
        let total = packages.len();
        println!("  3 of 4: {total} packages, about 200 MB");
        let mut get = self.get();
        get.args(["download", "-qq"]).args(packages).current_dir(&debs);
        let how_far = || format!("{} of {total} packages", unpack::debs_in(&debs).len());
        watched(how_far, || command::output(&mut get).map(drop))
    }

    fn debs(&self) -> Vec<PathBuf> {
        unpack::debs_in(&self.folder.join("debs"))
    }
}

fn is_library(name: &str) -> bool {
    (name.starts_with("lib") || name.starts_with("zlib")) && !name.ends_with("-dev") && !name.contains("gconv")
}

/// The names in the answer of `apt-cache depends`; virtual packages (`<name>`) are left out.
fn dependencies(answer: &str) -> Vec<String> {
    let names = answer.lines().filter_map(|line| line.trim_start_matches([' ', '|']).strip_prefix("Depends: "));
    names.filter(|name| !name.starts_with('<')).map(|name| name.trim().to_owned()).collect()
}

/// The mirror that this machine already uses.
fn mirror() -> Result<String> {
    if !Path::new(KEYRING).is_file() {
        bail!("this is no Debian: {KEYRING} is missing");
    }
    let parts = std::fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files = std::iter::once(PathBuf::from("/etc/apt/sources.list")).chain(parts);
    let found = files.find_map(|file| mirror_in(&std::fs::read_to_string(file).ok()?));
    found.context("apt has no Debian mirror in its sources")
}

fn mirror_in(sources: &str) -> Option<String> {
    let lines = sources.lines().filter(|line| !line.trim_start().starts_with('#'));
    let mut words = lines.flat_map(str::split_whitespace);
    let is_mirror = |word: &&str| word.starts_with("http") && word.trim_end_matches('/').ends_with("/debian");
    words.find(is_mirror).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_and_virtual_ones_left() {
        let answer =
            "libstd-rust-dev\n  Depends: libgcc-s1\n |Depends: libc6\n  Depends: <libc-dev>\n  PreDepends: x\n";
        assert_eq!(dependencies(answer), ["libgcc-s1", "libc6"]);
    }

    #[test]
    fn only_libraries_for_running_are_followed() {
        assert!(is_library("libllvm22") && is_library("zlib1g"));
        assert!(!is_library("libc6-dev") && !is_library("libc6-gconv") && !is_library("gcc"));
    }

    #[test]
    fn the_mirror_is_read_in_both_forms() {
        let new = "Types: deb\n# http://x.invalid/debian\nURIs: http://a.invalid/debian\nSuites: bookworm\n";
        assert_eq!(mirror_in(new).unwrap(), "http://a.invalid/debian");
        let old = "deb http://sec.invalid/debian-security stable main\ndeb http://b.invalid/debian/ stable main\n";
        assert_eq!(mirror_in(old).unwrap(), "http://b.invalid/debian/");
    }
}

//! The list of what is in Meldroute (SBOM, CycloneDX 1.6): every package that others made and that is part of what
//! runs, with version, licence, origin and checksum. `cargo xtask build` writes it.
//!
//! The same commit gives the same file: the time is that of SOURCE_DATE_EPOCH, else of the commit, and nothing is
//! random. What only builds use (procedural macros, build scripts, npm tools) is left out. C sources that a Rust
//! package brings along count as part of that package. Cargo unites the features of the whole workspace, so the list
//! may name a package that is not linked in the end; it never leaves one out that is.

mod crates;
mod document;
mod npm;
mod package;
#[cfg(test)]
mod tests;

use crate::project::Project;
use crate::{command, day};
use anyhow::{Context, Result};

/// The path of the list, beside the binaries.
pub const PLACE: &str = "target/release/meldroute.cdx.json";

/// Writes the list.
pub fn write(project: &Project) -> Result<()> {
    let mut packages = crates::shipped(project)?;
    packages.extend(npm::shipped(&project.path("frontend"))?);
    packages.sort();
    let document = document::of(&packages, time(project).map(day::timestamp));
    let place = project.path(PLACE);
    std::fs::create_dir_all(project.path("target/release"))?;
    std::fs::write(&place, serde_json::to_string_pretty(&document)? + "\n")
        .with_context(|| format!("writing {}", place.display()))?;
    println!("  {} packages in {}", packages.len(), place.display());
    Ok(())
}

/// Seconds since 1970; none where neither the variable nor git says.
pub fn time(project: &Project) -> Option<i64> {
    if let Ok(named) = std::env::var("SOURCE_DATE_EPOCH") {
        return named.trim().parse().ok();
    }
    let mut git = command::program("git");
    git.current_dir(&project.root).args(["log", "-1", "--format=%ct"]);
    command::output(&mut git).ok()?.trim().parse().ok()
}

//! A manifest and profiles like the project's, of a gemeente that usually gets as many reports as a measurement sends.
//! The work that a report costs during a flood is the client's, so it is not measured here.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// Writes them into this folder.
pub fn write(root: &Path, folder: &Path) -> Result<()> {
    let own = folder.join("gemeenten");
    let manifest = std::fs::read_to_string(root.join("spin.toml"))?;
    let manifest = manifest.replace("source = \"", &format!("source = \"{}/", root.display()));
    let shared = format!("\"{}\"", root.join("gemeenten").display());
    ensure!(manifest.contains(&shared), "spin.toml has the profiles elsewhere");
    std::fs::write(folder.join("spin.toml"), manifest.replace(&shared, &format!("\"{}\"", own.display())))?;
    copy(&root.join("gemeenten"), &own)?;
    let place = own.join(format!("{}.json", super::GEMEENTE));
    let mut profile: Value = serde_json::from_slice(&std::fs::read(&place)?)?;
    profile["meldingenPerUur"] = u32::MAX.into();
    std::fs::write(place, profile.to_string())?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?.path();
        let place = to.join(entry.file_name().context("an entry has a name")?);
        if entry.is_dir() {
            copy(&entry, &place)?;
        } else {
            std::fs::copy(&entry, place)?;
        }
    }
    Ok(())
}

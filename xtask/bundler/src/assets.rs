//! The folder `dist/` while it is being made.

use crate::compress::{self, Sizes};
use anyhow::{Context, Result};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A `dist/` that is not in its final place yet.
pub struct Dist {
    folder: PathBuf,
    files: Vec<String>,
}

/// A line of `assets.json`: sizes in bytes as a browser receives them.
#[derive(Serialize)]
struct Asset {
    file: String,
    bytes: usize,
    gzip: usize,
    brotli: usize,
}

impl Dist {
    /// Starts with an empty folder.
    pub fn empty(folder: PathBuf) -> Result<Self> {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(folder.join("assets"))?;
        Ok(Self { folder, files: Vec::new() })
    }

    /// Adds a file by its path in the folder.
    pub fn write(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let place = self.folder.join(name);
        if let Some(parent) = place.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&place, content).with_context(|| format!("writing {}", place.display()))?;
        self.files.push(name.to_owned());
        Ok(())
    }

    /// Adds a file under a name that changes with its content. Returns its address.
    pub fn hashed(&mut self, entry: &str, extension: &str, content: &[u8]) -> Result<String> {
        let hash: String = Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("assets/{entry}.{hash}.{extension}");
        self.write(&name, content)?;
        Ok(format!("/{name}"))
    }

    /// Copies the content of a folder. A missing folder counts as empty.
    pub fn copy_tree(&mut self, from: &Path) -> Result<()> {
        for file in files(from)? {
            let name = file.strip_prefix(from)?.to_string_lossy().into_owned();
            self.write(&name, &std::fs::read(&file)?)?;
        }
        Ok(())
    }

    /// The files so far, by their path in the folder.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The content of a file.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.folder.join(name))?)
    }

    /// Writes the compressed copies and the list.
    pub fn finish(mut self, fast: bool) -> Result<()> {
        self.files.sort();
        let mut assets = Vec::new();
        for name in &self.files {
            let Sizes { bytes, gzip, brotli } = compress::beside(&self.folder.join(name), fast)?;
            println!("    {name}: {bytes} bytes, {gzip} gzip, {brotli} brotli");
            assets.push(Asset { file: name.clone(), bytes, gzip, brotli });
        }
        std::fs::write(self.folder.join("assets.json"), serde_json::to_string_pretty(&assets)?)?;
        Ok(())
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                found.extend(files(&path)?);
            } else {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_only_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut dist = Dist::empty(folder.path().join("dist")).unwrap();
        let first = dist.hashed("melder", "js", b"a").unwrap();
        assert_eq!(first, dist.hashed("melder", "js", b"a").unwrap());
        assert_ne!(first, dist.hashed("melder", "js", b"b").unwrap());
        assert_eq!(first, "/assets/melder.ca978112ca1bbdca.js");
    }

    #[test]
    fn the_list_has_every_file_with_its_sizes() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("dist");
        let mut dist = Dist::empty(place.clone()).unwrap();
        dist.write("index.html", "hallo ".repeat(100).as_bytes()).unwrap();
        dist.finish(false).unwrap();
        let list: serde_json::Value =
            serde_json::from_slice(&std::fs::read(place.join("assets.json")).unwrap()).unwrap();
        assert_eq!(list[0]["bytes"], 600);
        assert!(list[0]["brotli"].as_u64().unwrap() < 60 && place.join("index.html.br").exists());
    }
}

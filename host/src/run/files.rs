//! The files a component may read, as folders to be opened read-only.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::manifest::{Component, Mount};
use crate::settings::Elsewhere;

/// Folders of this machine and where the component sees them.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    /// (here, there)
    pub placed: Vec<(PathBuf, String)>,
    /// Copies of single files and of a pattern's matches; deleted when the host ends.
    _copies: Option<TempDir>,
}

impl Folders {
    /// The files that `component` may read. Folders are used in place; files are copied once. A folder that the
    /// settings put `elsewhere` is read there.
    pub(crate) fn gather(root: &Path, component: &Component, elsewhere: &[Elsewhere]) -> Result<Self> {
        let excluded = component
            .exclude_files
            .iter()
            .map(|pattern| glob::Pattern::new(pattern).with_context(|| format!("exclude_files: {pattern}")))
            .collect::<Result<Vec<_>>>()?;
        let mut folders = Self::default();
        for mount in &component.files {
            match mount {
                Mount::Placed(placed) => {
                    let moved = elsewhere.iter().find(|moved| moved.source == placed.source);
                    let source = moved.map_or_else(|| root.join(&placed.source), |moved| moved.folder.clone());
                    ensure!(
                        placed.destination.starts_with('/'),
                        "files: destination {} has to begin with /",
                        placed.destination
                    );
                    if source.is_dir() && excluded.is_empty() {
                        folders.placed.push((source, placed.destination.clone()));
                    } else if source.is_dir() {
                        folders.copy_tree(
                            &source,
                            Path::new(placed.destination.trim_start_matches('/')),
                            root,
                            &excluded,
                        )?;
                    } else {
                        folders.copy(&source, Path::new(placed.destination.trim_start_matches('/')))?;
                    }
                }
                Mount::Glob(pattern) => folders.copy_found(root, pattern, &excluded)?,
            }
        }
        if let Some(copies) = &folders._copies {
            folders.placed.push((copies.path().into(), "/".into()));
        }
        Ok(folders)
    }

    fn copy_found(&mut self, root: &Path, pattern: &str, excluded: &[glob::Pattern]) -> Result<()> {
        if pattern.contains("..") || Path::new(pattern).is_absolute() {
            bail!("files: {pattern} leads out of the manifest's folder");
        }
        let whole = format!("{}/{pattern}", glob::Pattern::escape(&root.to_string_lossy()));
        for found in glob::glob(&whole).with_context(|| format!("files: {pattern}"))? {
            let found = found?;
            if found.is_file() {
                let inside = found.strip_prefix(root)?;
                if !excluded.iter().any(|pattern| pattern.matches_path(inside)) {
                    self.copy(&found, inside)?;
                }
            }
        }
        Ok(())
    }

    fn copy_tree(&mut self, from: &Path, to: &Path, root: &Path, excluded: &[glob::Pattern]) -> Result<()> {
        for entry in std::fs::read_dir(from).with_context(|| format!("files: {}", from.display()))? {
            let (here, there) = {
                let entry = entry?;
                (entry.path(), to.join(entry.file_name()))
            };
            if here.is_dir() {
                self.copy_tree(&here, &there, root, excluded)?;
            } else {
                let inside = here.strip_prefix(root).unwrap_or(&here);
                if !excluded.iter().any(|pattern| pattern.matches_path(inside)) {
                    self.copy(&here, &there)?;
                }
            }
        }
        Ok(())
    }

    fn copy(&mut self, source: &Path, inside: &Path) -> Result<()> {
        ensure!(source.is_file(), "files: {} is not there; was everything built?", source.display());
        let copies = match &mut self._copies {
            Some(copies) => copies,
            none => none.insert(tempfile::tempdir()?),
        };
        let target = copies.path().join(inside);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::copy(source, &target).with_context(|| format!("files: {}", source.display()))?;
        Ok(())
    }
}

//! Where a restore is made: a folder beside the place, which gets its name at the end.
use crate::stores::{self, CONFIG, Files, LABELS};
use anyhow::{Context, Result};
use kit::{clock, hex};
use std::{
    fs::{DirBuilder, File},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

/// Whether nothing is there that could be overwritten.
pub fn is_free(folder: &Path) -> Result<bool> {
    Ok(!folder.exists() || folder.is_dir() && std::fs::read_dir(folder)?.next().is_none())
}

/// A folder beside the place, gone again unless it was published.
pub struct Staging(PathBuf);

impl Staging {
    /// Makes it.
    pub fn beside(to: &Path) -> Result<Self> {
        let name = to.file_name().context("geef met --naar een map")?.to_string_lossy().into_owned();
        let random: [u8; 4] = clock::random().map_err(|_| anyhow::anyhow!("deze machine geeft geen willekeur"))?;
        let folder = to.with_file_name(format!(".{name}-{}", hex::encode(&random)));
        DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
        Ok(Self(folder))
    }

    /// The files of the stores in it.
    pub fn files(&self) -> Files {
        LABELS.map(|label| self.0.join(format!("{label}.db")))
    }

    /// Everything is on the disk before the folder gets its name.
    pub fn publish(self, to: &Path) -> Result<()> {
        std::fs::write(self.0.join(CONFIG), stores::config())?;
        for entry in std::fs::read_dir(&self.0)? {
            File::open(entry?.path())?.sync_all()?;
        }
        File::open(&self.0)?.sync_all()?;
        std::fs::rename(&self.0, to).with_context(|| format!("{} is niet meer leeg", to.display()))?;
        let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(File::open(parent)?.sync_all()?)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // published, or to be thrown away; a folder that stays behind does no harm
        let _gone = std::fs::remove_dir_all(&self.0);
    }
}

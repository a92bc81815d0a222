//! Compiled components on disk: checked, not trusted.
//!
//! Compiled code is run as it is, so a file is used only if it carries a seal (HMAC-SHA-256) made with a key that only
//! this user can read, over its code and its file name. The name is a hash of the component, the runtime's version and
//! its settings. Anything else is compiled again.

use std::fs::DirBuilder;
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use wasmtime::Engine;
use wasmtime::component::Component;

/// Compiled components that are kept.
const KEPT: usize = 24;
const SEAL_BYTES: usize = 32;
/// One block of the hash: the whole key is used as it is.
const KEY_BYTES: usize = 64;

/// A folder of compiled components.
pub(crate) struct Cache {
    folder: PathBuf,
    key: [u8; KEY_BYTES],
}

impl Cache {
    /// Opens or makes the folder and its key.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .with_context(|| format!("{} can't be made", folder.display()))?;
        let key = key(&folder.join("key")).with_context(|| {
            format!(
                "{} is not a folder that only this user can use; remove it or give another with --cache",
                folder.display()
            )
        })?;
        Ok(Self { folder: folder.into(), key })
    }

    /// The component in `bytes`: from disk if the file there is ours, else compiled and stored there.
    pub(crate) fn load(&self, engine: &Engine, bytes: &[u8]) -> Result<Component> {
        let name = name(engine, bytes);
        let path = self.folder.join(format!("{name}.cwasm"));
        if let Some(code) = self.checked(&name, &path) {
            // SAFETY: the seal shows that this user's host made these bytes from this component with this engine
            #[expect(unsafe_code, reason = "running compiled code is what a cache of it is for; the seal was checked")]
            let loaded = unsafe { Component::deserialize(engine, code) };
            match loaded {
                Ok(component) => return Ok(component),
                Err(error) => tracing::warn!(action = "cache", result = "unusable", %error),
            }
        }
        let component = Component::new(engine, bytes).map_err(anyhow::Error::msg)?;
        let code = component.serialize().map_err(anyhow::Error::msg)?;
        if let Err(error) = self.put(&name, &path, &code) {
            // it runs all the same, only the next start is slower
            tracing::warn!(action = "cache", result = "not kept", error = format!("{error:#}"));
        }
        Ok(component)
    }

    /// The code at `path`, if it is there and the seal is right.
    fn checked(&self, name: &str, path: &Path) -> Option<Vec<u8>> {
        let mut code = std::fs::read(path).ok()?;
        let sealed = code.len().checked_sub(SEAL_BYTES).is_some_and(|end| {
            let seal = code.split_off(end);
            self.seal(name, &code).verify_slice(&seal).is_ok()
        });
        if !sealed {
            tracing::warn!(action = "cache", result = "seal broken, compiling anew");
        }
        sealed.then_some(code)
    }

    fn put(&self, name: &str, path: &Path, code: &[u8]) -> Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(code)?;
        file.write_all(&self.seal(name, code).finalize().into_bytes())?;
        file.persist(path)?;
        self.forget_old()
    }

    /// Keeps the newest files only: every build of a component leaves one.
    fn forget_old(&self) -> Result<()> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.path().extension().is_some_and(|kind| kind == "cwasm") {
                files.push((entry.metadata()?.modified()?, entry.path()));
            }
        }
        files.sort();
        for (_, old) in files.iter().rev().skip(KEPT) {
            std::fs::remove_file(old)?;
        }
        Ok(())
    }

    fn seal(&self, name: &str, code: &[u8]) -> Hmac<Sha256> {
        let mut seal = Hmac::<Sha256>::new(&self.key.into());
        seal.update(name.as_bytes());
        seal.update(code);
        seal
    }
}

/// The name of the file: a hash of everything that the compiled code depends on.
fn name(engine: &Engine, bytes: &[u8]) -> String {
    struct Digesting(Sha256);
    impl Hasher for Digesting {
        fn finish(&self) -> u64 {
            0
        }
        fn write(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
    }
    let mut digest = Digesting(Sha256::new_with_prefix(bytes));
    engine.precompile_compatibility_hash().hash(&mut digest);
    digest.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The key in a file that only its owner can read; made on first use.
fn key(path: &Path) -> Result<[u8; KEY_BYTES]> {
    let folder = path.parent().context("a key file stands in a folder")?;
    if !path.exists() {
        let mut key = [0; KEY_BYTES];
        getrandom::fill(&mut key).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
        // readable by its owner only from the start, and whole or not there
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&key)?;
        // another start may have been first: then its key counts
        let _first = file.persist_noclobber(path);
    }
    let (folder, file) = (std::fs::symlink_metadata(folder)?, std::fs::symlink_metadata(path)?);
    ensure!(file.is_file() && file.mode() & 0o077 == 0, "others can read {}", path.display());
    ensure!(folder.mode() & 0o022 == 0, "others can write the folder of {}", path.display());
    ensure!(file.uid() == folder.uid(), "{} is of another user than its folder", path.display());
    let key = std::fs::read(path)?;
    key.try_into().ok().with_context(|| format!("{} is not {KEY_BYTES} bytes long", path.display()))
}

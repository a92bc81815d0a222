//! A folder of our own on the project's disk, and the servers as commands.

use super::{Child, gemeente};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Components that were built without sealing, to measure what it costs.
pub struct Without {
    folder: PathBuf,
}

impl Without {
    /// The components that seal anything.
    pub const COMPONENTS: [&str; 2] = ["intake", "review"];

    /// The components in this folder.
    ///
    /// # Errors
    /// When one is missing.
    pub fn sealing(folder: &Path) -> Result<Self> {
        for name in Self::COMPONENTS {
            let file = folder.join(format!("{name}.wasm"));
            ensure!(file.exists(), "{} is missing: run `cargo xtask bench`", file.display());
        }
        Ok(Self { folder: folder.canonicalize()? })
    }
}

/// The folder of a run; it is deleted when dropped.
pub struct Place {
    root: PathBuf,
    scratch: TempDir,
}

impl Place {
    /// Under `target/`, so that the stores are on the same disk as the project and not in memory.
    ///
    /// # Errors
    /// When something that is measured was not built.
    pub fn new(root: &Path) -> Result<Self> {
        for built in ["target/release/host", "spin.toml", "gemeenten"] {
            ensure!(root.join(built).exists(), "{built} is missing: run `cargo xtask build`");
        }
        let scratch = tempfile::Builder::new().prefix("bench-").tempdir_in(root.join("target"))?;
        let place = Self { root: root.to_owned(), scratch };
        gemeente::write(root, place.scratch.path())?;
        Ok(place)
    }

    /// The folder with the profiles.
    pub fn profiles(&self) -> PathBuf {
        self.scratch.path().join("gemeenten")
    }

    fn manifest(&self) -> PathBuf {
        self.scratch.path().join("spin.toml")
    }

    /// A new folder.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.scratch.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Starts the host on these stores, with its compiled components in `cache`.
    pub fn host(&self, stores: &Path, cache: &Path) -> Result<Child> {
        self.host_of(&self.manifest(), stores, cache)
    }

    /// The same with components of a build without sealing.
    pub fn unsealed_host(&self, components: &Without, stores: &Path, cache: &Path) -> Result<Child> {
        let mut manifest = std::fs::read_to_string(self.manifest())?;
        for name in Without::COMPONENTS {
            let sealed = format!("{}/target/wasm32-wasip2/component/{name}.wasm", self.root.display());
            ensure!(manifest.contains(&sealed), "spin.toml has {name} elsewhere");
            let unsealed = components.folder.join(format!("{name}.wasm"));
            manifest = manifest.replace(&sealed, &unsealed.to_string_lossy());
        }
        let place = stores.join("spin.toml");
        std::fs::write(&place, manifest)?;
        self.host_of(&place, stores, cache)
    }

    /// A host that counts, in this program.
    pub fn counted(&self, stores: &Path, cache: &Path) -> Result<Child> {
        let mut program = Command::new(std::env::current_exe()?);
        program.arg("counted");
        let command = self.configured(program, &self.manifest(), stores, cache)?;
        Child::start(command, &stores.join("log")).context("starting the host that counts")
    }

    fn host_of(&self, manifest: &Path, stores: &Path, cache: &Path) -> Result<Child> {
        let program = Command::new(self.root.join("target/release/host"));
        let command = self.configured(program, manifest, stores, cache)?;
        Child::start(command, &stores.join("log")).context("starting the host")
    }

    /// The program with the host's arguments and variables.
    fn configured(&self, mut program: Command, manifest: &Path, stores: &Path, cache: &Path) -> Result<Command> {
        let config = stores.join("runtime-config.toml");
        let store = |label: &str| format!("[key_value_store.{label}]\ntype = \"spin\"\npath = \"{label}.db\"\n");
        std::fs::write(&config, store("inbox") + &store("cases") + &store("keys"))?;
        program.arg("--from").arg(manifest);
        program.arg("--runtime-config-file").arg(config);
        // all clients of a measurement are one network
        program.args(["--network-connections", "1000", "--network-bytes", "1024"]);
        program.args(["--listen", "127.0.0.1:0", "--rate", "0", "--cache"]).arg(cache);
        program.env("SPIN_VARIABLE_GEMEENTE", super::GEMEENTE).env("SPIN_VARIABLE_DEMO", "nee");
        let variables = super::variables();
        for name in ["sealing_public", "sealing_secrets"] {
            program.env(format!("SPIN_VARIABLE_{}", name.to_uppercase()), variables(name).unwrap_or_default());
        }
        Ok(program)
    }

    /// Starts the native server on these stores.
    pub fn native(&self, stores: &Path) -> Result<Child> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["native", "--listen", "127.0.0.1:0", "--stores"]).arg(stores);
        command.arg("--profiles").arg(self.profiles());
        Child::start(command, &stores.join("log")).context("starting the native server")
    }
}

//! The command line of the bundler.

use anyhow::{Result, bail};
use std::path::PathBuf;

/// The arguments of one run.
pub struct Order {
    /// the project's root folder
    pub root: PathBuf,
    /// the folder with `ENTRY.wasm` as cargo made it
    pub wasm: PathBuf,
    /// scratch space
    pub work: PathBuf,
    /// for everyday work: no `wasm-opt`, light compression
    pub fast: bool,
}

impl Order {
    /// Reads the command line.
    ///
    /// # Errors
    /// When it does not name two folders.
    pub fn read(args: Vec<String>) -> Result<Self> {
        let fast = args.iter().any(|arg| arg == "--fast");
        let paths: Vec<PathBuf> = args.iter().filter(|arg| *arg != "--fast").map(PathBuf::from).collect();
        let [root, wasm] = paths.as_slice() else { bail!("usage: bundler [--fast] ROOT WASM-FOLDER") };
        Ok(Self { root: root.clone(), wasm: wasm.clone(), work: root.join("target/bundle/work"), fast })
    }
}

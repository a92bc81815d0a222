//! The command line of the bundler.

use anyhow::{Context, Result, bail};
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

    /// Empties the scratch space, so that every run begins as the first one on a new machine does.
    ///
    /// # Errors
    /// When the folder can't be emptied or made.
    pub fn begin(&self) -> Result<()> {
        if self.work.exists() {
            std::fs::remove_dir_all(&self.work).with_context(|| format!("emptying {}", self.work.display()))?;
        }
        std::fs::create_dir_all(&self.work).with_context(|| format!("making {}", self.work.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_begins_with_empty_scratch_space_on_a_new_machine_and_on_an_old_one() {
        let root = tempfile::tempdir().unwrap();
        let order = Order::read(vec![root.path().display().to_string(), "wasm".to_owned()]).unwrap();
        order.begin().unwrap();
        std::fs::write(order.work.join("left"), "of a run before").unwrap();
        order.begin().unwrap();
        assert_eq!(std::fs::read_dir(&order.work).unwrap().count(), 0);
    }
}

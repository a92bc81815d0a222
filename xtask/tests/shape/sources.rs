//! The files of the workspace: which there are, and what they say.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what others made, or what a build made.
const NOT_OURS: [&str; 3] = ["target", "node_modules", "dist"];

/// A file, with its path from the root folder.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

/// The root folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files of ours whose name ends so, in the order of their paths.
pub fn ending(ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), &mut found);
    let mut sources: Vec<Source> =
        found.into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).map(read).collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The folders of the workspace's packages, with a path from the root folder.
pub fn packages() -> Vec<PathBuf> {
    let manifests = ending("/Cargo.toml").into_iter().map(|source| source.path.parent().unwrap().to_owned());
    manifests.filter(|folder| !folder.as_os_str().is_empty()).collect()
}

/// Every folder of ours that has Rust in it, with the names of its entries.
pub fn folders() -> Vec<(PathBuf, Vec<String>)> {
    let mut folders: Vec<PathBuf> =
        ending(".rs").into_iter().map(|source| source.path.parent().unwrap().to_owned()).collect();
    folders.dedup();
    let names = |folder: &Path| entries(&root().join(folder)).iter().map(|path| name(path)).collect();
    folders.into_iter().map(|folder| (folder.clone(), names(&folder))).collect()
}

fn read(path: PathBuf) -> Source {
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Source { path: path.strip_prefix(root()).unwrap().to_owned(), text }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in entries(folder) {
        let name = name(&path);
        if path.is_file() {
            found.push(path);
        } else if !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
            collect(&path, found);
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

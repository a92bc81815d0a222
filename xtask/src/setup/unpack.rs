//! Debian packages unpacked beside the system, and their programs bound to the libraries that lie there.

use super::from_debian;
use crate::command;
use anyhow::{Context, Result};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Unpacks the packages into `folder` and makes the programs in it run there.
pub fn all(debs: &[PathBuf], folder: &Path) -> Result<()> {
    patchelf()?;
    for (n, deb) in debs.iter().enumerate() {
        command::output(command::program("dpkg").arg("-x").arg(deb).arg(folder))?;
        if (n + 1) % 10 == 0 || n + 1 == debs.len() {
            println!("  … {} of {} packages", n + 1, debs.len());
        }
    }
    bind(folder)
}

/// The packages in a folder.
pub fn debs_in(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|file| file.extension().is_some_and(|it| it == "deb")).collect()
}

fn patchelf() -> Result<()> {
    if command::first_on_path(&["patchelf"]).is_some() {
        return Ok(());
    }
    from_debian("patchelf", &["patchelf"])
}

/// Libraries find each other in the folder, programs start with its loader. rustc comes last: when it runs, all is done.
fn bind(folder: &Path) -> Result<()> {
    let architecture = std::env::consts::ARCH;
    let libs = folder.join(format!("usr/lib/{architecture}-linux-gnu"));
    let tools = folder.join(format!("usr/lib/rustlib/{architecture}-unknown-linux-gnu/bin"));
    let loader = entries(&libs).into_iter().find(|file| name(file).starts_with("ld-linux"));
    let loader = loader.with_context(|| format!("no loader in {}", libs.display()))?;
    for library in entries(&libs).iter().filter(|file| is_library(file)) {
        patch(library, &libs, None)?;
    }
    let llvms = entries(&folder.join("usr/lib")).into_iter().filter(|path| name(path).starts_with("llvm-"));
    let mut programs: Vec<PathBuf> = llvms.map(|llvm| llvm.join("bin/lld")).filter(|lld| lld.is_file()).collect();
    programs.push(tools.join("wasm-component-ld"));
    programs.push(folder.join("usr/bin/rustc"));
    let linker = tools.join("rust-lld");
    if linker.symlink_metadata().is_ok() {
        std::fs::remove_file(&linker)?;
    }
    std::os::unix::fs::symlink("../../../../bin/rust-lld", &linker)?;
    programs.iter().try_for_each(|program| patch(program, &libs, Some(&loader)))
}

fn patch(file: &Path, libs: &Path, loader: Option<&Path>) -> Result<()> {
    let mut patchelf = command::program("patchelf");
    if let Some(loader) = loader {
        patchelf.arg("--set-interpreter").arg(loader);
    }
    patchelf.arg("--force-rpath").arg("--set-rpath").arg(libs).arg(file);
    command::output(&mut patchelf).map(drop)
}

/// A shared library of its own right: no link to another, not the loader nor what the loader must find untouched.
fn is_library(file: &Path) -> bool {
    let name = name(file);
    let untouched = name.starts_with("ld-linux") || name == "libc.so.6" || name == "libm.so.6";
    name.contains(".so") && !untouched && !file.is_symlink() && is_elf(file)
}

fn is_elf(file: &Path) -> bool {
    let mut magic = [0; 4];
    std::fs::File::open(file).and_then(|mut it| it.read_exact(&mut magic)).is_ok() && magic == *b"\x7fELF"
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_libraries_are_patched() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str, content: &[u8]| {
            let file = folder.path().join(name);
            std::fs::write(&file, content).unwrap();
            file
        };
        assert!(is_library(&make("libz.so.1", b"\x7fELF...")));
        assert!(!is_library(&make("libtext.so", b"INPUT(x)")));
        assert!(!is_library(&make("libc.so.6", b"\x7fELF...")));
    }
}

//! A release: everything that a server needs in one file, the list of what is in it (SBOM), their checksums, and a
//! signature over the checksums. OpenSSH signs and checks: every server has it.
//!
//! The same commit gives the same archive, byte for byte, where the builds do: names are sorted, and times and owners
//! are fixed.

#[cfg(test)]
mod tests;

use crate::project::Project;
use crate::{build, command, sbom};
use anyhow::{Context, Result, ensure};
use clap::Args;
#[cfg(test)]
use std::fs::File;
use std::path::{Path, PathBuf};

/// What a server needs, as `docs/beheer.md` lists it.
pub const PARTS: [&str; 13] = [
    "CHANGELOG.md",
    "LICENSE",
    "SECURITY.md",
    "dist",
    "gemeenten",
    "spin.toml",
    "storing",
    "target/release/host",
    "target/release/meldroute",
    "target/wasm32-wasip2/component/intake.wasm",
    "target/wasm32-wasip2/component/review.wasm",
    "target/wasm32-wasip2/component/site.wasm",
    "target/wasm32-wasip2/pages/paper.wasm",
];
/// What a signature is about; one made for something else doesn't count (`ssh-keygen -Y sign -n`).
const ABOUT: &str = "meldroute-release";
/// The file with the checksums of the others.
const SUMS: &str = "SHA256SUMS";
/// Where the files are made.
const PLACE: &str = "target/release-files";

/// How to release.
#[derive(Args)]
pub struct Options {
    /// The private SSH key (ed25519) that signs the checksums; without it nothing is signed
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

/// Builds everything and makes the files.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    build::everything(project, false)?;
    let name = format!("meldroute-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS);
    let place = make(&project.root, &name, sbom::time(project).unwrap_or(0))?;
    match &options.key {
        Some(key) => sign(&place, key)?,
        None => println!("  not signed: name the key with --key"),
    }
    println!("  {}", place.display());
    Ok(())
}

/// The archive and the SBOM with their checksums, in a folder of their own.
fn make(root: &Path, name: &str, seconds: i64) -> Result<PathBuf> {
    for part in PARTS {
        ensure!(root.join(part).exists(), "{part} is not there; was everything built?");
    }
    let place = root.join(PLACE);
    if place.exists() {
        std::fs::remove_dir_all(&place)?;
    }
    std::fs::create_dir_all(&place)?;
    let archive = place.join(format!("{name}.tar"));
    let mut tar = command::program("tar");
    tar.current_dir(root).args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mode=u+rwX,go=rX"]);
    tar.args([format!("--mtime=@{seconds}"), format!("--transform=s,^,{name}/,")]);
    command::run(tar.arg("-cf").arg(&archive).args(PARTS))?;
    command::run(command::program("gzip").args(["-n", "-9"]).arg(&archive))?;
    let list = format!("{name}.cdx.json");
    std::fs::copy(root.join(sbom::PLACE), place.join(&list)).context("the SBOM is not there; was everything built?")?;
    let mut sums = command::program("sha256sum");
    let sums = command::output(sums.current_dir(&place).args([format!("{name}.tar.gz"), list]))?;
    std::fs::write(place.join(SUMS), sums)?;
    Ok(place)
}

/// Signs the checksums, and so all the files.
fn sign(place: &Path, key: &Path) -> Result<()> {
    let mut signs = command::program("ssh-keygen");
    command::output(signs.args(["-Y", "sign", "-n", ABOUT, "-f"]).arg(key).arg(place.join(SUMS))).map(drop)
}

/// Checks signature and checksums as `SECURITY.md` tells a server's administrator to.
#[cfg(test)]
fn verify(place: &Path, signers: &Path) -> Result<()> {
    let mut checks = command::program("ssh-keygen");
    checks.args(["-Y", "verify", "-n", ABOUT, "-I", "meldroute", "-f"]).arg(signers);
    checks.arg("-s").arg(place.join(format!("{SUMS}.sig"))).stdin(File::open(place.join(SUMS))?);
    command::output(&mut checks)?;
    let mut sums = command::program("sha256sum");
    command::output(sums.current_dir(place).args(["--check", "--strict", SUMS])).map(drop)
}

//! The package for the gemeente's own register: what the case says, for people as pages and for programs as JSON with
//! its published schema, and the checksums of all of it, in one ZIP file. `meldroute overdracht` looks one over.
use kit::{Failure, hex};
use sha2::{Digest, Sha256};
use shared::case::pack::{RegisterFile, register_schema};
use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The files of a package, in their order, and behind them their checksums.
const FILES: [&str; 3] = ["dossier.pdf", "dossier.json", "dossier.schema.json"];
const SUMS: &str = "SHA256SUMS";
/// More than this, in bytes, is no file of a package.
const MOST: u64 = 16 << 20;

/// What is wrong with a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageFault {
    /// It is no ZIP file, or it cannot be unpacked.
    NoPackage,
    /// A file is not there, or one that does not belong there is.
    Files,
    /// This file is not what its checksum says.
    Changed(&'static str),
    /// This file is not of the form that it should have. Another version of Meldroute may have made it.
    Form(&'static str),
}

/// What is in a package that was looked over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// What the case says.
    pub file: RegisterFile,
    /// The SHA-256 of the whole package, in hex.
    pub sum: String,
}

/// Makes a package: the same file always gives the same.
///
/// # Errors
/// [`Failure::Internal`] when it cannot be written.
pub fn package(file: &RegisterFile, pdf: &[u8]) -> Result<Vec<u8>, Failure> {
    let broken = |_: serde_json::Error| Failure::Internal("a package is not written as JSON");
    let json = serde_json::to_vec_pretty(file).map_err(broken)?;
    let schema = serde_json::to_vec_pretty(&register_schema()).map_err(broken)?;
    zipped([pdf, &json, &schema]).map_err(|_| Failure::Internal("a package is not written as ZIP"))
}

fn zipped(contents: [&[u8]; FILES.len()]) -> Result<Vec<u8>, ZipError> {
    // no times: a program that unpacks gives them that of the moment
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in FILES.into_iter().zip(contents).chain([(SUMS, sums(contents).as_bytes())]) {
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// As `sha256sum` writes and checks them.
fn sums(contents: [&[u8]; FILES.len()]) -> String {
    FILES.into_iter().zip(contents).map(|(name, content)| format!("{}  {name}\n", sum(content))).collect()
}

/// The SHA-256 of a file, in hex.
#[must_use]
pub fn sum(content: &[u8]) -> String {
    hex::encode(&Sha256::digest(content))
}

/// Looks a package over: whether its files are what their checksums say, and of the form that they should have.
///
/// # Errors
/// What is wrong first.
pub fn open(package: &[u8]) -> Result<Package, PackageFault> {
    let mut zip = ZipArchive::new(Cursor::new(package)).map_err(|_| PackageFault::NoPackage)?;
    if zip.has_duplicate_names() {
        return Err(PackageFault::Files);
    }
    let names: Result<Vec<_>, ZipError> = zip.file_names().collect();
    let mut names = names.map_err(|_| PackageFault::NoPackage)?;
    names.sort_unstable();
    let mut expected: Vec<&str> = FILES.into_iter().chain([SUMS]).collect();
    expected.sort_unstable();
    if names != expected {
        return Err(PackageFault::Files);
    }
    let mut read = |name: &str| {
        let mut content = Vec::new();
        let entry = zip.by_name(name).map_err(|_| PackageFault::NoPackage)?;
        entry.take(MOST + 1).read_to_end(&mut content).map_err(|_| PackageFault::NoPackage)?;
        if content.len() as u64 > MOST { Err(PackageFault::Files) } else { Ok(content) }
    };
    let [pdf, json, schema] = [read(FILES[0])?, read(FILES[1])?, read(FILES[2])?];
    let said = read(SUMS)?;
    let right = sums([&pdf, &json, &schema]);
    let said = String::from_utf8_lossy(&said);
    if let Some((name, _)) = FILES.into_iter().zip(right.lines().zip(said.lines())).find(|(_, (is, told))| is != told) {
        return Err(PackageFault::Changed(name));
    }
    if said != right {
        return Err(PackageFault::Changed(SUMS));
    }
    if !pdf.starts_with(b"%PDF-") {
        return Err(PackageFault::Form(FILES[0]));
    }
    let file = serde_json::from_slice(&json).map_err(|_| PackageFault::Form(FILES[1]))?;
    // another field than those of the schema would be lost by whoever reads it
    if serde_json::to_value(&file).ok() != serde_json::from_slice::<serde_json::Value>(&json).ok() {
        return Err(PackageFault::Form(FILES[1]));
    }
    if serde_json::from_slice::<serde_json::Value>(&schema).ok() != Some(register_schema()) {
        return Err(PackageFault::Form(FILES[2]));
    }
    Ok(Package { file, sum: sum(package) })
}

#[cfg(test)]
mod tests;

//! The npm packages whose styles are part of the bundle: those that `nlds.txt` and `@import "npm:…"` name. The others
//! are tools of the build.

use super::package::Package;
use anyhow::{Context, Result};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// All of them, with what the lock file says.
pub fn shipped(frontend: &Path) -> Result<Vec<Package>> {
    let lock = std::fs::read(frontend.join("package-lock.json")).context("reading package-lock.json")?;
    let lock: Value = serde_json::from_slice(&lock)?;
    let list = std::fs::read_to_string(frontend.join("styles/nlds.txt")).context("reading nlds.txt")?;
    let mut names: BTreeSet<String> = list.lines().filter_map(|line| name(line.trim())).collect();
    imported(&frontend.join("styles"), &mut names)?;
    names.iter().map(|name| package(&lock, name)).collect()
}

/// The package of a file in it: `@scope/name/dist/x.css`, `name/x.css`.
fn name(file: &str) -> Option<String> {
    let parts = if file.starts_with('@') { 2 } else { 1 };
    let names: Vec<&str> = file.split('/').take(parts).collect();
    (file.contains('/') && !file.starts_with('#')).then(|| names.join("/"))
}

/// The npm packages that the style sheets in a folder import.
fn imported(folder: &Path, names: &mut BTreeSet<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            imported(&path, names)?;
        } else if path.extension().is_some_and(|it| it == "css") {
            let style = std::fs::read_to_string(&path)?;
            names.extend(style.split("\"npm:").skip(1).filter_map(|rest| name(rest.split('"').next()?)));
        }
    }
    Ok(())
}

fn package(lock: &Value, name: &str) -> Result<Package> {
    let entry = &lock["packages"][format!("node_modules/{name}")];
    let version = entry["version"].as_str().with_context(|| format!("package-lock.json has no {name}"))?.to_owned();
    let licence = entry["license"].as_str().map(str::to_owned);
    let checksum = entry["integrity"].as_str().and_then(|it| it.strip_prefix("sha512-"));
    let hash = checksum.map(|it| BASE64.decode(it.as_bytes())).transpose().context("a checksum that is no base64")?;
    let hash = hash.map(|bytes| ("SHA-512", HEXLOWER.encode(&bytes)));
    let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
    Ok(Package { purl, name: name.to_owned(), version, licence, hash, uses: vec![], ours: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_of_a_file_is_found() {
        assert_eq!(name("@utrecht/link-css/dist/index.css").unwrap(), "@utrecht/link-css");
        assert_eq!(name("normal/x.css").unwrap(), "normal");
        assert_eq!(name("# a remark / more"), None);
        assert_eq!(name(""), None);
    }

    #[test]
    fn a_package_has_version_licence_and_checksum() {
        let lock = serde_json::json!({"packages": {"node_modules/@a/b": {
            "version": "1.2.3", "license": "EUPL-1.2", "integrity": "sha512-AAEC"}}});
        let found = package(&lock, "@a/b").unwrap();
        assert_eq!((found.purl.as_str(), found.hash), ("pkg:npm/%40a/b@1.2.3", Some(("SHA-512", "000102".to_owned()))));
        assert!(package(&lock, "@a/c").is_err());
    }
}

//! Reads one file, or else its last good copy.
use crate::Failure;
use serde::de::DeserializeOwned;
use std::{fmt, path::Path};

/// The folder with the last good copies, in the folder of the profiles. `meldroute profiel` writes them.
pub const LAST_GOOD: &str = "goed";

/// Something wrong with a file, for the administrator. It holds nothing of a person: a profile has no such thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// The path in the folder of the profiles.
    pub file: String,
    /// The line; none when the file is missing or wrong as a whole.
    pub line: Option<usize>,
    /// What is wrong there, in the words of whoever found it.
    pub why: String,
}

/// `hengelo.json:12: …`, as compilers write it.
impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        write!(f, "{}{line}: {}", self.file, self.why)
    }
}

/// Whether there is such a file, or its last good copy.
pub fn has(folder: &Path, name: &str) -> bool {
    folder.join(name).is_file() || folder.join(LAST_GOOD).join(name).is_file()
}

/// A name without anything that leads elsewhere.
pub(super) fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !name.is_empty() && name.bytes().all(plain)
}

/// The rules for a value that its type doesn't hold.
pub type Check<T> = fn(&T) -> Result<(), String>;

pub fn right<T>(_: &T) -> Result<(), String> {
    Ok(())
}

/// A file, or else its last good copy.
pub fn read<T: DeserializeOwned>(folder: &Path, name: &str, check: Check<T>) -> Result<T, Failure> {
    let fault = match one(folder, name, check) {
        Ok(value) => return Ok(value),
        Err(fault) => fault,
    };
    let good = one(&folder.join(LAST_GOOD), name, check);
    let instead = if good.is_ok() { "its last good copy is used" } else { "there is no last good copy" };
    eprintln!("error: {fault}; {instead}");
    good.map_err(|_| Failure::Internal("a profile or list cannot be read"))
}

/// A file without a copy in its place.
pub fn one<T: DeserializeOwned>(folder: &Path, name: &str, check: Check<T>) -> Result<T, FileFault> {
    let fault = |line, why: String| FileFault { file: name.to_owned(), line, why };
    let bytes = std::fs::read(folder.join(name)).map_err(|error| fault(None, error.to_string()))?;
    let wrong = |error: serde_json::Error| fault(Some(error.line()).filter(|line| *line > 0), error.to_string());
    let value = serde_json::from_slice(&bytes).map_err(wrong)?;
    check(&value).map_err(|why| fault(None, why))?;
    Ok(value)
}

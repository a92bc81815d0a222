//! An entry of the list.

/// A package that is part of what runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    /// the package URL, which also is its name within the document
    pub purl: String,
    /// its name
    pub name: String,
    /// its version
    pub version: String,
    /// an SPDX expression
    pub licence: Option<String>,
    /// algorithm and value in hex
    pub hash: Option<(&'static str, String)>,
    /// the package URLs of what it uses
    pub uses: Vec<String>,
    /// whether it is part of this workspace
    pub ours: bool,
}

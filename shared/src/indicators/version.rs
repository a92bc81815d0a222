//! The name of a version of the list.
use serde::{Deserialize, Serialize};

/// The name of a version: `2026-1`. It is stored with each report that was made on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ListVersion(String);

/// Not the name of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadVersion;

impl std::fmt::Display for BadVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("is niet de naam van een lijst")
    }
}

impl std::error::Error for BadVersion {}

impl ListVersion {
    /// Parses 1 to 20 lower-case letters, digits and dashes.
    ///
    /// # Errors
    /// [`BadVersion`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, BadVersion> {
        if is_slug(raw) && raw.len() <= 20 { Ok(Self(raw.to_owned())) } else { Err(BadVersion) }
    }

    /// The version that a file of a list is named after; a file with another name counts as `onbekend`.
    #[must_use]
    pub fn of_file(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        let version = name.strip_prefix("signalen-").and_then(|rest| rest.strip_suffix(".json"));
        version.and_then(|version| Self::parse(version).ok()).unwrap_or_else(|| Self("onbekend".to_owned()))
    }

    /// The file of this version, in the folder of the profiles.
    #[must_use]
    pub fn file(&self) -> String {
        format!("lijsten/signalen-{}.json", self.0)
    }

    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ListVersion {
    type Error = BadVersion;
    fn try_from(raw: String) -> Result<Self, BadVersion> {
        Self::parse(&raw)
    }
}

impl From<ListVersion> for String {
    fn from(version: ListVersion) -> Self {
        version.0
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ListVersion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ListVersion".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,20}$" })
    }
}

/// Whether a text is an id of a signal: 1 to 60 lower-case letters, digits and dashes.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_has_a_file_and_a_file_a_version() {
        let version = ListVersion::parse("2027-1").unwrap();
        assert_eq!(version.file(), "lijsten/signalen-2027-1.json");
        assert_eq!(ListVersion::of_file(&version.file()), version);
        assert_eq!(ListVersion::of_file("lijsten/anders.json").as_str(), "onbekend");
        for bad in ["", "2027 1", "../x", "Versie", "een-heel-lange-versienaam"] {
            assert_eq!(ListVersion::parse(bad), Err(BadVersion), "{bad}");
        }
    }
}

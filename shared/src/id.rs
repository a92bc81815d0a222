//! Identifiers: opaque, never about a person, safe in a URL and in a key.
use serde::{Deserialize, Serialize};

/// An id that does not have the shape of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadId;

impl std::fmt::Display for BadId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("is geen geldige sleutel")
    }
}

impl std::error::Error for BadId {}

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Parses 32 lower-case hex digits.
            ///
            /// # Errors
            /// [`BadId`] for anything else.
            pub fn parse(raw: &str) -> Result<Self, BadId> {
                let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
                if raw.len() == 32 && raw.bytes().all(hex) { Ok(Self(raw.to_owned())) } else { Err(BadId) }
            }

            /// Writes 16 bytes as an id.
            #[must_use]
            pub fn from_bytes(bytes: &[u8; 16]) -> Self {
                Self(crate::hex::encode(bytes))
            }

            /// The 32 hex digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(raw: String) -> Result<Self, BadId> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })
            }
        }
    };
}

hex_id!(
    /// A dossier, and the report it grew from: the same id, derived from the secret the client made.
    CaseId
);
hex_id!(
    /// Where the melder's status is stored: derived from the receipt code, which itself is not stored.
    StatusKey
);
hex_id!(
    /// A person with a log-in. Random, says nothing about the person.
    AccountId
);
hex_id!(
    /// An open session, to its own user. It is derived from the hash of the session's token and opens nothing.
    SessionId
);

hex_id!(
    /// A proposal to close many reports at once. Random.
    TogetherId
);
hex_id!(
    /// A werkoverleg. Random.
    MeetingId
);
hex_id!(
    /// A stand-in (waarneming): one AF for another, between two days.
    StandInId
);

hex_id!(
    /// An addition of the melder: the key that came with it, by which a second sending of it is known.
    AdditionKey
);
hex_id!(
    /// The fingerprint of what was kept as it went to a receiver: the first half of the SHA-256 of the file.
    PackPrint
);
hex_id!(
    /// A link to a question to KMT, or a link with its code: a fingerprint, because neither is stored.
    LinkKey
);
hex_id!(
    /// The public key that a browser seals a report to: the first half of its SHA-256.
    DeviceKeyId
);

/// A function of an AF, as the gemeente's profile names it: `regisseur-wmo`. It is public, and names no person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FunctionId(String);

impl FunctionId {
    /// Parses 1 to 60 lower-case letters, digits and dashes.
    ///
    /// # Errors
    /// [`BadId`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, BadId> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let fits = (1..=60).contains(&raw.len()) && raw.bytes().all(plain);
        if fits { Ok(Self(raw.to_owned())) } else { Err(BadId) }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FunctionId {
    type Error = BadId;
    fn try_from(raw: String) -> Result<Self, BadId> {
        Self::parse(&raw)
    }
}

impl From<FunctionId> for String {
    fn from(id: FunctionId) -> Self {
        id.0
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FunctionId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FunctionId".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,60}$" })
    }
}

/// The number people use for a dossier: year and sequence, `2026-017`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseNumber {
    /// The year of receipt.
    #[serde(rename = "jaar")]
    pub year: i32,
    /// The sequence over the whole instance, from 1; never used twice.
    #[serde(rename = "volgnummer")]
    pub sequence: u32,
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:03}", self.year, self.sequence)
    }
}

/// How often a record was written, from 1. It travels as the ETag `"n"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The revision as a strong entity tag.
    #[must_use]
    pub fn etag(self) -> String {
        format!("\"{}\"", self.0)
    }

    /// From a strong entity tag; `None` for a weak one, a list, `*` or anything else.
    #[must_use]
    pub fn from_etag(tag: &str) -> Option<Self> {
        let digits = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if plain { digits.parse().ok().map(Self) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_32_lower_case_hex_digits() {
        assert!(CaseId::parse(&"a0".repeat(16)).is_ok());
        for bad in ["", "A0", &"A0".repeat(16), &"g0".repeat(16), &"a0".repeat(17)] {
            assert_eq!(CaseId::parse(bad), Err(BadId));
        }
        assert_eq!(CaseId::from_bytes(&[0xab; 16]).as_str(), "ab".repeat(16));
    }

    #[test]
    fn etags_go_there_and_back() {
        assert_eq!(Revision::from_etag(&Revision(7).etag()), Some(Revision(7)));
        for bad in ["7", "W/\"7\"", "*", "\"\"", "\"x\"", "\"+7\"", "\"7\", \"8\""] {
            assert_eq!(Revision::from_etag(bad), None, "{bad}");
        }
        assert_eq!(CaseNumber { year: 2026, sequence: 17 }.to_string(), "2026-017");
    }
}

//! The forms of exploitation.
use serde::{Deserialize, Serialize};

/// Vorm van mensenhandel (seed), with "iets anders" [EU 2024/1712] and "weet ik niet".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExploitationForm {
    /// Seksuele uitbuiting.
    #[serde(rename = "seksueel")]
    Sexual,
    /// Arbeidsuitbuiting.
    #[serde(rename = "arbeid")]
    Labour,
    /// Criminele uitbuiting.
    #[serde(rename = "crimineel")]
    Criminal,
    /// Gedwongen orgaanverwijdering en draagmoederschap.
    #[serde(rename = "orgaan-draagmoederschap")]
    OrganSurrogacy,
    /// Iets anders, zoals gedwongen huwelijk of illegale adoptie.
    #[serde(rename = "anders")]
    Other,
    /// Weet ik niet.
    #[serde(rename = "weet-niet")]
    Unknown,
}

impl ExploitationForm {
    /// All forms, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::Sexual, Self::Labour, Self::Criminal, Self::OrganSurrogacy, Self::Other, Self::Unknown];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sexual => "seksueel",
            Self::Labour => "arbeid",
            Self::Criminal => "crimineel",
            Self::OrganSurrogacy => "orgaan-draagmoederschap",
            Self::Other => "anders",
            Self::Unknown => "weet-niet",
        }
    }
}

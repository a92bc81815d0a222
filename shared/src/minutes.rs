//! How long an AF usually needs for what is next (minuten): for planning an hour, and nothing depends on it. It is
//! what an act takes, the same for everybody, and never what one person took.
use serde::{Deserialize, Serialize};

/// Minutes for each kind of work, talking included. What a profile does not name takes as long as it usually does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Minutes {
    /// Calling the melder.
    #[serde(rename = "bellen")]
    pub call: u8,
    /// The meldingsformulier.
    #[serde(rename = "formulier")]
    pub form: u8,
    /// Beginning the investigation.
    #[serde(rename = "onderzoekStarten")]
    pub start: u8,
    /// Asking the KMT.
    #[serde(rename = "kmt")]
    pub kmt: u8,
    /// Going on with the investigation.
    #[serde(rename = "onderzoekAfronden")]
    pub finish: u8,
    /// Discussing one case in the werkoverleg, and recording it.
    #[serde(rename = "bespreken")]
    pub discuss: u8,
    /// Asking whether a table discussed it.
    #[serde(rename = "navragen")]
    pub ask: u8,
    /// Telling the melder.
    #[serde(rename = "terugkoppelen")]
    pub tell: u8,
    /// Reading what a colleague proposes.
    #[serde(rename = "voorstelLezen")]
    pub read: u8,
    /// Closing a case.
    #[serde(rename = "afsluiten")]
    pub close: u8,
}

impl Default for Minutes {
    fn default() -> Self {
        let (call, discuss, form) = (20, 20, 15);
        let (start, kmt, finish, ask, tell) = (10, 10, 10, 10, 10);
        Self { call, form, start, kmt, finish, discuss, ask, tell, read: 5, close: 5 }
    }
}

impl Minutes {
    /// The names of all kinds of work, as in a profile.
    pub const NAMES: [&str; 10] = [
        "bellen",
        "formulier",
        "onderzoekStarten",
        "kmt",
        "onderzoekAfronden",
        "bespreken",
        "navragen",
        "terugkoppelen",
        "voorstelLezen",
        "afsluiten",
    ];

    /// The minutes, in the order of the names.
    #[must_use]
    pub fn all(&self) -> [u8; 10] {
        let Self { call, form, start, kmt, finish, discuss, ask, tell, read, close } = *self;
        [call, form, start, kmt, finish, discuss, ask, tell, read, close]
    }

    /// Minutes in the order of the names.
    #[must_use]
    pub fn of([call, form, start, kmt, finish, discuss, ask, tell, read, close]: [u8; 10]) -> Self {
        Self { call, form, start, kmt, finish, discuss, ask, tell, read, close }
    }

    /// Whether the profile says nothing else than usual.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_a_profile_in_the_same_order() {
        let all: [u8; 10] = std::array::from_fn(|n| u8::try_from(n).unwrap() + 1);
        let json = serde_json::to_value(Minutes::of(all)).unwrap();
        for (name, value) in Minutes::NAMES.into_iter().zip(all) {
            assert_eq!(json[name], value, "{name}");
        }
        assert_eq!(Minutes::of(all).all(), all);
    }

    #[test]
    fn a_profile_names_what_takes_longer_here_and_the_rest_is_as_usual() {
        let own: Minutes = serde_json::from_str(r#"{"bellen":30}"#).unwrap();
        assert_eq!((own.call, own.form), (30, 15));
        assert!(!own.is_usual() && Minutes::default().is_usual());
        assert!(serde_json::from_str::<Minutes>(r#"{"belen":30}"#).is_err(), "a slip is an error and not ignored");
        assert!(serde_json::from_str::<Minutes>(r#"{"bellen":300}"#).is_err());
    }
}

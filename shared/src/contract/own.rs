//! One's own account: password and recovery codes.
use serde::{Deserialize, Serialize};

/// The rule for a password [guideline: BIO2 and NCSC, long rather than complex].
pub struct Password;

impl Password {
    /// The fewest characters.
    pub const MIN: usize = 12;
    /// The most.
    pub const MAX: usize = 200;

    /// Whether it is long enough and not too long.
    #[must_use]
    pub fn fits(password: &str) -> bool {
        (Self::MIN..=Self::MAX).contains(&password.chars().count())
    }
}

/// Body of `POST mijn-account/opdrachten`. Each asks for password and code again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum OwnAccountCommand {
    /// Another password; the other sessions end.
    #[serde(rename = "wachtwoord")]
    Password {
        /// The password now in use.
        #[serde(rename = "wachtwoord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        password: String,
        /// Six digits of the app, or a recovery code.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
        code: String,
        /// The new one: see [`Password`].
        #[serde(rename = "nieuw")]
        #[cfg_attr(feature = "schema", schemars(length(min = 12, max = 200)))]
        new: String,
    },
    /// Ten new recovery codes; the old ones end.
    #[serde(rename = "herstelcodes")]
    RecoveryCodes {
        /// The password now in use.
        #[serde(rename = "wachtwoord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        password: String,
        /// Six digits of the app, or a recovery code.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
        code: String,
    },
}

impl std::fmt::Debug for OwnAccountCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnAccountCommand(…)")
    }
}

/// Answer to `POST uitnodigingen` and `POST mijn-account/opdrachten`. Codes open an account, so `Debug` hides them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnAccountDone {
    /// Recovery codes (herstelcodes) to print, each for one log-in; empty when the old ones still hold.
    #[serde(rename = "herstelcodes")]
    pub recovery_codes: Vec<String>,
}

impl std::fmt::Debug for OwnAccountDone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnAccountDone(…)")
    }
}

//! One's own account: password and recovery codes, and where one is logged in.
use crate::{id::SessionId, moment::Moment};
use serde::{Deserialize, Serialize};

/// The rule for a password [guideline: BIO2 and NCSC, long rather than complex].
pub struct Password;

impl Password {
    /// The fewest characters.
    pub const MIN: usize = 12;
    /// The most.
    pub const MAX: usize = 200;
    /// The code of the error of one that is too short or too long.
    pub const LENGTH: &str = "wachtwoord-lengte";
    /// The code of the error of one that others guess. Only the server can tell: it knows the words.
    pub const GUESSABLE: &str = "wachtwoord-te-raden";

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

view!(
    /// Where the caller is logged in. It says nothing of a device or an address: neither is kept.
    OwnSession {
        /// Which one.
        id: SessionId,
        /// Since when.
        #[serde(rename = "sinds")]
        since: Moment,
        /// When something was done in it last, to the minute.
        #[serde(rename = "laatstGebruikt")]
        used: Moment,
        /// Whether this request came from it.
        #[serde(rename = "deze")]
        current: bool,
    }
);

/// Body of `POST mijn-sessies/opdrachten`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum OwnSessionCommand {
    /// One of the caller's sessions ends.
    #[serde(rename = "beeindigen")]
    End {
        /// Which one.
        id: SessionId,
    },
    /// All of them end but the one that asks.
    #[serde(rename = "andere-beeindigen")]
    EndOthers,
}

//! Access to Meldroute: an invitation, and accepting it.
use super::AccountView;
use crate::{
    access::Role,
    moment::Moment,
    text::{Line, Login},
};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST uitnodigingen/bekijken`. The word came in the fragment of a link, which no server sees.
    InvitationWord {
        /// 32 hex digits.
        #[serde(rename = "woord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        word: String,
    }
);
body!(
    /// Body of `POST uitnodigingen`.
    AcceptInvitation {
        /// As in [`InvitationWord`].
        #[serde(rename = "woord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        word: String,
        /// As in [`InvitationView`]: which second factor was enrolled.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        nonce: String,
        /// The password that is chosen: see [`super::Password`].
        #[serde(rename = "wachtwoord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 12, max = 200)))]
        password: String,
        /// Six digits of the app, to show that it works.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
        code: String,
    }
);

/// The token of an invitation (uitnodiging), shown once to the person who hands it over. It opens an account, so
/// `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    /// 32 hex digits, the fragment of `/af/uitnodiging`.
    #[serde(rename = "woord")]
    pub word: String,
    /// Until when it can be used.
    #[serde(rename = "geldigTot")]
    pub until: Moment,
}

impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Invitation(…)")
    }
}

view!(
    /// Answer to a change of an account: the account now, and an invitation if one was made.
    AccountDone {
        /// The account.
        account: AccountView,
        /// To hand over, in person or by a way that only the invited reads.
        #[serde(rename = "uitnodiging")]
        invitation: Option<Invitation>,
    }
);
/// Answer to `POST uitnodigingen/bekijken`. It holds a second factor, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationView {
    /// The name of the person it is for.
    #[serde(rename = "naam")]
    pub name: Line,
    /// The log-in name.
    #[serde(rename = "inlognaam")]
    pub login: Login,
    /// The role.
    #[serde(rename = "rol")]
    pub role: Role,
    /// Says which second factor this is, when it is accepted; another one at every look.
    pub nonce: String,
    /// The second factor's key in base32, for typing.
    #[serde(rename = "sleutel")]
    pub secret: String,
    /// The same as a QR code: rows of `0` and `1`.
    pub qr: Vec<String>,
}

impl std::fmt::Debug for InvitationView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InvitationView(…)")
    }
}

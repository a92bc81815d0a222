//! Access to Meldroute: an invitation, and accepting it.
use super::AccountView;
use crate::{
    access::Role,
    choice::choice,
    moment::Moment,
    text::{Line, Login},
};
use serde::{Deserialize, Serialize};

choice!(
    /// How much of an invitation a word is.
    InvitationPart {
        /// All of it: nobody else has to agree.
        Whole = "geheel",
        /// The half that whoever asked for the access hands over.
        First = "eerste-helft",
        /// The half that whoever confirmed it hands over.
        Second = "tweede-helft",
    }
);

impl InvitationPart {
    /// The start of its words, so that a page knows that another half is needed.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::First => "1-",
            Self::Second => "2-",
        }
    }

    /// The part that a word is.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        [Self::First, Self::Second].into_iter().find(|part| word.starts_with(part.prefix())).unwrap_or(Self::Whole)
    }
}

body!(
    /// Body of `POST uitnodigingen/bekijken`. The words came in the fragment of a link, which no server sees.
    InvitationWord {
        /// 32 hex digits; of a half, `1-` or `2-` in front of them.
        #[serde(rename = "woord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        word: String,
        /// The other half, where `woord` is a half.
        #[serde(rename = "andereHelft", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        other: Option<String>,
    }
);
body!(
    /// Body of `POST uitnodigingen`.
    AcceptInvitation {
        /// As in [`InvitationWord`].
        #[serde(rename = "woord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        word: String,
        /// As in [`InvitationWord`].
        #[serde(rename = "andereHelft", default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
        other: Option<String>,
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

/// The token of an invitation (uitnodiging), or a half of it, shown once to the person who hands it over. It opens an
/// account, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    /// As in [`InvitationWord`], the fragment of `/af/uitnodiging`.
    #[serde(rename = "woord")]
    pub word: String,
    /// How much of the invitation that is.
    #[serde(rename = "deel")]
    pub part: InvitationPart,
    /// Until when it can be used. A first half begins to count when a second person confirms the access.
    #[serde(rename = "geldigTot")]
    pub until: Option<Moment>,
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

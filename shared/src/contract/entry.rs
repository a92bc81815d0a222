//! Access to Meldroute: requesting it, confirming it, and accepting an invitation.
use super::AccountView;
use crate::{
    access::Role,
    choice::choice,
    id::{AccountId, Revision},
    moment::Moment,
    text::{Line, Login},
};
use serde::{Deserialize, Serialize};

choice!(
    /// A second person's answer to a request (`soort`).
    AccessAnswer {
        /// Bevestigen.
        Confirm = "bevestigen",
        /// Weigeren.
        Refuse = "weigeren",
    }
);
choice!(
    /// What somebody can log in with.
    LogInMeans {
        /// Log-in name, password and code.
        Local = "inlognaam",
        /// The work account.
        Work = "werkaccount",
    }
);
choice!(
    /// The kind of access (soort toegang).
    AccessKind {
        /// A new account.
        New = "nieuw",
        /// New ways to log in with an account that is there.
        Again = "opnieuw",
        /// With a work account that nobody here was known to have, in the role of the provider's claim.
        Work = "werkaccount",
        /// A work account as a second way to log in with an account that is there.
        Linked = "gekoppeld",
        /// A blocked work account that can be used again.
        Unblocked = "vrijgegeven",
    }
);

/// Body of `POST toegang/{id}/opdrachten`: `{"soort": "bevestigen"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccessCommand {
    /// The answer.
    #[serde(rename = "soort")]
    pub answer: AccessAnswer,
}

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
view!(
    /// Answer to `GET toegang`.
    AccessPage {
        /// The requests that wait for a second person, oldest first.
        #[serde(rename = "verzoeken")]
        requests: Vec<AccessRequest>,
        /// Access granted in the last thirty days, newest first.
        #[serde(rename = "gegeven")]
        given: Vec<AccessGiven>,
        /// People who can log in with the same name as somebody else: perhaps one person with two accounts.
        #[serde(rename = "naamgenoten")]
        namesakes: Vec<Namesake>,
    }
);
view!(
    /// Somebody with an account, by whom a second person can tell that one person would get two.
    Namesake {
        /// The name.
        #[serde(rename = "naam")]
        name: Line,
        /// The log-in name.
        #[serde(rename = "inlognaam")]
        login: Login,
        /// The role.
        #[serde(rename = "rol")]
        role: Role,
    }
);
view!(
    /// Access that was asked for and waits for a second person.
    AccessRequest {
        /// The account.
        id: AccountId,
        /// Its revision, for If-Match.
        #[serde(rename = "revisie")]
        revision: Revision,
        /// The name of the person it is for.
        #[serde(rename = "naam")]
        name: Line,
        /// The log-in name.
        #[serde(rename = "inlognaam")]
        login: Login,
        /// The role.
        #[serde(rename = "rol")]
        role: Role,
        /// New, or again.
        #[serde(rename = "soort")]
        kind: AccessKind,
        /// The name of the person who asked.
        #[serde(rename = "gevraagdDoor")]
        asked_by: Line,
        /// The moment of the request.
        #[serde(rename = "gevraagdOp")]
        asked_at: Moment,
        /// People with the same name who have an account already: perhaps the same person.
        #[serde(rename = "naamgenoten")]
        namesakes: Vec<Namesake>,
        /// Whether the caller may answer it: nobody answers their own.
        #[serde(rename = "magAntwoorden")]
        may_answer: bool,
    }
);
view!(
    /// Access that was given.
    AccessGiven {
        /// The name of the person who got it.
        #[serde(rename = "naam")]
        name: Line,
        /// The role.
        #[serde(rename = "rol")]
        role: Role,
        /// New, or again.
        #[serde(rename = "soort")]
        kind: AccessKind,
        /// The person who asked; none for the first set-up and for commands on the server.
        #[serde(rename = "gevraagdDoor")]
        asked_by: Option<Line>,
        /// The person who confirmed, where that is needed.
        #[serde(rename = "bevestigdDoor")]
        confirmed_by: Option<Line>,
        /// The moment.
        #[serde(rename = "op")]
        at: Moment,
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

//! The second person: requests that wait for one, what was given, and what was handed over.
use crate::{
    access::Role,
    choice::choice,
    id::{AccountId, FunctionId, Revision},
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
        /// Gezien: of access that was given, nothing else.
        Seen = "gezien",
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
        /// Another function of an AF: other reports may be seen.
        Function = "functie",
        /// Somebody left for good: colleagues may take over their cases.
        Departed = "vertrokken",
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

view!(
    /// Answer to `GET toegang`.
    AccessPage {
        /// The requests that wait for a second person, oldest first.
        #[serde(rename = "verzoeken")]
        requests: Vec<AccessRequest>,
        /// Access granted in the last thirty days, and what the caller did not see yet, newest first.
        #[serde(rename = "gegeven")]
        given: Vec<AccessGiven>,
        /// People who can log in with the same name as somebody else: perhaps one person with two accounts.
        #[serde(rename = "naamgenoten")]
        namesakes: Vec<Namesake>,
    }
);
view!(
    /// Another function of an AF. None: not known.
    FunctionChange {
        /// The one before.
        #[serde(rename = "van")]
        from: Option<FunctionId>,
        /// The one after.
        #[serde(rename = "naar")]
        to: Option<FunctionId>,
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
        /// The function of an AF, as it is now.
        #[serde(rename = "functie")]
        function: Option<FunctionId>,
        /// The other function that was asked for.
        #[serde(rename = "andereFunctie")]
        change: Option<FunctionChange>,
        /// Why, where that was asked.
        #[serde(rename = "reden")]
        reason: Option<Line>,
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
        /// The account.
        id: AccountId,
        /// Its revision, for If-Match.
        #[serde(rename = "revisie")]
        revision: Revision,
        /// Whether the caller still has to say that they saw it: access of somebody else that reads content, confirms
        /// others or asks for accounts.
        #[serde(rename = "nietGezien")]
        unseen: bool,
        /// Which other function.
        #[serde(rename = "andereFunctie")]
        change: Option<FunctionChange>,
        /// Why somebody left.
        #[serde(rename = "reden")]
        reason: Option<Line>,
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

view!(
    /// Answer to `POST overdracht`.
    HandedOver {
        /// How many were handed over now.
        #[serde(rename = "overgedragen")]
        done: usize,
        /// How many are still to be: ask again.
        #[serde(rename = "nogTeDoen")]
        left: usize,
        /// How many the other AF may not have.
        #[serde(rename = "nietMogelijk")]
        refused: usize,
    }
);

use crate::{
    access::Role,
    id::{AccountId, FunctionId},
    moment::Day,
    text::{Line, Login},
};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST meldingen/opvragen`: the code never stands in a URL.
    ProgressQuery {
        /// The receipt code as typed.
        ontvangstcode: String,
    }
);
body!(
    /// Body of `POST sessies`.
    Credentials {
        /// Log-in name.
        #[serde(rename = "inlognaam")]
        login: Login,
        /// Password, as typed.
        #[serde(rename = "wachtwoord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        password: String,
        /// Six digits of the app (TOTP), or a recovery code, as typed.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
        code: String,
    }
);
body!(
    /// Body of `POST accounts`. Whoever it is for chooses the password, with the invitation.
    NewAccount {
        /// Log-in name; two that differ in case only are the same.
        #[serde(rename = "inlognaam")]
        login: Login,
        /// Name as colleagues know it.
        #[serde(rename = "naam")]
        name: Line,
        /// Role.
        #[serde(rename = "rol")]
        role: Role,
        /// Of an AF: the function, one of the profile's. It says which reports he may not see.
        #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
        function: Option<FunctionId>,
    }
);
body!(
    /// Body of `POST dossiers/{id}/toegang`.
    OpenReason {
        /// Why. The FG reads it, so no names.
        #[serde(rename = "reden")]
        reason: Line,
    }
);
body!(
    /// Body of `POST waarneming`.
    NewStandIn {
        /// Who stands in for the one who asks.
        #[serde(rename = "waarnemer")]
        by: AccountId,
        /// The first day.
        #[serde(rename = "van")]
        from: Day,
        /// The last day, at most [`NewStandIn::MAX_DAYS`] after the first.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);
body!(
    /// Body of `POST overdracht`. Sent again it goes on where it stopped.
    HandOverBody {
        /// Whose cases: one's own, or of a colleague who can no longer log in.
        #[serde(rename = "van")]
        from: AccountId,
        /// Who gets them.
        #[serde(rename = "aan")]
        to: AccountId,
    }
);

impl NewStandIn {
    /// A waarneming is for a while, not for ever.
    pub const MAX_DAYS: i64 = 366;
}

body!(
    /// Body of `POST inrichting`: the first accounts of a new instance, at least one AF, one beheerder and one FG.
    SetUp {
        /// The word from the set-up link.
        #[serde(rename = "inrichtcode")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        token: String,
        /// The first accounts, up to ten.
        #[cfg_attr(feature = "schema", schemars(length(min = 3, max = 10)))]
        accounts: Vec<NewAccount>,
    }
);

impl SetUp {
    /// The fewest accounts an instance begins with.
    pub const FEWEST: usize = 3;
    /// The most.
    pub const MOST: usize = 10;
}

/// Body of `POST accounts/{id}/opdrachten`: `{"soort": "blokkeren"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum AccountCommand {
    /// Cannot log in any more; sessions end.
    #[serde(rename = "blokkeren")]
    Block,
    /// Can log in again.
    #[serde(rename = "vrijgeven")]
    Unblock,
    /// A new invitation: for another password and another second factor. What was there holds until it is used. Who
    /// reads reports or confirms others gets one when a second person agrees.
    #[serde(rename = "uitnodigen")]
    Invite,
    /// What was asked or sent does not count any more.
    #[serde(rename = "intrekken")]
    Withdraw,
    /// Which function an AF has: it says which reports he may not see.
    #[serde(rename = "functie")]
    SetFunction {
        /// One of the profile's; none: not known, which counts as any.
        #[serde(rename = "functie")]
        function: Option<FunctionId>,
    },
}

impl std::fmt::Debug for AccountCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccountCommand(…)")
    }
}

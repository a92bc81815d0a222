use crate::{
    access::Role,
    case::notes::{About, Addition, BreakGlassReason},
    id::{AccountId, DeviceKeyId, FunctionId},
    text::{Line, Login, Prose, of_body},
};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST meldingen/opvragen`: the code is never in a URL.
    ProgressQuery {
        /// The receipt code as typed.
        ontvangstcode: String,
    }
);
body!(
    /// Body of `POST meldingen/antwoorden`: what the melder answers to a question, or adds to the melding, once.
    SentAnswer {
        /// The receipt code as typed.
        ontvangstcode: String,
        /// Which question, counted from 0. Either this or `aanvulling`.
        #[serde(rename = "vraag", default, skip_serializing_if = "Option::is_none")]
        question: Option<usize>,
        /// Which addition. Another one has another key.
        #[serde(rename = "aanvulling", default, skip_serializing_if = "Option::is_none")]
        addition: Option<Addition>,
        /// The answer or the addition, in the melder's own words.
        #[serde(rename = "antwoord", deserialize_with = "of_body")]
        text: Prose,
    }
);
impl SentAnswer {
    /// What the melder wrote about this.
    #[must_use]
    pub fn new(ontvangstcode: String, about: About, text: Prose) -> Self {
        let (question, addition) = match about {
            About::Question(question) => (Some(question), None),
            About::Addition(addition) => (None, Some(addition)),
        };
        Self { ontvangstcode, question, addition, text }
    }

    /// What it is about; `None` where it does not say one thing.
    #[must_use]
    pub fn about(&self) -> Option<About> {
        About::of(self.question, self.addition.clone())
    }
}

body!(
    /// The other body of `POST meldingen`: a melding that the browser sealed to the key of the profile. Only whoever
    /// takes it in can open it.
    SealedReport {
        /// The key that it is sealed to.
        #[serde(rename = "sleutel")]
        key: DeviceKeyId,
        /// HPKE: the key that travels along, and the melding as JSON with spaces behind it up to a multiple of 4096
        /// bytes. In base64.
        #[serde(rename = "verzegeld")]
        #[cfg_attr(feature = "schema", schemars(length(max = 54_680), extend("contentEncoding" = "base64")))]
        sealed: String,
    }
);

impl SealedReport {
    /// Its type, which tells it from a melding that can be read.
    pub const MEDIA_TYPE: &'static str = "application/vnd.meldroute.verzegeld+json";
}

body!(
    /// Body of `POST sessies`.
    Credentials {
        /// Log-in name.
        #[serde(rename = "inlognaam", deserialize_with = "of_body")]
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
        #[serde(rename = "inlognaam", deserialize_with = "of_body")]
        login: Login,
        /// Name as colleagues know it.
        #[serde(rename = "naam", deserialize_with = "of_body")]
        name: Line,
        /// Role.
        #[serde(rename = "rol")]
        role: Role,
        /// Of an AF: the function, one of the profile's. It says which reports they may not see.
        #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
        function: Option<FunctionId>,
    }
);
body!(
    /// Body of `POST dossiers/{id}/toegang`.
    OpenReason {
        /// Why. The FG sees it.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words. They are kept in the case, for the AFs who may see it.
        #[serde(rename = "toelichting", deserialize_with = "of_body")]
        words: Line,
    }
);
body!(
    /// Body of `POST overdracht`. Sent again, it continues where it stopped.
    HandOverBody {
        /// Whose cases: one's own, or of a colleague who can no longer log in.
        #[serde(rename = "van")]
        from: AccountId,
        /// The AF who gets them.
        #[serde(rename = "aan")]
        to: AccountId,
    }
);

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
    /// A new invitation: for another password and another second factor. The old ones stay valid until it is used. For
    /// roles that read reports or confirm others a second person has to agree.
    #[serde(rename = "uitnodigen")]
    Invite,
    /// Withdraws the pending request or invitation.
    #[serde(rename = "intrekken")]
    Withdraw,
    /// The holder of a blocked account left for good: colleagues may take over the cases once a second person agrees.
    #[serde(rename = "vertrokken")]
    Depart {
        /// Why. The FG reads it, so no names.
        #[serde(rename = "reden", deserialize_with = "of_body")]
        reason: Line,
    },
    /// Which function an AF has: it says which reports they may not see. It waits for a second person.
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

//! Problem documents (RFC 9457): every error has one, with all errors of a body at once, and nothing of its content.
use crate::{case::Refusal, flood::Price, report::FindingCode};
use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $status:literal $slug:literal $title:literal),+ $(,)?) => {
        /// The kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum ProblemKind { $($(#[$doc])* #[serde(rename = $slug)] $name),+ }

        impl ProblemKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The HTTP status.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// Its short name, the last part of `type`.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// The title, Dutch, the same for every occurrence.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }
        }
    };
}

kinds!(
    /// Not JSON, or not the shape asked for.
    BadRequest = 400 "ongeldig-verzoek" "Het verzoek klopt niet",
    /// The melding is not complete or not right; `errors` names the fields.
    InvalidReport = 400 "ongeldige-melding" "De melding is nog niet compleet",
    /// No session, or one that ended.
    NotLoggedIn = 401 "niet-ingelogd" "Log eerst in",
    /// Log-in name, password or code is wrong; never says which.
    WrongCredentials = 401 "onjuiste-inlog" "Inlognaam, wachtwoord of code klopt niet",
    /// This role may not.
    Forbidden = 403 "niet-toegestaan" "Dit mag je niet met deze rol",
    /// Another website's page asked for a change.
    ForeignOrigin = 403 "andere-website" "Dit verzoek komt niet van Meldroute zelf",
    /// It does not exist, or the caller may not know that it does.
    NotFound = 404 "niet-gevonden" "Niet gevonden",
    /// The path is there, the method is not.
    MethodNotAllowed = 405 "methode-niet-toegestaan" "Dit kan hier niet",
    /// The command cannot be carried out now; `errors` says why.
    Refused = 409 "kan-nu-niet" "Dit kan nu niet",
    /// Something with that name is there already.
    Exists = 409 "bestaat-al" "Dit bestaat al",
    /// Too many at the same time; try again.
    Busy = 409 "tegelijk" "Iemand anders was tegelijk bezig",
    /// Somebody changed it meanwhile.
    Stale = 412 "intussen-veranderd" "Iemand heeft dit intussen veranderd",
    /// More than fits.
    TooLarge = 413 "te-groot" "Het verzoek is te groot",
    /// Not `application/json`.
    UnsupportedType = 415 "geen-json" "Het verzoek moet JSON zijn",
    /// The Idempotency-Key was used for something else.
    KeyReused = 422 "sleutel-al-gebruikt" "Deze melding is eerder in een andere vorm verstuurd",
    /// No If-Match.
    PreconditionRequired = 428 "if-match-ontbreekt" "De kop If-Match ontbreekt",
    /// So many reports come in that this one costs computing first: see `prijs`.
    WorkAsked = 429 "eerst-rekenen" "Het is druk: los eerst een som op",
    /// Too often.
    TooMany = 429 "te-vaak" "Te veel verzoeken; wacht even",
    /// Something broke.
    Internal = 500 "storing" "Er ging iets mis",
    /// This instance was not set up yet: nobody would read a report.
    NotOpen = 503 "nog-niet-open" "Hier kan nog niet gemeld worden",
    /// The pages of a document cannot be made now. What it says stands as it stood.
    NoPages = 503 "geen-pdf" "Het bestand lukt nu niet",
    /// The store is not there. Nothing was kept, nothing is lost on the sender's side.
    Unavailable = 503 "niet-beschikbaar" "Bewaren lukt nu niet",
);

/// One error of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorItem {
    /// Where: a JSON pointer (RFC 6901) into the body, or the name of a header.
    pub pointer: String,
    /// A code of [`FindingCode`], of [`Refusal`], or of the schema check.
    pub code: String,
    /// A text that repeats nothing of the request.
    pub detail: String,
}

impl ErrorItem {
    /// An error at this place; `detail` says what to do about it.
    #[must_use]
    pub fn new(pointer: &str, code: &str, detail: &str) -> Self {
        Self { pointer: pointer.into(), code: code.into(), detail: detail.into() }
    }
}

/// A problem document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `urn:meldroute:probleem:` and the kind's slug.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind's title.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Advice to the reader, Dutch.
    pub detail: String,
    /// All errors at once; empty when there is nothing to name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ErrorItem>,
    /// With [`ProblemKind::KeyReused`]: the code of the melding that is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ontvangstcode: Option<String>,
    /// With [`ProblemKind::WorkAsked`]: the task.
    #[serde(rename = "prijs", default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
}

impl Problem {
    /// A problem of this kind; `detail` says what to do.
    #[must_use]
    pub fn new(kind: ProblemKind, detail: &str) -> Self {
        Self {
            kind: format!("urn:meldroute:probleem:{}", kind.slug()),
            title: kind.title().into(),
            status: kind.status(),
            detail: detail.into(),
            errors: Vec::new(),
            ontvangstcode: None,
            price: None,
        }
    }

    /// The same with one more error.
    #[must_use]
    pub fn with(mut self, pointer: &str, code: &str, detail: &str) -> Self {
        self.errors.push(ErrorItem::new(pointer, code, detail));
        self
    }

    /// Which kind this is, for a reader; `None` for a problem that is not ours (a proxy's).
    #[must_use]
    pub fn parsed_kind(&self) -> Option<ProblemKind> {
        let slug = self.kind.strip_prefix("urn:meldroute:probleem:")?;
        ProblemKind::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }

    /// The refusal of a [`ProblemKind::Refused`].
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        let code = &self.errors.first()?.code;
        Refusal::ALL.iter().copied().find(|refusal| refusal.as_str() == code)
    }

    /// The finding codes by pointer of an [`ProblemKind::InvalidReport`].
    pub fn findings(&self) -> impl Iterator<Item = (&str, FindingCode)> {
        self.errors.iter().filter_map(|item| {
            let code = FindingCode::ALL.iter().copied().find(|code| code.as_str() == item.code)?;
            Some((item.pointer.as_str(), code))
        })
    }
}

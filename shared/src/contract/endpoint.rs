//! Every endpoint, once: method, path, and through [`crate::access`] who may.

/// Where all paths begin.
pub const PREFIX: &str = "/api/v1";

/// An HTTP method in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
    /// DELETE.
    Delete,
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        })
    }
}

/// A component of the application: it answers its own endpoints and no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component {
    /// Takes reports and says how far they are.
    Intake,
    /// Everything behind a log-in, and logging in.
    Review,
    /// Pages, files, and what describes the API.
    Site,
}

impl std::fmt::Display for Component {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Intake => "intake",
            Self::Review => "review",
            Self::Site => "site",
        })
    }
}

macro_rules! endpoints {
    ($($(#[$doc:meta])* $name:ident = $component:ident $method:ident $path:literal, $status:literal),+ $(,)?) => {
        /// An endpoint of the API.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Endpoint { $($(#[$doc])* $name),+ }

        impl Endpoint {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The component that answers it.
            #[must_use]
            pub fn component(self) -> Component {
                match self { $(Self::$name => Component::$component),+ }
            }

            /// Its method.
            #[must_use]
            pub fn method(self) -> Method {
                match self { $(Self::$name => Method::$method),+ }
            }

            /// Its path below [`PREFIX`]; `{id}` stands for an id.
            #[must_use]
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path),+ }
            }

            /// The status of a successful answer.
            #[must_use]
            pub fn success(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// Its name, for `operationId` and the log.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }
    };
}

endpoints!(
    /// A melder sends a report. Needs `Idempotency-Key`: 32 hex digits, made by the client.
    SendReport = Intake Post "/meldingen", 201,
    /// The holder of a code asks where it stands.
    AskProgress = Intake Post "/meldingen/opvragen", 200,
    /// Log in.
    LogIn = Review Post "/sessies", 201,
    /// Goes to the provider of work accounts (OpenID Connect). For a browser that goes there, not for a script.
    WorkAccountLogIn = Review Get "/sessies/werkaccount", 303,
    /// Comes back from there; always leads on to a page.
    WorkAccountReturn = Review Get "/sessies/werkaccount/terug", 303,
    /// Who am I.
    Session = Review Get "/sessies/huidige", 200,
    /// Log out.
    LogOut = Review Delete "/sessies/huidige", 204,
    /// The worklist, `?stap=open|afgerond&pagina=1`.
    Cases = Review Get "/dossiers", 200,
    /// A report taken by phone. Needs `Idempotency-Key`.
    AddCase = Review Post "/dossiers", 201,
    /// One case, with its revision as ETag.
    Case = Review Get "/dossiers/{id}", 200,
    /// A command. Needs `If-Match`; a new code needs `Idempotency-Key` too.
    CommandCase = Review Post "/dossiers/{id}/opdrachten", 200,
    /// Break-glass: opens a colleague's case with a reason, until the end of the day.
    OpenCase = Review Post "/dossiers/{id}/toegang", 201,
    /// The AFs of this gemeente, to hand a case to.
    Officers = Review Get "/aandachtsfunctionarissen", 200,
    /// Who stands in for whom, as far as it is about the one who asks.
    StandIns = Review Get "/waarneming", 200,
    /// Somebody stands in for the one who asks, between two days.
    AddStandIn = Review Post "/waarneming", 201,
    /// Ends one's own waarneming.
    EndStandIn = Review Delete "/waarneming/{id}", 204,
    /// Hands one's own cases, or those of a colleague who left, to another AF.
    HandOver = Review Post "/overdracht", 200,
    /// All accounts.
    Accounts = Review Get "/accounts", 200,
    /// A new account.
    AddAccount = Review Post "/accounts", 201,
    /// Block, unblock, invite anew, withdraw. Needs `If-Match`.
    CommandAccount = Review Post "/accounts/{id}/opdrachten", 200,
    /// Who asks for access and who got it: what a second person looks at.
    AccessRequests = Review Get "/toegang", 200,
    /// A second person confirms or refuses. Needs `If-Match`.
    CommandAccess = Review Post "/toegang/{id}/opdrachten", 200,
    /// What an invitation is for, with a new second factor to enrol.
    Invitation = Review Post "/uitnodigingen/bekijken", 200,
    /// Accepts an invitation: password, second factor, recovery codes.
    AcceptInvitation = Review Post "/uitnodigingen", 201,
    /// Own password and recovery codes.
    OwnAccount = Review Post "/mijn-account/opdrachten", 200,
    /// The audit, newest first: `?dossier=&wie=&wat=&voor=`.
    Audit = Review Get "/logboek", 200,
    /// Whether the audit is as it was written.
    AuditCheck = Review Get "/logboek/controle", 200,
    /// Keeping, correcting, requests. Needs `If-Match`.
    CommandRights = Review Post "/dossiers/{id}/rechten", 200,
    /// A copy for who it is about, with third parties and the melder blanked.
    AccessCopy = Review Post "/dossiers/{id}/inzage", 200,
    /// What is due, and what was proposed: `?pagina=`.
    Retention = Review Get "/bewaren", 200,
    /// Proposes the destruction of a case, agrees to it, or does not.
    CommandRetention = Review Post "/bewaren/{id}/opdrachten", 200,
    /// Declarations of destruction, newest first: `?voor=`.
    Certificates = Review Get "/verklaringen", 200,
    /// Data subjects' requests that are still to be decided.
    Requests = Review Get "/verzoeken", 200,
    /// The FG's word on an AF's advice. Needs `If-Match`.
    DecideRequest = Review Post "/verzoeken/{id}/besluiten", 200,
    /// The processing record, newest first: `?voor=`.
    Processings = Review Get "/verwerkingen", 200,
    /// Does what is due. Needs the word of `work_token`.
    Work = Review Post "/onderhoud", 200,
    /// First-run set-up, with the word from the link.
    SetUp = Review Post "/inrichting", 201,
    /// Whether it works.
    Health = Review Get "/gezondheid", 200,
    /// This API as OpenAPI 3.1.
    OpenApi = Site Get "/openapi.json", 200,
    /// What a browser needs to know of this instance.
    Instance = Site Get "/profiel", 200,
);

impl Endpoint {
    /// Whether a browser goes there by itself, so that every answer leads to a page, also when something is wrong.
    #[must_use]
    pub fn is_page(self) -> bool {
        self.success() == 303
    }

    /// The whole path, with the id filled in where there is one.
    #[must_use]
    pub fn url(self, id: &str) -> String {
        format!("{PREFIX}{}", self.path().replace("{id}", id))
    }

    /// The id in this path if it is a path of this endpoint, empty for an endpoint without one; `None` for another path.
    #[must_use]
    pub fn id_in(self, path: &str) -> Option<&str> {
        let (mut id, mut asked) = ("", path.strip_prefix(PREFIX)?.split('/'));
        for wanted in self.path().split('/') {
            match asked.next()? {
                part if wanted == "{id}" && !part.is_empty() => id = part,
                part if part == wanted => {}
                _other => return None,
            }
        }
        asked.next().is_none().then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_belongs_to_its_own_endpoints_only() {
        for endpoint in Endpoint::ALL {
            let url = endpoint.url("0a");
            for other in Endpoint::ALL {
                assert_eq!(other.id_in(&url).is_some(), other.path() == endpoint.path(), "{other:?} {url}");
            }
        }
    }

    #[test]
    fn the_id_is_one_part_that_is_not_empty() {
        let table = [
            ("/api/v1/dossiers/0a", Some("0a")),
            ("/api/v1/dossiers/{id}", Some("{id}")),
            ("/api/v1/dossiers/", None),
            ("/api/v1/dossiers", None),
            ("/api/v1/dossiers/0a/", None),
            ("/api/v1//dossiers/0a", None),
            ("/api/v2/dossiers/0a", None),
            ("/dossiers/0a", None),
        ];
        for (path, id) in table {
            assert_eq!(Endpoint::Case.id_in(path), id, "{path}");
        }
        assert_eq!(Endpoint::Cases.id_in("/api/v1/dossiers"), Some(""));
    }
}

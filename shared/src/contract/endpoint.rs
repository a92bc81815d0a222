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

macro_rules! endpoints {
    ($($(#[$doc:meta])* $name:ident = $method:ident $path:literal, $status:literal),+ $(,)?) => {
        /// An endpoint of the API.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Endpoint { $($(#[$doc])* $name),+ }

        impl Endpoint {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

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
    SendReport = Post "/meldingen", 201,
    /// The holder of a code asks where it stands.
    AskProgress = Post "/meldingen/opvragen", 200,
    /// Log in.
    LogIn = Post "/sessies", 201,
    /// Goes to the provider of work accounts (OpenID Connect). For a browser that goes there, not for a script.
    WorkAccountLogIn = Get "/sessies/werkaccount", 303,
    /// Comes back from there; always leads on to a page.
    WorkAccountReturn = Get "/sessies/werkaccount/terug", 303,
    /// Who am I.
    Session = Get "/sessies/huidige", 200,
    /// Log out.
    LogOut = Delete "/sessies/huidige", 204,
    /// The worklist, `?stap=open|afgerond&pagina=1`.
    Cases = Get "/dossiers", 200,
    /// A report taken by phone. Needs `Idempotency-Key`.
    AddCase = Post "/dossiers", 201,
    /// One case, with its revision as ETag.
    Case = Get "/dossiers/{id}", 200,
    /// A command. Needs `If-Match`; a new code needs `Idempotency-Key` too.
    CommandCase = Post "/dossiers/{id}/opdrachten", 200,
    /// Break-glass: opens a colleague's case with a reason, until the end of the day.
    OpenCase = Post "/dossiers/{id}/toegang", 201,
    /// The AFs of this gemeente, to hand a case to.
    Officers = Get "/aandachtsfunctionarissen", 200,
    /// Who stands in for whom, as far as it is about the one who asks.
    StandIns = Get "/waarneming", 200,
    /// Somebody stands in for the one who asks, between two days.
    AddStandIn = Post "/waarneming", 201,
    /// Ends one's own waarneming.
    EndStandIn = Delete "/waarneming/{id}", 204,
    /// Hands one's own cases, or those of a colleague who left, to another AF.
    HandOver = Post "/overdracht", 200,
    /// All accounts.
    Accounts = Get "/accounts", 200,
    /// A new account.
    AddAccount = Post "/accounts", 201,
    /// Block, unblock, invite anew, withdraw. Needs `If-Match`.
    CommandAccount = Post "/accounts/{id}/opdrachten", 200,
    /// Who asks for access and who got it: what a second person looks at.
    AccessRequests = Get "/toegang", 200,
    /// A second person confirms or refuses. Needs `If-Match`.
    CommandAccess = Post "/toegang/{id}/opdrachten", 200,
    /// What an invitation is for, with a new second factor to enrol.
    Invitation = Post "/uitnodigingen/bekijken", 200,
    /// Accepts an invitation: password, second factor, recovery codes.
    AcceptInvitation = Post "/uitnodigingen", 201,
    /// Own password and recovery codes.
    OwnAccount = Post "/mijn-account/opdrachten", 200,
    /// The audit, newest first: `?dossier=&wie=&wat=&voor=`.
    Audit = Get "/logboek", 200,
    /// Whether the audit is as it was written.
    AuditCheck = Get "/logboek/controle", 200,
    /// Keeping, correcting, requests. Needs `If-Match`.
    CommandRights = Post "/dossiers/{id}/rechten", 200,
    /// A copy for who it is about, with third parties and the melder blanked.
    AccessCopy = Post "/dossiers/{id}/inzage", 200,
    /// What is due, and what was proposed: `?pagina=`.
    Retention = Get "/bewaren", 200,
    /// Proposes the destruction of a case, agrees to it, or does not.
    CommandRetention = Post "/bewaren/{id}/opdrachten", 200,
    /// Declarations of destruction, newest first: `?voor=`.
    Certificates = Get "/verklaringen", 200,
    /// Data subjects' requests that are still to be decided.
    Requests = Get "/verzoeken", 200,
    /// The FG's word on an AF's advice. Needs `If-Match`.
    DecideRequest = Post "/verzoeken/{id}/besluiten", 200,
    /// The processing record, newest first: `?voor=`.
    Processings = Get "/verwerkingen", 200,
    /// Does what is due. Needs the word of `work_token`.
    Work = Post "/onderhoud", 200,
    /// First-run set-up, with the word from the link.
    SetUp = Post "/inrichting", 201,
    /// Whether it works.
    Health = Get "/gezondheid", 200,
    /// This API as OpenAPI 3.1.
    OpenApi = Get "/openapi.json", 200,
    /// What a browser needs to know of this instance.
    Instance = Get "/profiel", 200,
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
}

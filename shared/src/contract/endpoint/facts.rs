//! The facts about an endpoint.
use crate::audit::AuditAction;

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

impl Method {
    /// Its name in HTTP.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
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

/// A part of a request besides its path's id and its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameter {
    /// The header `Idempotency-Key`.
    Key,
    /// The same, for the one command that makes a new receipt code.
    CodeKey,
    /// The header `Rekenwerk`: the answer to the task of a report that costs computing.
    Work,
    /// The header `If-Match`, with the revision that was read.
    Revision,
    /// `?pagina=`, from 1.
    Page,
    /// `?voor=`: lines before this number.
    Before,
    /// `?stap=`: the open or the closed cases.
    Step,
    /// `?dossier=`: audit lines about this case, account or list.
    Object,
    /// `?wie=`: audit lines of this account.
    Actor,
    /// `?wat=`: audit lines with this action.
    Action,
    /// The query parameters with which the provider of work accounts sends the browser back.
    Returned(&'static str),
}

/// The audit line of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audited {
    /// Every request leaves a line, written before the answer. A handler may put a more precise action in it.
    Line(AuditAction),
    /// The handler writes the line, once it is known which account it is about. Refusals are counted.
    Noted(AuditAction),
    /// No line: no case is shown, and either nobody is logged in or only the caller's own session is shown.
    Silent,
}

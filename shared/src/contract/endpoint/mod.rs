//! Every endpoint is one row of the table in `table.rs`. Router, access check, audit, processing record and
//! openapi.json read it.
mod access;
#[cfg(feature = "schema")]
mod body;
mod callers;
mod facts;
#[cfg(feature = "schema")]
mod shapes;
#[macro_use]
mod served;

pub use access::endpoint_table;
#[cfg(feature = "schema")]
pub use body::{Body, SchemaOf};
pub use facts::{Audited, Component, Method, Parameter};
pub use table::{Endpoint, IntakeEndpoint, ReviewEndpoint, Served, SiteEndpoint};

/// The prefix of all paths.
pub const PREFIX: &str = "/api/v1";

/// A column that a row may leave out.
macro_rules! maybe {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

/// A row: name, component, method, path below [`PREFIX`], status of a successful answer, summary; then its
/// `operationId`, which clients know and which stays, who may call it, and its audit line; then, where there is one,
/// the processing activity, parameters, further refusals, body and answer.
macro_rules! endpoints {
    ($(
        $(#[$doc:meta])*
        $name:ident = $component:ident $method:ident $path:literal $status:literal $summary:literal,
        $operation:literal, $access:ident, $audited:ident $(($action:ident))?
        $(, processes $activity:ident)?
        $(, with [$($parameter:ident $(($text:literal))?),+])?
        $(, refuses [$($refusal:literal),+])?
        $(, takes $body:ty = $examples:path)?
        $(, gives $answer:ty)?;
    )+) => {
        /// An endpoint of the API.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Endpoint { $($(#[$doc])* $name),+ }

        impl Endpoint {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its `operationId` in openapi.json.
            #[must_use]
            pub fn operation_id(self) -> &'static str {
                match self { $(Self::$name => $operation),+ }
            }

            /// The component that answers it.
            #[must_use]
            pub fn component(self) -> Component {
                match self { $(Self::$name => Component::$component),+ }
            }

            /// Its method. Inlined, so that a browser's module holds only the rows of the endpoints that it asks.
            #[must_use]
            #[inline(always)]
            pub fn method(self) -> Method {
                match self { $(Self::$name => Method::$method),+ }
            }

            /// Its path below [`PREFIX`](super::PREFIX); `{id}` stands for an id. Inlined for the same reason.
            #[must_use]
            #[inline(always)]
            pub fn path(self) -> &'static str {
                match self { $(Self::$name => $path),+ }
            }

            /// The status of a successful answer.
            #[must_use]
            pub fn success(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// Its summary, Dutch.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary),+ }
            }

            /// The callers it admits. This is checked before the request is read.
            #[must_use]
            pub fn access(self) -> Access {
                match self { $(Self::$name => $access),+ }
            }

            /// The audit line of a request to it.
            #[must_use]
            pub fn audited(self) -> Audited {
                match self { $(Self::$name => Audited::$audited $((AuditAction::$action))?),+ }
            }

            /// The processing of case data that a successful request is; `None` where it touches none.
            #[must_use]
            pub fn activity(self) -> Option<Activity> {
                match self { $(Self::$name => maybe!($(Activity::$activity)?)),+ }
            }

            /// The parts of a request besides the id and the body.
            #[must_use]
            pub fn parameters(self) -> &'static [Parameter] {
                match self { $(Self::$name => &[$($(Parameter::$parameter $(($text))?),+)?]),+ }
            }

            /// Statuses of refusals that do not follow from method, path and access.
            #[must_use]
            pub fn refusals(self) -> &'static [u16] {
                match self { $(Self::$name => &[$($($refusal),+)?]),+ }
            }

            /// The body that it takes.
            #[cfg(feature = "schema")]
            #[must_use]
            pub fn body(self) -> Option<Body> {
                match self { $(Self::$name => maybe!($(Body::of::<$body>($examples))?)),+ }
            }

            /// The body of a successful answer.
            #[cfg(feature = "schema")]
            #[must_use]
            pub fn answer(self) -> Option<SchemaOf> {
                match self { $(Self::$name => maybe!($(SchemaGenerator::subschema_for::<$answer> as SchemaOf)?)),+ }
            }
        }

        served!([] [] [] $($component $name;)+);
    };
}

/// A path below [`PREFIX`] as a whole one, with the id filled in where there is one.
#[must_use]
pub fn url(path: &str, id: &str) -> String {
    format!("{PREFIX}{}", path.replace("{id}", id))
}

// after the macro, which is only known below its definition
mod rest;
mod table;

impl Endpoint {
    /// Whether a browser navigates to it, so that every answer has to lead to a page, errors included.
    #[must_use]
    pub fn is_page(self) -> bool {
        self.success() == 303
    }

    /// The whole path, with the id filled in where there is one.
    #[must_use]
    pub fn url(self, id: &str) -> String {
        url(self.path(), id)
    }

    /// The id in this path if it is a path of this endpoint, empty for an endpoint without one; `None` for another
    /// path.
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
    use crate::access::Access;
    use std::collections::BTreeSet;

    #[test]
    fn a_path_belongs_to_its_own_endpoints_only() {
        for endpoint in Endpoint::ALL {
            let url = endpoint.url("0a");
            for other in Endpoint::ALL {
                assert_eq!(other.id_in(&url).is_some(), other.path() == endpoint.path(), "{other:?} {url}");
            }
        }
    }

    /// What was published stays: a new endpoint gets a new one, at the end.
    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let ids: BTreeSet<&str> = Endpoint::ALL.iter().map(|endpoint| endpoint.operation_id()).collect();
        assert_eq!(ids.len(), Endpoint::ALL.len());
        assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric())), "{ids:?}");
    }

    #[test]
    fn an_endpoint_is_served_by_the_component_of_its_row() {
        for endpoint in Endpoint::ALL {
            let (component, name) = match endpoint.served() {
                Served::Intake(served) => (Component::Intake, format!("{served:?}")),
                Served::Review(served) => (Component::Review, format!("{served:?}")),
                Served::Site(served) => (Component::Site, format!("{served:?}")),
            };
            assert_eq!((component, name), (endpoint.component(), format!("{endpoint:?}")));
        }
    }

    #[test]
    fn showing_or_changing_a_case_is_a_processing_and_leaves_a_line() {
        for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.path().starts_with("/dossiers")) {
            assert!(endpoint.activity().is_some(), "{endpoint:?}");
            assert!(matches!(endpoint.audited(), Audited::Line(_)), "{endpoint:?}");
        }
    }

    #[test]
    fn every_endpoint_with_a_session_leaves_a_line_except_the_own_session() {
        for endpoint in Endpoint::ALL {
            let known = endpoint.access() != Access::Anyone && endpoint.access() != Access::Token;
            let line = matches!(endpoint.audited(), Audited::Line(_));
            assert_eq!(line, known && *endpoint != Endpoint::Session, "{endpoint:?}");
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

//! The table of endpoints and roles, as Markdown: `docs/toegang.md` holds it and a test keeps it so.
use super::Endpoint;
use crate::access::{Role, table};

/// The callers that each endpoint admits.
#[must_use]
pub fn endpoint_table() -> String {
    let roles = Role::ALL.iter().map(|role| role.as_str());
    let names: Vec<&str> = ["verzoek", "zonder inloggen"].into_iter().chain(roles).collect();
    let mut text = table::head(&names);
    for endpoint in Endpoint::ALL {
        let name = format!("`{} {}`", endpoint.method(), endpoint.path());
        let marks = table::everybody().map(|role| table::mark(endpoint.access().allows(role)).to_owned());
        text.push_str(&table::line(std::iter::once(name).chain(marks)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_the_table() {
        let (document, table) = (include_str!("../../../../docs/toegang.md"), endpoint_table());
        assert!(document.contains(&table), "docs/toegang.md should hold:\n{table}");
    }

    #[test]
    fn no_role_but_the_officer_reaches_a_case() {
        for endpoint in Endpoint::ALL.iter().filter(|e| e.path().starts_with("/dossiers")) {
            for role in Role::ALL.iter().copied().filter(|role| *role != Role::Officer).map(Some).chain([None]) {
                assert!(!endpoint.access().allows(role), "{endpoint:?} by {role:?}");
            }
        }
    }

    /// Whoever changes the settings sees nothing of a case, nor anything that is made of cases.
    #[test]
    fn the_beheerder_reaches_nothing_of_a_case() {
        // these open with a link and a code, which only the AF who asks KMT ever gets
        let by_link = [Endpoint::KmtQuestion, Endpoint::AnswerKmtQuestion];
        let of_cases = Endpoint::ALL.iter().filter(|endpoint| endpoint.activity().is_some());
        for endpoint in of_cases.filter(|endpoint| !by_link.contains(endpoint)) {
            assert!(!endpoint.access().allows(Some(Role::Administrator)), "{endpoint:?}");
        }
        assert!(Endpoint::CommandSettings.access().allows(Some(Role::Administrator)));
        assert!(!Endpoint::AnswerSettings.access().allows(Some(Role::Administrator)), "another role agrees");
    }
}

use crate::{client::Failure, messages};
use shared::{
    contract::Problem,
    indicators::IndicatorList,
    profile::Function,
    report::{self, Draft, Field, Finding, FindingCode},
};

/// The choices that the gemeente offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// The signals, in the version now in use.
    pub indicators: IndicatorList,
    /// The functions of the AFs, to choose who may not see a report.
    pub functions: Vec<Function>,
}

/// The findings of a draft, with the server's findings that are not found here. Until the list of signals is loaded,
/// signals are not checked against it.
pub fn found(draft: &Draft, offered: Option<&Offered>, of_server: &[Finding]) -> Vec<Finding> {
    let unread = IndicatorList { version: String::new(), ..IndicatorList::default() };
    let list = offered.map_or(&unread, |offered| &offered.indicators);
    let mut findings = report::check(draft, list).findings;
    findings.extend(offered.and_then(|offered| report::check_functions(draft, &offered.functions)));
    let no_list_yet = Finding { field: Field::List, code: FindingCode::Required };
    findings.retain(|finding| offered.is_some() || *finding != no_list_yet);
    let new: Vec<Finding> = of_server.iter().filter(|finding| !findings.contains(finding)).copied().collect();
    findings.extend(new);
    findings
}

/// The findings with which the server refused, at our fields.
#[must_use]
pub fn of_failure(failure: &Failure) -> Vec<Finding> {
    failure.problem().map(of_problem).unwrap_or_default()
}

fn of_problem(problem: &Problem) -> Vec<Finding> {
    let at_field = |(pointer, code)| Some(Finding { field: messages::field_of(pointer)?, code });
    problem.findings().filter_map(at_field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::{ProblemKind, examples};

    #[test]
    fn without_a_list_a_draft_is_not_blamed_for_it() {
        let draft = Draft { list: String::new(), ticks: Vec::new(), ..examples::draft() };
        assert_eq!(found(&draft, None, &[]), []);
    }

    #[test]
    fn the_servers_findings_are_added_once() {
        let of_server = Finding { field: Field::Story, code: FindingCode::Required };
        assert_eq!(found(&examples::draft(), None, &[of_server]), [of_server]);
        let draft = Draft { story: String::new(), ..examples::draft() };
        assert_eq!(found(&draft, None, &[of_server]), [of_server]);
    }

    #[test]
    fn findings_of_the_server_come_at_our_fields() {
        let problem = Problem::new(ProblemKind::InvalidReport, "").with("/signalen/0/id", "onbekend-signaal", "").with(
            "/anders",
            "verplicht",
            "",
        );
        let found = of_failure(&Failure::Problem(Box::new(problem)));
        assert_eq!(found, [Finding { field: Field::Ticks, code: FindingCode::UnknownIndicator }]);
        assert_eq!(of_failure(&Failure::Offline), []);
    }
}

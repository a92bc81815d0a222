use crate::client::Failure;
use words::{problem, problem_by_kind};

/// The text when there is no answer.
#[must_use]
pub fn failure(failure: &Failure) -> String {
    failure.problem().map_or_else(|| failure_by_kind(failure), problem)
}

/// The same where nothing is refused with a reason: to a melder. Without the reasons the module is lighter.
#[must_use]
pub fn failure_by_kind(failure: &Failure) -> String {
    match failure {
        Failure::Problem(problem) => problem_by_kind(problem).into(),
        Failure::Offline => "Er is geen verbinding. Wat je typte, staat er nog. Probeer het zo opnieuw.".into(),
        Failure::Unreadable => "We kregen een antwoord dat we niet begrijpen. Laad de pagina opnieuw.".into(),
        Failure::NoKey => "Deze browser kan geen veilige sleutel maken. Gebruik een andere browser.".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        case::Refusal,
        contract::{Problem, ProblemKind},
    };

    #[test]
    fn a_refusal_is_reported_by_its_reason_and_an_unknown_problem_in_general() {
        let refused = Problem::new(ProblemKind::Refused, "").with("", Refusal::FormFirst.as_str(), "");
        assert_eq!(problem(&refused), "Vul eerst het meldingsformulier in.");
        let many = Problem::new(ProblemKind::Refused, "").with("", Refusal::TooManyProposals.as_str(), "");
        assert_eq!(problem(&many), "Er wachten te veel voorstellen. Handel die eerst af.");
        assert_eq!(failure(&Failure::Problem(Box::new(many.clone()))), problem(&many));
        assert_eq!(failure_by_kind(&Failure::Problem(Box::new(many))), "Dit kan nu niet.");
        let mut strange = Problem::new(ProblemKind::Busy, "");
        strange.kind = "about:blank".into();
        assert_eq!(problem(&strange), "Er ging iets mis. Probeer het zo opnieuw.");
    }
}

//! The words around the lines: what a line is about, what a search by number found, and what is not chained yet.
use crate::messages::{day_with_year, officer::name_or_id};
use shared::{
    audit::{AuditCheck, AuditLine, AuditPage, Sought, SoughtState},
    id::AccountId,
};

/// What a line is about, as people know it: the number of a case, the name of an account, else as it is stored.
#[must_use]
pub fn object(line: &AuditLine, page: &AuditPage) -> String {
    let number = page.numbers.iter().find(|one| one.case.as_str() == line.object).map(|one| one.number.to_string());
    let account = || AccountId::parse(&line.object).ok().map(|id| name_or_id(&page.names, &id));
    number.or_else(account).unwrap_or_else(|| line.object.clone())
}

/// What there is of the number that was searched for. No lines alone would read as if nobody had looked.
#[must_use]
pub fn sought(sought: &Sought, lines: usize) -> String {
    let name = sought.number.map(|number| format!("Dossier {number}")).unwrap_or_else(|| "Dit dossier".into());
    match (sought.state, sought.destroyed) {
        (SoughtState::Never, _) => "Dit nummer bestaat niet. Er was nooit een dossier met dit nummer.".into(),
        (SoughtState::Destroyed, Some(day)) => {
            format!("{name} is vernietigd op {}. Dit zijn de regels die er nog van zijn.", day_with_year(day))
        }
        (SoughtState::Destroyed, None) => {
            "Dit dossier is vernietigd. De dag staat in de verklaring, bij ‘Bewaren’. De regels zijn op nummer niet meer te vinden.".into()
        }
        (SoughtState::There, _) if lines == 0 => format!("{name} bestaat. In deze regels bekeek of deed niemand iets."),
        (SoughtState::There, _) => format!("{name}."),
    }
}

/// The lines that are not in the chain yet: a change to those is noticed by their own mark, and their absence is not.
#[must_use]
pub fn unchained(check: &AuditCheck) -> Option<String> {
    let (first, last) = (check.head.number + 1, check.given);
    let text = match last - first {
        ..0 => return None,
        0 => format!("Regel {last} is nog niet verzegeld."),
        1.. => format!("De regels {first} t/m {last} zijn nog niet verzegeld."),
    };
    Some(format!("{text} Dat doet het onderhoud. Blijft dit zo? Dan loopt het onderhoud niet: vraag de beheerder."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        access::OfficerView,
        audit::{AuditAction, Head, NumberedCase, Outcome},
        id::{CaseId, CaseNumber},
        moment::Moment,
        text::Line,
    };

    const NUMBER: CaseNumber = CaseNumber { year: 2026, sequence: 5 };

    fn line(object: &str) -> AuditLine {
        AuditLine {
            number: 7,
            at: Moment::from_millis(1_777_000_000_000),
            actor: None,
            action: AuditAction::ViewCase,
            object: object.into(),
            outcome: Outcome::Done,
            origin: String::new(),
            reason: None,
            trace: String::new(),
            repeated: None,
        }
    }

    #[test]
    fn a_line_is_about_a_number_a_name_or_a_list() {
        let (case, account) = (CaseId::from_bytes(&[1; 16]), AccountId::from_bytes(&[2; 16]));
        let name = OfficerView { id: account.clone(), name: Line::parse("Fleur Voorbeeld").unwrap(), active: true };
        let numbers = vec![NumberedCase { case: case.clone(), number: NUMBER }];
        let page = AuditPage { numbers, names: vec![name], ..AuditPage::default() };
        let words = |text: &str| object(&line(text), &page);
        assert_eq!(words(case.as_str()), "2026-005");
        assert_eq!(words(account.as_str()), "Fleur Voorbeeld");
        assert_eq!(words("dossiers"), "dossiers");
    }

    #[test]
    fn no_lines_is_never_the_only_answer() {
        let of = |state, number, destroyed| sought(&Sought { state, number, destroyed }, 0);
        assert!(of(SoughtState::Never, None, None).starts_with("Dit nummer bestaat niet."));
        let day = "2026-06-03".parse().ok();
        assert!(of(SoughtState::Destroyed, Some(NUMBER), day).starts_with("Dossier 2026-005 is vernietigd op "));
        assert!(of(SoughtState::Destroyed, None, None).starts_with("Dit dossier is vernietigd."));
        assert!(of(SoughtState::There, Some(NUMBER), None).starts_with("Dossier 2026-005 bestaat."));
    }

    #[test]
    fn lines_that_are_not_chained_are_named() {
        let check = |number, given| AuditCheck {
            head: Head { number, hash: String::new() },
            given,
            void: 0,
            findings: vec![],
            destroyed: 0,
            from: 0,
            to: 0,
            whole: None,
        };
        assert_eq!(unchained(&check(124, 124)), None);
        assert!(unchained(&check(123, 124)).unwrap().starts_with("Regel 124 is nog niet verzegeld."));
        assert!(unchained(&check(0, 124)).unwrap().starts_with("De regels 1 t/m 124 zijn nog niet verzegeld."));
    }
}

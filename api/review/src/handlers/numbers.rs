//! Case numbers in the audit, where the lines have ids.
use desk::{Desk, case, retention};
use kit::Failure;
use shared::{
    audit::{AuditLine, NumberedCase, Sought, SoughtState, typed_number},
    id::CaseId,
};
use std::collections::BTreeSet;

/// What the lines about this are searched by: the id of a case by its number, also when it was destroyed. Anything else
/// is searched for as given.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn sought(desk: &Desk, value: String) -> Result<(String, Option<Sought>), Failure> {
    let Some((year, sequence)) = typed_number(&value) else { return Ok((value, None)) };
    let fits = |number: shared::id::CaseNumber| year.is_none_or(|year| year == number.year);
    if let Some(row) = case::numbered(desk, sequence)?.filter(|row| fits(row.number)) {
        let sought = Sought { state: SoughtState::There, number: Some(row.number), destroyed: None };
        return Ok((row.id.as_str().to_owned(), Some(sought)));
    }
    if let Some(gone) = retention::gone(desk, sequence)?.filter(|gone| fits(gone.number)) {
        let sought = Sought { state: SoughtState::Destroyed, number: Some(gone.number), destroyed: Some(gone.on) };
        return Ok((gone.case.as_str().to_owned(), Some(sought)));
    }
    // destroyed before its day and id were kept: its line is gone, and its number was issued
    let was_there = case::numbered(desk, sequence)?.is_none()
        && retention::gone(desk, sequence)?.is_none()
        && (1..=case::last_number(desk)?).contains(&i64::from(sequence));
    let state = if was_there { SoughtState::Destroyed } else { SoughtState::Never };
    Ok((value, Some(Sought { state, number: None, destroyed: None })))
}

/// The numbers of the cases in these lines: of one page, so a bounded number of cases. A case that is not there, or
/// cannot be read, keeps its id.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn of_lines(desk: &Desk, lines: &[AuditLine]) -> Result<Vec<NumberedCase>, Failure> {
    let ids: BTreeSet<CaseId> = lines.iter().filter_map(|line| CaseId::parse(&line.object).ok()).collect();
    let mut numbers = Vec::new();
    for id in ids {
        match case::load(desk, &id) {
            Ok(standing) => numbers.push(NumberedCase { case: id, number: standing.value.origins().number }),
            Err(Failure::Problem(..)) => {}
            Err(failure) => failure.unless_damaged(())?,
        }
    }
    Ok(numbers)
}

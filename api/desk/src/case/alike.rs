//! Other open cases with the same address, telephone number or number plate: a hint in the investigation, where the
//! gemeente's profile turns it on. It is no score, and says nothing about a person: a name alone is never enough.
use super::{clues, lines::row, load::load};
use crate::Desk;
use kit::Failure;
use shared::case::{
    Case, Row,
    clue::{Clue, ClueKind, SharedClue, Shelf, clues as clues_of, shelf},
};
use std::collections::BTreeSet;

/// The most other cases that are looked at.
const MOST: usize = 20;

/// The open cases that have something in common with this one, of those that `sees` lets the caller see; oldest first.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn alike(desk: &Desk, case: &Case, sees: impl Fn(&Row) -> bool) -> Result<Vec<SharedClue>, Failure> {
    let mut found = Vec::new();
    if shelf(case) != Some(Shelf::Open) {
        return Ok(found);
    }
    let own = telling(case);
    let own_number = case.origins().number.sequence;
    let numbers =
        clues::with_clues(desk, Shelf::Open, &own).or_else(|failure| failure.unless_damaged(BTreeSet::new()))?;
    for number in numbers.into_iter().filter(|number| *number != own_number).take(MOST) {
        let line = row(desk, number).or_else(|failure| failure.unless_damaged(None))?;
        let Some(line) = line.filter(|line| line.is_open() && sees(line)) else { continue };
        let Some(other) = opened(desk, &line)?.filter(|other| sees(&Row::of(other))) else { continue };
        let kinds: BTreeSet<ClueKind> = telling(&other).intersection(&own).map(Clue::kind).collect();
        // the index may be older than the case
        if shelf(&other) == Some(Shelf::Open) && !kinds.is_empty() {
            found.push(SharedClue { id: line.id, number: line.number, kinds: kinds.into_iter().collect() });
        }
        if found.len() == SharedClue::MOST {
            break;
        }
    }
    Ok(found)
}

/// The clues by which two cases are said to be alike.
fn telling(case: &Case) -> BTreeSet<Clue> {
    clues_of(case).into_iter().filter(|clue| clue.kind() != ClueKind::Name).collect()
}

fn opened(desk: &Desk, line: &Row) -> Result<Option<Case>, Failure> {
    match load(desk, &line.id) {
        Ok(standing) => Ok(Some(standing.value)),
        // destroyed meanwhile
        Err(Failure::Problem(..)) => Ok(None),
        Err(failure) => failure.unless_damaged(None),
    }
}

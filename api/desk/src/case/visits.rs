//! When an AF looked at the worklist, to show what changed since. One moment of this visit and one of the visit before
//! are kept for each AF, and nobody else sees them.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{id::AccountId, moment::Moment};

/// Whoever does not look at the list for an hour was away.
const AWAY_SECONDS: i64 = 3600;
/// The list is read often; its reader is noted once in so many seconds.
const NOTED_SECONDS: i64 = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct StoredVisit {
    /// When this AF looked last.
    #[serde(rename = "laatst")]
    last: Moment,
    /// When the visit before this one ended.
    #[serde(rename = "vorige", default, skip_serializing_if = "Option::is_none")]
    before: Option<Moment>,
}

impl StoredVisit {
    /// The visit as it is after looking now; nothing when it stays as it is.
    fn looked(stored: Option<Self>, now: Moment) -> Option<Self> {
        match stored {
            None => Some(Self { last: now, before: None }),
            Some(visit) if now >= visit.last.plus_seconds(AWAY_SECONDS) => {
                Some(Self { last: now, before: Some(visit.last) })
            }
            Some(visit) if now >= visit.last.plus_seconds(NOTED_SECONDS) => Some(Self { last: now, ..visit }),
            Some(_) => None,
        }
    }
}

fn cell_of(account: &AccountId) -> Cell<Cases, StoredVisit> {
    cell::visit(account.as_str())
}

/// Until when this AF looked the time before, and that they look now. A page that reads by itself is nobody who looks.
/// A mark that cannot be read begins anew.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn before(desk: &Desk, account: &AccountId, by_itself: bool) -> Result<Option<Moment>, Failure> {
    let (cell, now) = (cell_of(account), desk.now());
    let work = || {
        if by_itself {
            return Ok(desk.cases.get(&cell)?.and_then(|visit| visit.before));
        }
        desk.cases.update(&cell, |stored| {
            let kept = stored.and_then(|visit| visit.before);
            Ok(match StoredVisit::looked(stored, now) {
                Some(visit) => Change::Write(visit, visit.before),
                None => Change::Keep(kept),
            })
        })
    };
    desk.healed(&cell, || Ok(StoredVisit { last: now, before: None }), work)
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{kit_over, memory},
        *,
    };

    #[test]
    fn a_visit_lasts_while_somebody_looks_and_the_next_begins_after_an_hour() {
        let at = |seconds: i64| Moment::from_millis(1_000_000).plus_seconds(seconds);
        let first = StoredVisit::looked(None, at(0)).unwrap();
        assert_eq!(first, StoredVisit { last: at(0), before: None });
        assert_eq!(StoredVisit::looked(Some(first), at(299)), None, "not noted at every look");
        let later = StoredVisit::looked(Some(first), at(3000)).unwrap();
        assert_eq!(later, StoredVisit { last: at(3000), before: None }, "the same visit");
        let next = StoredVisit::looked(Some(later), at(3000 + 3600)).unwrap();
        assert_eq!(next, StoredVisit { last: at(6600), before: Some(at(3000)) });
        let goes_on = StoredVisit::looked(Some(next), at(6600 + 600)).unwrap();
        assert_eq!(goes_on.before, Some(at(3000)), "what changed stays so for the whole visit");
    }

    #[test]
    fn a_page_that_reads_by_itself_is_nobody_who_looks_and_a_damaged_mark_begins_anew() {
        let cases = memory();
        let desk = kit_over(memory(), cases.clone(), memory());
        let me = AccountId::from_bytes(&[1; 16]);
        assert_eq!(before(&desk, &me, true).unwrap(), None);
        assert!(!desk.cases.exists(&cell_of(&me)).unwrap(), "nobody looked");
        assert_eq!(before(&desk, &me, false).unwrap(), None);
        assert!(desk.cases.exists(&cell_of(&me)).unwrap());
        cases.set(cell_of(&me).key(), b"beschadigd").unwrap();
        assert_eq!(before(&desk, &me, false).unwrap(), None);
    }
}

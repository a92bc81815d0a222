//! Lists that follow from cases: what of each case is on the list is in the case, so that nobody has to read a case to
//! see that there is something. A list that cannot be read is made again from the cases that their lines mark.
use super::{counters, lines, load::load};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{Cases, Cell},
    },
};
use serde::{Serialize, de::DeserializeOwned};
use shared::{
    case::{Case, OpenExclusion, OpenRequest, OpenReview, Row},
    id::{CaseId, Revision},
};

/// An entry of such a list.
pub(super) trait Listed: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The case that it is of, and the revision that it was made from.
    fn of(&self) -> (&CaseId, Revision);
}

impl Listed for OpenRequest {
    fn of(&self) -> (&CaseId, Revision) {
        (&self.case, self.revision)
    }
}

impl Listed for OpenExclusion {
    fn of(&self) -> (&CaseId, Revision) {
        (&self.case, self.revision)
    }
}

impl Listed for OpenReview {
    fn of(&self) -> (&CaseId, Revision) {
        (&self.case, self.revision)
    }
}

/// A list, and how it follows from cases.
pub(super) struct Followed<'a, T> {
    /// Where it is kept.
    pub cell: &'a Cell<Cases, Vec<T>>,
    /// Whether the line of a case says that it has entries.
    pub marks: &'a dyn Fn(&Row) -> bool,
    /// The entries of a case.
    pub entries: &'a dyn Fn(&Case) -> Vec<T>,
    /// Whether an entry is still worth keeping.
    pub lasts: &'a dyn Fn(&T) -> bool,
}

impl<T: Listed> Followed<'_, T> {
    /// The stored entries.
    pub fn read(&self, desk: &Desk) -> Result<Vec<T>, Failure> {
        desk.healed(self.cell, || self.remake(desk), || Ok(desk.cases.get(self.cell)?.unwrap_or_default()))
    }

    /// Changes it as this decides.
    pub fn change<R>(
        &self,
        desk: &Desk,
        decide: impl Fn(Vec<T>) -> Result<Change<Vec<T>, R>, Failure>,
    ) -> Result<R, Failure> {
        let work = || desk.cases.update(self.cell, |stored| decide(stored.unwrap_or_default()));
        desk.healed(self.cell, || self.remake(desk), work)
    }

    /// Brings it in line with a case.
    pub fn follow(&self, desk: &Desk, case: &Case) -> Result<(), Failure> {
        let (id, now) = (&case.origins().id, (self.entries)(case));
        self.change(desk, |before| {
            let is_own = |one: &T| one.of().0 == id;
            // a slow writer does not put back what was true before
            if before.iter().any(|one| is_own(one) && one.of().1 > case.revision()) {
                return Ok(Change::Keep(()));
            }
            let others = before.iter().filter(|one| !is_own(one));
            let after: Vec<T> = others.chain(&now).filter(|one| (self.lasts)(one)).cloned().collect();
            Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
        })
    }

    /// The list, made from the cases. Lines and cases that cannot be read are left out.
    fn remake(&self, desk: &Desk) -> Result<Vec<T>, Failure> {
        let mut all = Vec::new();
        for chunk in counters::chunks(desk)? {
            for row in lines::listed(desk, chunk)?.iter().filter(|row| (self.marks)(row)) {
                match load(desk, &row.id) {
                    Ok(standing) => all.extend((self.entries)(&standing.value)),
                    // destroyed, and still on the list
                    Err(Failure::Problem(..)) => {}
                    Err(failure) => failure.unless_damaged(())?,
                }
            }
        }
        Ok(all)
    }
}

//! Refusals to somebody without a session are counted, not written line by line.
//!
//! Whoever tries a thousand passwords may neither fill the store nor bury everything else on the FG's page. So a refusal
//! adds one to a count in one of `PLACES` records: what was refused, about which account if there is such an
//! account, how often, and from when until when. What somebody typed is never kept, and of a name that nobody has only
//! that it was one. How many counts there are is bounded by the endpoints and the accounts, so the records cannot grow.
//!
//! A name that exists and one that does not cost the same: one read and one swap each. Nothing is counted for a try that
//! a brake refuses ([`crate::limit`]): that the brake stepped in is counted once, when it does.
use super::trail::{object, request_to};
use crate::{
    Failure, Kit,
    cell::{self, Cases, Cell, Inbox},
    clock,
    limit::if_damaged,
    vault::Change,
};
use serde::{Deserialize, Serialize};
use shared::{
    audit::{AuditAction, Denial, Repeated},
    contract::{Endpoint, ProblemKind},
    id::AccountId,
    moment::Day,
};
use std::collections::BTreeMap;

/// Records that counts are spread over, so that many at the same time do not wait for each other.
pub(super) const PLACES: u8 = 4;
/// What no brake bounds is counted up to here in each place; beyond that a refusal costs a read.
const MOST: u32 = 500;
/// Days on which the brake on codes stepped in, kept at most when nobody tells them.
const DAYS: usize = 60;

/// On which days the rate limit on receipt codes stepped in, and how often.
pub(super) const CODE_LIMITED: Cell<Inbox, BTreeMap<Day, u32>> = cell::code_limited();

/// One count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counted {
    #[serde(rename = "wat")]
    pub action: AuditAction,
    /// The account, or the list.
    #[serde(rename = "waarop")]
    pub object: String,
    #[serde(rename = "herkomst")]
    pub origin: String,
    #[serde(rename = "herhaald")]
    pub repeated: Repeated,
}

impl Counted {
    /// Where the counts of one place are kept.
    pub fn cell(place: u8) -> Cell<Cases, Vec<Self>> {
        cell::denied(place)
    }

    /// Whether both count the same.
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.action, &self.object, &self.origin) == (&other.action, &other.object, &other.origin)
    }
}

/// Whether a brake bounds it. Such a count is written every time, so that no name is told from another by the time it takes.
fn is_braked(denial: Denial) -> bool {
    match denial {
        Denial::LogIn | Denial::LogInBrake | Denial::WorkAccount | Denial::WorkAccountBrake | Denial::CodeBrake => true,
        Denial::Invitation | Denial::SetUp | Denial::Work | Denial::NoSession | Denial::ForeignOrigin => false,
    }
}

/// Counts a refusal: what, by which endpoint, and about which account where one is known.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`]. Whoever was refused is not let in by that.
pub fn count(kit: &Kit, denial: Denial, endpoint: Endpoint, about: Option<&AccountId>) -> Result<(), Failure> {
    let id = about.map(|id| id.as_str().to_owned()).unwrap_or_default();
    let new = Counted {
        action: AuditAction::Denied(denial),
        object: object(endpoint, id),
        origin: request_to(endpoint),
        repeated: Repeated::once((kit.now)()),
    };
    let most = if is_braked(denial) { u32::MAX } else { MOST };
    let [first] = clock::random::<1>()?;
    for step in 0..PLACES {
        let place = Counted::cell(first.wrapping_add(step) % PLACES);
        match count_at(kit, &place, &new, most) {
            Err(Failure::Problem(ProblemKind::Busy, ..)) => {}
            done => return done,
        }
    }
    eprintln!("error: a refusal was not counted, because too many came at the same time");
    Ok(())
}

fn count_at(kit: &Kit, place: &Cell<Cases, Vec<Counted>>, new: &Counted, most: u32) -> Result<(), Failure> {
    let counted = kit.cases.update(place, |stored| {
        let mut all = stored.unwrap_or_default();
        match all.iter_mut().find(|one| one.is_like(new)) {
            Some(one) if one.repeated.count >= most => return Ok(Change::Keep(())),
            Some(one) => one.repeated = one.repeated.with(new.repeated),
            None => all.push(new.clone()),
        }
        Ok(Change::Write(all, ()))
    });
    counted.or_else(|failure| {
        if_damaged(failure, ())?;
        eprintln!("error: stored refusals could not be read; counting begins anew");
        kit.cases.set(place, &vec![new.clone()])
    })
}

/// The brake on receipt codes stepped in: counted for the day, with no place and no time of day, because who tries a
/// code is a melder or says so. `intake` has no other store than this one.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn count_code_brake(kit: &Kit) -> Result<(), Failure> {
    let today = (kit.now)().day();
    let counted = kit.inbox.update(&CODE_LIMITED, |stored| {
        let mut days = stored.unwrap_or_default();
        let count = days.entry(today).or_default();
        *count = count.saturating_add(1);
        while days.len() > DAYS {
            days.pop_first();
        }
        Ok(Change::Write(days, ()))
    });
    match counted {
        // many at the same moment: that it stepped in today is known
        Err(Failure::Problem(ProblemKind::Busy, ..)) => Ok(()),
        Err(Failure::Unreadable(_)) => kit.inbox.set(&CODE_LIMITED, &BTreeMap::from([(today, 1_u32)])),
        counted => counted,
    }
}

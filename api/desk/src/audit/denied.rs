//! Refusals to somebody without a session are counted, not written line by line.
//!
//! A thousand tried passwords may neither fill the store nor bury everything else on the FG's page. So a refusal adds
//! one to a count in one of `PLACES` records: the kind of refusal, the account if there is one, how often, and from
//! when until when. The input itself is never kept. An unknown name is counted only as unknown. The number of counts is
//! bounded by the endpoints and the accounts, so the records cannot grow.
//!
//! A name that exists and one that does not cost the same: one read and one swap each. An attempt refused by a rate
//! limit ([`crate::login::limit`]) is not counted; that the limit was reached is counted once.
use super::trail::{object, request_to};
use crate::Desk;
use kit::{
    Failure, clock,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    audit::{AuditAction, Denial, Repeated},
    contract::{Endpoint, ProblemKind},
    id::AccountId,
};

/// Records that counts are spread over, so that many at the same time do not wait for each other.
pub(super) const PLACES: u8 = 4;
/// The maximum count in each place where no rate limit applies; beyond it a refusal costs only a read.
const MOST: u32 = 500;

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
    /// The cell with the counts of one place.
    pub fn cell(place: u8) -> Cell<Cases, Vec<Self>> {
        cell::denied(place)
    }

    /// Whether both count the same.
    pub fn is_like(&self, other: &Self) -> bool {
        (&self.action, &self.object, &self.origin) == (&other.action, &other.object, &other.origin)
    }
}

/// Whether a rate limit applies. Such a count is written every time, so that response times do not reveal which names
/// exist.
fn is_braked(denial: Denial) -> bool {
    match denial {
        Denial::LogIn | Denial::LogInBrake | Denial::WorkAccount | Denial::WorkAccountBrake | Denial::CodeBrake => true,
        Denial::Invitation
        | Denial::KmtLink
        | Denial::SetUp
        | Denial::Work
        | Denial::NoSession
        | Denial::ForeignOrigin => false,
    }
}

/// Counts a refusal: its kind, the endpoint, and the account where it is known.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Keys`]. Whoever was refused is not let in by that.
pub fn count(desk: &Desk, denial: Denial, endpoint: Endpoint, about: Option<&AccountId>) -> Result<(), Failure> {
    let id = about.map(|id| id.as_str().to_owned()).unwrap_or_default();
    let new = Counted {
        action: AuditAction::Denied(denial),
        object: object(endpoint, id),
        origin: request_to(endpoint),
        repeated: Repeated::once(desk.now()),
    };
    let most = if is_braked(denial) { u32::MAX } else { MOST };
    let [first] = clock::random::<1>()?;
    for step in 0..PLACES {
        let place = Counted::cell(first.wrapping_add(step) % PLACES);
        match count_at(desk, &place, &new, most) {
            Err(Failure::Problem(ProblemKind::Busy, ..)) => {}
            done => return done,
        }
    }
    eprintln!("error: a refusal was not counted, because too many came at the same time");
    Ok(())
}

/// The places begin empty, where they are not there yet.
pub(crate) fn first_records(desk: &Desk) -> Result<Vec<Record<Cases>>, Failure> {
    (0..PLACES).filter_map(|place| desk.cases.first(&Counted::cell(place)).transpose()).collect()
}

fn count_at(desk: &Desk, place: &Cell<Cases, Vec<Counted>>, new: &Counted, most: u32) -> Result<(), Failure> {
    let counted = desk.cases.update(place, |stored| {
        let mut all = stored.unwrap_or_default();
        match all.iter_mut().find(|one| one.is_like(new)) {
            Some(one) if one.repeated.count >= most => return Ok(Change::Keep(())),
            Some(one) => one.repeated = one.repeated.with(new.repeated),
            None => all.push(new.clone()),
        }
        Ok(Change::Write(all, ()))
    });
    counted.or_else(|failure| {
        failure.unless_damaged(())?;
        eprintln!("error: stored refusals could not be read; counting begins anew");
        desk.cases.set(place, &vec![new.clone()])
    })
}

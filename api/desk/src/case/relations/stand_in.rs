//! An AF arranges who stands in while they are away.
use super::stored::{StoredRelations, stored};
use crate::{Desk, account};
use kit::{Failure, clock, store::Change};
use shared::{
    case::Refusal,
    contract::{ErrorItem, NewStandIn, ProblemKind, StandIn},
    id::{AccountId, StandInId},
    moment::Day,
};

/// The most one AF may have planned.
const MOST: usize = 20;

/// The stand-ins of this AF, and the AFs for whom this AF stands in, from today on. The earliest comes first.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn mine(desk: &Desk, me: &AccountId) -> Result<Vec<StandIn>, Failure> {
    let (mut found, today) = (stored(desk)?.stand_ins, desk.now().day());
    found.retain(|one| one.until >= today && (one.of == *me || one.by == *me));
    found.sort_by_key(|one| (one.from, one.until));
    Ok(found)
}

/// Arranges that somebody stands in for the AF who asks.
///
/// # Errors
/// A 400 for impossible days. A refusal when there are too many, or when `by` is not another AF who can log in.
pub fn add(desk: &Desk, me: &AccountId, new: &NewStandIn) -> Result<StandIn, Failure> {
    let today = desk.now().day();
    let may = |one: &account::StoredAccount| one.id == new.by && one.takes_cases();
    if new.by == *me || !account::all(desk)?.iter().any(may) {
        return Err(Refusal::NotAnOfficer.into());
    }
    check_days(new, today)?;
    let id = StandInId::from_bytes(&clock::random()?);
    let made = StandIn { id, of: me.clone(), by: new.by.clone(), from: new.from, until: new.until };
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        relations.stand_ins.retain(|one| one.until >= today);
        if relations.stand_ins.iter().filter(|one| one.of == *me).count() >= MOST {
            return Err(Refusal::TooMany.into());
        }
        relations.stand_ins.push(made.clone());
        Ok(Change::Write(relations, made.clone()))
    })
}

fn check_days(new: &NewStandIn, today: Day) -> Result<(), Failure> {
    if NewStandIn::check_days(new.from, new.until, today).is_ok() {
        return Ok(());
    }
    let detail = "Kies een laatste dag vanaf vandaag, na de eerste dag en binnen een jaar.";
    let errors = vec![ErrorItem::new("/totEnMet", "periode-kan-niet", detail)];
    Err(Failure::Problem(ProblemKind::BadRequest, "Kijk de dagen na.", errors))
}

/// Ends a waarneming that the AF who asks had arranged; answers it.
///
/// # Errors
/// A 404 when there is none with this id.
pub fn end(desk: &Desk, me: &AccountId, id: &StandInId) -> Result<StandIn, Failure> {
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        let own = |one: &StandIn| one.of == *me && one.id == *id;
        let place = relations.stand_ins.iter().position(own).ok_or_else(Failure::not_found)?;
        let ended = relations.stand_ins.remove(place);
        Ok(Change::Write(relations, ended))
    })
}

/// Ends every waarneming: of a backup that was put back, in which one may stand that was ended since.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn end_all(desk: &Desk) -> Result<usize, Failure> {
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        let ended = std::mem::take(&mut relations.stand_ins).len();
        Ok(if ended == 0 { Change::Keep(0) } else { Change::Write(relations, ended) })
    })
}

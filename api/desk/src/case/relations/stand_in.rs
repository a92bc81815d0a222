//! An AF arranges who stands in while they are away. Where a colleague could not arrange it, an AF begins to stand in
//! with a reason.
use super::{
    opening::is_recent,
    stored::{StoredRelations, stored},
};
use crate::{Desk, account, login::session::Session};
use kit::{Failure, clock, store::Change};
use shared::{
    access::Role,
    case::Refusal,
    contract::{Cover, ErrorItem, NewStandIn, ProblemKind, StandIn, StandInStart, StartStandIn},
    id::{AccountId, StandInId},
    moment::{Day, Moment},
};

/// The most one AF may have planned.
const MOST: usize = 20;
/// The most that are kept of those that somebody began.
const COVERS: usize = 500;

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
    let (of, by) = (me.clone(), new.by.clone());
    let made = StandIn { id, of, by, from: new.from, until: new.until, started: None };
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

/// The AF who asks begins to stand in for a colleague who did not arrange that. The colleague and the FG see it. It
/// gives what break-glass gives, for all cases of the colleague: [`shared::access::Relation::Covering`].
///
/// # Errors
/// A 400 for an impossible day. A refusal when they do so already, or when `of` is no other AF.
pub fn start(desk: &Desk, me: &AccountId, new: &StartStandIn) -> Result<StandIn, Failure> {
    let (at, until) = (desk.now(), new.until);
    let today = at.day();
    let is_officer = |one: &account::StoredAccount| one.id == new.of && one.role == Role::Officer;
    if new.of == *me || !account::all(desk)?.iter().any(is_officer) {
        return Err(Refusal::NotAnOfficer.into());
    }
    if StartStandIn::check_until(until, today).is_err() {
        return Err(impossible("Kies een laatste dag vanaf vandaag. Waarnemen met een reden kan hoogstens 31 dagen."));
    }
    let id = StandInId::from_bytes(&clock::random()?);
    let (of, by) = (new.of.clone(), me.clone());
    let cover = Cover { id: id.clone(), of: of.clone(), by: by.clone(), at, until, ended: None, why: new.why };
    let started = Some(StandInStart { at, why: new.why, words: new.words.clone() });
    let made = StandIn { id, of, by, from: today, until, started };
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        relations.stand_ins.retain(|one| one.until >= today);
        let is_same = |one: &StandIn| one.of == made.of && one.by == made.by && one.from <= today;
        if relations.stand_ins.iter().any(is_same) {
            return Err(Refusal::AlreadySo.into());
        }
        relations.covers.retain(|one| is_recent(one.at, today));
        relations.covers.push(cover.clone());
        make_room(&mut relations.covers, today);
        relations.stand_ins.push(made.clone());
        Ok(Change::Write(relations, made.clone()))
    })
}

/// Keeps the list bounded. Those that are over go first, so that nobody hides one that goes on by beginning many.
pub(super) fn make_room(covers: &mut Vec<Cover>, today: Day) {
    while covers.len() > COVERS {
        let place = covers.iter().position(|one| !one.goes_on(today)).unwrap_or(0);
        covers.remove(place);
    }
}

/// The recent ones that somebody began with a reason, newest first.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn covers(desk: &Desk) -> Result<Vec<Cover>, Failure> {
    let (mut covers, today) = (stored(desk)?.covers, desk.now().day());
    covers.retain(|one| is_recent(one.at, today));
    covers.reverse();
    Ok(covers)
}

/// Those for this AF that go on today, and those since the AF looked the time before.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn covers_for(desk: &Desk, me: &AccountId, before: Option<Moment>) -> Result<Vec<Cover>, Failure> {
    let (mut covers, today) = (covers(desk)?, desk.now().day());
    covers.retain(|one| one.of == *me && (one.goes_on(today) || before.is_none_or(|before| one.at > before)));
    Ok(covers)
}

fn check_days(new: &NewStandIn, today: Day) -> Result<(), Failure> {
    if NewStandIn::check_days(new.from, new.until, today).is_ok() {
        return Ok(());
    }
    Err(impossible("Kies een laatste dag vanaf vandaag, na de eerste dag en binnen een jaar."))
}

fn impossible(detail: &'static str) -> Failure {
    let errors = vec![ErrorItem::new("/totEnMet", "periode-kan-niet", detail)];
    Failure::Problem(ProblemKind::BadRequest, "Kijk de dagen na.", errors)
}

/// Ends a waarneming; answers it. One that was arranged is ended by the AF who arranged it. One that was begun with a
/// reason is ended by either of the two AFs, or by the FG.
///
/// # Errors
/// A 404 when there is none with this id that `who` may end.
pub fn end(desk: &Desk, who: &Session, id: &StandInId) -> Result<StandIn, Failure> {
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        let may_end = |one: &StandIn| match who.role {
            Role::Officer => one.of == who.account || (one.by == who.account && one.started.is_some()),
            Role::PrivacyOfficer => one.started.is_some(),
            Role::Administrator | Role::Analyst | Role::Adviser => false,
        };
        let wanted = |one: &StandIn| one.id == *id && may_end(one);
        let place = relations.stand_ins.iter().position(wanted).ok_or_else(Failure::not_found)?;
        let ended = relations.stand_ins.remove(place);
        let now = desk.now();
        relations.covers.iter_mut().filter(|one| one.id == ended.id).for_each(|one| one.ended = Some(now));
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
        let (ended, now) = (std::mem::take(&mut relations.stand_ins).len(), desk.now());
        let going_on = relations.covers.iter_mut().filter(|one| one.goes_on(now.day()));
        going_on.for_each(|one| one.ended = Some(now));
        Ok(if ended == 0 { Change::Keep(0) } else { Change::Write(relations, ended) })
    })
}

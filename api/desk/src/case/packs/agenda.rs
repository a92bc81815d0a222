//! What was kept of several cases and goes to one table together.
use super::{Pack, show};
use crate::{
    Desk, account, audit,
    case::{self, care, relations},
    login::session::Session,
};
use kit::Failure;
use shared::{
    access::{Action, may},
    case::{
        Refusal, Row, Step,
        pack::{AgendaPack, AgendaPacks, AgendaToPrint, KeptPack, MOST_ON_AGENDA, may_go, on_agenda},
    },
    contract::{Endpoint, ErrorItem, ProblemKind},
    report::FindingCode,
};

/// What can go to a table, of the open cases that this AF handles. A case that cannot be read is counted.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, who: &Session) -> Result<AgendaPacks, Failure> {
    let viewer = relations::viewer(desk, &who.account, &account::all(desk)?)?;
    let handles = |relation| may(Some(who.role), Action::Handle, relation);
    let mine = |row: &Row| row.step == Step::Referred && handles(viewer.relation(row));
    let mut rows = case::open(desk)?.lines(|group| handles(viewer.relation_to(group)), mine)?;
    rows.sort_by_key(|row| row.number);
    let mut found = AgendaPacks::default();
    for row in rows {
        let of_case = packs_of(desk, who, &row).map(Some);
        match of_case.or_else(|failure| failure.unless_damaged(None))? {
            Some((packs, shut)) => {
                found.packs.extend(packs);
                found.shut += shut;
            }
            None => found.unreadable += 1,
        }
    }
    Ok(found)
}

/// What can go of one case, and how many this AF does not read.
fn packs_of(desk: &Desk, who: &Session, row: &Row) -> Result<(Vec<AgendaPack>, usize), Failure> {
    let seen = match relations::see(desk, who, &row.id, Action::Handle) {
        // it ended, or it is not theirs any more
        Err(Failure::Problem(ProblemKind::NotFound, ..)) => return Ok((Vec::new(), 0)),
        other => other?,
    };
    let case = &seen.standing.value;
    if may_go(case).is_err() {
        return Ok((Vec::new(), 0));
    }
    let (_record, reads) = care::to_release(desk, case, &seen.viewer)?;
    let (mut packs, mut shut) = (Vec::new(), 0);
    for pack in on_agenda(case) {
        match show(desk, case, reads, &pack.print) {
            Ok(_) => packs.push(pack),
            Err(failure) if failure == Refusal::CareShut.into() => shut += 1,
            Err(failure) => return Err(failure),
        }
    }
    Ok((packs, shut))
}

/// What was asked for, each with a line in the audit about its case.
///
/// # Errors
/// A 400 without one, and with more than [`MOST_ON_AGENDA`]; a 404 for a case that is not there for this AF;
/// [`Refusal::PackChanged`] for what is not, or no longer, for this receiver; those of [`show`].
pub fn read(desk: &Desk, who: &Session, asked: &AgendaToPrint) -> Result<Vec<(KeptPack, Pack)>, Failure> {
    if asked.packs.is_empty() || asked.packs.len() > MOST_ON_AGENDA {
        let what = "Kies er minstens één, en hoogstens veertig.";
        return Err(Failure::bad_body(vec![ErrorItem::new("/stukken", FindingCode::BadShape.as_str(), what)]));
    }
    let mut packs = Vec::new();
    for one in &asked.packs {
        let line = audit::begin_about(desk, Endpoint::AgendaPages, Some(&who.account), one.case.as_str())?;
        let pack = relations::see(desk, who, &one.case, Action::Handle).and_then(|seen| {
            let case = &seen.standing.value;
            let (_record, reads) = care::to_release(desk, case, &seen.viewer)?;
            let kept = show(desk, case, reads, &one.print)?;
            let pack: Pack = serde_json::from_str(&kept.file).map_err(|_| Refusal::PackChanged)?;
            let is_there = on_agenda(case).iter().any(|there| there.print == one.print && there.to == asked.to);
            if is_there { Ok((kept, pack)) } else { Err(Refusal::PackChanged.into()) }
        });
        packs.push(line.ends(desk, pack)?);
    }
    Ok(packs)
}

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
        pack::{AgendaPack, AgendaPacks, AgendaToPrint, KeptPack, may_go, on_agenda},
    },
    contract::{Endpoint, ProblemKind},
};

/// What can go to a table, of the open cases that this AF handles. A case that cannot be read is not in it: the
/// worklist says so.
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
        let of_case = packs_of(desk, who, &row);
        for one in of_case.or_else(|failure| failure.unless_damaged(Vec::new()))? {
            match one {
                Some(pack) => found.packs.push(pack),
                None => found.shut += 1,
            }
        }
    }
    Ok(found)
}

/// What can go of one case; `None` for each that this AF does not read.
fn packs_of(desk: &Desk, who: &Session, row: &Row) -> Result<Vec<Option<AgendaPack>>, Failure> {
    let seen = match relations::see(desk, who, &row.id, Action::Handle) {
        // it ended, or it is not theirs any more
        Err(Failure::Problem(ProblemKind::NotFound, ..)) => return Ok(Vec::new()),
        other => other?,
    };
    let case = &seen.standing.value;
    if may_go(case).is_err() {
        return Ok(Vec::new());
    }
    let (_record, reads) = care::to_release(desk, case, &seen.viewer)?;
    let mut packs = Vec::new();
    for pack in on_agenda(case) {
        match show(desk, case, reads, &pack.print) {
            Ok(_) => packs.push(Some(pack)),
            Err(failure) if failure == Refusal::CareShut.into() => packs.push(None),
            Err(failure) => failure.unless_damaged(())?,
        }
    }
    Ok(packs)
}

/// What was asked for, each with a line in the audit about its case.
///
/// # Errors
/// A 404 for a case that is not there for this AF; [`Refusal::PackChanged`] for what is not, or no longer, for this
/// receiver; those of [`show`].
pub fn read(desk: &Desk, who: &Session, asked: &AgendaToPrint) -> Result<Vec<(KeptPack, Pack)>, Failure> {
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

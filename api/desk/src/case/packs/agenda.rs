//! What was kept of several cases and goes to one table together.
use super::{Pack, show};
use crate::{
    Desk, account, audit,
    case::{self, care, relations},
    login::session::Session,
};
use kit::Failure;
use shared::{
    access::{Action, Relation, Viewer, may},
    case::{
        Refusal, Row, Step,
        pack::{AgendaPack, AgendaPacks, AgendaToPrint, KeptPack, MOST_ON_AGENDA, OnAgenda, may_go, still_goes},
    },
    contract::{Endpoint, ErrorItem, ProblemKind},
    id::CaseId,
    report::FindingCode,
};

/// More than this together, in bytes, does not become pages in the memory and the time that a component has.
const MOST_BYTES: usize = 400 << 10;

/// What can go to a receiver together, of the open cases that this AF handles. A case that cannot be read is counted.
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
        let of_case = packs_of(desk, (&viewer, handles), &row.id).map(Some);
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
fn packs_of(
    desk: &Desk,
    (viewer, handles): (&Viewer, impl Fn(Relation) -> bool),
    id: &CaseId,
) -> Result<(Vec<AgendaPack>, usize), Failure> {
    let case = match case::load(desk, id) {
        // it ended meanwhile
        Err(Failure::Problem(ProblemKind::NotFound, ..)) => return Ok((Vec::new(), 0)),
        other => other?.value,
    };
    if !handles(viewer.relation(&Row::of(&case))) || may_go(&case).is_err() {
        return Ok((Vec::new(), 0));
    }
    let (_record, reads) = care::to_release(desk, &case, viewer)?;
    let (mut packs, mut shut) = (Vec::new(), 0);
    for pack in still_goes(&case) {
        match show(desk, &case, reads, &pack.print) {
            Ok(kept) if serde_json::from_str::<Pack>(&kept.file).is_ok() => packs.push(pack),
            Ok(_) => return Err(Failure::Unreadable("kept pack of another version")),
            Err(failure) if failure == Refusal::CareShut.into() => shut += 1,
            Err(failure) => return Err(failure),
        }
    }
    Ok((packs, shut))
}

/// Makes something of what was asked for. Each case gets a line in the audit, which says whether it was made.
///
/// # Errors
/// A 400 without one, and with more than [`MOST_ON_AGENDA`]; a 413 when it is too much together; a 404 for a case that
/// is not there for this AF; [`Refusal::PackChanged`] for what does not, or no longer, go to this receiver; those of
/// [`show`]; those of `make`.
pub fn print<T>(
    desk: &Desk,
    who: &Session,
    asked: &AgendaToPrint,
    make: impl FnOnce(&[(KeptPack, Pack)]) -> Result<T, Failure>,
) -> Result<T, Failure> {
    if asked.packs.is_empty() || asked.packs.len() > MOST_ON_AGENDA {
        let what = "Kies er minstens één, en hoogstens veertig.";
        return Err(Failure::bad_body(vec![ErrorItem::new("/stukken", FindingCode::BadShape.as_str(), what)]));
    }
    let (mut lines, mut packs) = (Vec::new(), Ok(Vec::new()));
    for one in &asked.packs {
        lines.push(audit::begin_about(desk, Endpoint::AgendaPages, Some(&who.account), one.case.as_str())?);
        let Ok(read) = &mut packs else { break };
        match one_of(desk, who, asked, one) {
            Ok(pack) => read.push(pack),
            Err(failure) => packs = Err(failure),
        }
    }
    let made = packs.and_then(|packs| {
        let length: usize = packs.iter().map(|(kept, _)| kept.file.len()).sum();
        if length > MOST_BYTES {
            return Err(Failure::of(ProblemKind::TooLarge, "Kies minder stukken tegelijk."));
        }
        make(&packs)
    });
    let told = made.as_ref().map(|_| ()).map_err(Failure::clone);
    let mut written = Ok(());
    for line in lines {
        if let Err(Failure::Unavailable) = line.ends(desk, told.clone()) {
            written = Err(Failure::Unavailable);
        }
    }
    written.and(made)
}

fn one_of(desk: &Desk, who: &Session, asked: &AgendaToPrint, one: &OnAgenda) -> Result<(KeptPack, Pack), Failure> {
    let seen = relations::see(desk, who, &one.case, Action::Handle)?;
    let case = &seen.standing.value;
    let (_record, reads) = care::to_release(desk, case, &seen.viewer)?;
    let kept = show(desk, case, reads, &one.print)?;
    let pack: Pack = serde_json::from_str(&kept.file).map_err(|_| Refusal::PackChanged)?;
    let goes =
        |there: &AgendaPack| there.print == one.print && there.to == asked.to && there.receiver == asked.receiver;
    if still_goes(case).iter().any(goes) { Ok((kept, pack)) } else { Err(Refusal::PackChanged.into()) }
}

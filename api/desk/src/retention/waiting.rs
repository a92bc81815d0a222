use super::register::{self, Open};
use crate::{
    Desk, account,
    case::{self, relations},
};
use kit::Failure;
use shared::{
    access::{Action, Reader, Role, Viewer, may},
    case::{Row, destruction::ProposedDestruction},
    contract::ProposalFacts,
    id::CaseNumber,
};

/// Proposals that wait for a second person, and the numbers of cases whose destruction stopped half-way. An AF sees the
/// proposals they may agree to.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn waiting(desk: &Desk, to: &Reader) -> Result<(Vec<ProposedDestruction>, Vec<CaseNumber>), Failure> {
    let (mut proposals, mut under_way) = (Vec::new(), Vec::new());
    for open in register::read(desk)?.open {
        let shown = match to {
            Reader::Officer(viewer) => is_shown(desk, viewer, &open)?,
            Reader::PrivacyOfficer => true,
        };
        match (shown, open.approved.is_some()) {
            (true, true) => under_way.push(open.proposal.number),
            (true, false) => proposals.push(open.proposal),
            (false, _) => {}
        }
    }
    Ok((proposals, under_way))
}

fn is_shown(desk: &Desk, viewer: &Viewer, open: &Open) -> Result<bool, Failure> {
    let row = case::numbered(desk, open.proposal.number.sequence)?;
    let Some(approved) = &open.approved else {
        let may_agree = |row: &Row| may(Some(Role::Officer), Action::Agree, viewer.relation(row));
        return Ok(row.as_ref().is_some_and(may_agree));
    };
    let by_row = row.as_ref().is_some_and(|row| viewer.excludes(row, &viewer.me));
    let known = approved.going.as_ref().map(|going| viewer.keeps_out(&going.exclusions, &viewer.me));
    // a case that is no longer on the list, with unknown exclusions, is not shown
    Ok(!by_row && !known.unwrap_or(row.is_none()))
}

/// How the cases of these proposals came to their end, without anything of their content.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn facts(desk: &Desk, proposals: &[ProposedDestruction]) -> Result<Vec<ProposalFacts>, Failure> {
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    let (officers, today) = (account::colleagues(desk, &account::all(desk)?)?, desk.now().day());
    let openings = relations::openings(desk)?;
    let mut facts = Vec::new();
    for ProposedDestruction { case, number, .. } in proposals {
        let Some(row) = case::numbered(desk, number.sequence)? else { continue };
        let out = officers.iter().filter(|one| row.exclusions.excludes(&one.id, one.function.as_ref(), today));
        let excluded = out.map(|one| one.id.clone()).collect();
        let mut opened: Vec<_> = openings.iter().filter(|one| one.case == *case).map(|one| one.who.clone()).collect();
        opened.sort_unstable();
        opened.dedup();
        facts.push(ProposalFacts { case: case.clone(), ended_by: row.ended_by, excluded, opened });
    }
    Ok(facts)
}

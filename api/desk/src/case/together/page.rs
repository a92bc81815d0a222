//! What an AF sees of the proposals. Every number counts the reports that this AF may know of.
use super::{
    agree::by_another,
    propose::is_anybodys,
    stored::{self, Proposed},
};
use crate::{
    Desk,
    account::StoredAccount,
    case::{chunk_of, flood, lines::listed},
};
use kit::Failure;
use shared::{
    access::Viewer,
    case::RowView,
    contract::{TogetherPage, TogetherView},
};

/// Reports shown of a selection.
const EXAMPLES: usize = 5;

/// The page.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn page(desk: &Desk, viewer: &Viewer, accounts: &[StoredAccount], more: bool) -> Result<TogetherPage, Failure> {
    let mut proposals = Vec::new();
    for proposed in stored::read(desk)?.iter().filter(|one| one.chosen.known_to(viewer) > 0) {
        proposals.push(view(desk, viewer, proposed)?);
    }
    let names = accounts.iter().map(StoredAccount::named).collect();
    let (now, today) = (desk.now(), viewer.today);
    Ok(TogetherPage { proposals, flood: flood(desk)?, more, now, today, names })
}

/// How many proposals this AF may agree to now.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn waiting(desk: &Desk, viewer: &Viewer) -> Result<usize, Failure> {
    let for_me = |one: &&Proposed| one.chosen.known_to(viewer) > 0 && may_agree_now(viewer, one);
    Ok(stored::read(desk)?.iter().filter(for_me).count())
}

fn may_agree_now(viewer: &Viewer, one: &Proposed) -> bool {
    one.agreed.is_none() && by_another(viewer, one).is_ok()
}

fn view(desk: &Desk, viewer: &Viewer, proposed: &Proposed) -> Result<TogetherView, Failure> {
    let agreed = proposed.agreed.as_ref();
    // the text of a report is for those who may know of it
    let like = proposed.like.as_ref().filter(|like| !viewer.keeps_out(&like.exclusions, &viewer.me));
    Ok(TogetherView {
        id: proposed.id.clone(),
        by: proposed.by.clone(),
        at: proposed.at,
        from: proposed.from,
        until: proposed.until,
        like: like.map(|like| like.number),
        story: like.map(|like| like.story(desk)).transpose()?.flatten(),
        reason: proposed.reason.clone(),
        count: proposed.chosen.known_to(viewer),
        apart: proposed.apart.known_to(viewer),
        examples: if agreed.is_none() { examples(desk, viewer, proposed)? } else { Vec::new() },
        may_agree: may_agree_now(viewer, proposed),
        agreed_by: agreed.map(|agreed| agreed.by.clone()),
        closed: agreed.map_or(0, |agreed| agreed.closed.known_to(viewer)),
        ended: agreed.and_then(|agreed| agreed.ended),
    })
}

/// The first of those selected that this AF may see and nobody took up, from the first chunk with any.
fn examples(desk: &Desk, viewer: &Viewer, proposed: &Proposed) -> Result<Vec<RowView>, Failure> {
    let Some(chunk) = proposed.numbers.iter().next().map(chunk_of) else { return Ok(Vec::new()) };
    let mut rows = listed(desk, chunk)?;
    rows.retain(|row| row.fresh && is_anybodys(viewer, row) && proposed.numbers.has(row.number.sequence));
    rows.truncate(EXAMPLES);
    Ok(rows.into_iter().map(|row| RowView::of(row, viewer.today, &viewer.me)).collect())
}

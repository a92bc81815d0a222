//! A colleague leaves: all cases go to another AF in one action. It can be repeated safely after a crash: a case that
//! was handed over no longer belongs to the leaver, so the next request goes on with the rest.
use super::{
    seen::viewer,
    stored::{StoredRelations, Succession},
};
use crate::{
    Desk,
    account::{self, StoredAccount},
    audit::{self, Trail},
    case::{self, Saved, load, save},
    login::session::Session,
};
use axum::response::Response;
use kit::{Failure, store::Change};
use shared::{
    access::{Relation, Role, Viewer},
    audit::AuditAction,
    calendar::Calendar,
    case::{Act, ActKind, Context, Entry, Refusal, Row, decide, notes::Assignment},
    contract::{Endpoint, HandOverBody, HandedOver},
    id::{AccountId, CaseId},
};

/// The most that one request hands over. The rest is left to the next request, so that none takes too long.
const BATCH: usize = 100;

/// Hands over the open cases of `from`, lets `to` see the closed ones, and ends every waarneming of `from`. Each case
/// leaves a line of its own in the audit.
///
/// Cases from which `to` is excluded stay, and are counted. Cases from which `who` is excluded stay too, and are not
/// counted.
///
/// # Errors
/// A refusal when the cases are a colleague's of whom no second person confirmed that they left, when `to` is that
/// second person, or when `to` cannot have cases.
pub fn hand_over(desk: &Desk, who: &Session, asked: &HandOverBody) -> Result<HandedOver, Failure> {
    let accounts = account::all(desk)?;
    let is_officer = |one: &&StoredAccount| one.role == Role::Officer;
    let find = |id: &AccountId| accounts.iter().filter(is_officer).find(|one| one.id == *id);
    if asked.from != who.account {
        let left = find(&asked.from).and_then(StoredAccount::departure).ok_or(Refusal::NotYours)?;
        // who confirmed that a colleague left does not get the cases
        if left.confirmed_by == asked.to {
            return Err(Refusal::OtherOfficerNeeded.into());
        }
    }
    if asked.from == asked.to || !find(&asked.to).is_some_and(StoredAccount::takes_cases) {
        return Err(Refusal::NotAnOfficer.into());
    }
    let viewer = viewer(desk, &who.account, &accounts)?;
    succeed(desk, &who.account, asked)?;
    let of = |assigned: &Option<AccountId>| assigned.as_ref() == Some(&asked.from);
    let is_given = |row: &Row| of(&row.assigned) && viewer.relation(row) != Relation::Excluded;
    let mut rows = case::open(desk)?.lines(|group| of(&group.assigned), is_given)?;
    rows.sort_by_key(|row| row.number);
    let (refused, rows): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| viewer.excludes(row, &asked.to));
    let calendar = desk.calendar()?;
    let (mut done, mut refused) = (0, refused.len());
    let mut left = rows.len();
    for row in rows.iter().take(BATCH) {
        match give(desk, (who, &viewer, &calendar), &row.id, asked)? {
            Given::Done => (done, left) = (done + 1, left - 1),
            Given::Refused => (refused, left) = (refused + 1, left - 1),
            Given::Later => {}
        }
    }
    Ok(HandedOver { done, left, refused })
}

/// What became of one case.
#[derive(Clone, Copy)]
enum Given {
    Done,
    /// The new AF may not have it.
    Refused,
    /// Somebody changed it meanwhile.
    Later,
}

/// The AF who hands over, and what the rules look at beside them: the same for every case.
type Giver<'a> = (&'a Session, &'a Viewer, &'a Calendar);

/// Hands over one case, with its line in the audit.
fn give(desk: &Desk, by: Giver<'_>, id: &CaseId, asked: &HandOverBody) -> Result<Given, Failure> {
    let begun = audit::begin(desk, Endpoint::CommandCase, Some(&by.0.account), id.as_str())?;
    let trail = Trail::default();
    trail.action(AuditAction::Act(ActKind::Assign));
    let given = assign(desk, by, id, asked);
    let answer = given.clone().map(|_| Response::default());
    if let Some(begun) = begun {
        begun.finish(desk, &trail, answer)?;
    }
    given
}

fn assign(
    desk: &Desk,
    (who, viewer, calendar): Giver<'_>,
    id: &CaseId,
    asked: &HandOverBody,
) -> Result<Given, Failure> {
    let standing = load(desk, id)?;
    let case = &standing.value;
    let row = Row::of(case);
    let kept_out = viewer.excludes(&row, &asked.to) || viewer.relation(&row) == Relation::Excluded;
    if kept_out || case.assigned() != Some(&asked.from) {
        // the list was behind: somebody was excluded meanwhile, or the case was handed over already
        case::repair(desk, case)?;
        return Ok(if case.assigned() == Some(&asked.to) { Given::Done } else { Given::Later });
    }
    if case.has_ousted(&asked.to) {
        return Ok(Given::Refused);
    }
    let officers: Vec<AccountId> = viewer.candidates(&row).cloned().collect();
    let context = Context {
        actor: &who.account,
        today: viewer.today,
        confirm_by: calendar.confirm_by(viewer.today),
        calendar,
        sources: &[],
        officers: &officers,
        new_status_key: None,
        new_link: None,
        lead: None,
    };
    let event = decide(case, Act::Assign(Assignment { to: asked.to.clone() }), &context)?;
    let entry = Entry { at: desk.now(), by: who.account.clone(), event };
    Ok(match save(desk, &standing, entry)? {
        Saved::Done(_) => Given::Done,
        Saved::Stale => Given::Later,
    })
}

/// The closed cases follow at once, also those that the leaver had taken over. Every waarneming of the leaver ends.
fn succeed(desk: &Desk, by: &AccountId, asked: &HandOverBody) -> Result<(), Failure> {
    let (from, to) = (&asked.from, &asked.to);
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        relations.stand_ins.retain(|one| one.of != *from && one.by != *from);
        relations.successors.retain(|one| one.from != *from && one.from != *to);
        relations.successors.iter_mut().filter(|one| one.to == *from).for_each(|one| one.to = to.clone());
        relations.successors.push(Succession { from: from.clone(), to: to.clone(), by: Some(by.clone()) });
        Ok(Change::Write(relations, ()))
    })
}

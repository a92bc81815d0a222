//! The werkoverleg: which there are, and which cases are discussed or proposed. An AF gets only the cases that they may
//! see; nothing says that there are others, and no bound depends on them.
mod stored;
#[cfg(test)]
mod tests;

pub(super) use stored::first_record;

use super::{lines, open, relations};
use crate::{
    Desk,
    account::{self, StoredAccount},
};
use kit::{Failure, clock};
use shared::{
    access::{Action, Relation, Role, Viewer, may},
    case::{
        Group, Refusal, Row, RowView, Step,
        meeting::{MeetingCommand, MeetingPlan, MeetingReason},
    },
    contract::{CaseMeeting, MeetingLine, MeetingOfficer, MeetingView, MeetingsPage, ProposedCase},
    id::{CaseNumber, MeetingId},
    moment::Day,
    report::{Finding, FindingCode},
};
use std::collections::BTreeSet;
use stored::{StoredMeeting, StoredMeetings};

/// The most werkoverleggen on the list.
const LISTED: usize = 20;
/// How many of the first lines of a worklist are looked at for what is late. Late cases come first in it.
const LOOKED_AT: usize = 100;
/// The most cases that are proposed.
const PROPOSED: usize = 60;

/// The list, for this AF.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, viewer: &Viewer, accounts: &[StoredAccount]) -> Result<MeetingsPage, Failure> {
    let stored = stored::read(desk)?;
    let meetings = stored.all.iter().take(LISTED).map(|one| MeetingLine { id: one.id.clone(), day: one.plan.day });
    Ok(MeetingsPage {
        meetings: meetings.collect(),
        proposed: proposed(desk, viewer, &stored, &[])?,
        officers: officers(viewer, accounts),
        today: viewer.today,
        made: None,
    })
}

/// One werkoverleg, for this AF.
///
/// # Errors
/// A 404 when there is none; [`Failure::Unavailable`].
pub fn show(desk: &Desk, viewer: &Viewer, accounts: &[StoredAccount], id: &MeetingId) -> Result<MeetingView, Failure> {
    let stored = stored::read(desk)?;
    let meeting = stored.all.iter().find(|one| one.id == *id).ok_or_else(Failure::not_found)?;
    let mut cases = Vec::new();
    for number in &meeting.cases {
        cases.extend(seen(desk, viewer, *number)?);
    }
    cases.sort_by_key(|row| (row.number.year, row.number.sequence));
    Ok(MeetingView {
        id: meeting.id.clone(),
        plan: meeting.plan.clone(),
        cases: cases.into_iter().map(|row| RowView::of(row, viewer.today, &viewer.me)).collect(),
        proposed: proposed(desk, viewer, &stored, &meeting.cases)?,
        officers: officers(viewer, accounts),
        today: viewer.today,
    })
}

/// The last werkoverleg in which the case of this line is or was discussed, and whether an AF asks to discuss it. Of
/// those who are there only the AFs who may know of the case.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn of_case(desk: &Desk, viewer: &Viewer, row: &Row) -> Result<(Option<CaseMeeting>, bool), Failure> {
    let stored = stored::read(desk)?;
    let asked = stored.asked.contains(&row.number.sequence);
    let meeting = stored.all.into_iter().find(|one| one.cases.contains(&row.number)).map(|one| {
        let mut plan = one.plan;
        plan.present.retain(|who| !viewer.excludes(row, who));
        CaseMeeting { id: one.id, plan }
    });
    Ok((meeting, asked))
}

/// Does what an AF asks. Gives the id of a werkoverleg that was planned.
///
/// # Errors
/// What is wrong with the plan; a 404 for a werkoverleg or a case that is not there, and the same for a case that the
/// AF may not see; [`Refusal::NotAnOfficer`]; [`Failure::Unavailable`].
pub fn command(desk: &Desk, viewer: &Viewer, command: MeetingCommand) -> Result<Option<MeetingId>, Failure> {
    let found = command.check(viewer.today);
    if !found.is_empty() {
        return Err(Failure::found(&found));
    }
    match command {
        MeetingCommand::Plan { plan, add } => {
            may_be_there(desk, viewer, &plan)?;
            all_seen(desk, viewer, &add)?;
            let id = MeetingId::from_bytes(&clock::random::<16>()?);
            let meeting = StoredMeeting { id: id.clone(), plan, cases: with(Vec::new(), &add) };
            stored::change(desk, |stored| {
                stored.put(meeting.clone(), &add);
                Ok(())
            })?;
            return Ok(Some(id));
        }
        MeetingCommand::Change { meeting, plan, add, remove } => {
            may_be_there(desk, viewer, &plan)?;
            all_seen(desk, viewer, &add)?;
            all_seen(desk, viewer, &remove)?;
            stored::change(desk, |stored| {
                let at = stored.all.iter().find(|one| one.id == meeting).ok_or_else(Failure::not_found)?;
                let mut cases = with(at.cases.clone(), &add);
                cases.retain(|number| !remove.contains(number));
                stored.put(StoredMeeting { id: meeting.clone(), plan: plan.clone(), cases }, &add);
                Ok(())
            })?;
        }
        MeetingCommand::Cancel { meeting } => stored::change(desk, |stored| {
            let before = stored.all.len();
            stored.all.retain(|one| one.id != meeting);
            if stored.all.len() == before { Err(Failure::not_found()) } else { Ok(()) }
        })?,
        MeetingCommand::Ask { case } => {
            let row = seen(desk, viewer, case)?.ok_or_else(Failure::not_found)?;
            if !row.is_open() {
                return Err(Refusal::NotInThisStep.into());
            }
            stored::change(desk, |stored| {
                stored.ask(case);
                Ok(())
            })?;
        }
        MeetingCommand::StopAsking { case } => {
            seen(desk, viewer, case)?.ok_or_else(Failure::not_found)?;
            stored::change(desk, |stored| {
                stored.asked.remove(&case.sequence);
                Ok(())
            })?;
        }
    }
    Ok(None)
}

/// A case was discussed and not decided: it is proposed again. This is noted before the case says so, so that it is not
/// forgotten when the machine stops in between.
///
/// # Errors
/// [`Failure::Unavailable`]. A list that cannot be read keeps nobody from noting it in the case.
pub fn comes_back(desk: &Desk, number: CaseNumber, day: Day) -> Result<(), Failure> {
    let noted = stored::change(desk, |stored| {
        stored.come_back(number, day);
        Ok(())
    });
    noted.or_else(|failure| failure.unless_damaged(()))
}

/// It was decided, or it ended otherwise: nobody has to come back to it.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`].
pub fn is_over(desk: &Desk, number: CaseNumber) -> Result<(), Failure> {
    stored::change(desk, |stored| {
        stored.again.remove(&number.sequence);
        Ok(())
    })
}

fn with(mut cases: Vec<CaseNumber>, add: &[CaseNumber]) -> Vec<CaseNumber> {
    let new: Vec<CaseNumber> = add.iter().filter(|number| !cases.contains(number)).copied().collect();
    cases.extend(new);
    cases.sort_unstable();
    cases.dedup();
    cases
}

/// Those who are there are AFs, and functions that the profile names.
fn may_be_there(desk: &Desk, viewer: &Viewer, plan: &MeetingPlan) -> Result<(), Failure> {
    if !plan.present.iter().all(|who| viewer.officers.iter().any(|officer| officer.id == *who)) {
        return Err(Refusal::NotAnOfficer.into());
    }
    let profile = desk.profile()?;
    let known = plan.others.iter().all(|id| profile.functions.iter().any(|function| function.id == *id));
    let unknown = Finding { field: "/inhoud/overleg/ookAanwezig".to_owned(), code: FindingCode::UnknownFunction };
    if known { Ok(()) } else { Err(Failure::found(&[unknown])) }
}

fn all_seen(desk: &Desk, viewer: &Viewer, numbers: &[CaseNumber]) -> Result<(), Failure> {
    for number in numbers {
        seen(desk, viewer, *number)?.ok_or_else(Failure::not_found)?;
    }
    Ok(())
}

/// The line of a case whose content this AF may see.
fn seen(desk: &Desk, viewer: &Viewer, number: CaseNumber) -> Result<Option<Row>, Failure> {
    let row = lines::row(desk, number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    Ok(row.filter(|row| row.number == number && sees(viewer.relation(row))))
}

fn sees(relation: Relation) -> bool {
    may(Some(Role::Officer), Action::See, relation)
}

/// Open cases that this AF may see and that may have to be discussed, without those of `but`.
fn proposed(
    desk: &Desk,
    viewer: &Viewer,
    stored: &StoredMeetings,
    but: &[CaseNumber],
) -> Result<Vec<ProposedCase>, Failure> {
    let cases = open::open(desk)?;
    let mine = |row: &Row| sees(viewer.relation(row));
    let group = |group: &Group| sees(viewer.relation_to(group));
    let opened = cases.lines_of(&relations::opened(desk, viewer)?, mine)?;
    let mut rows = cases.lines(|one| one.on_agenda && group(one), |row| mine(row) && row.step == Step::Decision)?;
    rows.extend(cases.first(LOOKED_AT, group, mine, &opened)?);
    let asked: Vec<u32> = stored.asked.iter().chain(stored.again.keys()).copied().collect();
    rows.extend(cases.lines_of(&asked, mine)?);
    rows.sort_by_key(Row::place);
    let mut met = BTreeSet::new();
    let mut proposed = Vec::new();
    for row in rows {
        let again = stored.again.get(&row.number.sequence).copied();
        let asked = stored.asked.contains(&row.number.sequence);
        let why = MeetingReason::of(&row, asked, again.is_some(), viewer.today);
        if !why.is_empty() && !but.contains(&row.number) && met.insert(row.number) && proposed.len() < PROPOSED {
            let again = again.filter(|_| why.contains(&MeetingReason::Undecided));
            proposed.push(ProposedCase { row: RowView::of(row, viewer.today, &viewer.me), why, again });
        }
    }
    Ok(proposed)
}

/// The AFs, with their functions.
fn officers(viewer: &Viewer, accounts: &[StoredAccount]) -> Vec<MeetingOfficer> {
    let of = |named: shared::contract::OfficerView| {
        let function = viewer.officers.iter().find(|one| one.id == named.id).and_then(|one| one.function.clone());
        MeetingOfficer { id: named.id, name: named.name, active: named.active, function }
    };
    account::officers_of(accounts).into_iter().map(of).collect()
}

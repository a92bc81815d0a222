//! Closing what two agreed on, chunk after chunk of lines. Cases first, then their lines, then the record: whoever
//! stops in between finds on the cases which were closed by this proposal already.
use super::{
    agree::may_know,
    chosen::Tally,
    propose::is_anybodys,
    stored::{self, Agreed, Proposed},
};
use crate::{
    Desk, account,
    audit::{self, Trail},
    case::{chunk_of, clues, joined, lines::listed, load, relations::viewer, save},
};
use axum::response::Response;
use kit::Failure;
use shared::{
    access::Viewer,
    audit::AuditAction,
    case::{ActKind, Case, Entry, Event, Row, notes::ClosedTogether, together},
    contract::Endpoint,
    id::{CaseId, TogetherId},
    text::Prose,
};

/// Chunks for one request: at most two hundred cases.
const FOR_REQUEST: usize = 4;
/// Chunks for one run of due work.
const FOR_WORK: usize = 10;
/// How often a case is read again when somebody changed it meanwhile.
const ATTEMPTS: usize = 3;

/// Closes the next portion.
///
/// # Errors
/// [`shared::case::Refusal::NothingProposed`]; [`Failure::Unavailable`]: what is left is done the next time.
pub fn go_on(desk: &Desk, viewer: &Viewer, id: &TogetherId) -> Result<(), Failure> {
    let all = stored::read(desk)?;
    if let Some(proposed) = all.iter().find(|one| one.id == *id) {
        may_know(viewer, proposed)?;
    }
    portions(desk, id, FOR_REQUEST)
}

/// Goes on with all that was agreed to. For due work.
///
/// # Errors
/// [`Failure::Unavailable`]: what is left is done the next time.
pub fn finish(desk: &Desk) -> Result<(), Failure> {
    for proposed in stored::read(desk)?.iter().filter(|one| one.agreed.is_some() && !one.is_done()) {
        portions(desk, &proposed.id, FOR_WORK)?;
    }
    Ok(())
}

fn portions(desk: &Desk, id: &TogetherId, most: usize) -> Result<(), Failure> {
    let Some(mut work) = Work::begin(desk, id)? else { return Ok(()) };
    for _portion in 0..most {
        if work.agreed.ended.is_some() {
            return Ok(());
        }
        work.agreed = work.portion(desk)?;
    }
    Ok(())
}

/// A proposal that is carried out, and the two AFs as the rules look at them now.
struct Work {
    proposed: Proposed,
    /// The text that was asked for, as far as it can still be read.
    story: Option<Prose>,
    agreed: Agreed,
    viewers: [Viewer; 2],
}

impl Work {
    /// `None` while nobody agreed to it.
    fn begin(desk: &Desk, id: &TogetherId) -> Result<Option<Self>, Failure> {
        let Some(proposed) = stored::read(desk)?.into_iter().find(|one| one.id == *id) else { return Ok(None) };
        let Some(agreed) = proposed.agreed.clone() else { return Ok(None) };
        let accounts = account::all(desk)?;
        let viewers = [viewer(desk, &proposed.by, &accounts)?, viewer(desk, &agreed.by, &accounts)?];
        let story = proposed.like.as_ref().map(|like| like.story(desk)).transpose()?.flatten();
        Ok(Some(Self { proposed, story, agreed, viewers }))
    }

    /// Closes what was selected in the next chunk, and returns how far it is then.
    fn portion(&self, desk: &Desk) -> Result<Agreed, Failure> {
        let mut left = self.proposed.numbers.iter().filter(|number| *number > self.agreed.upto).peekable();
        let next = left.peek().map(|number| chunk_of(*number));
        let numbers: Vec<u32> = left.by_ref().take_while(|number| Some(chunk_of(*number)) == next).collect();
        let mut closed = Vec::new();
        if let Some(chunk) = next {
            for row in listed(desk, chunk)?.iter().filter(|row| numbers.contains(&row.number.sequence)) {
                closed.extend(self.close(desk, &row.id)?);
            }
        }
        save::follow_all(desk, &closed)?;
        let mut tally = Tally::default();
        closed.iter().for_each(|case| tally.add(case.exclusions()));
        let upto = numbers.last().copied().unwrap_or(self.agreed.upto);
        let rest = self.proposed.numbers.iter().any(|number| number > upto);
        self.note(desk, upto, &tally, rest)
    }

    /// Notes how far it is, unless somebody else did the same portion at the same time.
    fn note(&self, desk: &Desk, upto: u32, tally: &Tally, rest: bool) -> Result<Agreed, Failure> {
        let now = desk.now();
        stored::change_one(desk, &self.proposed.id, |proposed| {
            let Some(agreed) = &mut proposed.agreed else { return Ok(self.agreed.clone()) };
            if agreed.upto == self.agreed.upto && agreed.ended.is_none() {
                agreed.upto = upto;
                agreed.closed.join(tally);
                agreed.ended = (!rest).then_some(now);
            }
            let agreed = agreed.clone();
            if agreed.ended.is_some() {
                (proposed.numbers, proposed.like) = Default::default();
            }
            Ok(agreed)
        })
    }

    /// The case, if this proposal closed it, now or before. Whatever somebody took up meanwhile stays open, and so does
    /// what either of the two may not see, or can not be read.
    fn close(&self, desk: &Desk, id: &CaseId) -> Result<Option<Case>, Failure> {
        for _attempt in 0..ATTEMPTS {
            let standing = match load(desk, id) {
                // destroyed meanwhile
                Err(Failure::Problem(..)) => return Ok(None),
                other => match other.map(Some).or_else(|failure| failure.unless_damaged(None))? {
                    Some(standing) => standing,
                    None => return Ok(None),
                },
            };
            if self.has_closed(&standing.value) {
                // it may have stopped before this
                clues::follow(desk, &standing.value)?;
                return Ok(Some(standing.value));
            }
            // a lead case is ended on its own: there are other melders to tell
            if joined::is_lead(desk, id)? {
                return Ok(None);
            }
            let Some(entry) = self.entry(desk, &standing.value) else { return Ok(None) };
            let begun = audit::begin(desk, Endpoint::CommandCase, Some(&self.agreed.by), id.as_str())?;
            let saved = save::add(desk, &standing, entry);
            let answer = saved.as_ref().map_err(Clone::clone).and_then(|case| match case {
                Some(_) => Ok(Response::default()),
                None => Err(Failure::stale()),
            });
            let trail = Trail::default();
            trail.action(AuditAction::Act(ActKind::AgreeTogether));
            let noted = begun.map(|begun| begun.finish(desk, &trail, answer)).transpose();
            if let Some(case) = saved? {
                noted?;
                clues::lower(desk, &standing.value, &case)?;
                return Ok(Some(case));
            }
        }
        Ok(None)
    }

    fn has_closed(&self, case: &Case) -> bool {
        let is_own = |event: &Event| matches!(event, Event::ClosedTogether(note) if note.proposal == self.proposed.id);
        case.entries().iter().any(|entry| is_own(&entry.event))
    }

    fn entry(&self, desk: &Desk, case: &Case) -> Option<Entry> {
        let row = Row::of(case);
        let has_text = self.proposed.like.is_none() || self.story.as_ref() == Some(&case.origins().report.story);
        let meant = self.viewers.iter().all(|viewer| is_anybodys(viewer, &row));
        if !meant || !has_text {
            return None;
        }
        let note = ClosedTogether {
            proposal: self.proposed.id.clone(),
            proposed_by: self.proposed.by.clone(),
            proposed_at: self.proposed.at,
            reason: self.proposed.reason.clone(),
        };
        let event = together::close(case, &self.agreed.by, note).ok()?;
        Some(Entry { at: desk.now(), by: self.agreed.by.clone(), event })
    }
}

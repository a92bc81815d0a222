//! Noting for whom there is something to tell.
use super::{
    noticed::{self, StoredNoticed},
    turn::Turn,
    wishes::{self, StoredWish},
};
use crate::{
    Desk,
    account::{self, StoredAccount},
    case::{self, relations},
    letters::{Receiver, StoredOutbox, Ways},
};
use kit::{Failure, store::cell};
use serde_json::Value;
use shared::{
    access::Viewer,
    calendar::Calendar,
    case::Row,
    told::{Notice, Occasion, notices},
};
use std::collections::BTreeMap;

/// Chunks looked at in one run: two thousand cases.
const RUN: usize = 40;

/// Looks at the next chunks of lines, and writes letters for what is new in them.
///
/// # Errors
/// [`Failure::Unavailable`]; as [`Desk::profile`].
pub(super) fn gather(desk: &Desk, ways: &Ways, turn: &mut Turn) -> Result<(), Failure> {
    let earlier = cell::told::<Value>();
    if desk.cases.exists(&earlier)? {
        // of a version that told the outside address only
        desk.cases.delete(&earlier)?;
    }
    let (calendar, listeners) = (desk.calendar()?, Listeners::of(desk, ways)?);
    let open = case::open(desk)?.chunks()?;
    let mut looked_at = Vec::new();
    for chunk in next(&mut turn.outbox, &open) {
        if let Some(after) = look(desk, chunk, &listeners, &calendar, &mut turn.outbox)? {
            looked_at.push((chunk, after));
        }
    }
    tell_stand_ins(desk, &listeners, &mut turn.outbox)?;
    tell_unreadable(desk, &listeners, &mut turn.outbox)?;
    tell_late(desk, &listeners, &mut turn.outbox)?;
    let gone: Vec<u32> = turn.outbox.noticed.iter().filter(|chunk| !open.contains(chunk)).copied().collect();
    // the letters first: what was noticed and is in no letter would never be told
    turn.put(desk)?;
    for (chunk, after) in looked_at {
        after.write(desk, chunk)?;
        turn.outbox.noticed.insert(chunk);
    }
    for chunk in gone {
        noticed::forget(desk, chunk)?;
        turn.outbox.noticed.remove(&chunk);
    }
    Ok(())
}

/// The chunks to look at: those that nobody looked at yet, then the others in turn.
pub(super) fn next(outbox: &mut StoredOutbox, open: &[u32]) -> Vec<u32> {
    let (earlier, new): (Vec<u32>, Vec<u32>) = open.iter().partition(|chunk| **chunk < outbox.upto);
    let mut chosen: Vec<u32> = new.into_iter().take(RUN).collect();
    // the last one still grows
    outbox.upto = chosen.last().copied().unwrap_or(outbox.upto);
    let at = earlier.iter().position(|chunk| *chunk >= outbox.next).unwrap_or(0);
    let (before, from) = earlier.split_at(at);
    let others: Vec<u32> = from.iter().chain(before).take(RUN - chosen.len()).copied().collect();
    outbox.next = others.last().map_or(0, |last| last + 1);
    chosen.extend(others);
    chosen
}

/// Writes letters for what is new in one chunk. Answers what is known of it then, if that is not what it was.
fn look(
    desk: &Desk,
    chunk: u32,
    listeners: &Listeners,
    calendar: &Calendar,
    outbox: &mut StoredOutbox,
) -> Result<Option<StoredNoticed>, Failure> {
    let rows = case::listed(desk, chunk)?;
    if rows.is_empty() {
        // lines that cannot be read: they are made again, and what was noticed of them stays
        return Ok(None);
    }
    let (before, now) = (StoredNoticed::read(desk, chunk, &outbox.mark)?, desk.now());
    let mut cases = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_open()) {
        let held = notices(row, now, calendar);
        for notice in before.new_of(row, &held) {
            listeners.tell(outbox, row, notice)?;
        }
        let known = before.after(row, held);
        if !known.is_empty() {
            cases.insert(row.number.sequence, known);
        }
    }
    let after = StoredNoticed { mark: before.mark.clone(), cases };
    Ok((after != before).then_some(after))
}

/// Who can be told of something.
struct Listeners {
    /// AFs with an address, each as one who looks, and what they chose.
    officers: Vec<(Viewer, StoredWish)>,
    backup: bool,
    webhook: bool,
}

impl Listeners {
    fn of(desk: &Desk, ways: &Ways) -> Result<Self, Failure> {
        let (accounts, wishes) = (account::all(desk)?, wishes::all(desk)?);
        let wanted = |account: &&StoredAccount| account.takes_cases() && ways.has_mail();
        let mut officers = Vec::new();
        for account in accounts.iter().filter(wanted) {
            let wish = wishes.iter().find(|wish| wish.who == account.id && wish.email.is_some());
            if let Some(wish) = wish {
                officers.push((relations::viewer(desk, &account.id, &accounts)?, wish.clone()));
            }
        }
        let backup = ways.has_mail() && desk.profile()?.backup.is_some();
        Ok(Self { officers, backup, webhook: ways.has_webhook() })
    }

    /// Writes a letter to everybody whom this concerns.
    fn tell(&self, outbox: &mut StoredOutbox, row: &Row, notice: Notice) -> Result<(), Failure> {
        let (occasion, urgent) = (notice.occasion, notice.occasion.is_urgent());
        for (viewer, wish) in &self.officers {
            if wish.about.contains(&occasion) && occasion.concerns(row, viewer.relation(row), &viewer.me) {
                outbox.letter_for(&Receiver::Officer(viewer.me.clone())).tell(urgent, false)?;
            }
        }
        let (backup, webhook) = match occasion {
            Occasion::Unopened => (self.backup, self.webhook),
            Occasion::NewReport | Occasion::Urgent => (false, self.webhook),
            Occasion::TermTomorrow
            | Occasion::TermToday
            | Occasion::Agreement
            | Occasion::Silent
            | Occasion::Answered
            | Occasion::StandIn => (false, false),
        };
        if backup {
            outbox.letter_for(&Receiver::Backup).tell(urgent, false)?;
        }
        if webhook {
            outbox.letter_for(&Receiver::Webhook).tell(urgent, false)?;
        }
        Ok(())
    }
}

/// Tells of arrivals that cannot be read, once each. It goes at once, for nobody can see whether one of them can wait.
fn tell_unreadable(desk: &Desk, listeners: &Listeners, outbox: &mut StoredOutbox) -> Result<(), Failure> {
    let now = case::unreadable_arrivals(desk)?;
    if !now.is_subset(&outbox.unreadable) {
        let listens =
            |wish: &StoredWish| [Occasion::NewReport, Occasion::Urgent].iter().any(|one| wish.about.contains(one));
        for (viewer, _) in listeners.officers.iter().filter(|(_, wish)| listens(wish)) {
            outbox.letter_for(&Receiver::Officer(viewer.me.clone())).tell(true, false)?;
        }
        if listeners.webhook {
            outbox.letter_for(&Receiver::Webhook).tell(true, false)?;
        }
    }
    outbox.unreadable = now;
    Ok(())
}

/// Tells of closed cases to which the melder added something, each time.
fn tell_late(desk: &Desk, listeners: &Listeners, outbox: &mut StoredOutbox) -> Result<(), Failure> {
    let mut now = BTreeMap::new();
    for number in case::reviews::late_additions(desk)? {
        let Some(row) = case::numbered(desk, number.sequence).or_else(|failure| failure.unless_damaged(None))? else {
            continue;
        };
        if outbox.late.get(&number.sequence).is_none_or(|told| *told < row.answers) {
            listeners.tell(outbox, &row, Notice { answers: row.answers, ..Notice::of(Occasion::Answered) })?;
        }
        now.insert(number.sequence, row.answers);
    }
    outbox.late = now;
    Ok(())
}

/// Tells whoever begins to stand in today. Who began it themselves knows; then it is told to the colleague.
fn tell_stand_ins(desk: &Desk, listeners: &Listeners, outbox: &mut StoredOutbox) -> Result<(), Failure> {
    let now = relations::of_today(desk)?;
    outbox.stand_ins.retain(|id| now.iter().any(|one| one.id == *id));
    for one in now.into_iter().filter(|one| !outbox.stand_ins.contains(&one.id)).collect::<Vec<_>>() {
        let told = if one.started.is_some() { &one.of } else { &one.by };
        let listens =
            |(viewer, wish): &&(Viewer, StoredWish)| viewer.me == *told && wish.about.contains(&Occasion::StandIn);
        if listeners.officers.iter().any(|listener| listens(&listener)) {
            outbox.letter_for(&Receiver::Officer(told.clone())).tell(false, false)?;
        }
        outbox.stand_ins.insert(one.id);
    }
    Ok(())
}

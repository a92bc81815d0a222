//! A report by phone that an AF began and did not send. It is kept so that it can be finished after a crash, on another
//! tablet, or by whoever stands in. There is one for each AF. It goes when it is sent or thrown away, and by itself
//! some days after somebody typed in it last.
//!
//! One person at a time types in it: a change names the version that was read, and is refused when there is a newer
//! one. The number of the version stays when the content goes, so a page that was left open cannot bring it back.
use crate::{Desk, account};
use kit::{
    Failure,
    store::{
        Change, Once, Patience,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Viewer,
    contract::{PhoneDraftChange, PhoneDraftLine, PhoneDraftSent, PhoneDraftTyped, PhoneDraftView, ProblemKind},
    id::AccountId,
    moment::{Day, Moment},
    report::Draft,
};

/// The most bytes of one as JSON: several times what the form takes.
const MOST: usize = 128 * 1024;

/// What is kept for one AF.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct StoredPhoneDraft {
    /// The number of this version; 0 before anything was typed.
    #[serde(rename = "versie")]
    version: u32,
    #[serde(rename = "getypt", skip_serializing_if = "Option::is_none")]
    typed: Option<StoredTyped>,
    #[serde(rename = "verstuurd", skip_serializing_if = "Option::is_none")]
    sent: Option<PhoneDraftSent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredTyped {
    #[serde(rename = "concept")]
    draft: Draft,
    #[serde(rename = "door")]
    by: AccountId,
    #[serde(rename = "op")]
    at: Moment,
}

impl StoredPhoneDraft {
    fn cell(of: &AccountId) -> Cell<Cases, Self> {
        cell::phone_draft(of.as_str())
    }

    /// As it is on this day: what is older than its last day is not there any more.
    fn on(mut self, today: Day) -> Self {
        if self.typed.as_ref().is_some_and(|typed| PhoneDraftTyped::last_day(typed.at) < today) {
            self = self.ended(None);
        }
        self.sent = self.sent.filter(|sent| PhoneDraftTyped::last_day(sent.at) >= today);
        self
    }

    /// Without what was typed.
    fn ended(self, sent: Option<PhoneDraftSent>) -> Self {
        Self { version: self.version.saturating_add(1), typed: None, sent }
    }

    /// As it is shown.
    fn view(self, of: &AccountId) -> PhoneDraftView {
        let shown = |typed: StoredTyped| {
            let until = PhoneDraftTyped::last_day(typed.at);
            PhoneDraftTyped { draft: typed.draft, by: typed.by, at: typed.at, until }
        };
        PhoneDraftView { of: of.clone(), version: self.version, typed: self.typed.map(shown), sent: self.sent }
    }

    /// What `viewer` may see of it, if anything is typed or it is their own.
    fn for_viewer(self, viewer: &Viewer, of: &AccountId) -> Option<Self> {
        let is_theirs = match &self.typed {
            Some(typed) => viewer.may_finish(of, &typed.draft),
            None => *of == viewer.me,
        };
        is_theirs.then_some(self)
    }
}

/// The caller's own, also when nothing is typed in it, and those that the caller may finish for a colleague.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn all(desk: &Desk, viewer: &Viewer) -> Result<Vec<PhoneDraftView>, Failure> {
    let mut all = Vec::new();
    for of in owners(viewer) {
        let there = stored(desk, of)?.unwrap_or_default().for_viewer(viewer, of);
        all.extend(there.map(|there| there.view(of)));
    }
    Ok(all)
}

/// Those in which something is typed, for the worklist.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn lines(desk: &Desk, viewer: &Viewer) -> Result<Vec<PhoneDraftLine>, Failure> {
    let line = |view: PhoneDraftView| {
        let typed = view.typed?;
        Some(PhoneDraftLine { of: view.of, at: typed.at, until: typed.until })
    };
    Ok(all(desk, viewer)?.into_iter().filter_map(line).collect())
}

/// Keeps what was typed, or throws it away. The same change once more is no other change.
///
/// # Errors
/// A 404 for one that is not for the caller; [`ProblemKind::Stale`] when somebody else changed, sent or threw it away
/// since it was read; 413 for more than a form holds; [`Failure::Unavailable`].
pub fn keep(desk: &Desk, viewer: &Viewer, change: &PhoneDraftChange) -> Result<PhoneDraftView, Failure> {
    let (of, now) = (&change.of, desk.now());
    if *of == viewer.me {
        create(desk, of)?;
    } else if stored(desk, of)?.and_then(|there| there.for_viewer(viewer, of)).is_none() {
        return Err(Failure::not_found());
    }
    let kept = desk.cases.update(&StoredPhoneDraft::cell(of), |there| {
        let there = there.unwrap_or_default().on(now.day());
        let mine = there.clone().for_viewer(viewer, of).ok_or_else(Failure::not_found)?;
        if change.seen.checked_add(1) == Some(mine.version) && is_by(&mine, &viewer.me, change.draft.as_ref()) {
            return Ok(Change::Keep(mine));
        }
        if change.seen != mine.version {
            return Err(Failure::of(ProblemKind::Stale, "Iemand typte intussen verder, of verstuurde de melding."));
        }
        let next = match &change.draft {
            None => mine.ended(None),
            Some(draft) => {
                let typed = StoredTyped { draft: draft.clone(), by: viewer.me.clone(), at: now };
                StoredPhoneDraft { version: mine.version.saturating_add(1), typed: Some(typed), sent: None }
            }
        };
        within_bounds(&next)?;
        Ok(Change::Write(next.clone(), next))
    })?;
    Ok(kept.view(of))
}

/// Whether this is what that AF typed already: the answer to the change before got lost.
fn is_by(stored: &StoredPhoneDraft, me: &AccountId, draft: Option<&Draft>) -> bool {
    match (&stored.typed, draft) {
        (Some(typed), Some(draft)) => typed.by == *me && typed.draft == *draft,
        (None, None) => stored.sent.is_none(),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

fn within_bounds(next: &StoredPhoneDraft) -> Result<(), Failure> {
    let size = serde_json::to_vec(next).map_err(|_| Failure::Internal("a report by phone could not be written"))?.len();
    if size > MOST {
        return Err(Failure::of(ProblemKind::TooLarge, "Dit is meer dan op het formulier past. Maak het korter."));
    }
    Ok(())
}

/// A report by phone was sent: one that holds exactly this is not kept any longer. Doing it twice changes nothing.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn sent(desk: &Desk, viewer: &Viewer, report: &Draft) -> Result<(), Failure> {
    let report = report.as_asked();
    let is_this = |of: &AccountId, there: &StoredPhoneDraft| {
        let typed = there.typed.as_ref().filter(|typed| viewer.may_finish(of, &typed.draft));
        typed.is_some_and(|typed| typed.draft.as_asked() == report)
    };
    for of in owners(viewer) {
        if !stored(desk, of)?.is_some_and(|there| is_this(of, &there)) {
            continue;
        }
        desk.cases.update(&StoredPhoneDraft::cell(of), |there| match there {
            Some(there) if is_this(of, &there) => {
                let sent = PhoneDraftSent { by: viewer.me.clone(), at: desk.now() };
                Ok(Change::Write(there.ended(Some(sent)), ()))
            }
            Some(_) | None => Ok(Change::Keep(())),
        })?;
    }
    Ok(())
}

/// Removes what was typed and is older than it is kept. For due work.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn sweep(desk: &Desk) -> Result<(), Failure> {
    let today = desk.now().day();
    // an account that is no AF's any more may have been one's
    for account in &account::all(desk)? {
        let cell = StoredPhoneDraft::cell(&account.id);
        let is_old = |there: &StoredPhoneDraft| there.clone().on(today) != *there;
        if !read(desk, &account.id)?.is_some_and(|there| is_old(&there)) {
            continue;
        }
        desk.cases.update(&cell, |there| match there {
            Some(there) if is_old(&there) => Ok(Change::Write(there.on(today), ())),
            Some(_) | None => Ok(Change::Keep(())),
        })?;
    }
    Ok(())
}

/// The AFs whose report this AF may have to finish: oneself first.
fn owners(viewer: &Viewer) -> Vec<&AccountId> {
    let mut all = vec![&viewer.me];
    for of in viewer.stands_in_for.iter().chain(&viewer.covers_for) {
        if !all.contains(&of) {
            all.push(of);
        }
    }
    all
}

/// What is kept for this AF, as it is today.
fn stored(desk: &Desk, of: &AccountId) -> Result<Option<StoredPhoneDraft>, Failure> {
    Ok(read(desk, of)?.map(|there| there.on(desk.now().day())))
}

/// A draft that cannot be read is begun again, because nothing else holds what was typed in it.
fn read(desk: &Desk, of: &AccountId) -> Result<Option<StoredPhoneDraft>, Failure> {
    let cell = StoredPhoneDraft::cell(of);
    desk.healed(&cell, || Ok(StoredPhoneDraft::default()), || desk.cases.get(&cell))
}

/// Makes the record where it is not there: one of those who come at the same moment does ([`Once`]).
fn create(desk: &Desk, of: &AccountId) -> Result<(), Failure> {
    if read(desk, of)?.is_some() {
        return Ok(());
    }
    let cell = StoredPhoneDraft::cell(of);
    let done = || Ok(desk.cases.exists(&cell)?.then_some(()));
    let write = || desk.cases.set(&cell, &StoredPhoneDraft::default());
    match desk.cases.once(&cell::phone_draft_turns(of.as_str()), Patience::USUAL, done, write)? {
        Once::Done(()) | Once::Found(()) => Ok(()),
        Once::Waiting => Err(Failure::busy()),
    }
}

#[cfg(test)]
mod tests;

//! What is typed during the conversation with the melder. It is sealed with the case's own key, so it is gone when the
//! case is, and it goes when it has become part of the case.
use super::beside::{self, Beside};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Vault,
        cell::{self, CaseRecords, Cases, Cell, Count},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    case::{
        ActKind, Case, Status,
        conversation::{ConversationDraft, FieldStamp, stamp, stamps},
    },
    contract::{ConversationChange, ConversationView, ProblemKind},
    id::{AccountId, CaseId},
};

/// The most bytes of one as JSON: a full form, twice over.
const MOST: usize = 256 * 1024;

/// What was typed so far, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Stored {
    #[serde(rename = "concept")]
    draft: ConversationDraft,
    #[serde(rename = "velden")]
    stamps: Vec<FieldStamp>,
}

impl Beside for Stored {
    fn cell(id: &CaseId) -> Cell<CaseRecords, Self> {
        cell::conversation(id)
    }

    fn turns(id: &CaseId) -> Cell<Cases, Count> {
        cell::conversation_turns(id.as_str())
    }
}

impl Stored {
    /// Nothing typed yet.
    fn begun(case: &Case) -> Self {
        Self { draft: ConversationDraft::begun(case), stamps: Vec::new() }
    }

    /// As it is shown: fields that nobody changed here say who gave them before.
    fn view(self, case: &Case, clashes: Vec<String>) -> ConversationView {
        let mut all = stamps(case);
        all.retain(|one| !self.stamps.iter().any(|newer| newer.field == one.field));
        all.extend(self.stamps);
        ConversationView { draft: self.draft, stamps: all, clashes }
    }
}

/// What is typed so far; before that, what the melder wrote or the latest form says.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn read(desk: &Desk, case: &Case) -> Result<ConversationView, Failure> {
    Ok(stored(desk, case)?.unwrap_or_else(|| Stored::begun(case)).view(case, Vec::new()))
}

/// Takes over each field that was changed, unless somebody else changed it meanwhile.
///
/// # Errors
/// 413 for more than a form holds; [`Failure::Unavailable`].
pub fn keep(
    desk: &Desk,
    case: &Case,
    by: &AccountId,
    change: &ConversationChange,
) -> Result<ConversationView, Failure> {
    let (id, now) = (&case.origins().id, desk.now());
    create(desk, case)?;
    let (kept, clashes) = beside::change(desk, id, |there: Option<Stored>| {
        let mut kept = there.unwrap_or_else(|| Stored::begun(case));
        let merged = kept.draft.merge(&change.from, &change.to);
        let clashes: Vec<String> = merged.clashes.iter().map(|field| field.pointer()).collect();
        if merged.taken.is_empty() {
            return Ok(Change::Keep((kept, clashes)));
        }
        stamp(&mut kept.stamps, merged.taken, Some(by), now);
        let size = serde_json::to_vec(&kept).map_err(|_| Failure::Internal("a conversation could not be written"))?;
        if size.len() > MOST {
            return Err(Failure::of(ProblemKind::TooLarge, "Dit is meer dan op het formulier past. Maak het korter."));
        }
        Ok(Change::Write(kept.clone(), (kept, clashes)))
    })?;
    Ok(kept.view(case, clashes))
}

/// An act was carried out. What it made part of the case is no longer kept here; when the case is closed, nothing is.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn settle(desk: &Desk, case: &Case, kind: ActKind) -> Result<(), Failure> {
    let is_over = matches!(case.status(), Status::Closed(_));
    let (contact, form) = (is_over || kind == ActKind::RecordContact, is_over || kind == ActKind::SaveForm);
    if !(contact || form) {
        return Ok(());
    }
    let (id, begun) = (&case.origins().id, Stored::begun(case));
    if stored(desk, case)?.is_none_or(|stored| stored == begun) {
        return Ok(());
    }
    beside::change(desk, id, |there: Option<Stored>| {
        let Some(mut left) = there else { return Ok(Change::Keep(())) };
        if contact {
            left.draft.contact = begun.draft.contact.clone();
            left.stamps.retain(|one| !one.field.starts_with("/contact"));
        }
        if form {
            left.draft.form = begun.draft.form.clone();
            left.stamps.retain(|one| !one.field.starts_with("/formulier"));
        }
        Ok(Change::Write(left, ()))
    })
}

/// Removes it, whatever it says.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    beside::forget::<Stored>(desk, id)
}

/// Reads it and makes nothing of it: for an inspection.
///
/// # Errors
/// [`Failure::Unreadable`]; [`Failure::Unavailable`].
pub fn inspected(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    beside::inspected::<Stored>(desk, id)
}

/// Seals it with the key now in use; `false` when it was sealed with that already. One that no key opens is replaced
/// when it is read.
pub(super) fn reseal(vault: &Vault<CaseRecords>, id: &CaseId) -> Result<bool, Failure> {
    beside::reseal::<Stored>(vault, id)
}

/// One that cannot be read is replaced by an empty one: what the melder wrote and what is part of the case are kept
/// elsewhere.
fn stored(desk: &Desk, case: &Case) -> Result<Option<Stored>, Failure> {
    let id = &case.origins().id;
    beside::read(desk, id).or_else(|failure| {
        failure.unless_damaged(())?;
        beside::write(desk, id, &Stored::begun(case))?;
        Ok(None)
    })
}

/// Makes the record where it is not there.
fn create(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if stored(desk, case)?.is_some() {
        return Ok(());
    }
    beside::create(desk, &case.origins().id, &Stored::begun(case))
}

#[cfg(test)]
mod tests;

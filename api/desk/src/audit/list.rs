use super::{BATCH, checkpoint, numbers::issue, read};
use crate::Desk;
use kit::Failure;
use shared::{
    audit::{AuditAction, AuditLine, DestroyedLines},
    contract::PAGE_SIZE,
    id::AccountId,
};

/// The most lines that one request looks through; the answer says where to go on.
const MOST: i64 = 20 * BATCH;

/// The lines to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this id or list.
    pub object: Option<String>,
    /// Only lines of this account.
    pub actor: Option<AccountId>,
    /// This action.
    pub action: Option<AuditAction>,
    /// Only lines before this number.
    pub before: Option<i64>,
}

impl Filter {
    fn takes(&self, line: &AuditLine) -> bool {
        let object = self.object.as_ref().is_none_or(|object| *object == line.object);
        let actor = self.actor.as_ref().is_none_or(|actor| line.actor.as_ref() == Some(actor));
        object && actor && self.action.as_ref().is_none_or(|action| *action == line.action)
    }
}

/// A page of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Newest first.
    pub lines: Vec<AuditLine>,
    /// Before which number the next page begins.
    pub next: Option<i64>,
    /// On the last page: what was destroyed before it, because its term was over.
    pub destroyed: Option<DestroyedLines>,
}

/// A page of lines, newest first, and before which number the next page begins. Lines that cannot be read are left
/// out here; [`super::verify`] names them.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, filter: &Filter) -> Result<Listed, Failure> {
    let (given, begin) = (issue(desk, 0)?, checkpoint::begin(desk)?);
    let oldest = begin.head.number + 1;
    let newest = filter.before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let (mut lines, mut last, mut next) = (Vec::new(), newest, None);
    while last >= oldest && newest - last < MOST && next.is_none() {
        let first = (last - BATCH + 1).max(oldest);
        let found = read(desk, first, last)?.lines;
        for (number, stored) in found.into_iter().rev().filter(|(_, stored)| filter.takes(&stored.line)) {
            lines.push(stored.line);
            if lines.len() == PAGE_SIZE {
                next = Some(number);
                break;
            }
        }
        last = first - 1;
    }
    let next = next.or(Some(last + 1)).filter(|next| *next > oldest && *next <= newest);
    let gone = |at| DestroyedLines { to: begin.head.number, at };
    Ok(Listed { lines, destroyed: begin.at.filter(|_| next.is_none()).map(gone), next })
}

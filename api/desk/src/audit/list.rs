use super::{BATCH, numbers::issue, read};
use crate::Desk;
use kit::Failure;
use shared::{
    audit::{AuditAction, AuditLine},
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

/// A page of lines, newest first, and before which number the next page begins. Lines that cannot be read are left
/// out here; [`super::verify`] names them.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn list(desk: &Desk, filter: &Filter) -> Result<(Vec<AuditLine>, Option<i64>), Failure> {
    let given = issue(desk, 0)?;
    let newest = filter.before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let (mut page, mut last) = (Vec::new(), newest);
    while last >= 1 && newest - last < MOST {
        let first = (last - BATCH + 1).max(1);
        let lines = read(desk, first, last)?.lines;
        for (number, stored) in lines.into_iter().rev().filter(|(_, stored)| filter.takes(&stored.line)) {
            page.push(stored.line);
            if page.len() == PAGE_SIZE {
                return Ok((page, (number > 1).then_some(number)));
            }
        }
        last = first - 1;
    }
    Ok((page, (last >= 1).then_some(last + 1)))
}

use crate::{
    id::{AccountId, StatusKey},
    profile::Source,
};

/// The inputs of a decision besides the case and the act. A decision does not depend on the current time.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The AF who asks.
    pub actor: &'a AccountId,
    /// Sources for which the gemeente named a ground.
    pub sources: &'a [Source],
    /// Accounts that may have this case: the AFs that can log in and are not excluded from it.
    pub officers: &'a [AccountId],
    /// Where a new code's status goes; only looked at by [`super::Act::IssueCode`].
    pub new_status_key: Option<&'a StatusKey>,
}

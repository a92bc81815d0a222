use crate::{
    calendar::Calendar,
    case::Lead,
    id::{AccountId, LinkKey, StatusKey},
    moment::Day,
    profile::Source,
};

/// The inputs of a decision besides the case and the act.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The AF who asks.
    pub actor: &'a AccountId,
    /// The day it is.
    pub today: Day,
    /// The third working day after today: the last day on which a second person can confirm an exclusion made today,
    /// and the last day for the next step of a case that is opened again [design: as for the contact with the melder].
    pub confirm_by: Day,
    /// The working days of the gemeente.
    pub calendar: &'a Calendar,
    /// Sources for which the gemeente named a ground.
    pub sources: &'a [Source],
    /// Accounts that may have this case: the AFs that can log in and are not excluded from it.
    pub officers: &'a [AccountId],
    /// Where a new code's status goes; only looked at by [`super::Act::IssueCode`].
    pub new_status_key: Option<&'a StatusKey>,
    /// The new link to a question to KMT; only looked at by [`super::Act::AskKmt`].
    pub new_link: Option<&'a NewLink>,
    /// The case under which a report is to be joined, if the AF may see it; only looked at by [`super::Act::Join`].
    pub lead: Option<&'a Lead>,
}

/// The link and the code of a question to KMT, as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLink {
    /// The fingerprint of the link.
    pub link: LinkKey,
    /// The fingerprint of the link together with its code.
    pub code: LinkKey,
}

/// Who asks, and when: all that the preconditions of an act know besides the case.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Which AF.
    pub actor: &'a AccountId,
    /// The day it is.
    pub today: Day,
}

impl<'a> Context<'a> {
    /// Who asks, and when.
    #[must_use]
    pub fn asker(&self) -> Asker<'a> {
        Asker { actor: self.actor, today: self.today }
    }
}

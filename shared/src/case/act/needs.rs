use super::Refusal;
use crate::id::AccountId;

/// The second person whose consent an act needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nobody: it is done at once.
    Nobody,
    /// Another AF.
    OtherOfficer,
    /// Another AF, or the FG.
    OfficerOrPrivacyOfficer,
    /// The FG.
    PrivacyOfficer,
}

impl Needs {
    /// Whether `actor` is somebody other than the proposer. Roles are in [`crate::access`].
    ///
    /// # Errors
    /// [`Refusal::OtherOfficerNeeded`] or [`Refusal::OtherPersonNeeded`].
    pub fn met_by(self, actor: &AccountId, proposed_by: &AccountId) -> Result<(), Refusal> {
        let refusal = match self {
            Self::Nobody => return Ok(()),
            Self::OtherOfficer => Refusal::OtherOfficerNeeded,
            Self::OfficerOrPrivacyOfficer | Self::PrivacyOfficer => Refusal::OtherPersonNeeded,
        };
        if actor == proposed_by { Err(refusal) } else { Ok(()) }
    }
}

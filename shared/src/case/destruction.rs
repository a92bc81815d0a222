//! The two-person rule for destroying a case: one proposes, another agrees. The deletion itself is not here.
use super::{ActKind, Refusal};
use crate::{
    choice::choice,
    id::{AccountId, CaseId, CaseNumber},
    moment::{Day, Moment},
    retention::{Due, DueState, Kept, kept_until},
};
use serde::{Deserialize, Serialize};

choice!(
    /// Why a case is destroyed.
    DestructionGround {
        /// Its term is over.
        Term = "termijn",
        /// An erasure was granted by AF and FG (AVG 17).
        Erasure = "wissing",
        /// Not needed any more, after the minimum and before its term (AVG 5 lid 1 onder e).
        NotNeeded = "niet-meer-nodig",
    }
);
/// Body of `POST bewaren/{id}/opdrachten`: `{"soort": "voorstellen", "inhoud": {"grond": "termijn"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum DestructionCommand {
    /// An AF proposes it.
    #[serde(rename = "voorstellen")]
    Propose {
        /// The ground.
        #[serde(rename = "grond")]
        ground: DestructionGround,
    },
    /// FG or another AF agrees: it is destroyed at once.
    #[serde(rename = "akkoord")]
    Approve,
    /// The person who proposed it takes it back, or somebody else does not agree.
    #[serde(rename = "afwijzen")]
    Reject,
}

impl DestructionCommand {
    /// The kind of act.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Propose { .. } => ActKind::ProposeDestruction,
            Self::Approve => ActKind::AgreeDestruction,
            Self::Reject => ActKind::RejectDestruction,
        }
    }
}

/// A destruction that was proposed. It holds nothing of the case's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedDestruction {
    /// The case's id.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// Closed when, and how.
    #[serde(rename = "afronding")]
    pub kept: Kept,
    /// When it was due.
    #[serde(rename = "termijn")]
    pub due: Due,
    /// The ground.
    #[serde(rename = "grond")]
    pub ground: DestructionGround,
    /// The AF who proposed it.
    #[serde(rename = "voorgesteldDoor")]
    pub by: AccountId,
    /// The moment of the proposal.
    #[serde(rename = "voorgesteldOp")]
    pub at: Moment,
}

/// Whether a case may be proposed for destruction, or destroyed, on this ground. Both are decided on the case itself.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn may_go(
    kept: Option<&Kept>,
    due: impl Fn(&Kept) -> Due,
    ground: DestructionGround,
    erasure_granted: bool,
) -> Result<Due, Refusal> {
    let kept = kept.ok_or(Refusal::NotClosed)?;
    if kept.blocked.is_some() {
        return Err(Refusal::Blocked);
    }
    let due = due(kept);
    match ground {
        DestructionGround::Erasure if erasure_granted => Ok(due),
        DestructionGround::Erasure => Err(Refusal::NoErasure),
        DestructionGround::Term => match due.state {
            DueState::Due | DueState::Late => Ok(due),
            DueState::Kept | DueState::Early => Err(Refusal::TooEarly),
        },
        DestructionGround::NotNeeded => match due.state {
            DueState::Early | DueState::Due | DueState::Late => Ok(due),
            DueState::Kept => Err(Refusal::TooEarly),
        },
    }
}

/// Whether this person may agree: never who proposed it. In the first thirty days after closing only a granted erasure
/// can bring a case here; then an AF agrees, who sees what goes, and not the FG by number.
///
/// # Errors
/// [`Refusal::OtherPersonNeeded`], [`Refusal::OfficerAgrees`].
pub fn may_agree(proposal: &ProposedDestruction, by: Agreeing<'_>, today: Day) -> Result<(), Refusal> {
    let sees = match by {
        Agreeing::Officer(_) => true,
        Agreeing::PrivacyOfficer(_) => false,
    };
    ActKind::ProposeDestruction.needs().met_by(by.account(), &proposal.by)?;
    if sees || today >= kept_until(proposal.kept.closed) { Ok(()) } else { Err(Refusal::OfficerAgrees) }
}

/// The second person of a destruction.
#[derive(Debug, Clone, Copy)]
pub enum Agreeing<'a> {
    /// An AF, who sees the case.
    Officer(&'a AccountId),
    /// The FG, by number.
    PrivacyOfficer(&'a AccountId),
}

impl<'a> Agreeing<'a> {
    /// The account of the second person.
    #[must_use]
    pub fn account(self) -> &'a AccountId {
        match self {
            Self::Officer(account) | Self::PrivacyOfficer(account) => account,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retention::{Blocked, Outcome, Terms, due};

    #[test]
    fn the_table_of_grounds_and_days() {
        use DestructionGround::{Erasure, NotNeeded, Term};
        use Refusal::{NoErasure, TooEarly};
        let closed = "2026-08-31".parse().unwrap();
        let kept = Kept { closed, outcome: Outcome::TooLittle, taken_over: None, blocked: None };
        let at = |today: &str, ground, granted| {
            let today = today.parse().unwrap();
            may_go(Some(&kept), |kept| due(kept, &Terms::default(), today), ground, granted).map(|due| due.state).err()
        };
        let table = [
            ("2026-09-01", Term, Some(TooEarly)),
            ("2026-09-01", NotNeeded, Some(TooEarly)),
            ("2026-10-01", Term, Some(TooEarly)),
            ("2026-10-01", NotNeeded, None),
            ("2027-03-01", Term, None),
            ("2027-03-01", NotNeeded, None),
            ("2028-03-01", Term, None),
            ("2028-03-01", NotNeeded, None),
        ];
        for (today, ground, refusal) in table {
            assert_eq!(at(today, ground, false), refusal, "{today} {ground:?}");
            assert_eq!(at(today, Erasure, false), Some(NoErasure), "{today}");
            assert_eq!(at(today, Erasure, true), None, "{today}: what was granted goes at once");
        }
    }

    #[test]
    fn soon_after_closing_the_fg_does_not_agree_by_number() {
        let [one, two] = [1, 2].map(|n| AccountId::from_bytes(&[n; 16]));
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let kept = Kept { closed: day("2026-08-31"), outcome: Outcome::Mistake, taken_over: None, blocked: None };
        let proposal = ProposedDestruction {
            case: CaseId::from_bytes(&[1; 16]),
            number: CaseNumber { year: 2026, sequence: 17 },
            kept,
            due: due(&kept, &Terms::default(), day("2026-09-01")),
            ground: DestructionGround::Erasure,
            by: one.clone(),
            at: Moment::try_from("2026-09-01T10:00:00Z".to_owned()).unwrap(),
        };
        let by_fg = |today| may_agree(&proposal, Agreeing::PrivacyOfficer(&two), day(today));
        let by_af = |who, today| may_agree(&proposal, Agreeing::Officer(who), day(today));
        assert_eq!(by_fg("2026-09-29"), Err(Refusal::OfficerAgrees));
        assert_eq!([by_fg("2026-09-30"), by_af(&two, "2026-09-01")], [Ok(()), Ok(())]);
        assert_eq!(by_af(&one, "2026-12-01"), Err(Refusal::OtherPersonNeeded));
    }

    #[test]
    fn an_open_or_held_case_is_destroyed_on_no_ground() {
        for ground in DestructionGround::ALL.iter().copied() {
            let never = |_: &Kept| -> Due { panic!("not asked") };
            assert_eq!(may_go(None, never, ground, true), Err(Refusal::NotClosed));
            for blocked in Blocked::ALL.iter().copied() {
                let closed = "2001-01-01".parse().unwrap();
                let kept = Kept { closed, outcome: Outcome::Mistake, taken_over: None, blocked: Some(blocked) };
                assert_eq!(may_go(Some(&kept), never, ground, true), Err(Refusal::Blocked));
            }
        }
    }
}

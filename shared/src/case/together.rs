//! Closing many reports at once that are no real ones: one AF proposes a selection, another AF agrees, and each report
//! in it is closed as a mistake (vergissing). Which reports were selected, and how far the work is, is not known here.
use super::{ActKind, Case, Event, Refusal, notes::ClosedTogether};
use crate::{
    id::{AccountId, TogetherId},
    moment::Moment,
    text::{Line, of_body},
};
use serde::{Deserialize, Serialize};

/// What there is to know of a report that nobody touched, to select it without reading the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Untouched {
    /// A fingerprint of the melder's story: equal for the same text. Others may share it, so the texts are compared too
    /// before anything is closed.
    #[serde(rename = "tekst")]
    pub text: u64,
    /// It says, or may mean, that somebody is in danger or a minor: it is looked at on its own.
    #[serde(rename = "apart")]
    pub apart: bool,
}

impl Untouched {
    /// Of this case; `None` once somebody did anything with it.
    #[must_use]
    pub fn of(case: &Case) -> Option<Self> {
        let report = &case.origins().report;
        let text = fingerprint(report.story.as_str());
        case.entries().is_empty().then(|| Self { text, apart: is_apart(case) })
    }
}

fn is_apart(case: &Case) -> bool {
    let report = &case.origins().report;
    report.acute.may_be() || report.minor.may_be()
}

/// FNV-1a with 64 bits. It guards nothing: see [`Untouched::text`].
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Body of `POST samen-afsluiten`: `{"soort": "akkoord", "inhoud": {"voorstel": "…"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum TogetherCommand {
    /// One AF selects.
    #[serde(rename = "voorstellen")]
    Propose(Selection),
    /// Another AF agrees with exactly that selection.
    #[serde(rename = "akkoord")]
    Agree {
        /// Which.
        #[serde(rename = "voorstel")]
        proposal: TogetherId,
    },
    /// Closes the next portion of a selection that two agreed on. Due work does the same.
    #[serde(rename = "verder")]
    GoOn {
        /// Which.
        #[serde(rename = "voorstel")]
        proposal: TogetherId,
    },
    /// Taken back, or not agreed to.
    #[serde(rename = "afwijzen")]
    Reject {
        /// Which.
        #[serde(rename = "voorstel")]
        proposal: TogetherId,
    },
}

/// The reports that nobody took up and that came in between two moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// The first moment.
    #[serde(rename = "van")]
    pub from: Moment,
    /// The last moment.
    #[serde(rename = "tot")]
    pub until: Moment,
    /// Only those with the same text as the case with this sequence number (volgnummer).
    #[serde(rename = "zoals", default, skip_serializing_if = "Option::is_none")]
    pub like: Option<u32>,
    /// Why they are no real reports. It stands in the timeline of each.
    #[serde(rename = "reden", deserialize_with = "of_body")]
    pub reason: Line,
}

impl TogetherCommand {
    /// The kind of act.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Propose(_) => ActKind::ProposeTogether,
            Self::Agree { .. } | Self::GoOn { .. } => ActKind::AgreeTogether,
            Self::Reject { .. } => ActKind::RejectTogether,
        }
    }
}

/// Whether somebody may agree to what `proposed_by` selected: another AF.
///
/// # Errors
/// [`Refusal::OtherOfficerNeeded`].
pub fn may_agree(actor: &AccountId, proposed_by: &AccountId) -> Result<(), Refusal> {
    ActKind::ProposeTogether.needs().met_by(actor, proposed_by)
}

/// Closes a case as one of many. Nobody may have touched it, by then either; and what may be about a minor or about
/// danger never goes along, whatever was selected.
///
/// # Errors
/// [`Refusal::NotInThisStep`], [`Refusal::VttFirst`], [`Refusal::OtherOfficerNeeded`].
pub fn close(case: &Case, agreed_by: &AccountId, note: ClosedTogether) -> Result<Event, Refusal> {
    may_agree(agreed_by, &note.proposed_by)?;
    let state = Untouched::of(case).ok_or(Refusal::NotInThisStep)?;
    if state.apart { Err(Refusal::VttFirst) } else { Ok(Event::ClosedTogether(note)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        answer::{Known, YesNo},
        case::{
            Progress, Row, Status, Step, Word,
            fixture::{act, apply_by, carry, line, new_case, officer, walk},
        },
        report::{Draft, VttState},
        retention::Outcome,
    };

    fn note() -> ClosedTogether {
        let at = Moment::try_from("2026-04-24T14:00:00Z".to_owned()).unwrap();
        let proposal = TogetherId::from_bytes(&[9; 16]);
        ClosedTogether { proposal, proposed_by: officer(1), proposed_at: at, reason: line("Steeds dezelfde tekst") }
    }

    #[test]
    fn two_afs_close_what_nobody_touched_as_a_mistake_and_it_is_nobodys() {
        let case = new_case(|_| {});
        let event = close(&case, &officer(2), note()).unwrap();
        let closed = apply_by(2, case, event);
        assert_eq!(closed.status().step(), Step::Closed);
        assert_eq!(closed.kept().map(|kept| kept.outcome), Some(Outcome::Mistake));
        assert_eq!(closed.ended_by(), [&officer(1), &officer(2)], "for whoever destroys it: two people");
        assert_eq!(closed.assigned(), None);
        assert_eq!(Progress::of(&closed).word, Some(Word::EndedUntold), "nobody told the melder");
        let again = carry(closed, act(ActKind::Reopen));
        assert!(matches!(again.status(), Status::Received(_)), "any AF can open it again");
        assert_eq!(close(&again, &officer(2), note()), Err(Refusal::NotInThisStep), "and then it was looked at");
    }

    #[test]
    fn one_af_alone_closes_nothing_together() {
        let case = new_case(|_| {});
        assert_eq!(close(&case, &officer(1), note()), Err(Refusal::OtherOfficerNeeded));
    }

    #[test]
    fn what_somebody_took_up_does_not_go_along() {
        for kind in [ActKind::RecordAttempt, ActKind::Assign, ActKind::AddRemark, ActKind::RecordContact] {
            let case = walk(&[kind]);
            assert_eq!(Row::of(&case).untouched, None, "{kind:?}");
            assert_eq!(close(&case, &officer(2), note()), Err(Refusal::NotInThisStep), "{kind:?}");
        }
    }

    #[test]
    fn danger_or_a_minor_is_looked_at_on_its_own() {
        let change = |minor, acute| {
            move |draft: &mut Draft| {
                (draft.minor, draft.acute, draft.called_112) = (Some(minor), Some(acute), Some(YesNo::Yes));
                draft.vtt.state = Some(VttState::Advised);
            }
        };
        for minor in [Known::Yes, Known::No, Known::Unknown] {
            for acute in [Known::Yes, Known::No, Known::Unknown] {
                let case = new_case(change(minor, acute));
                let apart = (minor, acute) != (Known::No, Known::No);
                assert_eq!(Row::of(&case).untouched.map(|row| row.apart), Some(apart), "{minor:?} {acute:?}");
                assert_eq!(close(&case, &officer(2), note()).is_err(), apart, "{minor:?} {acute:?}");
            }
        }
    }

    #[test]
    fn the_same_text_has_the_same_fingerprint() {
        let text = |story: &str| Row::of(&new_case(|draft| draft.story = story.into())).untouched.unwrap().text;
        assert_eq!(text("Verzonnen verhaal"), text("Verzonnen verhaal"));
        assert_ne!(text("Verzonnen verhaal"), text("Verzonnen verhaal."));
    }
}

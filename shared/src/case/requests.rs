//! Data subjects' requests that are still to be decided.
use super::{
    Case, OpenReview, Proposal,
    notes::rights::{Advice, Ground, Right, Verdict},
    rights::RequestState,
};
use crate::{
    id::{AccountId, CaseId, CaseNumber, Revision},
    moment::Day,
};
use chrono::Months;
use serde::{Deserialize, Serialize};

/// A request that is still to be decided, as the FG sees it: nothing of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenRequest {
    /// The case's id.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The case's revision, for `If-Match`.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Which request of that case, counted from 0.
    #[serde(rename = "verzoek")]
    pub request: usize,
    /// The right.
    #[serde(rename = "recht")]
    pub right: Right,
    /// When it came in.
    #[serde(rename = "ontvangenOp")]
    pub received: Day,
    /// Before the end of which day it is to be answered [law: AVG 12 lid 3], or looked at again.
    #[serde(rename = "antwoordUiterlijk")]
    pub answer_by: Day,
    /// The AF's advice, which waits for the FG.
    #[serde(rename = "advies")]
    pub advice: Option<Advised>,
    /// Whether it is an erasure that was granted: the case is still to be destroyed.
    #[serde(rename = "toegewezen", default, skip_serializing_if = "is_not")]
    pub granted: bool,
    /// Whether it is established who asks. Lines of before this was kept do not say.
    #[serde(rename = "identiteitVastgesteld", default = "known")]
    pub identified: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_not(granted: &bool) -> bool {
    !granted
}

fn known() -> bool {
    true
}

/// An AF's advice without its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advised {
    /// The advised decision.
    #[serde(rename = "besluit")]
    pub verdict: Verdict,
    /// The ground.
    #[serde(rename = "grond")]
    pub ground: Ground,
    /// The last day of postponement (uitstellen).
    #[serde(rename = "tot")]
    pub until: Option<Day>,
}

/// Answer to `GET verzoeken`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RequestPage {
    /// First to be answered first.
    #[serde(rename = "verzoeken")]
    pub requests: Vec<OpenRequest>,
    /// Exclusions that wait for a second person.
    #[serde(rename = "uitsluitingen", default)]
    pub exclusions: Vec<OpenExclusion>,
    /// What is to be looked at again, the first day first.
    #[serde(rename = "terugkomdagen", default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<OpenReview>,
    /// The day it is at the server.
    #[serde(rename = "vandaag")]
    pub today: Day,
}

/// An exclusion that waits for a second person, as the FG sees it: nothing of the case, and no reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenExclusion {
    /// Which case.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The case's revision, for `If-Match`.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Who would be excluded.
    #[serde(rename = "wie")]
    pub who: AccountId,
    /// Who asks for it.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The last day on which it works without a second person; none when it does not work yet.
    #[serde(rename = "voorlopigTotEnMet")]
    pub until: Option<Day>,
}

/// The exclusion of a case that waits for a second person. Whether it has lapsed depends on the day.
#[must_use]
pub fn open_exclusion(case: &Case) -> Option<OpenExclusion> {
    let origins = case.origins();
    if case.rights().is_doomed() {
        return None;
    }
    case.pending().iter().find_map(|pending| {
        let Proposal::Exclude(proposed) = &pending.proposal else { return None };
        Some(OpenExclusion {
            case: origins.id.clone(),
            number: origins.number,
            revision: case.revision(),
            who: proposed.who.clone(),
            by: pending.by.clone(),
            until: proposed.until,
        })
    })
}

/// The requests of a case that something is still to be done about: to decide, or to destroy what was granted.
#[must_use]
pub fn open_requests(case: &Case) -> Vec<OpenRequest> {
    let origins = case.origins();
    if case.rights().is_doomed() {
        return Vec::new();
    }
    let of = |(request, state): (usize, &RequestState)| {
        let month = state.request.received.checked_add_months(Months::new(1)).unwrap_or(Day::MAX);
        let deferred = state.decided().and(state.advice.as_ref()).and_then(|advice| advice.until);
        let waits = state.advice.as_ref().filter(|_| state.decided().is_none());
        let advice = |advice: &Advice| Advised { verdict: advice.verdict, ground: advice.ground, until: advice.until };
        OpenRequest {
            case: origins.id.clone(),
            number: origins.number,
            revision: case.revision(),
            request,
            right: state.request.right,
            received: state.request.received,
            answer_by: deferred.unwrap_or(month),
            advice: waits.map(advice),
            granted: state.grants_erasure(),
            identified: state.is_identified(),
        }
    };
    case.rights()
        .requests()
        .iter()
        .enumerate()
        .filter(|(_, state)| state.is_open() || state.grants_erasure())
        .map(of)
        .collect()
}

//! Dates that come back: that telling a data subject was put off is looked at again on a day [law: AVG 14 lid 5].
use super::Case;
use crate::{
    id::{CaseId, CaseNumber, Revision},
    moment::Day,
};
use serde::{Deserialize, Serialize};

/// A case in which something is to be looked at again, as it is listed: nothing of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenReview {
    /// The case's id.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// The case's revision.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// The day on which it is looked at again.
    #[serde(rename = "op")]
    pub on: Day,
}

/// What is to be looked at again in a case: until the person was informed, or a later day was chosen.
#[must_use]
pub fn open_review(case: &Case) -> Option<OpenReview> {
    let (origins, rights) = (case.origins(), case.rights());
    let on = rights.review().filter(|_| !rights.is_doomed())?;
    Some(OpenReview { case: origins.id.clone(), number: origins.number, revision: case.revision(), on })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        ActKind, RightsEvent, Row,
        fixture::{act, carry, new_case, rights::after},
    };

    #[test]
    fn telling_that_was_put_off_comes_back_until_the_person_knows() {
        let case = new_case(|_| {});
        assert_eq!(open_review(&case), None);
        let deferred = carry(case, act(ActKind::DeferInforming));
        let day = "2026-08-01".parse().ok();
        assert_eq!((open_review(&deferred).map(|one| one.on), Row::of(&deferred).review), (day, day));
        let informed = carry(deferred.clone(), act(ActKind::Inform));
        assert_eq!((open_review(&informed), Row::of(&informed).review), (None, None));
        let gone = after(&deferred, 9, RightsEvent::Doomed);
        assert_eq!((open_review(&gone), Row::of(&gone).review), (None, None));
    }
}

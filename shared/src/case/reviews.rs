//! What is looked at again: on a day that was chosen, that telling a data subject was put off [law: AVG 14 lid 5]; at
//! once, what the melder added to a closed case.
use super::Case;
use crate::{
    choice::choice,
    id::{CaseId, CaseNumber, Revision},
    moment::Day,
};
use serde::{Deserialize, Serialize};

choice!(
    /// Why a case is looked at again.
    #[derive(Default)]
    Comeback {
        /// A data subject was not informed yet. All of before this was kept.
        #[default]
        Informing = "inlichten",
        /// The melder added something to a closed case.
        Addition = "aanvulling",
    }
);

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
    /// Why.
    #[serde(rename = "waarom", default)]
    pub why: Comeback,
}

/// What is to be looked at again in a case: until the person was informed, or a later day was chosen; until an AF did
/// something with what the melder added.
#[must_use]
pub fn open_reviews(case: &Case) -> Vec<OpenReview> {
    let (origins, rights) = (case.origins(), case.rights());
    if rights.is_doomed() {
        return Vec::new();
    }
    let both = [(Comeback::Informing, rights.review()), (Comeback::Addition, case.late_addition())];
    let (number, revision) = (origins.number, case.revision());
    let open = |(why, on): (Comeback, Option<Day>)| {
        Some(OpenReview { case: origins.id.clone(), number, revision, on: on?, why })
    };
    both.into_iter().filter_map(open).collect()
}

/// The first day of those.
#[must_use]
pub fn first_review(case: &Case) -> Option<Day> {
    open_reviews(case).into_iter().map(|one| one.on).min()
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
        assert_eq!(open_reviews(&case), []);
        let deferred = carry(case, act(ActKind::DeferInforming));
        let day = "2026-08-01".parse().ok();
        let open: Vec<_> = open_reviews(&deferred).into_iter().map(|one| (one.why, Some(one.on))).collect();
        assert_eq!((open, Row::of(&deferred).review), (vec![(Comeback::Informing, day)], day));
        let informed = carry(deferred.clone(), act(ActKind::Inform));
        assert_eq!((open_reviews(&informed), Row::of(&informed).review), (vec![], None));
        let gone = after(&deferred, 9, RightsEvent::Doomed);
        assert_eq!((open_reviews(&gone), Row::of(&gone).review), (vec![], None));
    }
}

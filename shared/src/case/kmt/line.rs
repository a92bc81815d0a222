//! What the lists hold of questions to KMT.
use super::{KmtStand, KmtState};
use crate::{
    case::{Case, Step},
    id::{AccountId, CaseId, LinkKey, Revision},
    moment::Day,
};
use serde::{Deserialize, Serialize};

/// The last question to KMT of a case, as its line holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KmtOnLine {
    /// How it stands as long as the link works.
    stand: KmtStand,
    /// The last day of the link.
    #[serde(rename = "totEnMet")]
    until: Day,
}

impl KmtOnLine {
    /// That of this case: not once it is closed, and of an answer not once an AF did something after it.
    pub(in crate::case) fn of(case: &Case) -> Option<Self> {
        let all = case.kmt();
        let last = all.last().filter(|_| case.status().step() != Step::Closed)?;
        let stand = last.stand(Day::MIN);
        let said = || case.kmt_words().iter().rfind(|word| word.said.is_some());
        let is_read = || said().is_some_and(|word| word.after < case.entries().len());
        let is_over = stand == KmtStand::Ended || (stand == KmtStand::Answered && is_read());
        (!is_over).then_some(Self { stand, until: last.asked.until })
    }

    /// How it stands on this day.
    #[must_use]
    pub fn on(self, today: Day) -> KmtStand {
        let waits = matches!(self.stand, KmtStand::Asked | KmtStand::AskedBack);
        if waits && today > self.until { KmtStand::Expired } else { self.stand }
    }

    /// Whether somebody with the link may still come.
    #[must_use]
    pub fn has_link(self) -> bool {
        has_link(self.stand)
    }
}

/// An adviser who did not get the answer to their answer sends it once more.
fn has_link(stand: KmtStand) -> bool {
    match stand {
        KmtStand::Asked | KmtStand::AskedBack | KmtStand::Answered => true,
        KmtStand::Expired | KmtStand::Shut | KmtStand::Ended => false,
    }
}

/// The link to a question to KMT with which somebody may still come, so that whoever holds it finds the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenLink {
    /// The case.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// Its revision when this was written.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// The fingerprint of the link.
    pub link: LinkKey,
    /// The last day on which it works.
    #[serde(rename = "totEnMet")]
    pub until: Day,
    /// The account of the adviser who was asked; none where they come with the link.
    #[serde(rename = "adviseur", default, skip_serializing_if = "Option::is_none")]
    pub adviser: Option<AccountId>,
}

/// The links of a case with which somebody may still come, whatever day it is.
#[must_use]
pub fn open_links(case: &Case) -> Vec<OpenLink> {
    let (id, revision) = (&case.origins().id, case.revision());
    let of = |state: &KmtState<'_>| OpenLink {
        case: id.clone(),
        revision,
        link: state.asked.link.clone(),
        until: state.asked.until,
        adviser: state.asked.question.adviser.clone(),
    };
    if case.rights().is_doomed() {
        return Vec::new();
    }
    case.kmt().iter().filter(|state| has_link(state.stand(Day::MIN))).map(of).collect()
}

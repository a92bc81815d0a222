use super::CaseDetail;
use crate::case::{Safety, notes::AdviserSays};

impl CaseDetail {
    /// What is known about safety, as the server knows it: what KMT advised counts too.
    #[must_use]
    pub fn safety(&self) -> Safety {
        let said = self.kmt.iter().flat_map(|question| &question.said);
        let advised = said.filter(|said| said.says == Some(AdviserSays::Advises)).map(|said| said.at);
        Safety::of(&self.report, &self.timeline, &advised.collect::<Vec<_>>())
    }
}

//! What is news to the melder.
use super::{AskedReporter, Progress, Stage};

impl Progress {
    /// Whether there is something that the melder did not know when this was as before. Whoever was called knows that,
    /// and whoever answered knows that too.
    #[must_use]
    pub fn is_news_after(&self, before: &Self) -> bool {
        let known = |one: &AskedReporter| before.questions.iter().any(|other| other.number == one.number);
        let asked = self.questions.iter().any(|one| !known(one));
        let moved = self.stage != before.stage && (self.stage != Stage::Contact || self.without.is_some());
        let ended = self.word.is_some() && self.word != before.word;
        let told = self.told.is_some() && self.told != before.told;
        asked || moved || ended || told || (self.tried && !before.tried)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{
        Act, ActKind, Case, Step,
        fixture::{act, carry, carry_by, case_in, walk},
    };

    #[test]
    fn news_is_what_the_melder_did_not_know_yet() {
        let news = |before: &Case, after: &Case| Progress::of(after).is_news_after(&Progress::of(before));
        let fresh = walk(&[]);
        let after = |kind| carry(fresh.clone(), act(kind));
        assert!(news(&fresh, &after(ActKind::RecordAttempt)), "somebody tried to call");
        assert!(!news(
            &after(ActKind::RecordAttempt),
            &carry(after(ActKind::RecordAttempt), act(ActKind::RecordAttempt))
        ));
        assert!(!news(&fresh, &after(ActKind::RecordContact)), "the melder was spoken with");
        assert!(!news(&fresh, &after(ActKind::AddRemark)), "a note is for AFs");
        let without = carry_by(2, after(ActKind::ProposeNoContact), Act::Agree(None));
        assert!(news(&fresh, &without));
        let asked = carry(case_in(Step::InContact), act(ActKind::AskReporter));
        assert!(news(&case_in(Step::InContact), &asked));
        assert!(!news(&asked, &asked));
        assert!(!news(&asked, &case_in(Step::InContact)), "a question that was taken back is no news");
        for (before, later) in [
            (Step::InContact, Step::Investigation),
            (Step::Investigation, Step::Decision),
            (Step::Decision, Step::Referred),
        ] {
            assert!(news(&case_in(before), &case_in(later)), "{later:?}");
        }
        let told = carry(case_in(Step::Referred), act(ActKind::GiveFeedback));
        assert!(news(&case_in(Step::Referred), &told));
        assert!(news(&told, &carry(told.clone(), Act::Close)));
        assert!(news(&fresh, &after(ActKind::CloseEarly)));
    }
}

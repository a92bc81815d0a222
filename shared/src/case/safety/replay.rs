use super::Safety;
use crate::{case::Entry, moment::Moment, report::Report};

impl Safety {
    /// After these entries, and after what KMT advised at these moments, which stands beside them.
    #[must_use]
    pub fn of(report: &Report, entries: &[Entry], advised: &[Moment]) -> Self {
        let mut safety = Self::reported(report);
        let until = |from: Moment, to: Moment| advised.iter().any(|at| from <= *at && *at < to);
        let mut last = Moment::from_millis(0);
        for entry in entries {
            if until(last, entry.at) {
                safety.kmt_advised();
            }
            let _worse = safety.follow(entry);
            last = entry.at;
        }
        if advised.iter().any(|at| last <= *at) {
            safety.kmt_advised();
        }
        safety
    }
}

use crate::messages::officer::{Told, told};
use shared::{contract::CaseDetail, id::AccountId, moment::Moment};

/// The events of a case with what the melder added between them, by their moments. What was added stands in a card of
/// its own.
pub fn with_additions(detail: &CaseDetail, name: impl Fn(&AccountId) -> String) -> Vec<(Moment, Option<String>, Told)> {
    let events = detail.timeline.iter().map(|entry| (entry.at, Some(name(&entry.by)), told(&entry.event, &name)));
    let mut all: Vec<_> = events.collect();
    for added in detail.answers.iter().filter(|answer| answer.addition().is_some()) {
        let place = all.partition_point(|(at, ..)| *at <= added.at);
        all.insert(place, (added.at, None, Told { title: "De melder voegde iets toe".into(), facts: vec![] }));
    }
    all
}

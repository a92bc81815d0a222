use super::super::parts::name_of;
use crate::messages::officer::told;
use shared::{
    case::{ActKind, Event},
    contract::CaseDetail,
    id::AccountId,
};

/// The meaning of a stale answer, once the case was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Our own act had arrived: only its answer was lost.
    Arrived,
    /// Somebody was first.
    Others(Changed),
}

/// The changes that others made meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The person, in words: `Mo Fictief`, or `Jij, in een ander venster`.
    pub who: String,
    /// The titles of the events, in order.
    pub what: Vec<String>,
    /// Whether the act can still be asked.
    pub possible: bool,
}

/// Whether the answer to an act holds a code that is shown once. It needs a key, so that a retry gets the same.
#[must_use]
pub fn makes_code(kind: ActKind) -> bool {
    matches!(kind, ActKind::IssueCode | ActKind::AskKmt)
}

/// Compares the case as shown with the current case. `unsure`: an earlier try had no answer.
#[must_use]
pub fn change(before: &CaseDetail, after: &CaseDetail, me: Option<&AccountId>, kind: ActKind, unsure: bool) -> Change {
    let new = after.timeline.get(before.timeline.len()..).unwrap_or_default();
    // a code whose answer was lost is unknown: it has to be asked again, with the same key
    let ours = |event: &Event| !makes_code(kind) && ActKind::of(event) == kind;
    if unsure && new.iter().any(|entry| Some(&entry.by) == me && ours(&entry.event)) {
        return Change::Arrived;
    }
    let name = |id: &AccountId| name_of(&after.officers, id);
    let other = new.iter().rev().find(|entry| Some(&entry.by) != me);
    let who = match (other, new.is_empty()) {
        (Some(entry), _) => name(&entry.by),
        (None, false) => "Jij, in een ander venster,".into(),
        (None, true) => "Iemand".into(),
    };
    let what = new.iter().map(|entry| told(&entry.event, name).title).collect();
    let possible = after.commands.contains(&kind) || after.rights.contains(&kind);
    Change::Others(Changed { who, what, possible })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::{detail, officer};
    use shared::case::{
        RightsEvent,
        notes::{Attempt, ContactNote, Means, rights::Why},
    };
    use shared::text::Prose;

    fn attempt() -> Event {
        Event::Attempted(Attempt { happened: None, way: None, note: None })
    }

    fn contact() -> Event {
        let summary = Prose::parse("Gesproken met een verzonnen melder.").ok();
        Event::ContactMade(ContactNote { happened: None, means: Means::Phone, summary })
    }

    #[test]
    fn somebody_else_was_first_and_it_can_still_be_asked() {
        let (before, after) = (detail(vec![]), detail(vec![(2, attempt())]));
        let told = change(&before, &after, Some(&officer(1)), ActKind::RecordContact, false);
        let (who, what) = ("Mo Fictief".into(), vec!["Melder niet bereikt".into()]);
        assert_eq!(told, Change::Others(Changed { who, what, possible: true }));
    }

    #[test]
    fn it_cannot_be_asked_any_more() {
        let (before, after) = (detail(vec![]), detail(vec![(2, contact())]));
        let told = change(&before, &after, Some(&officer(1)), ActKind::RecordContact, true);
        assert!(matches!(told, Change::Others(Changed { possible: false, .. })));
    }

    #[test]
    fn a_lost_answer_is_found_again_only_when_one_was_lost() {
        let (before, after) = (detail(vec![]), detail(vec![(1, contact())]));
        let me = officer(1);
        assert_eq!(change(&before, &after, Some(&me), ActKind::RecordContact, true), Change::Arrived);
        let told = change(&before, &after, Some(&me), ActKind::RecordContact, false);
        assert!(matches!(told, Change::Others(Changed { who, .. }) if who.starts_with("Jij")));
    }

    #[test]
    fn an_act_beside_the_route_is_found_again_too() {
        let reason = Prose::parse("Er loopt een verzonnen zaak.").unwrap();
        let held = Event::Rights(RightsEvent::Held(Why { reason }));
        let (before, after) = (detail(vec![]), detail(vec![(1, held)]));
        let me = officer(1);
        assert_eq!(change(&before, &after, Some(&me), ActKind::Hold, true), Change::Arrived);
        let told = change(&before, &after, Some(&me), ActKind::Restrict, true);
        assert!(matches!(told, Change::Others(Changed { possible: true, .. })));
    }
}

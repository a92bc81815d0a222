//! What keeps people out of a case, and what keeps a case from being worked on or destroyed. A copy of it is kept
//! beside the case's key, which is never older than the case. So when an older copy of the case is put back, what was
//! decided since is decided again ([`Guard::missing`]).
use super::{Case, Entry, Event, Exclusion, Proposal, ProposedExclusion, RightsEvent, notes::rights::Why};
use crate::{
    id::{AccountId, Revision},
    moment::Day,
    text::{Prose, TextError},
};
use serde::{Deserialize, Serialize};

/// The reason in the timeline of an event that [`Guard::missing`] gives. The one of before was in the copy that is
/// gone.
const AGAIN: &str = "Opnieuw ingesteld na het terugzetten van een reservekopie. Dit was besloten na die reservekopie.";

/// What guards a case, without a reason: its content stays in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// The revision of the case that it was made from.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Who may not know of the case.
    #[serde(rename = "uitgesloten", default, skip_serializing_if = "Vec::is_empty")]
    barred: Vec<Barred>,
    /// Who put a legal hold on it, while there is one.
    #[serde(rename = "bewaarplicht", default, skip_serializing_if = "Option::is_none")]
    held_by: Option<AccountId>,
    /// Who restricted its processing, while it is restricted.
    #[serde(rename = "beperkt", default, skip_serializing_if = "Option::is_none")]
    restricted_by: Option<AccountId>,
}

/// An AF who may not know of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Barred {
    #[serde(rename = "wie")]
    who: AccountId,
    #[serde(rename = "door")]
    by: AccountId,
    /// The last day, where no second person has confirmed it.
    #[serde(rename = "totEnMet", default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
}

impl Guard {
    /// What guards this case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let last = |is: &dyn Fn(&Event) -> bool| {
            case.entries().iter().rev().find(|entry| is(&entry.event)).map(|entry| entry.by.clone())
        };
        let held = |event: &Event| matches!(event, Event::Rights(RightsEvent::Held(_)));
        let restricted = |event: &Event| matches!(event, Event::Rights(RightsEvent::Restricted(_)));
        Self {
            revision: case.revision(),
            barred: barred(case),
            held_by: case.rights().hold().and_then(|_| last(&held)),
            restricted_by: case.rights().is_restricted().then(|| last(&restricted)).flatten(),
        }
    }

    /// Whether anything in this case was ever guarded. Of another case there is nothing to keep.
    #[must_use]
    pub fn was_ever(case: &Case) -> bool {
        let is_guard = |event: &Event| {
            matches!(event, Event::Rights(RightsEvent::Held(_) | RightsEvent::Restricted(_)) | Event::OwnReported)
        };
        case.entries().iter().any(|entry| is_guard(&entry.event) || excluded_by(entry).is_some())
    }

    /// Whether both guard the same, of whatever revision.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        Self { revision: other.revision, ..self.clone() } == *other
    }

    /// Whether nothing is guarded.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.barred.is_empty() && self.held_by.is_none() && self.restricted_by.is_none()
    }

    /// Everything that either guards, of this one's revision.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for one in other.barred {
            if !self.barred.contains(&one) {
                self.barred.push(one);
            }
        }
        self.held_by = self.held_by.or(other.held_by);
        self.restricted_by = self.restricted_by.or(other.restricted_by);
        self
    }

    /// The events that an older copy of the case lacks, each with the account that decided it. None of them is given
    /// for what the case has already.
    ///
    /// # Errors
    /// [`TextError`] never: the reason is a text of ours.
    pub fn missing(&self, case: &Case, today: Day) -> Result<Vec<(AccountId, Event)>, TextError> {
        let reason = Prose::parse(AGAIN)?;
        let (exclusions, rights) = (case.exclusions(), case.rights());
        let mut events = Vec::new();
        for Barred { who, by, until } in &self.barred {
            let (who, reason) = (who.clone(), reason.clone());
            let names = exclusions.names(&who);
            let event = match until {
                None if !names => Event::Excluded(Exclusion { who, reason }),
                Some(until) if !names && !exclusions.names_provisionally(&who, today) && today <= *until => {
                    Event::Proposed(Proposal::Exclude(ProposedExclusion { who, reason, until: Some(*until) }))
                }
                None | Some(_) => continue,
            };
            events.push((by.clone(), event));
        }
        // a case whose destruction was agreed to takes nothing any more
        if rights.is_doomed() {
            return Ok(events);
        }
        let held = self.held_by.iter().filter(|_| rights.hold().is_none());
        let held = held.map(|by| (by.clone(), Event::Rights(RightsEvent::Held(Why { reason: reason.clone() }))));
        let restricted = self.restricted_by.iter().filter(|_| !rights.is_restricted());
        let restricted =
            restricted.map(|by| (by.clone(), Event::Rights(RightsEvent::Restricted(Why { reason: reason.clone() }))));
        Ok(events.into_iter().chain(held).chain(restricted).collect())
    }
}

/// The AF whom an entry excludes, before anybody agreed.
fn excluded_by(entry: &Entry) -> Option<&AccountId> {
    if let Event::Excluded(note) = &entry.event {
        return Some(&note.who);
    }
    if let Event::Proposed(Proposal::Exclude(proposed)) = &entry.event {
        return Some(&proposed.who);
    }
    matches!(entry.event, Event::OwnReported).then_some(&entry.by)
}

/// Those that an entry of the case excludes. Who was excluded when the report came in is in every copy of the case.
fn barred(case: &Case) -> Vec<Barred> {
    let exclusions = case.exclusions();
    let mut barred: Vec<Barred> = Vec::new();
    for entry in case.entries().iter().rev() {
        let Some(who) = excluded_by(entry).filter(|who| barred.iter().all(|one| one.who != **who)) else { continue };
        let until = match (exclusions.names(who), exclusions.provisionally_until(who)) {
            (true, _) => None,
            (false, Some(until)) => Some(until),
            (false, None) => continue,
        };
        barred.push(Barred { who: who.clone(), by: entry.by.clone(), until });
    }
    barred.reverse();
    barred
}

#[cfg(test)]
mod tests;

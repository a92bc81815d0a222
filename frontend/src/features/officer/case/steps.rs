use super::super::dossier::Story;
use crate::{
    messages::{Words, day_short, days_left},
    ui::{StepItem, StepState, Steps, StepsLook},
};
use leptos::prelude::*;
use shared::{
    case::{Entry, Stage},
    contract::CaseDetail,
    moment::Day,
};
use std::sync::Arc;

/// The four steps of the route, and afgerond.
#[component]
pub fn RouteSteps(detail: Arc<CaseDetail>, story: Arc<Story>) -> impl IntoView {
    let items = items(&detail, &story);
    view! { <Steps items=Signal::stored(items) look=StepsLook::Lying/> }
}

fn items(detail: &CaseDetail, story: &Story) -> Vec<StepItem> {
    let now = Stage::from(detail.step);
    let item = |(at, stage): (usize, &Stage)| StepItem {
        label: label(at, *stage),
        note: note(*stage, now, detail, story),
        state: state(*stage, now),
    };
    Stage::ALL.iter().enumerate().map(item).collect()
}

fn label(at: usize, stage: Stage) -> String {
    match stage {
        Stage::Reported => "1 Gemeld".into(),
        Stage::Contact => "2 Contact".into(),
        Stage::Decision => "4 Beslismoment".into(),
        Stage::Investigation => format!("{} {}", at + 1, stage.words()),
        Stage::Done => stage.words().into(),
    }
}

/// The step the work is at: until the melder was reached that is contact, not the report itself.
fn state(stage: Stage, now: Stage) -> StepState {
    let at = if now == Stage::Reported { Stage::Contact } else { now };
    match (stage as u8).cmp(&(at as u8)) {
        std::cmp::Ordering::Less => StepState::Done,
        std::cmp::Ordering::Equal => StepState::Current,
        std::cmp::Ordering::Greater => StepState::ToDo,
    }
}

fn note(stage: Stage, now: Stage, detail: &CaseDetail, story: &Story) -> Option<String> {
    let reached = stage as u8 <= now as u8;
    let by = |day: Day| Some(format!("uiterlijk {}", days_left(day, detail.today)));
    match (stage, reached) {
        (Stage::Reported, _) => Some(day_short(detail.received.day())),
        (Stage::Contact, _) if detail.report.reporter().is_none() => Some("geen melder".into()),
        (Stage::Contact, false) => by(detail.contact_by),
        (Stage::Investigation, _) if now == Stage::Investigation => story.plan.as_ref().and_then(|plan| by(plan.until)),
        (_, true) => began(stage, detail).map(day_short),
        (_, false) => None,
    }
}

fn began(stage: Stage, detail: &CaseDetail) -> Option<Day> {
    let begun = |entry: &&Entry| Stage::begun_by(&entry.event) == Some(stage);
    detail.timeline.iter().rev().find(begun).map(|entry| entry.happened().day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::{fixture::detail, story};

    #[test]
    fn a_new_report_waits_for_contact() {
        let case = detail(vec![]);
        let items = items(&case, &story(&case));
        let states: Vec<StepState> = items.iter().map(|item| item.state).collect();
        use StepState::{Current, Done, ToDo};
        assert_eq!(states, [Done, Current, ToDo, ToDo, ToDo]);
        assert_eq!(items[0].note.as_deref(), Some("vr 24 apr"));
        assert_eq!(items[1].note.as_deref(), Some("uiterlijk vandaag"));
    }
}

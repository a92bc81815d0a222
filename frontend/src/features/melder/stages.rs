use crate::{
    messages::{Words, day},
    ui::{StepItem, StepState},
};
use shared::case::{Progress, Stage};

/// The four steps, and "afgerond" once it is. Steps that a melding never reached are left out when it is closed.
#[must_use]
pub fn items(progress: &Progress) -> Vec<StepItem> {
    let closed = progress.stage == Stage::Done;
    let shown = Stage::ALL.iter().copied().filter(|stage| {
        let reached = reached(progress, *stage).is_some();
        reached || (!closed && *stage != Stage::Done)
    });
    shown.map(|stage| item(progress, stage)).collect()
}

fn reached(progress: &Progress, stage: Stage) -> Option<String> {
    progress.steps.iter().find(|step| step.stage == stage).map(|step| day(step.day))
}

fn item(progress: &Progress, stage: Stage) -> StepItem {
    let reached = reached(progress, stage);
    let waits_for_contact = stage == Stage::Contact && progress.stage == Stage::Reported;
    let under_way = matches!(stage, Stage::Investigation | Stage::Decision) && stage == progress.stage;
    let state = match (waits_for_contact || under_way, reached.is_some()) {
        (true, _) => StepState::Current,
        (false, true) => StepState::Done,
        (false, false) => StepState::ToDo,
    };
    let note = match (waits_for_contact, under_way) {
        (true, _) => Some(format!("uiterlijk {}", day(progress.contact_by))),
        (false, true) => reached.map(|day| format!("bezig sinds {day}")),
        (false, false) => reached,
    };
    StepItem { label: stage.words().into(), note, state }
}

/// The text for it.
#[must_use]
pub fn explanation(progress: &Progress) -> String {
    match progress.stage {
        Stage::Reported if progress.tried => {
            "We hebben je gebeld, maar niet bereikt. We proberen het opnieuw. Je mag ook zelf bellen.".into()
        }
        Stage::Reported => {
            format!("Een aandachtsfunctionaris belt je uiterlijk {}.", day(progress.contact_by))
        }
        Stage::Contact => "Je hebt met een aandachtsfunctionaris gesproken. Samen vullen jullie de melding aan.".into(),
        Stage::Investigation => "We zoeken uit wat er speelt. Zoek zelf niets extra op.".into(),
        Stage::Decision => "We bespreken je melding in het werkoverleg. Je hoort van ons.".into(),
        Stage::Done => {
            "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding."
                .into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{case::ProgressStep, moment::Day};

    fn april(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn states(progress: &Progress) -> Vec<(StepState, Option<String>)> {
        items(progress).into_iter().map(|item| (item.state, item.note)).collect()
    }

    #[test]
    fn a_fresh_melding_waits_for_contact() {
        use StepState::{Current, Done, ToDo};
        let fresh = Progress::received(april(24), april(30));
        assert_eq!(
            states(&fresh),
            [
                (Done, Some("vrijdag 24 april".into())),
                (Current, Some("uiterlijk donderdag 30 april".into())),
                (ToDo, None),
                (ToDo, None)
            ]
        );
        assert!(explanation(&fresh).contains("donderdag 30 april"));
        assert!(explanation(&Progress { tried: true, ..fresh }).contains("niet bereikt"));
    }

    #[test]
    fn closed_early_shows_only_what_happened() {
        let mut closed = Progress::received(april(24), april(30));
        closed.stage = Stage::Done;
        closed.steps.push(ProgressStep { stage: Stage::Done, day: april(28) });
        assert_eq!(items(&closed).len(), 2);
        assert!(explanation(&closed).contains("Dat zegt niets over je melding"));
    }

    #[test]
    fn an_investigation_is_under_way() {
        let mut progress = Progress::received(april(24), april(30));
        progress.stage = Stage::Investigation;
        progress.steps.push(ProgressStep { stage: Stage::Contact, day: april(28) });
        progress.steps.push(ProgressStep { stage: Stage::Investigation, day: april(29) });
        let states = states(&progress);
        assert_eq!(states[1].0, StepState::Done);
        assert_eq!(states[2], (StepState::Current, Some("bezig sinds woensdag 29 april".into())));
    }
}

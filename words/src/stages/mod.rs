//! How a melding stands, in the melder's words.
mod telling;

pub use telling::{Dutch, SOON, Telling};

use crate::{StepItem, StepState};
use shared::case::{Progress, Stage, Word, notes::NoContactReason};
use telling::seen;

/// The four steps, and "afgerond" once it is. Steps that a melding never reached are left out when it is closed.
#[must_use]
pub fn items(progress: &Progress) -> Vec<StepItem> {
    items_in::<Dutch>(progress)
}

/// The same in another language.
#[must_use]
pub fn items_in<T: Telling>(progress: &Progress) -> Vec<StepItem> {
    let closed = progress.stage == Stage::Done;
    let shown = Stage::ALL.iter().copied().filter(|stage| {
        let reached = reached::<T>(progress, *stage).is_some();
        reached || (!closed && *stage != Stage::Done)
    });
    shown.map(|stage| item::<T>(progress, stage)).collect()
}

fn reached<T: Telling>(progress: &Progress, stage: Stage) -> Option<String> {
    progress.steps.iter().find(|step| step.stage == stage).map(|step| seen::<T>(progress, step.day))
}

fn item<T: Telling>(progress: &Progress, stage: Stage) -> StepItem {
    let reached = reached::<T>(progress, stage);
    let waits_for_contact = stage == Stage::Contact && progress.stage == Stage::Reported;
    let under_way = matches!(stage, Stage::Investigation | Stage::Decision) && stage == progress.stage;
    let state = match (waits_for_contact || under_way, reached.is_some()) {
        (true, _) => StepState::Current,
        (false, true) => StepState::Done,
        (false, false) => StepState::ToDo,
    };
    let note = match (waits_for_contact, under_way) {
        (true, _) => T::call(progress),
        (false, true) => reached.map(|day| T::since(&day)),
        (false, false) => reached,
    };
    StepItem { label: T::stage(stage).into(), note, state }
}

/// The text for it. When the route goes on without having spoken with the melder, it says so first.
#[must_use]
pub fn explanation(progress: &Progress) -> String {
    match progress.without {
        Some(reason) => format!("{} {}", without(reason), course(progress)),
        None => course(progress),
    }
}

fn without(reason: NoContactReason) -> &'static str {
    match reason {
        NoContactReason::Unreachable => "We konden je niet bereiken. Bel ons: we horen graag van je.",
        NoContactReason::Gone => "We hebben je niet gesproken. Bel ons: we horen graag van je.",
        // nobody has its code
        NoContactReason::NoReporter => "Er is geen melder. Heb je een vraag? Bel ons.",
        NoContactReason::Unwanted => "We bellen je niet, zoals je vroeg. Je mag ons altijd bellen.",
    }
}

fn course(progress: &Progress) -> String {
    match progress.stage {
        Stage::Reported if progress.unopened => NOT_OPENED.into(),
        Stage::Reported if progress.tried => {
            "We hebben je gebeld, maar niet bereikt. We proberen het opnieuw. Je mag ook zelf bellen.".into()
        }
        Stage::Reported if !progress.alarms.is_empty() => format!("We bellen je {SOON}."),
        Stage::Reported => Dutch::call(progress).map_or_else(
            || "We openen je melding nu. Kijk over een minuut nog eens: dan staat hier wanneer we je bellen.".into(),
            |when| format!("Een aandachtsfunctionaris belt je {when}."),
        ),
        Stage::Contact if progress.without.is_some() => "We gaan intussen verder met je melding.".into(),
        Stage::Contact => "Je hebt met een aandachtsfunctionaris gesproken. Samen vullen jullie de melding aan.".into(),
        Stage::Investigation => "We zoeken uit wat er speelt. Zoek zelf niets extra op.".into(),
        Stage::Decision | Stage::Done => after_investigation(progress).into(),
    }
}

/// When a report cannot be opened: only its sender can do something.
const NOT_OPENED: &str =
    "We kunnen je melding niet openen. Niemand heeft haar gelezen. Meld het nog een keer, of bel ons.";

/// True for how it stands or ended. Neither the decision nor the reason is the melder's to know.
fn after_investigation(progress: &Progress) -> &'static str {
    match (progress.stage == Stage::Done, progress.word) {
        (_, Some(Word::EndedEarly)) => "We hebben je melding afgesloten en je verteld waarom.",
        (_, Some(Word::EndedUntold)) => "We hebben je melding afgesloten. Wil je weten waarom? Bel ons.",
        (_, Some(Word::Untold)) => {
            "We hebben je melding besproken. Meer kunnen we je nu niet vertellen. Dat zegt niets over je melding."
        }
        (true, Some(Word::Decided)) => {
            "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding."
        }
        (_, Some(Word::Told)) if progress.without.is_some() => {
            "We hebben je melding besproken en je daarover geschreven. Meer mogen we niet altijd vertellen. Dat zegt niets \
             over je melding."
        }
        (true, Some(Word::Told)) => {
            "We hebben je melding besproken en met jou gesproken. Meer mogen we niet altijd vertellen. Dat zegt niets \
             over je melding."
        }
        (false, Some(Word::Told)) => "We hebben je melding besproken en met jou gesproken. We ronden het nu af.",
        (false, Some(Word::Decided)) => "We hebben je melding besproken en een besluit genomen. Je hoort van ons.",
        (true, None) => "Je melding is afgerond. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding.",
        (false, None) => "We bespreken je melding in het werkoverleg. Je hoort van ons.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{case::ProgressStep, moment::Day, report::Alarm};

    fn april(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn states(progress: &Progress) -> Vec<(StepState, Option<String>)> {
        items(progress).into_iter().map(|item| (item.state, item.note)).collect()
    }

    #[test]
    fn a_fresh_melding_waits_for_contact() {
        use StepState::{Current, Done, ToDo};
        let fresh = Progress::received(april(24), april(30), vec![]);
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
    fn what_cannot_wait_is_promised_no_day() {
        for alarm in Alarm::ALL {
            let urgent = Progress::received(april(24), april(30), vec![*alarm]);
            assert_eq!(explanation(&urgent), "We bellen je zo snel mogelijk.");
            assert_eq!(items(&urgent)[1].note.as_deref(), Some("zo snel mogelijk"));
        }
    }

    #[test]
    fn what_nobody_opened_yet_is_promised_no_day() {
        let sealed = Progress { sealed: true, ..Progress::received(april(24), april(30), vec![]) };
        assert!(explanation(&sealed).starts_with("We openen je melding nu."));
        assert_eq!(states(&sealed)[1], (StepState::Current, None));
    }

    #[test]
    fn what_does_not_open_is_said_and_promised_no_day() {
        let fresh = Progress::received(april(24), april(30), vec![]);
        let closed = Progress { sealed: true, unopened: true, ..fresh };
        assert!(explanation(&closed).contains("Meld het nog een keer, of bel ons."));
        assert_eq!(states(&closed)[1], (StepState::Current, None));
    }

    #[test]
    fn a_day_in_another_year_is_shown_with_it() {
        let (december, january) = (Day::from_ymd_opt(2026, 12, 30).unwrap(), Day::from_ymd_opt(2027, 1, 5).unwrap());
        let progress = Progress::received(december, january, vec![]);
        assert_eq!(explanation(&progress), "Een aandachtsfunctionaris belt je uiterlijk dinsdag 5 januari 2027.");
        let first = "woensdag 30 december".to_owned();
        assert_eq!(
            states(&progress)[..2],
            [(StepState::Done, Some(first)), (StepState::Current, Some("uiterlijk dinsdag 5 januari 2027".into()))]
        );
    }

    #[test]
    fn the_text_is_true_for_how_it_ended() {
        let with =
            |stage, word| explanation(&Progress { stage, word, ..Progress::received(april(24), april(30), vec![]) });
        for word in Word::ALL.iter().copied().map(Some).chain([None]) {
            let text = with(Stage::Done, word);
            let discussed = matches!(word, Some(Word::Told | Word::Untold | Word::Decided));
            assert_eq!(text.contains("besproken"), discussed, "{word:?}: {text}");
            assert!(!text.contains("Je hoort van ons"), "{word:?}: {text}");
        }
        assert!(!with(Stage::Done, Some(Word::EndedUntold)).contains("verteld"));
        assert_eq!(with(Stage::Done, Some(Word::EndedEarly)), "We hebben je melding afgesloten en je verteld waarom.");
        assert!(with(Stage::Decision, None).contains("in het werkoverleg"));
        assert!(with(Stage::Decision, Some(Word::Decided)).contains("besluit genomen"));
        assert!(!with(Stage::Decision, Some(Word::Untold)).contains("met jou"));
    }

    /// Whoever was not spoken with never reads that they were.
    #[test]
    fn without_contact_nothing_says_that_we_spoke() {
        for reason in NoContactReason::ALL.iter().copied() {
            for stage in Stage::ALL.iter().copied().filter(|stage| *stage != Stage::Reported) {
                for word in Word::ALL.iter().copied().map(Some).chain([None]) {
                    let fresh = Progress::received(april(24), april(30), vec![]);
                    let progress = Progress { stage, word, without: Some(reason), ..fresh };
                    let text = explanation(&progress);
                    assert!(text.contains("ons"), "{text}");
                    assert!(!text.contains("gesproken met"), "{stage:?} {word:?}: {text}");
                    assert!(!text.contains("Je hebt met") && !text.contains("met jou gesproken"), "{text}");
                    assert!(items(&progress).iter().all(|item| item.note.as_deref() != Some("uiterlijk")));
                }
            }
        }
        let fresh = Progress::received(april(24), april(30), vec![]);
        let contact = Progress { stage: Stage::Contact, without: Some(NoContactReason::Unreachable), ..fresh };
        assert_eq!(states(&contact)[1], (StepState::ToDo, None), "and no day is promised any more");
        assert!(explanation(&contact).starts_with("We konden je niet bereiken. Bel ons"));
    }

    #[test]
    fn closed_early_shows_only_what_happened() {
        let mut closed = Progress::received(april(24), april(30), vec![]);
        closed.stage = Stage::Done;
        closed.steps.push(ProgressStep { stage: Stage::Done, day: april(28) });
        assert_eq!(items(&closed).len(), 2);
        assert!(explanation(&closed).contains("Dat zegt niets over je melding"));
    }

    #[test]
    fn an_investigation_is_under_way() {
        let mut progress = Progress::received(april(24), april(30), vec![]);
        progress.stage = Stage::Investigation;
        progress.steps.push(ProgressStep { stage: Stage::Contact, day: april(28) });
        progress.steps.push(ProgressStep { stage: Stage::Investigation, day: april(29) });
        let states = states(&progress);
        assert_eq!(states[1].0, StepState::Done);
        assert_eq!(states[2], (StepState::Current, Some("bezig sinds woensdag 29 april".into())));
    }
}

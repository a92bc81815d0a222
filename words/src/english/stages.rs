//! How a melding stands, in the melder's words.
use super::days::day_seen;
use crate::{language::Spoken, stages::Telling};
use shared::{
    case::{Progress, Stage, Word, notes::NoContactReason},
    moment::Day,
};

/// The steps in English.
#[derive(Debug)]
pub struct English;

impl Telling for English {
    const SOON: &'static str = "as soon as possible";

    fn stage(stage: Stage) -> &'static str {
        stage.english()
    }

    fn day(day: Day, from: Day) -> String {
        day_seen(day, from)
    }

    fn by(day: &str) -> String {
        format!("by {day} at the latest")
    }

    fn since(day: &str) -> String {
        format!("under way since {day}")
    }
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
        NoContactReason::Unreachable => "We could not reach you. Call us: we would like to hear from you.",
        NoContactReason::Gone => "We have not spoken with you. Call us: we would like to hear from you.",
        NoContactReason::NoReporter => "Nobody reported this to us. Do you have a question? Call us.",
        NoContactReason::Unwanted => "We don’t call you, as you asked. You may always call us.",
    }
}

fn course(progress: &Progress) -> String {
    match progress.stage {
        Stage::Reported if progress.unopened => {
            "We can’t open your report. Nobody has read it. Report it once more, or call us.".into()
        }
        Stage::Reported if progress.tried => {
            "We called you, but could not reach you. We will try again. You may also call us.".into()
        }
        Stage::Reported if !progress.alarms.is_empty() => format!("We will call you {}.", English::SOON),
        Stage::Reported => English::call(progress).map_or_else(
            || {
                "We are opening your report now. Look again in a minute: then it says here when we will call you."
                    .into()
            },
            |when| format!("An aandachtsfunctionaris will call you {when}."),
        ),
        Stage::Contact if progress.without.is_some() => "Meanwhile we go on with your report.".into(),
        Stage::Contact => "You have spoken with an aandachtsfunctionaris. Together you complete the report.".into(),
        Stage::Investigation => "We find out what is going on. Don’t look for more yourself.".into(),
        Stage::Decision | Stage::Done => after_investigation(progress).into(),
    }
}

/// True for how it stands or ended. Neither the decision nor the reason is the melder's to know.
fn after_investigation(progress: &Progress) -> &'static str {
    match (progress.stage == Stage::Done, progress.word) {
        (_, Some(Word::EndedEarly)) => "We have closed your report and told you why.",
        (_, Some(Word::EndedUntold)) => "We have closed your report. Do you want to know why? Call us.",
        (_, Some(Word::Untold)) => {
            "We have discussed your report. We can’t tell you more now. That says nothing about your report."
        }
        (true, Some(Word::Decided)) => {
            "We have discussed your report. We may not always tell more. That says nothing about your report."
        }
        (_, Some(Word::Told)) if progress.without.is_some() => {
            "We have discussed your report and written to you about it. We may not always tell more. That says nothing \
             about your report."
        }
        (true, Some(Word::Told)) => {
            "We have discussed your report and spoken with you. We may not always tell more. That says nothing about \
             your report."
        }
        (false, Some(Word::Told)) => "We have discussed your report and spoken with you. Now we finish it.",
        (false, Some(Word::Decided)) => "We have discussed your report and taken a decision. You will hear from us.",
        (true, None) => "Your report is finished. We may not always tell more. That says nothing about your report.",
        (false, None) => "We discuss your report in our meeting. You will hear from us.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn april(day: u32) -> Day {
        Day::from_ymd_opt(2026, 4, day).unwrap()
    }

    #[test]
    fn the_day_of_the_call_is_in_the_text_and_in_the_steps() {
        let fresh = Progress::received(april(24), april(30), vec![]);
        let items = Language::English.items(&fresh);
        assert_eq!(items[1].note.as_deref(), Some("by Thursday 30 April at the latest"));
        assert_eq!(items[0].label, "Reported");
        assert_eq!(explanation(&fresh), "An aandachtsfunctionaris will call you by Thursday 30 April at the latest.");
    }

    /// The same promises as in Dutch: who was not spoken with never reads that they were, and no text knows a decision.
    #[test]
    fn without_contact_nothing_says_that_we_spoke() {
        for reason in NoContactReason::ALL.iter().copied() {
            for stage in Stage::ALL.iter().copied() {
                for word in Word::ALL.iter().copied().map(Some).chain([None]) {
                    let fresh = Progress::received(april(24), april(30), vec![]);
                    let text = explanation(&Progress { stage, word, without: Some(reason), ..fresh });
                    // that we have not is what it says first
                    let rest = text.replacen("We have not spoken with you.", "", 1);
                    assert!(!rest.to_lowercase().contains("spoken with"), "{stage:?} {word:?}: {text}");
                    assert!(!rest.contains("You have spoken"), "{stage:?} {word:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn what_ended_early_was_not_discussed() {
        for word in [Word::EndedEarly, Word::EndedUntold] {
            let fresh = Progress::received(april(24), april(30), vec![]);
            let text = explanation(&Progress { stage: Stage::Done, word: Some(word), ..fresh });
            assert!(!text.contains("discussed"), "{text}");
        }
    }
}

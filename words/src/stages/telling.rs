//! What the steps of a melding say, in each language.
use crate::{Words, day_seen};
use shared::{
    case::{Progress, Stage},
    moment::Day,
};

/// When somebody calls about a melding that cannot wait.
pub const SOON: &str = "zo snel mogelijk";

/// What the steps say in a language. A type for each: the app has only one of them in its module.
pub trait Telling {
    /// When somebody calls about a melding that cannot wait.
    const SOON: &'static str;

    /// The name of a step.
    fn stage(stage: Stage) -> &'static str;

    /// A day; with its year when it is another than that of `from`.
    fn day(day: Day, from: Day) -> String;

    /// Not later than that day.
    fn by(day: &str) -> String;

    /// Not finished since that day.
    fn since(day: &str) -> String;

    /// When an AF calls. An urgent melding promises no day, and of one that nobody opened yet we cannot say.
    fn call(progress: &Progress) -> Option<String> {
        match (progress.sealed, progress.alarms.is_empty()) {
            (true, _) => None,
            (false, true) => Some(Self::by(&seen::<Self>(progress, progress.contact_by))),
            (false, false) => Some(Self::SOON.into()),
        }
    }
}

/// The steps in Dutch.
#[derive(Debug)]
pub struct Dutch;

impl Telling for Dutch {
    const SOON: &'static str = SOON;

    fn stage(stage: Stage) -> &'static str {
        stage.words()
    }

    fn day(day: Day, from: Day) -> String {
        day_seen(day, from)
    }

    fn by(day: &str) -> String {
        format!("uiterlijk {day}")
    }

    fn since(day: &str) -> String {
        format!("bezig sinds {day}")
    }
}

/// A day of this melding: with its year when that is not the year in which it was reported.
pub fn seen<T: Telling + ?Sized>(progress: &Progress, day: Day) -> String {
    T::day(day, progress.steps.first().map_or(day, |first| first.day))
}

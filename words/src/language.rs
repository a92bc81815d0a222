//! In which language a page speaks to the melder.
use crate::{
    StepItem, Words, days, english, finding, melder, problem, report,
    stages::{self, Telling},
};
use shared::{
    case::Progress,
    contract::Problem,
    indicators::ExploitationForm,
    moment::Day,
    profile::Function,
    report::{Field, FindingCode, Part, VttState},
    retention::Length,
};

/// A language of the melder's pages. The app and the AF's pages are in Dutch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Nederlands.
    #[default]
    Dutch,
    /// For colleagues who need it.
    English,
}

/// Has a name in every [`Language`].
pub trait Spoken: Words {
    /// As shown in English, without a full stop.
    fn english(self) -> &'static str;
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// As HTML and HTTP name it (BCP 47).
    #[must_use]
    pub fn code(self) -> &'static str {
        self.say("nl", "en")
    }

    /// What is said in this language.
    pub fn say<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// The name of a choice.
    pub fn words<T: Spoken>(self, one: T) -> &'static str {
        self.say(one.words(), one.english())
    }

    /// The heading of a part of the form.
    #[must_use]
    pub fn title(self, part: Part) -> &'static str {
        self.say(melder::title(part), english::melder::title(part))
    }

    /// The text before the questions of a part; empty for none.
    #[must_use]
    pub fn lead(self, part: Part) -> &'static str {
        self.say(melder::lead(part), english::melder::lead(part))
    }

    /// The name of a field.
    #[must_use]
    pub fn field_name(self, field: Field) -> &'static str {
        self.say(finding::field_name(field), english::field::name(field))
    }

    /// Under the name of a field; empty for none.
    #[must_use]
    pub fn hint(self, field: Field) -> &'static str {
        self.say(melder::hint(field), english::field::hint(field))
    }

    /// Under the e-mail address, where melders are told by mail that there is news.
    #[must_use]
    pub fn mailed(self) -> &'static str {
        self.say(melder::MAILED, english::melder::MAILED)
    }

    /// The advice for a finding.
    #[must_use]
    pub fn finding(self, field: Field, code: FindingCode) -> String {
        match self {
            Self::Dutch => finding::finding(field, code),
            Self::English => english::finding::finding(field, code),
        }
    }

    /// The explanation of a form of exploitation.
    #[must_use]
    pub fn form_hint(self, form: ExploitationForm) -> &'static str {
        self.say(report::form_hint(form), english::melder::form_hint(form))
    }

    /// The advice that follows from the contact with Veilig Thuis; empty for none.
    #[must_use]
    pub fn after_veilig_thuis(self, state: VttState) -> &'static str {
        self.say(melder::after_veilig_thuis(state), english::melder::after_veilig_thuis(state))
    }

    /// Who reads a report. The names of functions are the gemeente's own.
    #[must_use]
    pub fn readers(self, functions: &[Function]) -> String {
        match self {
            Self::Dutch => report::readers(functions),
            Self::English => english::melder::readers(functions),
        }
    }

    /// A day with its year.
    #[must_use]
    pub fn day_with_year(self, day: Day) -> String {
        match self {
            Self::Dutch => days::day_with_year(day),
            Self::English => english::days::day_with_year(day),
        }
    }

    /// How long something is kept.
    #[must_use]
    pub fn length(self, length: Length) -> String {
        match self {
            Self::Dutch => length.to_string(),
            Self::English => english::days::length(length),
        }
    }

    /// When an AF calls; none of a melding that nobody opened yet.
    #[must_use]
    pub fn call(self, progress: &Progress) -> Option<String> {
        match self {
            Self::Dutch => stages::Dutch::call(progress),
            Self::English => english::stages::English::call(progress),
        }
    }

    /// The steps of a melding.
    #[must_use]
    pub fn items(self, progress: &Progress) -> Vec<StepItem> {
        match self {
            Self::Dutch => stages::items(progress),
            Self::English => stages::items_in::<english::stages::English>(progress),
        }
    }

    /// How a melding stands.
    #[must_use]
    pub fn explanation(self, progress: &Progress) -> String {
        match self {
            Self::Dutch => stages::explanation(progress),
            Self::English => english::stages::explanation(progress),
        }
    }

    /// The text for a problem of which a melder can hear.
    #[must_use]
    pub fn problem(self, problem: &Problem) -> &'static str {
        self.say(problem::problem_by_kind(problem), english::problem::problem(problem))
    }
}

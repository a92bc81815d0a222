use crate::{CALL_BACK, FORM};
use words::Language;

/// Which form it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asks {
    /// All questions.
    #[default]
    Everything,
    /// What has to be known before somebody calls.
    CallBack,
}

impl Asks {
    /// Its address.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::Everything => FORM,
            Self::CallBack => CALL_BACK,
        }
    }

    /// Its heading.
    pub(super) fn title(self, language: Language) -> &'static str {
        match self {
            Self::Everything => language.say("Ik wil iets melden", "I want to report something"),
            Self::CallBack => language.say("Bel mij terug", "Call me back"),
        }
    }

    /// What it is.
    pub(super) fn about(self, language: Language) -> &'static str {
        match self {
            Self::Everything => language.say(
                "Dit is het eenvoudige formulier. Het werkt in elke browser en vraagt hetzelfde. Het bewaart niets op dit \
                 apparaat.",
                "This form keeps nothing on this device. You may write in English or in Dutch.",
            ),
            Self::CallBack => language.say(
                "Praat je liever? Laat je naam en je nummer achter. Een aandachtsfunctionaris belt je. Het telt als een \
                 melding: je krijgt een code, en binnen drie werkdagen belt iemand.",
                "Would you rather talk? Leave your name and your number. An aandachtsfunctionaris will call you. It counts \
                 as a report: you get a code, and somebody will call within three working days.",
            ),
        }
    }
}

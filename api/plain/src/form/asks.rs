use crate::{CALL_BACK, FORM};

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
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Everything => "Ik wil iets melden",
            Self::CallBack => "Bel mij terug",
        }
    }

    /// What it is.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Everything => {
                "Dit is het eenvoudige formulier. Het werkt in elke browser en vraagt hetzelfde. Het bewaart niets op dit \
                 apparaat."
            }
            Self::CallBack => {
                "Praat je liever? Laat je naam en je nummer achter. Een aandachtsfunctionaris belt je. Het telt als een \
                 melding: je krijgt een code, en binnen drie werkdagen belt iemand."
            }
        }
    }
}

//! The names of choices.
use crate::language::Spoken;
use shared::{
    answer::{Known, YesNo},
    case::Stage,
    indicators::{ExploitationForm, Origin},
    report::{CallFirst, Subject, VttState},
    retention::Outcome,
};

impl Spoken for Subject {
    fn english(self) -> &'static str {
        match self {
            Self::Person => "About a person",
            Self::Place => "About a place or a business",
        }
    }
}

impl Spoken for ExploitationForm {
    fn english(self) -> &'static str {
        match self {
            Self::Sexual => "Sexual exploitation",
            Self::Labour => "Labour exploitation",
            Self::Criminal => "Criminal exploitation",
            Self::OrganSurrogacy => "Forced organ removal or surrogacy",
            Self::Other => "Something else",
            Self::Unknown => "I don’t know",
        }
    }
}

impl Spoken for Origin {
    fn english(self) -> &'static str {
        match self {
            Self::Seen => "I saw it",
            Self::Heard => "I heard it",
            Self::FromWork => "From my work",
            Self::NotSaid => "Not said how",
        }
    }
}

impl Spoken for CallFirst {
    fn english(self) -> &'static str {
        match self {
            Self::Reporter => "Me",
            Self::Colleague => "The colleague who saw it",
        }
    }
}

impl Spoken for YesNo {
    fn english(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
        }
    }
}

impl Spoken for Known {
    fn english(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Unknown => "I don’t know",
        }
    }
}

impl Spoken for VttState {
    fn english(self) -> &'static str {
        match self {
            Self::Reported => "I reported to Veilig Thuis",
            Self::Advised => "I asked for advice",
            Self::NotReached => "I called, but nobody answered",
            Self::NotYet => "I have not called yet",
        }
    }
}

impl Spoken for Stage {
    fn english(self) -> &'static str {
        match self {
            Self::Reported => "Reported",
            Self::Contact => "Contact with you",
            Self::Investigation => "Finding out more",
            Self::Decision => "Decision in the meeting",
            Self::Done => "Finished",
        }
    }
}

impl Spoken for Outcome {
    fn english(self) -> &'static str {
        match self {
            Self::Likely => "Probably human trafficking",
            Self::Unclear => "Unclear",
            Self::TooLittle => "Too few signs for now",
            Self::NotTrafficking => "No human trafficking",
            Self::Mistake => "A mistake",
            Self::Duplicate => "Reported twice",
            Self::Malicious => "A malicious report",
        }
    }
}

use crate::Words;
use shared::awareness::{GivenBy, SessionKind};

impl Words for SessionKind {
    fn words(self) -> &'static str {
        match self {
            Self::Presentation => "Presentatie in een teamoverleg",
            Self::Training => "Training van een team",
            Self::OfficerTraining => "Training van de aandachtsfunctionarissen",
            Self::Message => "Bericht op het intranet of aan teammanagers",
            Self::Gathering => "Bijeenkomst met andere organisaties",
            Self::YearlyUpdate => "Jaarlijkse update",
        }
    }
}

impl Words for GivenBy {
    fn words(self) -> &'static str {
        match self {
            Self::Officer => "Aandachtsfunctionaris",
            Self::Together => "Aandachtsfunctionaris, samen met het KMT",
            Self::Kmt => "KMT",
            Self::Other => "Een ander",
        }
    }
}

use crate::Words;
use shared::case::Step;

impl Words for Step {
    fn words(self) -> &'static str {
        match self {
            Self::Received => "Gemeld",
            Self::InContact => "Contact",
            Self::Investigation => "Onderzoek",
            Self::Decision => "Beslismoment",
            Self::Referred => "Besloten",
            Self::Closed => "Afgerond",
        }
    }
}

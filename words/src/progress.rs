use super::Words;
use shared::case::Stage;

impl Words for Stage {
    fn words(self) -> &'static str {
        match self {
            Self::Reported => "Gemeld",
            Self::Contact => "Contact met jou",
            Self::Investigation => "Onderzoek",
            Self::Decision => "Beslissing, samen besproken",
            Self::Done => "Afgerond",
        }
    }
}

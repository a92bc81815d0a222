//! Speaking with the melder.
use crate::{
    choice::choice,
    moment::Moment,
    text::{Line, Prose},
};

choice!(
    /// How the AF and the melder spoke.
    Means {
        /// Telefoon.
        Phone = "telefoon",
        /// Gesprek.
        InPerson = "gesprek",
        /// Beeldbellen.
        Video = "beeldbellen",
    }
);
note!(
    /// A try to reach the melder that did not succeed (poging). It does not stop the clock.
    Attempt {
        /// When it happened; when it was noted down if that is not said.
        #[serde(rename = "gebeurdOp", default, skip_serializing_if = "Option::is_none")]
        happened: Option<Moment>,
        /// A note on the attempt, if anything is worth noting.
        note: Option<Line>,
    }
);
note!(
    /// The real contact with the melder. It stops the clock at the moment it happened.
    ContactNote {
        /// When it happened; when it was noted down if that is not said.
        #[serde(rename = "gebeurdOp", default, skip_serializing_if = "Option::is_none")]
        happened: Option<Moment>,
        /// The means of contact.
        #[serde(rename = "wijze")]
        means: Means,
        /// The conversation and the agreements made, in so far as they are not on the meldingsformulier.
        #[serde(rename = "verslag")]
        summary: Option<Prose>,
    }
);

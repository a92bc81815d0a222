//! Speaking with the melder.
use crate::{
    choice::choice,
    moment::Moment,
    text::{Line, Prose},
};

choice!(
    /// How the AF and the melder spoke, or how the melder was told.
    Means {
        /// Telefoon.
        Phone = "telefoon",
        /// Gesprek.
        InPerson = "gesprek",
        /// Beeldbellen.
        Video = "beeldbellen",
        /// E-mail of brief: for telling the melder something. It is no contact, and does not stop the clock.
        Written = "schriftelijk",
    }
);
choice!(
    /// How an AF tried to reach the melder.
    Way {
        /// Telefoon.
        Phone = "telefoon",
        /// E-mail.
        Mail = "e-mail",
        /// Bericht, in a program of the gemeente.
        Message = "bericht",
        /// Langsgegaan.
        Visit = "langsgegaan",
        /// Via de balie of een collega, without saying what it is about.
        Through = "via-een-ander",
    }
);
choice!(
    /// Why the route goes on without having spoken with the melder.
    NoContactReason {
        /// Niet te bereiken: tried on three working days, in two ways.
        Unreachable = "niet-te-bereiken",
        /// Weg: works elsewhere, or is ill for long.
        Gone = "weg",
        /// De melder wil niet gebeld worden.
        Unwanted = "wil-niet-gebeld-worden",
        /// Geen melder: the signal came from KMT. It follows from the report, and no AF gives it.
        NoReporter = "geen-melder",
    }
);

impl NoContactReason {
    /// What an AF can give as the reason.
    pub const GIVEN: &'static [Self] = &[Self::Unreachable, Self::Gone, Self::Unwanted];
}

note!(
    /// A try to reach the melder that did not succeed (poging). It does not stop the clock.
    Attempt {
        /// When it happened; when it was noted down if that is not said.
        #[serde(rename = "gebeurdOp", default, skip_serializing_if = "Option::is_none")]
        happened: Option<Moment>,
        /// How it was tried. Attempts of before this was kept do not say it: together they count as one way.
        #[serde(rename = "manier", default, skip_serializing_if = "Option::is_none")]
        way: Option<Way>,
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
note!(
    /// The route goes on without contact with the melder. A second AF agrees.
    NoContact {
        /// Why nobody speaks with the melder.
        #[serde(rename = "reden")]
        reason: NoContactReason,
        /// The explanation, in words.
        #[serde(rename = "toelichting")]
        words: Prose,
    }
);

//! What comes back from a receiver: from the table on whose agenda it was, or as a late answer.
use crate::{moment::Day, text::Prose};

note!(
    /// An answer of a receiver, also long after the case was closed.
    ReceiversAnswer {
        /// Which referral, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// The day of the answer.
        #[serde(rename = "datum")]
        day: Day,
        /// The answer.
        #[serde(rename = "antwoord")]
        answer: Prose,
    }
);
note!(
    /// It was discussed at the table on whose agenda it was.
    Discussed {
        /// Which referral, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// The day on which it was discussed.
        #[serde(rename = "datum")]
        day: Day,
        /// What was decided there.
        #[serde(rename = "uitkomst")]
        outcome: Prose,
    }
);
note!(
    /// The table discusses it on another day.
    TableDay {
        /// Which referral, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// The new day.
        #[serde(rename = "agendaVan")]
        on: Day,
        /// Why it was moved.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);

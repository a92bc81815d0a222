//! What goes to and from the part of a case on care and health.
use crate::{
    case::{
        care::{CareRecord, CareSight},
        notes::CareGround,
    },
    id::AccountId,
    moment::Moment,
    text::{Line, Prose, of_body},
};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST dossiers/{id}/zorg`: one entry more. Sent again, it is no other one.
    NewCareEntry {
        /// The words.
        #[serde(rename = "tekst", deserialize_with = "of_body")]
        text: Prose,
        /// The entry that it corrects, counted from 0.
        #[serde(rename = "verbetert", default)]
        corrects: Option<usize>,
    }
);
body!(
    /// Body of `POST dossiers/{id}/zorg/toegang`.
    OpenCareReason {
        /// The ground. The FG sees it.
        #[serde(rename = "grond")]
        ground: CareGround,
        /// Why, in words. They are kept in the case, for the AFs who may see it.
        #[serde(rename = "reden", deserialize_with = "of_body")]
        reason: Line,
    }
);
view!(
    /// Answer to `GET dossiers/{id}/zorg`, and to what is done there.
    CareView {
        /// What the caller gets of it.
        #[serde(rename = "stand")]
        sight: CareSight,
        /// The entries, the first one first.
        #[serde(rename = "regels")]
        entries: Vec<CareLine>,
        /// Whether the caller can add an entry.
        #[serde(rename = "magSchrijven")]
        may_write: bool,
    }
);
view!(
    /// An entry, as far as the caller gets it.
    CareLine {
        /// The moment.
        #[serde(rename = "op")]
        at: Moment,
        /// The AF who wrote it.
        #[serde(rename = "door")]
        by: AccountId,
        /// The words; none for whoever has to open it first.
        #[serde(rename = "tekst", default, skip_serializing_if = "Option::is_none")]
        text: Option<Prose>,
        /// The entry that it corrects, counted from 0.
        #[serde(rename = "verbetert", default, skip_serializing_if = "Option::is_none")]
        corrects: Option<usize>,
    }
);

impl CareView {
    /// What somebody gets of it. This is the only way from the record to an answer.
    #[must_use]
    pub fn of(record: &CareRecord, sight: CareSight, may_write: bool) -> Self {
        let line = |one: &crate::case::care::CareEntry| CareLine {
            at: one.at,
            by: one.by.clone(),
            text: sight.reads().then(|| one.text.clone()),
            corrects: one.corrects,
        };
        Self { sight, entries: record.entries().iter().map(line).collect(), may_write }
    }
}

//! What is stored and cannot be read. It is told to the people who work with it, without content: a report must never
//! lie there unseen.
use crate::moment::Day;
use serde::{Deserialize, Serialize};

/// Something that cannot be read. The administrator of the server has its bytes, and may be able to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "wat", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Unreadable {
    /// Een melding that came in.
    #[serde(rename = "melding")]
    Report {
        /// The number of its arrival.
        #[serde(rename = "nummer")]
        number: i64,
        /// When that was noticed.
        #[serde(rename = "sinds")]
        since: Day,
    },
    /// Een melding that the browser sealed, and that does not open or is not valid.
    #[serde(rename = "verzegelde-melding")]
    Sealed {
        /// The number of its arrival.
        #[serde(rename = "nummer")]
        number: i64,
        /// When that was noticed.
        #[serde(rename = "sinds")]
        since: Day,
    },
    /// Cases that are missing from the lists, by their numbers.
    #[serde(rename = "dossiers")]
    Lines {
        /// The first.
        #[serde(rename = "van")]
        from: u32,
        /// The last.
        #[serde(rename = "totEnMet")]
        to: u32,
    },
    /// Waarnemingen, overdrachten and noodtoegang: until they can be read, none of them counts.
    #[serde(rename = "waarnemingen")]
    Relations,
}

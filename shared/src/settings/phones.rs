use crate::profile::{Backup, Contact};
use serde::{Deserialize, Serialize};

/// The numbers that can be changed on screen, and who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phones {
    /// Kenniscentrum Mensenhandel Twente.
    pub kmt: Contact,
    /// The contact for a worry about a colleague.
    #[serde(rename = "vertrouwenspersoon")]
    pub confidant: Contact,
    /// The AFs of this gemeente together, where they have a number.
    #[serde(rename = "aandachtsfunctionarissen", default, skip_serializing_if = "Option::is_none")]
    pub officers: Option<Box<Contact>>,
    /// Who is told when nobody opens a report in time. A browser of a melder does not get it.
    #[serde(rename = "achterwacht", default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
}

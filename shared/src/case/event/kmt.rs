use crate::case::notes::{AskedKmt, KmtEnd, KmtReply};
use serde::{Deserialize, Serialize};

/// What an AF did with a question to KMT without names, as stored in the timeline under `adviesvraag`. What the adviser
/// said stands beside the timeline. Variants and fields are added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "wat", content = "daarvan")]
pub enum KmtEvent {
    /// KMT was asked.
    #[serde(rename = "gevraagd")]
    Asked(AskedKmt),
    /// An AF answered what the adviser asked back.
    #[serde(rename = "geantwoord")]
    Replied(KmtReply),
    /// It needs no answer any more.
    #[serde(rename = "gesloten")]
    Ended(KmtEnd),
}

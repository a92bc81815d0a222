use super::super::notes::rights::{
    Advice, Correction, Deferral, Identified, Informed, Request, RequestDecision, TakenOver, Why,
};
use serde::{Deserialize, Serialize};

/// Something that happened here, as stored in the timeline under `rechten`. Variants and fields are added, never
/// changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "wat", content = "daarvan")]
pub enum RightsEvent {
    /// Corrected; the original text stays.
    #[serde(rename = "gecorrigeerd")]
    Corrected(Correction),
    /// A legal hold.
    #[serde(rename = "bewaarplicht")]
    Held(Why),
    /// One AF finds that the hold can end. Older form: now a [`super::Event::Proposed`].
    #[serde(rename = "bewaarplicht-eraf")]
    LiftProposed(Why),
    /// A second AF agrees: it ended. Older form: now a [`super::Event::Agreed`].
    #[serde(rename = "bewaarplicht-eraf-akkoord")]
    LiftAgreed,
    /// The processing is restricted.
    #[serde(rename = "beperkt")]
    Restricted(Why),
    /// The restriction ended.
    #[serde(rename = "beperking-opgeheven")]
    RestrictionLifted(Why),
    /// A data subject's request.
    #[serde(rename = "verzoek")]
    Requested(Request),
    /// It was established later who asks.
    #[serde(rename = "identiteit-vastgesteld")]
    Identified(Identified),
    /// An AF's advice on it.
    #[serde(rename = "verzoek-advies")]
    Advised(Advice),
    /// The FG's answer to that.
    #[serde(rename = "verzoek-fg")]
    RequestDecided(RequestDecision),
    /// Somebody was informed (AVG 14).
    #[serde(rename = "ingelicht")]
    Informed(Informed),
    /// Telling was put off.
    #[serde(rename = "inlichten-uitgesteld")]
    InformingDeferred(Deferral),
    /// Another system keeps it.
    #[serde(rename = "overgenomen")]
    TakenOver(TakenOver),
    /// A second person agreed to its destruction. Nothing can be done with the case any more.
    #[serde(rename = "vernietiging-akkoord")]
    Doomed,
}

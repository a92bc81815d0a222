//! Views of waarneming.
use crate::{
    case::notes::BreakGlassReason,
    id::{AccountId, StandInId},
    moment::{Day, Moment},
    text::Line,
};
use serde::{Deserialize, Serialize};

view!(
    /// A line of `GET waarneming`.
    StandIn {
        /// Its id.
        id: StandInId,
        /// The AF who is away.
        #[serde(rename = "voor")]
        of: AccountId,
        /// The AF who stands in.
        #[serde(rename = "waarnemer")]
        by: AccountId,
        /// The first day.
        #[serde(rename = "van")]
        from: Day,
        /// The last day.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// Where the AF who stands in began it, with a reason.
        #[serde(rename = "begonnen", default, skip_serializing_if = "Option::is_none")]
        started: Option<StandInStart>,
    }
);
view!(
    /// Why an AF stands in who was not asked to.
    StandInStart {
        /// When it began.
        #[serde(rename = "op")]
        at: Moment,
        /// The reason.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words. They go when it is ended, and with the next change of this list when it lapsed.
        #[serde(rename = "toelichting")]
        words: Line,
    }
);

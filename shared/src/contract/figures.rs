//! The view for the page with the figures.
use crate::{
    figures::{Figures, HalfYear},
    moment::Day,
};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `GET cijfers`.
    FiguresPage {
        /// The published half-years, the last one first.
        #[serde(rename = "halfjaren")]
        figures: Vec<Figures>,
        /// Those that cannot be read.
        #[serde(rename = "onleesbaar", default, skip_serializing_if = "Vec::is_empty")]
        unreadable: Vec<HalfYear>,
        /// The half-year that is counted next.
        #[serde(rename = "volgende")]
        next: HalfYear,
        /// From which day on.
        #[serde(rename = "geteldVanaf")]
        from: Day,
    }
);

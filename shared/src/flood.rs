//! A flood: many more reports in an hour than a gemeente gets. When it begins, what may be said of it, and what a
//! report costs meanwhile. Reports are never refused: whoever can compute pays with computing, and whoever cannot,
//! calls.
use serde::{Deserialize, Serialize};

/// The most reports in an hour that are usual, where the profile says nothing. It is our own choice: a gemeente gets a
/// few a week.
pub const USUAL_MOST: u32 = 30;
/// The figures that are said. In between nothing is said, so that nobody can count reports that they may not know of.
const SAID: [u32; 10] = [10, 20, 30, 50, 100, 200, 500, 1_000, 2_000, 5_000];
/// The parts of the work for one report. Many small ones take nearly the same time every time; one large one does not.
pub const PARTS: usize = 16;
/// Zero bits asked of each part, and from how many times the usual most on. The last is some million tries together:
/// ten seconds on an ordinary phone, about thirty on a slow one; not measured on one.
const STEPS: [(u32, u8); 4] = [(1, 10), (2, 12), (5, 14), (10, 16)];

/// What AF and FG are told of a flood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Flood {
    /// More than so many reports came in in the last hour: a round figure.
    #[serde(rename = "meerDan")]
    pub more_than: u32,
}

impl Flood {
    /// What is said of so many arrivals in the last hour; nothing on an ordinary day.
    #[must_use]
    pub fn of(arrivals: u32, most: u32) -> Option<Self> {
        let said = SAID.iter().copied().rev().find(|figure| *figure < arrivals);
        (arrivals > most).then(|| Self { more_than: said.unwrap_or_default() })
    }
}

/// The task of somebody who sends a report during a flood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Price {
    /// For each part from 0 on, find a number so that SHA-256 of the text `TASK.PART.NUMBER` begins with enough zero
    /// bits. The task followed by a dot and the numbers with commas in between is the header `Rekenwerk`.
    #[serde(rename = "opgave")]
    pub task: String,
    /// How many parts.
    #[serde(rename = "delen")]
    pub parts: usize,
    /// How many zero bits.
    #[serde(rename = "nullen")]
    pub zeros: u8,
}

/// The zero bits asked of each of the [`PARTS`] of the work for a report, after so many arrivals in the last hour.
/// `None` on an ordinary day: then a report costs nothing.
#[must_use]
pub fn price(arrivals: u32, most: u32) -> Option<u8> {
    let above = |times: u32| arrivals > most.max(1).saturating_mul(times);
    STEPS.iter().rev().find(|(times, _)| above(*times)).map(|(_, bits)| *bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_quiet_day_costs_nothing_and_says_nothing() {
        for arrivals in 0..=USUAL_MOST {
            assert_eq!((price(arrivals, USUAL_MOST), Flood::of(arrivals, USUAL_MOST)), (None, None), "{arrivals}");
        }
        assert_eq!(price(USUAL_MOST + 1, USUAL_MOST), Some(10));
        assert_eq!(Flood::of(USUAL_MOST + 1, USUAL_MOST), Some(Flood { more_than: 30 }));
    }

    #[test]
    fn what_is_said_is_round() {
        let said = |arrivals| Flood::of(arrivals, USUAL_MOST).map(|flood| flood.more_than);
        let table = [(50, 30), (51, 50), (100, 50), (101, 100), (4_999, 2_000), (200_000, 5_000)];
        for (arrivals, figure) in table {
            assert_eq!(said(arrivals), Some(figure), "{arrivals}");
        }
        assert_eq!(Flood::of(3, 2), Some(Flood { more_than: 0 }), "a low limit of a profile says no count");
    }

    proptest! {
        #[test]
        fn a_price_never_falls_when_more_arrives_and_stays_within_what_a_slow_phone_can_do(
            arrivals: u32, more: u32, most in 0..10_000u32,
        ) {
            let now = price(arrivals, most);
            prop_assert!(now <= price(arrivals.saturating_add(more), most));
            let tries = now.map_or(0, |bits| (1_u64 << bits) * PARTS as u64);
            prop_assert!(tries <= 1 << 20, "thirty seconds at 35,000 tries a second");
        }
    }
}

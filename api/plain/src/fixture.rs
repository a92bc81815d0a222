//! An instance for tests.
use shared::{indicators::IndicatorList, moment::Day, profile::Instance};

/// A practice instance of Hengelo, with the list of signals in use.
pub fn instance() -> Instance {
    let profile = include_str!("../../../gemeenten/hengelo.json");
    let list = include_str!("../../../gemeenten/lijsten/signalen-2026-1.json");
    Instance {
        profile: serde_json::from_str(profile).unwrap(),
        indicators: serde_json::from_str::<IndicatorList>(list).unwrap(),
        decreed: Vec::new(),
        demo: true,
        practice_code: None,
        log_in: Default::default(),
        sealing: None,
    }
}

/// A day of the month in which the tests' reports are made.
pub fn april(day: u32) -> Day {
    Day::from_ymd_opt(2026, 4, day).unwrap()
}

//! An instance for tests.
use shared::{indicators::IndicatorList, profile::Instance};

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

//! The keys of the instances under test: fixed, for tests only.
use kit::store::seal::{DeviceKey, SecretKey};

fn secret() -> SecretKey {
    SecretKey::from_seed(*b"alleen voor de tests van Meldrou")
}

/// The key that browsers seal to.
#[must_use]
pub fn device() -> DeviceKey {
    secret().device()
}

/// `sealing_public`.
#[must_use]
pub fn public() -> String {
    secret().public_text()
}

/// `sealing_secrets`.
#[must_use]
pub fn secrets() -> String {
    secret().text()
}

/// The variables of an instance of Hengelo with these keys.
#[must_use]
pub fn variables() -> kit::instance::Variables {
    std::sync::Arc::new(|name| match name {
        "gemeente" => Some("hengelo".into()),
        "sealing_public" => Some(public()),
        "sealing_secrets" => Some(secrets()),
        _ => None,
    })
}

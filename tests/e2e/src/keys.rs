//! The keys of the instances under test: fixed, for tests only.
use kit::store::seal::SecretKey;

fn secret() -> SecretKey {
    SecretKey::from_seed(*b"alleen voor de tests van Meldrou")
}

/// `sealing_public`.
#[must_use]
pub fn public() -> String {
    secret().public().text()
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

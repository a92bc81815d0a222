//! Fixtures for tests: the variables of an instance, stores in memory, and a watched store.
mod watched;

pub use watched::{Touch, Watch, Watched};

use crate::{
    clock,
    instance::{Environment, Variables},
    store::seal::SecretKey,
};
use keyvalue::{Memory, SpinRedis, SpinSqlite, Store};
use serde_json::Value;
use shared::moment::Moment;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The gemeente of the tests.
pub const GEMEENTE: &str = "hengelo";

/// The key that is made of this byte.
#[must_use]
pub fn key(seed: u8) -> SecretKey {
    SecretKey::from_seed([seed; 32])
}

/// A store in memory.
#[must_use]
pub fn memory() -> Arc<dyn Store> {
    Arc::new(Memory::default())
}

/// Makes one empty store.
pub type NewStore = fn() -> Arc<dyn Store>;

/// The kinds of store that an instance may have, by name: ours, which keeps all promises, and Spin's two.
pub const KINDS_OF_STORE: [(&str, NewStore); 3] = [
    ("ours", || Arc::new(Memory::default())),
    ("Spin's over SQLite", || Arc::new(SpinSqlite::default())),
    ("Spin's over Redis", || Arc::new(SpinRedis::default())),
];

/// The variables of an instance with these keys, the one in use first, and others besides. Without keys it has the
/// public one of the first seed alone, as `intake` does.
#[must_use]
pub fn variables(secrets: &[SecretKey], others: &[(&str, &str)]) -> Variables {
    let mut all: Vec<(String, String)> = others.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let public = secrets.first().map_or_else(|| key(5).public_text(), SecretKey::public_text);
    let texts: Vec<String> = secrets.iter().map(SecretKey::text).collect();
    all.push(("gemeente".into(), GEMEENTE.into()));
    all.push(("sealing_public".into(), public));
    if !texts.is_empty() {
        all.push(("sealing_secrets".into(), texts.join(" ")));
    }
    Arc::new(move |name: &str| all.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()))
}

/// The instance of the tests, with the profiles of this repository.
#[must_use]
pub fn environment(variables: Variables) -> Environment {
    environment_at(clock::now, variables)
}

/// The same with a time of its own.
#[must_use]
pub fn environment_at(now: fn() -> Moment, variables: Variables) -> Environment {
    let profiles = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    Environment { now, profiles, variables, overlay: Default::default() }
}

/// Copies the profiles and lists of one folder to another, with the tests' own gemeente changed. It panics where a file
/// cannot be read or written.
#[expect(clippy::unwrap_used, reason = "for tests alone")]
pub fn changed_profiles(from: &Path, to: &Path, change: impl FnOnce(&mut Value)) {
    for part in ["", "lijsten"] {
        fs::create_dir_all(to.join(part)).unwrap();
        for entry in fs::read_dir(from.join(part)).unwrap().flatten() {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), to.join(part).join(entry.file_name())).unwrap();
            }
        }
    }
    let file = to.join(format!("{GEMEENTE}.json"));
    let mut profile: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut profile);
    fs::write(&file, serde_json::to_vec(&profile).unwrap()).unwrap();
}

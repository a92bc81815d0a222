use desk::{Desk, Stores};
use keyvalue::{Sqlite, Store};
use kit::instance::Environment;
use kit::{
    clock,
    store::{Change, cell},
    totp::{TotpKey, step},
};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Everybody's authenticator app. A code can be used once, and tests log in more often than people do, so this marks
/// the last code in the store as unused. That takes the keys of the instance.
pub struct Keyring {
    desk: Box<dyn Fn() -> Desk + Send + Sync>,
    factors: Mutex<BTreeMap<String, TotpKey>>,
    turn: Mutex<()>,
}

impl Keyring {
    /// The keyring of the instance whose stores are in this folder.
    pub(crate) fn new(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self::over(move || open_kit(&folder))
    }

    /// Of the instance that is reached so.
    #[must_use]
    pub fn over(desk: impl Fn() -> Desk + Send + Sync + 'static) -> Self {
        Self { desk: Box::new(desk), factors: Mutex::default(), turn: Mutex::default() }
    }

    /// Keeps the secret that a person enrolled.
    pub fn learn(&self, login: &str, factor: TotpKey) {
        self.factors.lock().unwrap_or_else(PoisonError::into_inner).insert(login.to_lowercase(), factor);
    }

    /// The same people with the same apps, at another instance.
    pub fn learn_all(&self, other: &Self) {
        let theirs = other.factors.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.factors.lock().unwrap_or_else(PoisonError::into_inner).extend(theirs);
    }

    /// The code that the app shows now; made-up digits for a person without an app.
    #[must_use]
    pub fn shown(&self, login: &str) -> String {
        let factors = self.factors.lock().unwrap_or_else(PoisonError::into_inner);
        factors.get(&login.to_lowercase()).map_or_else(|| "000000".into(), |factor| factor.code(step(clock::now())))
    }

    /// An unused code, and the lock under which nobody else uses it.
    pub fn unused(&self, login: &str) -> (String, MutexGuard<'_, ()>) {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let code = self.shown(login);
        if code != "000000" {
            self.forget(login);
        }
        (code, turn)
    }

    fn forget(&self, login: &str) {
        let desk = (self.desk)();
        let accounts: Vec<Value> = desk.cases.get(&cell::accounts()).expect("the accounts").unwrap_or_default();
        let same = |account: &&Value| {
            account["inlognaam"].as_str().is_some_and(|own| own.to_lowercase() == login.to_lowercase())
        };
        let Some(name) = accounts.iter().find(same).and_then(|account| account["inlogmiddel"].as_str()) else { return };
        let rewound = desk.cases.update(&cell::credential(name), |stored: Option<Value>| {
            let mut stored = stored.expect("a credential");
            stored["laatsteStap"] = 0.into();
            Ok(Change::Write(stored, ()))
        });
        assert_eq!(rewound, Ok(()));
    }
}

/// The context of the components, over the stores in a folder and with the keys of the tests.
///
/// # Panics
/// When they can't be opened.
#[must_use]
pub fn open_kit(folder: &Path) -> Desk {
    let store = |label: &str| -> Arc<dyn Store> {
        Arc::new(Sqlite::open(folder.join(format!("{label}.db")), label).expect("the store can be opened"))
    };
    let stores = Stores { inbox: store("inbox"), cases: store("cases"), keys: store("keys") };
    let profiles = crate::Place::find().root.join("gemeenten");
    Desk::new(
        stores,
        Environment { now: clock::now, profiles, variables: crate::keys::variables(), overlay: Default::default() },
    )
}

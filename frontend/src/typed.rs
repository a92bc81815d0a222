//! What the user typed and did not send yet, of every form of every page. It outlives the page that it was typed on:
//! going back, another page, the end of the session, a reload or a crash of the tab. Nobody gets it but the account
//! that typed it, and logging out removes it.
use crate::{json, vault::Vault};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use shared::id::AccountId;
use std::{collections::BTreeMap, rc::Rc};

/// Begins as everything that the AF's pages keep on a device.
const NAME: &str = "meldroute.af.getypt";

/// By place: a page, and the form on it. Each is a draft as JSON.
type Places = BTreeMap<String, String>;

/// What is sealed in this tab.
#[derive(Serialize, Deserialize)]
struct Kept {
    by: AccountId,
    places: Places,
    open: Option<String>,
}

/// All of it. Get it with [`Typed::here`].
#[derive(Clone, Copy)]
pub struct Typed {
    places: RwSignal<Places>,
    /// The place of the dialog that is open.
    open: StoredValue<Option<String>>,
    by: StoredValue<Option<AccountId>>,
    vault: StoredValue<Rc<Vault>, LocalStorage>,
}

impl Typed {
    /// Nothing yet. Once per entry.
    #[must_use]
    pub fn start() -> Self {
        let vault = StoredValue::new_local(Rc::new(Vault::new(NAME, false)));
        let typed =
            Self { places: RwSignal::default(), open: StoredValue::new(None), by: StoredValue::new(None), vault };
        provide_context(typed);
        typed
    }

    /// That of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Reads what this tab kept. It shows nowhere until its account logs in.
    pub async fn load(self) {
        let vault = self.vault.get_value();
        let kept = vault.open().await.and_then(|text| json::read::<Kept>(&text).ok());
        if let Some(Kept { by, places, open }) = kept {
            self.open.set_value(open);
            self.by.set_value(Some(by));
            self.places.set(places);
        }
    }

    /// This account is logged in: what another one typed is gone.
    pub fn of(self, account: &AccountId) {
        if self.by.with_value(|by| by.as_ref().is_some_and(|by| by != account)) {
            self.forget();
        }
        self.by.set_value(Some(account.clone()));
    }

    /// All of it is gone, here and on the device.
    pub fn forget(self) {
        self.places.set(Places::new());
        self.by.set_value(None);
        self.open.set_value(None);
        self.vault.with_value(|vault| vault.forget());
    }

    /// Whether there is nothing at this moment.
    #[must_use]
    pub fn is_empty_now(self) -> bool {
        self.places.with_untracked(Places::is_empty)
    }

    /// Whether there is something at a place.
    #[must_use]
    pub fn has(self, place: &str) -> bool {
        self.places.with(|places| places.contains_key(place))
    }

    /// The same at this moment, without a subscription.
    #[must_use]
    pub fn has_now(self, place: &str) -> bool {
        self.places.with_untracked(|places| places.contains_key(place))
    }

    /// A dialog opened, or none is open any more.
    pub fn set_open(self, place: Option<String>) {
        self.open.set_value(place);
        self.seal();
    }

    /// Whether the dialog with this draft is open.
    #[must_use]
    pub fn is_open(self, place: &str) -> bool {
        self.open.with_value(|open| open.as_deref() == Some(place))
    }

    /// The draft at a place. One that this version can't read is as good as none.
    #[must_use]
    pub fn draft<D: DeserializeOwned>(self, place: &str) -> Option<D> {
        self.places.with_untracked(|places| json::read(places.get(place)?).ok())
    }

    /// Keeps a draft; nothing when it is as the form began.
    pub fn keep<D: Serialize>(self, place: &str, draft: Option<&D>) {
        let text = draft.and_then(|draft| json::write(draft).ok());
        let same = self.places.with_untracked(|places| places.get(place) == text.as_ref());
        if same {
            return;
        }
        self.places.update(|places| match text {
            Some(text) => drop(places.insert(place.to_owned(), text)),
            None => drop(places.remove(place)),
        });
        self.seal();
    }

    /// A form's draft: as it was left, or as it begins. From here on every change is kept until it is as it began.
    #[must_use]
    pub fn form<D>(self, place: String, begin: D) -> RwSignal<D>
    where
        D: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
    {
        let draft = RwSignal::new(self.draft(&place).unwrap_or_else(|| begin.clone()));
        Effect::new(move |_| draft.with(|now| self.keep(&place, (*now != begin).then_some(now))));
        draft
    }

    fn seal(self) {
        let Some(by) = self.by.get_value() else { return };
        let places = self.places.get_untracked();
        if places.is_empty() {
            return self.vault.with_value(|vault| vault.forget());
        }
        if let Ok(text) = json::write(&Kept { by, places, open: self.open.get_value() }) {
            self.vault.with_value(|vault| {
                vault.seal(&text);
                vault.write();
            });
        }
    }
}

use super::{
    super::melding::Melding,
    saved::{self, Saved},
};
use crate::vault::Vault;
use leptos::prelude::*;
use std::{rc::Rc, time::Duration};

/// The debounce time of a change: a fast typist makes ten changes in this time.
const WAIT: Duration = Duration::from_millis(500);

/// Keeps the draft on the device. Every change is sealed at once; during typing it writes at most twice a second.
/// Pending changes are written at once when the page may go away: another step, another tab or app, the screen off, the
/// page left.
#[derive(Clone, Copy)]
pub struct Keeper {
    melding: Melding,
    /// Typed in another version, and not in this form.
    rest: RwSignal<String>,
    vault: StoredValue<Rc<Vault>, LocalStorage>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Keeper {
    /// Keeps every change from here on.
    #[must_use]
    pub fn start(melding: Melding, rest: RwSignal<String>, vault: Vault) -> Self {
        let vault = StoredValue::new_local(Rc::new(vault));
        let keeper = Self { melding, rest, vault, waiting: StoredValue::new(None) };
        Effect::new(move |before: Option<Saved>| {
            let saved = Saved { draft: melding.draft.get(), rest: rest.get() };
            // the first time nothing has changed yet
            if let Some(before) = before {
                if before != saved {
                    // what was sealed says something else
                    saved::keep_sealed(None);
                }
                keeper.vault.with_value(|vault| vault.seal(&saved.text()));
                keeper.soon();
            }
            saved
        });
        for event in ["pagehide", "visibilitychange"] {
            let listener = window_event_listener_untyped(event, move |_| keeper.now());
            on_cleanup(move || listener.remove());
        }
        keeper
    }

    /// Writes within [`WAIT`]. More changes until then are written with this one.
    fn soon(self) {
        if self.waiting.with_value(Option::is_some) {
            return;
        }
        let write = move || {
            self.drop_waiting();
            self.write(Vault::write);
        };
        match set_timeout_with_handle(write, WAIT) {
            Ok(handle) => self.waiting.set_value(Some(handle)),
            Err(_) => write(),
        }
    }

    /// Writes pending changes now. Without pending changes nothing is written, because another tab may have changed the
    /// draft.
    pub fn now(self) {
        if self.drop_waiting() {
            self.write(Vault::write_now);
        }
    }

    fn write(self, write: fn(&Vault)) {
        let empty = self.melding.empty();
        if self.melding.draft.with_untracked(|draft| *draft == empty) && self.rest.with_untracked(String::is_empty) {
            self.forget();
        } else {
            self.vault.with_value(|vault| write(vault));
            saved::set_at_work(true);
        }
    }

    /// Whether others use this device as well: then what is typed stays in this tab.
    #[must_use]
    pub fn others(self) -> bool {
        self.vault.with_value(|vault| vault.others())
    }

    /// Takes everything off the device.
    pub fn forget(self) {
        self.drop_waiting();
        self.vault.with_value(|vault| vault.forget());
        saved::keep_key(None);
        saved::set_at_work(false);
    }

    fn drop_waiting(self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(handle) = waiting {
            handle.clear();
        }
        waiting.is_some()
    }
}

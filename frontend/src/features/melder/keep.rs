use super::{
    super::melding::Melding,
    saved::{self, Saved},
};
use crate::browser;
use leptos::prelude::*;
use std::time::Duration;

/// The debounce time of a change: a fast typist makes ten changes in this time.
const WAIT: Duration = Duration::from_millis(500);

/// Keeps the draft and its secret on the device. During typing it writes at most twice a second. Pending changes are
/// written at once when the page may go away: another step, another tab or app, the screen off, the page left.
#[derive(Clone, Copy)]
pub struct Keeper {
    melding: Melding,
    key: RwSignal<Option<String>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Keeper {
    /// Keeps every change from here on.
    #[must_use]
    pub fn start(melding: Melding, key: RwSignal<Option<String>>) -> Self {
        let keeper = Self { melding, key, waiting: StoredValue::new(None) };
        Effect::new(move |before: Option<()>| {
            melding.draft.track();
            key.track();
            // the first time nothing has changed yet
            if before.is_some() {
                keeper.soon();
            }
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
        match set_timeout_with_handle(move || self.now(), WAIT) {
            Ok(handle) => self.waiting.set_value(Some(handle)),
            Err(_) => self.write(),
        }
    }

    /// Writes pending changes now. Without pending changes nothing is written, because another tab may have changed the
    /// draft.
    pub fn now(self) {
        if self.drop_waiting() {
            self.write();
        }
    }

    /// Writes now, also what the effect has not seen yet.
    pub fn write(self) {
        self.drop_waiting();
        let empty = self.melding.empty();
        if self.melding.draft.with_untracked(|draft| *draft == empty) {
            saved::forget();
        } else {
            let (draft, key) = (self.melding.draft.get_untracked(), self.key.get_untracked());
            saved::keep(&Saved { draft, key, at: browser::now().millis() });
            saved::set_at_work(true);
        }
    }

    /// Takes everything off the device.
    pub fn forget(self) {
        self.drop_waiting();
        saved::forget();
    }

    fn drop_waiting(self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(handle) = waiting {
            handle.clear();
        }
        waiting.is_some()
    }
}

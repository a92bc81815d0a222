//! The browser's Back closes an open dialog first: on a tablet that is a swipe, and people expect it to.
//!
//! A dialog that opens gets an entry of its own in the history, at the same address. An entry whose dialog was closed
//! in another way stays until it is used: by the next dialog, by the next page (`Router::go` takes its place), or by
//! Back, which steps over it.
use crate::{browser, route::Router};
use leptos::{ev, prelude::*};
use web_sys::History;

/// What is open, the top one last; `None` is a dialog that can't be closed like that.
type Open = Vec<(u32, Option<Callback<()>>)>;

/// The dialogs that are open. Get it with [`Back::here`].
#[derive(Clone, Copy)]
pub struct Back {
    open: StoredValue<Open>,
    /// The address of the dialog's entry, while that is where the browser is.
    at: StoredValue<Option<String>>,
    last: StoredValue<u32>,
}

impl Back {
    /// Listens to the browser's Back. Once per entry.
    pub fn start(router: Router) {
        let at = marked().then(|| router.path_now());
        let back = Self { open: StoredValue::default(), at: StoredValue::new(at), last: StoredValue::new(0) };
        provide_context(back);
        let handle = window_event_listener(ev::popstate, move |_| back.moved(router));
        on_cleanup(move || handle.remove());
    }

    /// That of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// A dialog opened. Gives its number.
    pub fn opened(self, close: Option<Callback<()>>) -> u32 {
        let number = self.last.with_value(|last| last + 1);
        self.last.set_value(number);
        self.open.update_value(|open| open.push((number, close)));
        self.mark();
        number
    }

    /// A dialog is closed.
    pub fn closed(self, number: u32) {
        self.open.try_update_value(|open| open.retain(|(one, _)| *one != number));
    }

    fn mark(self) {
        if !marked()
            && let Some(history) = history()
        {
            // a refusal (too many calls) only costs the step back
            let _ = history.push_state_with_url(&true.into(), "", None);
        }
        let path = browser::window().and_then(|window| window.location().pathname().ok());
        self.at.set_value(path);
    }

    /// The browser went to another entry.
    fn moved(self, router: Router) {
        let here = router.path_now();
        let was = self.at.with_value(|at| at.as_ref() == Some(&here));
        let marked = marked();
        self.at.set_value(marked.then_some(here));
        if !was || marked {
            return;
        }
        match self.open.with_value(|open| open.last().copied()) {
            Some((_, close)) => {
                if let Some(close) = close {
                    close.run(());
                }
                // what is still open after this needs an entry again
                request_animation_frame(move || {
                    if self.open.try_with_value(|open| !open.is_empty()) == Some(true) {
                        self.mark();
                    }
                });
            }
            None => drop(history().map(|history| history.back())),
        }
    }
}

/// Whether the browser is at the entry of a dialog.
fn marked() -> bool {
    history().and_then(|history| history.state().ok()).is_some_and(|state| !state.is_null())
}

fn history() -> Option<History> {
    browser::window()?.history().ok()
}

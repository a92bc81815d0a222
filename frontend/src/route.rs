//! A router of one signal: the path. Pages are an enum of their own; there are no parameters to parse beyond it.
use crate::browser;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

/// The current path, and navigation. Get it with [`Router::here`].
#[derive(Clone, Copy)]
pub struct Router {
    path: RwSignal<String>,
}

impl Router {
    /// Starts at the browser's address and follows its back and forward buttons. Once per entry.
    #[must_use]
    pub fn start() -> Self {
        let router = Self { path: RwSignal::new(current()) };
        let handle = window_event_listener(ev::popstate, move |_| router.path.set(current()));
        on_cleanup(move || handle.remove());
        provide_context(router);
        router
    }

    /// The router of this entry.
    ///
    /// # Panics
    /// When the entry did not call [`Router::start`].
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// The path, with a subscription: `/melden/signalen`.
    #[must_use]
    pub fn path(self) -> String {
        self.path.get()
    }

    /// The path at this moment, without a subscription.
    #[must_use]
    pub fn path_now(self) -> String {
        self.path.get_untracked()
    }

    /// Goes to another page of this entry; the back button returns. An entry of the history that is no page (it has a
    /// state) is replaced.
    pub fn go(self, path: &str) {
        if let Some(history) = history() {
            let page = history.state().is_ok_and(|state| state.is_null());
            // a refusal (too many calls) only costs an entry in the history
            let _ = if page {
                history.push_state_with_url(&JsValue::NULL, "", Some(path))
            } else {
                history.replace_state_with_url(&JsValue::NULL, "", Some(path))
            };
        }
        self.arrive(path);
    }

    /// To another page in the place of this one; the back button does not return here.
    pub fn replace(self, path: &str) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
        }
        self.arrive(path);
    }

    fn arrive(self, path: &str) {
        browser::scroll_up();
        self.path.set(path.into());
    }
}

fn history() -> Option<web_sys::History> {
    browser::window()?.history().ok()
}

fn current() -> String {
    browser::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Whether a click on a link is an ordinary one, to be handled here. The browser handles others (new tab, new window).
#[must_use]
pub fn is_plain(event: &ev::MouseEvent) -> bool {
    event.button() == 0 && !event.meta_key() && !event.ctrl_key() && !event.shift_key() && !event.alt_key()
}

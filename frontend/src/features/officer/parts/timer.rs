use leptos::{ev, prelude::*};
use std::time::Duration;

/// Runs something every minute, as long as the part of the page that asked for it is there.
pub fn every_minute(run: impl Fn() + 'static) {
    every(60_000, run);
}

/// The same every so many milliseconds.
pub fn every(millis: u64, run: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(run, Duration::from_millis(millis)) {
        on_cleanup(move || handle.clear());
    }
}

/// Runs something when the window comes to the front again.
pub fn on_focus(run: impl Fn() + 'static) {
    let handle = window_event_listener(ev::focus, move |_| run());
    on_cleanup(move || handle.remove());
}

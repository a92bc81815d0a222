use leptos::{ev, prelude::*};
use std::time::Duration;

/// Runs a function every minute, as long as the component that started it exists.
pub fn every_minute(run: impl Fn() + 'static) {
    every(60_000, run);
}

/// The same every so many milliseconds.
pub fn every(millis: u64, run: impl Fn() + 'static) {
    if let Ok(handle) = set_interval_with_handle(while_here(run), Duration::from_millis(millis)) {
        on_cleanup(move || handle.clear());
    }
}

/// Runs something when the window comes to the front again.
pub fn on_focus(run: impl Fn() + 'static) {
    let run = while_here(run);
    let handle = window_event_listener(ev::focus, move |_| run());
    on_cleanup(move || handle.remove());
}

/// Does nothing once the component is gone. Clearing the timer is not enough: a handle has only 32 bits, so clearing
/// misses a timer with a higher number. That timer would then use disposed signals and panic.
fn while_here(run: impl Fn() + 'static) -> impl Fn() + 'static {
    let here = StoredValue::new(());
    move || {
        if !here.is_disposed() {
            run();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{cell::Cell, rc::Rc};

    #[test]
    fn nothing_runs_for_a_part_of_the_page_that_is_gone() {
        let (owner, times) = (Owner::new(), Rc::new(Cell::new(0)));
        let counted = times.clone();
        let run = owner.with(|| while_here(move || counted.set(counted.get() + 1)));
        run();
        assert_eq!(times.get(), 1);
        owner.cleanup();
        run();
        assert_eq!(times.get(), 1);
    }
}

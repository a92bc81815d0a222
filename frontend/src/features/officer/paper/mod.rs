//! What stands on paper and not on screen: which page it is of, when it was printed, and that it is confidential. The
//! look of it is in `styles/officer/print.css`. What the server makes is saved as a file.
mod file;

use crate::{
    browser,
    messages::{clock, day_with_year},
    ui::{Button, ButtonLook},
};
pub use file::FileButton;
use leptos::{html::P, prelude::*};
use shared::moment::Moment;

/// The line on top of each printed page. It is filled at the moment of printing, so that nobody hears it before.
#[component]
pub fn PrintHead() -> impl IntoView {
    let line = NodeRef::<P>::new();
    let prints = window_event_listener_untyped("beforeprint", move |_| {
        let title = browser::document().map(|document| document.title()).unwrap_or_default();
        if let Some(line) = line.get_untracked() {
            line.set_text_content(Some(&words(&title, browser::now())));
        }
    });
    on_cleanup(move || prints.remove());
    view! { <div class="print-head" aria-hidden="true"><p node_ref=line></p></div> }
}

/// A button that prints the page. A browser that can't print says so itself.
#[component]
pub fn PrintButton() -> impl IntoView {
    let print = Callback::new(|()| drop(browser::window().map(|window| window.print())));
    view! { <div class="row no-print"><Button look=ButtonLook::Plain press=print>"Druk af"</Button></div> }
}

/// `Vertrouwelijk · Dossier 2026-017 – Meldroute · afgedrukt op vrijdag 27 november 2026, 11.40`.
fn words(title: &str, at: Moment) -> String {
    format!("Vertrouwelijk · {title} · afgedrukt op {}, {}", day_with_year(at.day()), clock(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_says_what_it_is_when_it_was_printed_and_that_it_is_confidential() {
        let at = Moment::from_clock("2026-04-24T15:42").unwrap();
        let said = words("Dossier 2026-017 – Meldroute", at);
        assert!(said.starts_with("Vertrouwelijk · Dossier 2026-017 – Meldroute · afgedrukt op "), "{said}");
        assert!(said.contains("24 april 2026") && said.ends_with(", 15.42"), "{said}");
    }
}

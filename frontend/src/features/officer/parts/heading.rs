use crate::browser;
use leptos::{html::H1, prelude::*};

/// The heading of a page: takes the focus once, when the page appears; a text that changes later (a new day) leaves the
/// focus where it is. `title` goes to the browser's tab: the kind of page, or a dossier's number, nothing else.
#[component]
pub fn Heading(#[prop(into)] text: Signal<String>, #[prop(into)] title: String) -> impl IntoView {
    let node = NodeRef::<H1>::new();
    browser::set_title(&title);
    Effect::new(move |done: Option<bool>| match (done, node.get()) {
        (Some(true), _) => true,
        (Some(false) | None, Some(heading)) => {
            browser::focus_element(&heading);
            true
        }
        (Some(false) | None, None) => false,
    });
    view! { <h1 tabindex="-1" node_ref=node>{move || text.get()}</h1> }
}

use super::live_text;
use crate::browser;
use leptos::{html::H1, prelude::*};

/// The heading of a page: gets the focus when the page appears, so that keyboard and screen reader start here, and
/// names the browser's tab. The text is fixed: never user input.
#[component]
pub fn PageHeading(#[prop(into)] text: Signal<&'static str>) -> impl IntoView {
    let node = NodeRef::<H1>::new();
    Effect::new(move |_| {
        browser::set_title(text.get());
        if let Some(heading) = node.get() {
            browser::focus_element(&heading);
        }
    });
    view! { <h1 tabindex="-1" node_ref=node>{live_text(move || text.get().to_owned())}</h1> }
}

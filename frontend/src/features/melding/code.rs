use crate::messages::spelled;
use leptos::prelude::*;

/// A receipt code, to write down or to read aloud: in its groups, three on a line, each character apart for a screen
/// reader.
#[component]
pub fn CodeShown(code: String) -> impl IntoView {
    let groups = code.split(' ').map(|group| view! { <span>{group.to_owned()}</span> }).collect_view();
    let spoken = spelled(&code);
    view! {
        <p class="sr-only">"Code: "{spoken}</p>
        <p class="code" aria-hidden="true">{groups}</p>
    }
}

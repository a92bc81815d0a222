use super::{super::super::melding::CodeShown, CopyButton};
use leptos::prelude::*;

/// A receipt code to read aloud, with a button to copy it. Shown once; it is kept nowhere.
#[component]
pub fn CodeToCopy(code: String) -> impl IntoView {
    let copied = code.clone();
    view! {
        <CodeShown code=code/>
        <div class="row"><CopyButton label="Kopieer code" secret=true text=Callback::new(move |()| copied.clone())/></div>
    }
}

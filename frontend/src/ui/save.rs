use super::{Button, ButtonLook};
use crate::browser;
use leptos::prelude::*;

/// Keeps a text as a file, and says so where the browser refuses. Unlike the clipboard, no other program reads along.
#[component]
pub fn SaveButton(
    /// Asked when pressed.
    #[prop(into)]
    text: Callback<(), String>,
    #[prop(into)] label: String,
    /// The file's name: never with anything about a person.
    name: &'static str,
    /// Its media type.
    kind: &'static str,
) -> impl IntoView {
    let refused = RwSignal::new(false);
    let press = Callback::new(move |()| refused.set(browser::download(name, kind, &text.run(())).is_err()));
    view! {
        <Button look=ButtonLook::Plain press=press>{label}</Button>
        <span role="alert">{move || refused.get().then_some("Bewaren lukt in deze browser niet. Kopieer het.")}</span>
    }
}

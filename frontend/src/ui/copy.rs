use super::{Button, ButtonLook};
use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

/// Puts a text on the clipboard and says whether that worked.
#[component]
pub fn CopyButton(
    /// Asked when pressed.
    #[prop(into)]
    text: Callback<(), String>,
    #[prop(into)] label: String,
) -> impl IntoView {
    let said = RwSignal::new("");
    let press = Callback::new(move |()| {
        let text = text.run(());
        spawn_local(async move {
            said.set(if browser::copy(&text).await {
                "Gekopieerd."
            } else {
                "Kopiëren lukt hier niet. Schrijf het over."
            });
        });
    });
    view! {
        <Button look=ButtonLook::Plain press=press>{label}</Button>
        <span class="soft" role="status">{move || said.get()}</span>
    }
}

/// All input inside an element, each with its label, to save text that can no longer be sent.
#[must_use]
pub fn typed_text(inside: &web_sys::Element) -> String {
    let Ok(fields) = inside.query_selector_all("label[for]") else { return String::new() };
    let labels = (0..fields.length()).filter_map(|at| fields.get(at)?.dyn_into::<web_sys::Element>().ok());
    let lines = labels.filter_map(|label| {
        let field = browser::document()?.get_element_by_id(&label.get_attribute("for")?)?;
        let typed = value(&field).filter(|typed| !typed.trim().is_empty())?;
        Some(format!("{}: {typed}", label.text_content()?.trim()))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn value(field: &web_sys::Element) -> Option<String> {
    if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return Some(area.value());
    }
    let input = field.dyn_ref::<web_sys::HtmlInputElement>()?;
    match input.type_().as_str() {
        "radio" | "checkbox" => input.checked().then(|| "ja".into()),
        _ => Some(input.value()),
    }
}

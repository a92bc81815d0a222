use super::{Button, ButtonLook};
use crate::browser;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long a secret stays on the clipboard.
const SECRET_STAYS: Duration = Duration::from_secs(60);

/// Puts a text on the clipboard and says whether that worked. Other programs and the next user of a device read the
/// clipboard too, so a secret is taken off it after a minute, where the browser allows that and it is still there.
#[component]
pub fn CopyButton(
    /// Asked when pressed.
    #[prop(into)]
    text: Callback<(), String>,
    #[prop(into)] label: String,
    /// Whether it opens something, or holds what was told.
    #[prop(optional)]
    secret: bool,
) -> impl IntoView {
    let said = RwSignal::new("");
    let press = Callback::new(move |()| {
        let text = text.run(());
        spawn_local(async move {
            said.set(copied_words(browser::copy(&text).await, secret));
            if secret {
                set_timeout(move || spawn_local(take_off(text, said)), SECRET_STAYS);
            }
        });
    });
    view! {
        <Button look=ButtonLook::Plain press=press>{label}</Button>
        <span class="soft" role="status">{move || said.get()}</span>
    }
}

/// The page may be gone by then; the clipboard is emptied all the same.
async fn take_off(text: String, said: RwSignal<&'static str>) {
    if browser::empty_clipboard_of(&text).await {
        said.try_set("Het klembord is weer leeg.");
    }
}

fn copied_words(done: bool, secret: bool) -> &'static str {
    match (done, secret) {
        (true, false) => "Gekopieerd.",
        (true, true) => {
            "Gekopieerd. Andere programma’s kunnen het klembord lezen: plak het meteen. Na een minuut halen we het eraf, \
             als je browser dat toestaat."
        }
        (false, _) => "Kopiëren lukt hier niet. Schrijf het over.",
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

#[cfg(test)]
mod tests {
    use super::copied_words;

    #[test]
    fn a_secret_on_the_clipboard_is_said_to_be_one() {
        assert_eq!(copied_words(true, false), "Gekopieerd.");
        assert!(copied_words(true, true).contains("Andere programma’s"));
        assert_eq!(copied_words(false, true), copied_words(false, false));
    }
}

use crate::browser;

/// The word in the fragment, which no server and no log sees; it is taken out of the address and the history.
#[must_use]
pub fn take_word(path: &str) -> String {
    let fragment = browser::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let word = fragment.trim_start_matches('#').to_owned();
    if !word.is_empty() {
        let history = browser::window().and_then(|window| window.history().ok());
        // a refusal leaves the word in the address bar; nothing better can be done
        let _ = history.map(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path)));
    }
    word
}

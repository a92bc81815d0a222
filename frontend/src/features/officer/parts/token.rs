use crate::browser;

/// The token in the fragment, which no server and no log sees. It is removed from the address and the history.
#[must_use]
pub fn take_token(path: &str) -> String {
    let fragment = browser::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let token = fragment.trim_start_matches('#').to_owned();
    if !token.is_empty() {
        let history = browser::window().and_then(|window| window.history().ok());
        // if the browser refuses, the token stays in the address bar; nothing better can be done
        let _ = history.map(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path)));
    }
    token
}

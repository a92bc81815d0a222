use super::part::Parts;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/ahead.js")]
extern "C" {
    /// Waits until the browser has nothing else to do: `true` when something may be fetched that nobody asked for.
    async fn spare() -> JsValue;
}

/// Fetches the parts when the first page leaves time for it, the one that is opened most first. Where somebody wants
/// to use little data, nothing is fetched before it is asked.
pub fn fetch_ahead() {
    let parts = Parts::here();
    spawn_local(async move {
        if spare().await.is_truthy() {
            parts.case.have().await;
        }
        if spare().await.is_truthy() {
            parts.other.have().await;
        }
    });
}

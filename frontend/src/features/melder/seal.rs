//! Sealing the report before it leaves the device: `js/seal.js`, which says how.
use crate::json;
use shared::{profile::DeviceKey, report::Draft};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/seal.js")]
extern "C" {
    #[wasm_bindgen(js_name = seal)]
    async fn sealed(json: &str, id: &str, key: &str, gemeente: &str, secret: &str) -> JsValue;
}

/// The body of a sealed report. `None` where the gemeente has no key or this browser cannot seal: then it goes as it
/// is, over the same connection.
pub async fn seal(to: Option<DeviceKey>, secret: &str, draft: &Draft) -> Option<String> {
    let (DeviceKey { id, key, gemeente }, text) = (to?, json::write(draft).ok()?);
    sealed(&text, &id, &key, &gemeente, secret).await.as_string()
}

//! Text that is kept in the browser, sealed under a key that no script can read out: `js/vault.js`, which says how.
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/vault.js")]
extern "C" {
    /// One text under one name.
    pub type Vault;

    /// `all`: kept for every tab of this browser, unless others use the device; otherwise for this tab only, also after
    /// a reload.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, all: bool) -> Vault;

    /// Whether others use this device as well.
    #[wasm_bindgen(method, getter)]
    pub fn others(this: &Vault) -> bool;

    /// Seals a text for the next [`Vault::write`].
    #[wasm_bindgen(method)]
    pub fn seal(this: &Vault, text: &str);

    /// Puts the last text into the storage, as soon as it is sealed.
    #[wasm_bindgen(method)]
    pub fn write(this: &Vault);

    /// The same where there may be no time for that: what is ready is put there first.
    #[wasm_bindgen(method, js_name = writeNow)]
    pub fn write_now(this: &Vault);

    /// Removes text and key.
    #[wasm_bindgen(method)]
    pub fn forget(this: &Vault);

    #[wasm_bindgen(method, js_name = open)]
    async fn opened(this: &Vault) -> JsValue;
}

impl Vault {
    /// What was kept and can still be opened.
    pub async fn open(&self) -> Option<String> {
        self.opened().await.as_string()
    }
}

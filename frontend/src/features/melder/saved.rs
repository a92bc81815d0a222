//! Data kept on the device: the draft, its secret, and the receipt until it was read.
//!
//! The device may be shared. So the draft is sealed ([`Vault`]), and every page of this address removes one of more
//! than a day old (`js/start.js`). It is deleted when its receipt arrives, and "Wis alles" deletes it at once. In
//! another tab or after "Verberg scherm" it is shown only on request. The secret gives the receipt's code again, so it
//! stays in the tab. A report that waits for a network is no draft any more: [`queue`].
use super::queue;
use crate::{browser, json, vault::Vault};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use shared::{
    contract::Receipt,
    report::{Alarm, Draft},
};
use wasm_bindgen::prelude::*;

const DRAFT: &str = "meldroute.melding";
const KEY: &str = "meldroute.sleutel";
/// The report as it was sealed, which nobody on this device can open.
const SEALED: &str = "meldroute.verzegeld";
const RECEIPT: &str = "meldroute.ontvangst";
/// Set while somebody works in this tab: after a reload the form continues where it was.
const AT_WORK: &str = "meldroute.bezig";

#[wasm_bindgen(module = "/js/mend.js")]
extern "C" {
    /// The part of a draft that fits, as JSON, and the rest as lines.
    fn mend(text: &str, fits: &dyn Fn(String) -> bool) -> Vec<String>;
}

#[wasm_bindgen(module = "/js/early.js")]
extern "C" {
    /// What was answered on the page before the form came, as it is kept. The questions there go.
    fn early() -> JsValue;
}

/// A draft as kept.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Saved {
    /// The form as typed.
    pub draft: Draft,
    /// Typed in another version, and not in this form.
    pub rest: String,
}

/// Where it is kept, and what was there when the page began.
pub struct Kept {
    /// Keeps it from here on.
    pub vault: Vault,
    /// The draft of before.
    pub saved: Option<Saved>,
    /// Whether it was begun on this page, before the form came.
    pub fresh: bool,
}

/// Opens what was kept.
pub async fn open() -> Kept {
    let may_offer = queue::begin().await;
    let vault = Vault::new(DRAFT, true);
    let mut kept = if may_offer { vault.open().await } else { None };
    // the page asks nothing early where something was kept
    let answered = early().as_string().filter(|_| kept.is_none());
    if kept.is_none() {
        keep_key(None);
    }
    let fresh = answered.is_some();
    if let Some(answered) = answered {
        vault.seal(&answered);
        vault.write();
        set_at_work(true);
        kept = Some(answered);
    }
    Kept { vault, saved: kept.map(|text| read(&text)), fresh }
}

/// A draft of another version fits in part.
fn read(text: &str) -> Saved {
    json::read(text).unwrap_or_else(|_| {
        let fits = |text: String| json::read::<Draft>(&text).is_ok();
        let mut parts = mend(text, &fits).into_iter();
        let draft = parts.next().and_then(|text| json::read(&text).ok());
        Saved { draft: draft.unwrap_or_default(), rest: parts.next().unwrap_or_default() }
    })
}

impl Saved {
    /// As it is kept.
    #[must_use]
    pub fn text(&self) -> String {
        json::write(self).unwrap_or_default()
    }
}

/// A receipt as kept.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptReceipt {
    /// The receipt itself.
    pub receipt: Receipt,
    /// Veilig Thuis has to be called, and has not been called yet.
    pub call_veilig_thuis: bool,
    /// Why it cannot wait.
    #[serde(default)]
    pub alarms: Vec<Alarm>,
}

/// The secret that the draft was sent with from this tab: another try is the same report.
#[must_use]
pub fn key() -> Option<String> {
    get(KEY)
}

/// Keeps the secret in this tab.
pub fn keep_key(key: Option<&str>) {
    match key {
        // a browser that refuses is no reason to stop: it then lives in this page only
        Some(key) => set(KEY, key),
        None => {
            delete(KEY);
            delete(SEALED);
        }
    }
}

/// The report as it was sealed when it was sent from this tab: every sealing is another one, and another try has to be
/// the same report.
#[must_use]
pub fn sealed() -> Option<String> {
    get(SEALED)
}

/// Keeps it in this tab.
pub fn keep_sealed(sealed: Option<&str>) {
    match sealed {
        Some(sealed) => set(SEALED, sealed),
        None => delete(SEALED),
    }
}

/// Whether this tab was at work on the draft.
#[must_use]
pub fn at_work() -> bool {
    get::<bool>(AT_WORK).unwrap_or(false)
}

/// Says whether this tab is at work on the draft.
pub fn set_at_work(at_work: bool) {
    if at_work {
        set(AT_WORK, &true);
    } else {
        delete(AT_WORK);
    }
}

/// The receipt that was not put away yet.
#[must_use]
pub fn receipt() -> Option<KeptReceipt> {
    get(RECEIPT)
}

/// Keeps a receipt for this tab.
pub fn keep_receipt(kept: &KeptReceipt) {
    set(RECEIPT, kept);
}

/// Removes the receipt.
pub fn forget_receipt() {
    delete(RECEIPT);
    queue::seen();
}

/// The storage of this tab; `None` in a browser that keeps nothing.
fn tab() -> Option<web_sys::Storage> {
    browser::window()?.session_storage().ok().flatten()
}

fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    json::read(&tab()?.get_item(name).ok()??).ok()
}

fn set<T: Serialize + ?Sized>(name: &str, value: &T) {
    if let Some((tab, text)) = tab().zip(json::write(value).ok()) {
        let _ = tab.set_item(name, &text);
    }
}

fn delete(name: &str) {
    if let Some(tab) = tab() {
        let _ = tab.remove_item(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_draft_is_read_back_unchanged() {
        let saved = Saved { draft: shared::contract::examples::draft(), rest: "oud: tekst".into() };
        assert!(read(&saved.text()) == saved);
    }

    #[test]
    fn a_draft_of_before_the_seal_is_read() {
        let draft = shared::contract::examples::draft();
        let old = serde_json::json!({ "draft": draft, "key": "ab", "at": 7 });
        assert!(read(&old.to_string()) == Saved { draft, rest: String::new() });
    }
}

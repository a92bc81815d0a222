//! Browser functions that pages need: today, randomness, focus, clipboard, title, scroll.
use leptos::prelude::set_timeout;
use shared::{
    hex,
    moment::{Day, Moment},
};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, Window};

/// A browser has read a file long before this.
const READ_WITHIN: Duration = Duration::from_secs(60);

/// The window; `None` outside a browser, as in native tests.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The time by this device's clock. Only for texts on screen: deadlines and rules use the server's time.
#[must_use]
pub fn now() -> Moment {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit in 53 bits")]
    Moment::from_millis(js_sys::Date::now() as i64)
}

/// The time that a `Date` header gives.
#[must_use]
pub fn moment_of(date: &str) -> Option<Moment> {
    let millis = js_sys::Date::parse(date);
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit in 53 bits")]
    millis.is_finite().then(|| Moment::from_millis(millis as i64))
}

/// The time in UTC, as ISO 8601 writes it: `2026-04-24T13:42:00.000Z`.
#[must_use]
pub fn utc_now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// Today in the Netherlands, by this device's clock.
#[must_use]
pub fn today() -> Day {
    now().day()
}

/// A fresh secret of 128 bits from the browser's generator, as 32 hex digits: an Idempotency-Key.
///
/// `None` when the browser refuses; then nothing may be sent, because a guessable secret gives a guessable code.
#[must_use]
pub fn secret() -> Option<String> {
    let mut bytes = [0_u8; 16];
    window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(hex::encode(&bytes))
}

/// A number that no other page makes: by the time, so that later ones are higher, and then by chance. It fits in a
/// number of JavaScript.
#[must_use]
pub fn new_number() -> u64 {
    let millis = u64::try_from(now().millis()).unwrap_or_default();
    millis * 1000 + (js_sys::Math::random() * 1000.0) as u64
}

/// Puts the focus on the element with this id and brings it into view, also when it is folded away.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|page| page.get_element_by_id(id)) {
        if let Ok(Some(folded)) = element.closest("details") {
            // where a browser won't open it there is nothing better to do
            let _ = folded.set_attribute("open", "");
        }
        focus_element(&element);
    }
}

/// Puts the focus on an element. A group takes it at its first control.
pub fn focus_element(element: &Element) {
    let inner = element.query_selector("input, textarea, select").ok().flatten();
    let target = if element.matches("fieldset").unwrap_or(false) { inner } else { None };
    if let Some(target) = target.unwrap_or_else(|| element.clone()).dyn_ref::<HtmlElement>() {
        // where the browser won't focus there is nothing better to do
        let _ = target.focus();
    }
}

/// The element that has the focus; `None` when nothing has it.
#[must_use]
pub fn focused() -> Option<Element> {
    document()?.active_element().filter(|element| !element.matches("body").unwrap_or_default())
}

/// Copies a text to the clipboard; false when that failed. Over plain HTTP a browser has no clipboard at all.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    if JsValue::from(&clipboard).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Empties the clipboard if it still holds this text. Where the user did not let this page read it, it is left alone:
/// something else that was copied must not go, and a question out of nowhere would only frighten.
pub async fn empty_clipboard_of(text: &str) -> bool {
    let Some(window) = window() else { return false };
    if !may_read_clipboard(&window.navigator()).await {
        return false;
    }
    let held = JsFuture::from(window.navigator().clipboard().read_text()).await;
    held.ok().and_then(|held| held.as_string()).as_deref() == Some(text) && copy("").await
}

/// Whether the page may read the clipboard without asking. Browsers that do not know the question say no.
async fn may_read_clipboard(navigator: &web_sys::Navigator) -> bool {
    let question = js_sys::Object::new();
    if js_sys::Reflect::set(&question, &"name".into(), &"clipboard-read".into()).is_err() {
        return false;
    }
    let Ok(answer) = navigator.permissions().and_then(|permissions| permissions.query(&question)) else { return false };
    let status =
        JsFuture::from(answer).await.ok().and_then(|status| status.dyn_into::<web_sys::PermissionStatus>().ok());
    status.is_some_and(|status| status.state() == web_sys::PermissionState::Granted)
}

/// The token in the fragment, which no server and no log sees. It is removed from the address and the history.
#[must_use]
pub fn take_token(path: &str) -> String {
    let fragment = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let token = fragment.trim_start_matches('#').to_owned();
    if !token.is_empty() {
        let history = window().and_then(|window| window.history().ok());
        // if the browser refuses, the token stays in the address bar; nothing better can be done
        let _ = history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(path)));
    }
    token
}

/// The text in a file that somebody chose; `None` when it cannot be read.
pub async fn text_of(file: &web_sys::File) -> Option<String> {
    wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Hands the browser a file to keep.
///
/// # Errors
/// What the browser says when it refuses.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    keep(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &of_kind(kind))?)
}

/// The same of bytes, in base64.
///
/// # Errors
/// What the browser says when it refuses, or when it is not base64.
pub fn download_bytes(name: &str, kind: &str, base64: &str) -> Result<(), JsValue> {
    let raw = window().ok_or(JsValue::NULL)?.atob(base64)?;
    let bytes: Vec<u8> = raw.chars().filter_map(|one| u8::try_from(u32::from(one)).ok()).collect();
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(&bytes[..]));
    keep(name, &web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &of_kind(kind))?)
}

fn of_kind(kind: &str) -> web_sys::BlobPropertyBag {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    options
}

fn keep(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: web_sys::HtmlAnchorElement = document().ok_or(JsValue::NULL)?.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Safari reads it only after the click
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&address)), READ_WITHIN);
    Ok(())
}

/// Tells `start.js` that the page works.
pub fn say_ready() {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        root.set_class_name("ready");
    }
}

/// Names the page in the tab and the history. Never with anything somebody typed.
pub fn set_title(title: &str) {
    if let Some(page) = document() {
        page.set_title(&format!("{title} – Meldroute"));
    }
}

/// Loads this page again at the same address, also what follows a `#`.
pub fn reload() {
    if let Some(window) = window() {
        // a browser that refuses has said so
        let _ = window.location().reload();
    }
}

/// Scrolls to the top of the page, as after loading.
pub fn scroll_up() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

//! The little of the browser that pages need: today, randomness, focus, title, scroll.
use shared::moment::{Day, Moment};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

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

/// The moment it is on this device's clock. For words on screen only: deadlines come from the server.
#[must_use]
pub fn now() -> Moment {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit in 53 bits")]
    Moment::from_millis(js_sys::Date::now() as i64)
}

/// The moment in UTC in words of ISO 8601, `2026-04-24T13:42:00.000Z`.
#[must_use]
pub fn utc_now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The day it is in the Netherlands, on this device's clock.
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
    Some(hex(&bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
        text
    })
}

/// Puts the focus on the element with this id and brings it into view.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|page| page.get_element_by_id(id)) {
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

/// Names the page in the tab and the history. Never with anything somebody typed.
pub fn set_title(title: &str) {
    if let Some(page) = document() {
        page.set_title(&format!("{title} – Meldroute"));
    }
}

/// To the top of the page, as after loading.
pub fn scroll_up() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn hex_has_two_digits_for_every_byte() {
        assert_eq!(hex(&[0, 15, 16, 255]), "000f10ff");
    }
}

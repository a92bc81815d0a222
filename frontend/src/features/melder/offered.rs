//! What this gemeente offers besides: mail when there is news, and photos. The page itself says so with an element that
//! nobody sees: to read it from the profile would cost a phone three hundred bytes.
use crate::{browser, messages::melder};
use shared::report::Field;

/// What stands under the name of a field; empty for nothing.
pub fn hint(field: Field) -> &'static str {
    if field == Field::Email && has("mail") { melder::MAILED } else { melder::hint(field) }
}

/// What the receipt says of photos; empty where the gemeente has none.
pub fn photo_too() -> &'static str {
    if has("photos") { melder::PHOTO_TOO } else { "" }
}

fn has(id: &str) -> bool {
    browser::document().and_then(|page| page.get_element_by_id(id)).is_some()
}

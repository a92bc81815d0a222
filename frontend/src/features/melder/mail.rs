//! What the form says of mail beside the e-mail address, where the profile has it.
use crate::{browser, messages::melder};
use shared::report::Field;

/// Under the name of a field; empty for none. The page itself says whether melders are told by mail: to read it from
/// the profile would cost a phone three hundred bytes.
pub fn hint(field: Field) -> &'static str {
    let mails = || browser::document().and_then(|page| page.get_element_by_id("mail")).is_some();
    if field == Field::Email && mails() { melder::MAILED } else { melder::hint(field) }
}

//! What the form says of mail beside the e-mail address, where the profile has it.
use crate::messages::melder;
use shared::report::Field;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a melder is told by mail that there is news: a fact about the instance, as the profile says.
static MAILS: AtomicBool = AtomicBool::new(false);

/// Takes over what the profile says.
pub fn learn(mails: bool) {
    MAILS.store(mails, Ordering::Relaxed);
}

/// Under the name of a field; empty for none.
pub fn hint(field: Field) -> &'static str {
    if field == Field::Email && MAILS.load(Ordering::Relaxed) { melder::MAILED } else { melder::hint(field) }
}

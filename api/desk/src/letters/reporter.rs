//! Telling a melder that there is news. It is off until the profile turns it on, and only melders who left an address
//! are told.
//!
//! The address stays in the case, and the letter names the case alone. So whoever is destroyed here gets no letter, and
//! no second place holds the address.
use super::{
    stored::{Receiver, StoredOutbox, change},
    ways::Ways,
};
use crate::Desk;
use kit::{Failure, store::Change};
use shared::{case::Case, text::Email};

/// The most letters to melders that wait at once, so that the outbox stays small while the mail server is away. The
/// news of a later one stands on the melder's page.
const MOST: usize = 300;

/// Writes a letter to the melder of this case, if the melder wants one and there is news. It comes before the melder's
/// page changes: a machine that stops in between tells it twice, and never not.
pub(crate) fn tell_reporter(
    desk: &Desk,
    case: &Case,
    is_news: impl FnOnce() -> Result<bool, Failure>,
) -> Result<(), Failure> {
    // a profile that cannot be read keeps nobody from working
    if left_address(case).is_none() || !is_on(desk).unwrap_or(false) || !is_news()? {
        return Ok(());
    }
    let receiver = Receiver::Reporter(case.origins().id.clone());
    change(desk, |mut outbox| {
        if outbox.letter(&receiver).is_none() && reporters(&outbox) >= MOST {
            eprintln!("warning: too many letters to melders wait; the mail server may be away");
            return Ok(Change::Keep(()));
        }
        outbox.letter_for(&receiver).tell(false, true)?;
        Ok(Change::Write(outbox, ()))
    })
}

fn reporters(outbox: &StoredOutbox) -> usize {
    outbox.letters.iter().filter(|(receiver, _)| receiver.is_reporter()).count()
}

/// The address that the melder left.
pub(crate) fn left_address(case: &Case) -> Option<&Email> {
    case.origins().report.reporter()?.email.as_ref()
}

/// Whether melders are told by mail here.
pub(crate) fn is_on(desk: &Desk) -> Result<bool, Failure> {
    let has_mail = Ways::of(desk.environment()).is_some_and(|ways| ways.has_mail());
    Ok(has_mail && desk.profile()?.mails)
}

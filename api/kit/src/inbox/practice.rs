//! A practice instance (oefenomgeving) is marked in its own store and can never become a real one; a store with real
//! reports can never become a practice one. Either way the instance refuses to work, and says why.
use super::context::Inbox;
use crate::{
    Failure,
    store::cell::{self, Cell, Pointers},
};
use shared::contract::ProblemKind;

/// The cell that exists when a store belongs to a practice instance.
pub const PRACTICE: Cell<Pointers, bool> = cell::practice();

const REAL_ON_PRACTICE: &str =
    "Deze gegevens zijn van een oefenomgeving. Begin een echte omgeving met een lege opslag.";
/// The error when practice data were requested on top of real reports.
pub const PRACTICE_ON_REAL: &str = "Deze gegevens zijn niet van een oefenomgeving. Zet de variabele demo op nee.";

/// Whether variable and store agree on what this instance is.
///
/// # Errors
/// A 503 that says what to do.
pub fn check(inbox: &Inbox) -> Result<(), Failure> {
    let asked = inbox.environment.is_practice();
    let marked = inbox.pointers.exists(&PRACTICE)?;
    match (asked, marked) {
        (false, true) => Err(Failure::of(ProblemKind::Unavailable, REAL_ON_PRACTICE)),
        (true, false) if inbox.pointers.last_number(&cell::ARRIVALS)? > 0 => {
            Err(Failure::of(ProblemKind::Unavailable, PRACTICE_ON_REAL))
        }
        (true, _) | (false, false) => Ok(()),
    }
}

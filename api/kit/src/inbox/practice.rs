//! A practice instance (oefenomgeving) is marked in its own store and can never become a real one; a store with real
//! reports can never become a practice one. Both ways the instance refuses to work by a sentence.
use crate::{
    Failure, Kit, account,
    cell::{self, Cell, Inbox},
    totp::{self, TotpKey},
};
use shared::{contract::ProblemKind, moment::Moment};

/// There when a store belongs to a practice instance.
pub const PRACTICE: Cell<Inbox, bool> = cell::practice();

const REAL_ON_PRACTICE: &str =
    "Deze gegevens zijn van een oefenomgeving. Begin een echte omgeving met een lege opslag.";
const PRACTICE_ON_REAL: &str = "Deze gegevens zijn niet van een oefenomgeving. Zet de variabele demo op nee.";

/// The second factor of everybody in a practice instance: published, so it protects nothing there. It is a real one, and
/// a code of it counts once, so that logging in is practised as it is.
pub const FACTOR: &[u8; 20] = b"oefenenmetmeldroute!";

/// The code that everybody's app would show now, for the log-in page of a practice instance.
#[must_use]
pub fn code(now: Moment) -> String {
    TotpKey::from_bytes(*FACTOR).code(totp::step(now))
}

/// Marks an empty store as one for practice.
///
/// # Errors
/// A 409 when something stands in it already.
pub fn mark(kit: &Kit) -> Result<(), Failure> {
    let used = kit.inbox.last_number(&cell::ARRIVALS)? > 0 || kit.cases.exists(&account::ACCOUNTS)?;
    if used {
        return Err(Failure::of(ProblemKind::Exists, PRACTICE_ON_REAL));
    }
    kit.inbox.set(&PRACTICE, &true)
}

/// Whether variable and store agree on what this instance is.
///
/// # Errors
/// A 503 with the sentence that says what to do.
pub fn check(kit: &Kit) -> Result<(), Failure> {
    let asked = (kit.variables)("demo").is_some_and(|value| value == "ja");
    let marked = kit.inbox.exists(&PRACTICE)?;
    match (asked, marked) {
        (false, true) => Err(Failure::of(ProblemKind::Unavailable, REAL_ON_PRACTICE)),
        (true, false) if kit.inbox.last_number(&cell::ARRIVALS)? > 0 => {
            Err(Failure::of(ProblemKind::Unavailable, PRACTICE_ON_REAL))
        }
        (true, _) | (false, false) => Ok(()),
    }
}

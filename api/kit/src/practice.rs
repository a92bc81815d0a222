//! A practice instance (oefenomgeving) is marked in its own store and can never become a real one; a store with real
//! reports can never become a practice one. Both ways the instance refuses to work by a sentence.
use crate::{Failure, Kit, key};
use shared::contract::ProblemKind;

const REAL_ON_PRACTICE: &str =
    "Deze gegevens zijn van een oefenomgeving. Begin een echte omgeving met een lege opslag.";
const PRACTICE_ON_REAL: &str = "Deze gegevens zijn niet van een oefenomgeving. Zet de variabele demo op nee.";

/// Marks an empty store as one for practice.
///
/// # Errors
/// A 409 when something stands in it already.
pub fn mark(kit: &Kit) -> Result<(), Failure> {
    let used = kit.inbox.last_number(key::ARRIVALS)? > 0 || kit.cases.exists(key::ACCOUNTS)?;
    if used {
        return Err(Failure::of(ProblemKind::Exists, PRACTICE_ON_REAL));
    }
    kit.inbox.set(key::PRACTICE, &true)
}

/// Whether variable and store agree on what this instance is.
///
/// # Errors
/// A 503 with the sentence that says what to do.
pub fn check(kit: &Kit) -> Result<(), Failure> {
    let asked = (kit.variables)("demo").is_some_and(|value| value == "ja");
    let marked = kit.inbox.exists(key::PRACTICE)?;
    match (asked, marked) {
        (false, true) => Err(Failure::of(ProblemKind::Unavailable, REAL_ON_PRACTICE)),
        (true, false) if kit.inbox.last_number(key::ARRIVALS)? > 0 => {
            Err(Failure::of(ProblemKind::Unavailable, PRACTICE_ON_REAL))
        }
        (true, _) | (false, false) => Ok(()),
    }
}

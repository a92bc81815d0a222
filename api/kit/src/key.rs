//! Every key in the stores, made here and nowhere else: `[a-z0-9:._-]`, at most 200 bytes, nothing about a person.
use shared::id::{CaseId, StatusKey};

/// Inbox: how many reports arrived.
pub const ARRIVALS: &str = "arrivals";
/// Inbox: there when this store is a practice instance's.
pub const PRACTICE: &str = "practice";
/// Cases: how far taking in has come.
pub const TAKE_IN: &str = "take-in";
/// Cases: the last case number given out.
pub const NUMBERS: &str = "numbers";
/// Cases: which row chunks hold open cases.
pub const OPEN: &str = "open";
/// Cases: all accounts, one aggregate.
pub const ACCOUNTS: &str = "accounts";

/// Inbox: which report arrived as the `n`th.
#[must_use]
pub fn arrival(n: i64) -> String {
    format!("arrival:{n}")
}

/// Inbox: a report that was not taken in yet.
#[must_use]
pub fn report(id: &CaseId) -> String {
    format!("report:{id}")
}

/// Inbox: what the holder of a code may see.
#[must_use]
pub fn status(key: &StatusKey) -> String {
    format!("status:{key}")
}

/// Cases: a dossier.
#[must_use]
pub fn case(id: &CaseId) -> String {
    format!("case:{id}")
}

/// Cases: the worklist lines of [`ROWS_PER_CHUNK`] consecutive case numbers.
#[must_use]
pub fn rows(chunk: u32) -> String {
    format!("rows:{chunk}")
}

/// Cases: a session, by the hash of its token.
#[must_use]
pub fn session(token_hash: &str) -> String {
    format!("session:{token_hash}")
}

/// Consecutive case numbers in one chunk of lines; some 20 KB.
pub const ROWS_PER_CHUNK: u32 = 50;

/// The chunk of a case number.
#[must_use]
pub fn chunk_of(sequence: u32) -> u32 {
    sequence.saturating_sub(1) / ROWS_PER_CHUNK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_portable() {
        let id = CaseId::from_bytes(&[255; 16]);
        let keys = [
            arrival(i64::MAX),
            report(&id),
            status(&StatusKey::from_bytes(&[0; 16])),
            case(&id),
            rows(u32::MAX),
            session(&"f".repeat(64)),
        ];
        let fixed = [ARRIVALS, PRACTICE, TAKE_IN, NUMBERS, OPEN, ACCOUNTS].map(String::from);
        for key in keys.into_iter().chain(fixed) {
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b":._-".contains(&b);
            assert!(key.len() <= 200 && key.bytes().all(plain), "{key}");
        }
        assert_eq!((chunk_of(1), chunk_of(50), chunk_of(51)), (0, 0, 1));
    }
}

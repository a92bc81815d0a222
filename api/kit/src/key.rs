//! Every key in the stores, made here and nowhere else: `[a-z0-9:._-]`, at most 200 bytes, nothing about a person.
use shared::id::CaseId;

/// Inbox: how many reports arrived.
pub const ARRIVALS: &str = "arrivals";
/// Inbox: there when this store is a practice instance's.
pub const PRACTICE: &str = "practice";
/// Inbox: there once reports are taken.
pub const OPENED: &str = "opened";
/// Cases: how far taking in has come.
pub const TAKE_IN: &str = "take-in";
/// Cases: the last case number given out.
pub const NUMBERS: &str = "numbers";
/// Cases: which row chunks hold open cases.
pub const OPEN: &str = "open";
/// Cases: all accounts, one aggregate.
pub const ACCOUNTS: &str = "accounts";
/// Cases: who stands in for whom, and what was opened by break-glass.
pub const RELATIONS: &str = "relations";
/// Cases: which keys this store was last opened with.
pub const KEY_CHECK: &str = "key-check";

/// Cases: which backups were put back, and which cases had ended by then.
pub const RESTORED: &str = "restored";

/// Cases: the last number given to an audit line.
pub const AUDIT_NUMBERS: &str = "audit-numbers";
/// Cases: how far the audit's chain is.
pub const AUDIT_SEAL: &str = "audit-seal";

/// Cases: when refusals were last told in lines of the audit.
pub const DENIED_TOLD: &str = "denied-told";

/// Cases: refusals that were counted and not told yet, in one of a few places.
#[must_use]
pub fn denied(place: u8) -> String {
    format!("denied:{place}")
}

/// Inbox: on which days the brake on receipt codes stepped in, and how often.
pub const CODE_BRAKE: &str = "limit-code-brake";

/// Cases: an audit line.
#[must_use]
pub fn audit(number: i64) -> String {
    format!("audit:{number}")
}

/// Cases: how far looking for what is due has come.
pub const RETENTION: &str = "retention";
/// Cases: how many cases are due, as last counted.
pub const RETENTION_COUNTS: &str = "retention-counts";
/// Cases: proposals to destroy a case, and how many declarations were given.
pub const DESTRUCTIONS: &str = "destructions";
/// Cases: data subjects' requests that are not decided yet.
pub const REQUESTS: &str = "requests";
/// Cases: the last number given to a line of the processing record.
pub const PROCESSING_NUMBERS: &str = "processing-numbers";

/// Cases: a line of the processing record.
#[must_use]
pub fn processing(number: i64) -> String {
    format!("processing:{number}")
}

/// Cases: a declaration of destruction.
#[must_use]
pub fn certificate(number: i64) -> String {
    format!("certificate:{number}")
}

/// Cases: what is known of the provider of work accounts; can be asked again.
pub const OIDC_PROVIDER: &str = "oidc-provider";

/// Cases: until when the provider of work accounts is not asked, because it did not answer.
pub const OIDC_PAUSE: &str = "oidc-pause";

/// Cases: log-ins with a work account that were used, of which the id begins so (two hex digits).
#[must_use]
pub fn oidc_used(begin: &str) -> String {
    format!("oidc-used:{begin}")
}

/// Inbox: what the ring of [`crate::limit`] is keyed with there.
pub const LIMIT_SECRET: &str = "limit-secret";

/// A bucket of a ring of [`crate::limit`], in the store that the ring lies in.
#[must_use]
pub fn limit(ring: &str, bucket: u64) -> String {
    format!("limit:{ring}:{bucket}")
}

/// How the name of an [`arrival`] begins.
pub const ARRIVAL: &str = "arrival:";

/// Inbox: which report arrived as the `n`th.
#[must_use]
pub fn arrival(n: i64) -> String {
    format!("{ARRIVAL}{n}")
}

/// Inbox: a report that was not taken in yet.
#[must_use]
pub fn report(id: &CaseId) -> String {
    format!("report:{id}")
}

/// Inbox: what the holder of a code may see. The key that seals it cannot be found from this name.
#[must_use]
pub fn status(lookup: &str) -> String {
    format!("status:{lookup}")
}

/// Keys: the key of one dossier.
#[must_use]
pub fn case_key(id: &CaseId) -> String {
    format!("case-key:{id}")
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

/// Cases: what somebody logs in with, by a random name.
#[must_use]
pub fn credential(name: &str) -> String {
    format!("credential:{name}")
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
            status(&"0".repeat(32)),
            case_key(&id),
            case(&id),
            rows(u32::MAX),
            session(&"f".repeat(64)),
            credential(&"f".repeat(32)),
            audit(i64::MAX),
            processing(i64::MAX),
            certificate(i64::MAX),
            limit("known", u64::MAX),
            oidc_used("ff"),
            denied(u8::MAX),
        ];
        let cases = [TAKE_IN, NUMBERS, OPEN, ACCOUNTS, RELATIONS, AUDIT_NUMBERS, AUDIT_SEAL, KEY_CHECK, RESTORED];
        let kept = [RETENTION, RETENTION_COUNTS, DESTRUCTIONS, REQUESTS, PROCESSING_NUMBERS].map(String::from);
        let cases = cases.into_iter().chain([OIDC_PROVIDER, OIDC_PAUSE, DENIED_TOLD]);
        let fixed = [ARRIVALS, PRACTICE, OPENED, LIMIT_SECRET, CODE_BRAKE].into_iter().chain(cases).map(String::from);
        for key in keys.into_iter().chain(fixed).chain(kept) {
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b":._-".contains(&b);
            assert!(key.len() <= 200 && key.bytes().all(plain), "{key}");
        }
        assert_eq!((chunk_of(1), chunk_of(50), chunk_of(51)), (0, 0, 1));
    }
}

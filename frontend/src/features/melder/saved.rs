//! Data kept on the device: the draft with its secret, and the receipt until it was read.
//!
//! The device may be shared. So nothing older than a day is used. The draft is deleted when its receipt arrives, and
//! "Wis alles" deletes it at once. In another tab or after "Verberg scherm" it is shown only on request.
use gloo::storage::{LocalStorage, SessionStorage, Storage};
use serde::{Deserialize, Serialize};
use shared::{
    contract::Receipt,
    moment::Moment,
    report::{Alarm, Draft},
};

const DRAFT: &str = "meldroute.melding";
const RECEIPT: &str = "meldroute.ontvangst";
/// Set while somebody works in this tab: after a reload the form continues where it was.
const AT_WORK: &str = "meldroute.bezig";
/// How long a draft is kept after its last change, in seconds.
pub const KEPT_SECONDS: i64 = 24 * 60 * 60;

/// A draft as kept.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The form as typed.
    pub draft: Draft,
    /// The secret it is sent with, once there was a try: a retry is then the same report.
    pub key: Option<String>,
    /// Milliseconds since 1970, when it last changed.
    pub at: i64,
}

impl Saved {
    /// Whether it may still be used.
    #[must_use]
    pub fn is_fresh(&self, now: Moment) -> bool {
        let age = now.millis() - self.at;
        (0..KEPT_SECONDS * 1000).contains(&age)
    }
}

/// A receipt as kept.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptReceipt {
    /// The receipt itself.
    pub receipt: Receipt,
    /// Veilig Thuis has to be called, and has not been called yet.
    pub call_veilig_thuis: bool,
    /// Why it cannot wait.
    #[serde(default)]
    pub alarms: Vec<Alarm>,
}

/// The draft that was kept, unless it is too old; then it is removed.
#[must_use]
pub fn load(now: Moment) -> Option<Saved> {
    let saved: Option<Saved> = LocalStorage::get(DRAFT).ok();
    if saved.as_ref().is_some_and(|saved| !saved.is_fresh(now)) {
        forget();
    }
    saved.filter(|saved| saved.is_fresh(now))
}

/// Keeps a draft. A browser that refuses (private window, full) is no reason to stop: it then lives in this page only.
pub fn keep(saved: &Saved) {
    let _ = LocalStorage::set(DRAFT, saved);
}

/// Removes the draft.
pub fn forget() {
    LocalStorage::delete(DRAFT);
    SessionStorage::delete(AT_WORK);
}

/// Whether this tab was at work on the draft.
#[must_use]
pub fn at_work() -> bool {
    SessionStorage::get::<bool>(AT_WORK).unwrap_or(false)
}

/// Says whether this tab is at work on the draft.
pub fn set_at_work(at_work: bool) {
    if at_work {
        let _ = SessionStorage::set(AT_WORK, true);
    } else {
        SessionStorage::delete(AT_WORK);
    }
}

/// The receipt that was not put away yet.
#[must_use]
pub fn receipt() -> Option<KeptReceipt> {
    SessionStorage::get(RECEIPT).ok()
}

/// Keeps a receipt for this tab.
pub fn keep_receipt(kept: &KeptReceipt) {
    let _ = SessionStorage::set(RECEIPT, kept);
}

/// Removes the receipt.
pub fn forget_receipt() {
    SessionStorage::delete(RECEIPT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_used_for_a_day_and_not_from_the_future() {
        let now = Moment::from_millis(2_000_000_000_000);
        let table = [(0, true), (KEPT_SECONDS - 1, true), (KEPT_SECONDS, false), (-1, false)];
        for (age, fresh) in table {
            let saved = Saved { at: now.plus_seconds(-age).millis(), ..Saved::default() };
            assert_eq!(saved.is_fresh(now), fresh, "{age}");
        }
    }

    #[test]
    fn a_kept_draft_is_read_back_unchanged() {
        let saved = Saved { draft: shared::contract::examples::draft(), key: Some("ab".repeat(16)), at: 7 };
        let json = serde_json::to_string(&saved).unwrap();
        assert!(serde_json::from_str::<Saved>(&json).unwrap() == saved);
    }
}

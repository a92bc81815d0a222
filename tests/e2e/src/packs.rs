//! What goes to a receiver of a decision, as an AF asks for it.
use crate::{Answer, Client};
use serde_json::{Value, json};
use shared::{contract::Endpoint, sharing::ReferralTarget};

/// For a receiver of [`words::decide`](crate::words::decide).
fn question(referral: usize, chosen: &[&str]) -> Value {
    let to = if referral == 0 { ReferralTarget::Kmt } else { ReferralTarget::Riec };
    json!({ "vervolgstap": referral, "naar": to, "gekozen": chosen })
}

/// What may go to a receiver, and what was chosen of it.
pub fn look(officer: &Client, case: &str, referral: usize, chosen: &[&str]) -> Answer {
    officer.to_one(Endpoint::Pack, case).json(&question(referral, chosen)).send()
}

/// Keeps what was chosen, as it was read with this fingerprint.
pub fn keep(officer: &Client, case: &str, (referral, chosen): (usize, &[&str]), print: &Value) -> Answer {
    let body = json!({ "stuk": question(referral, chosen), "vingerafdruk": print });
    officer.to_one(Endpoint::KeepPack, case).json(&body).send()
}

/// Reads it and keeps it.
///
/// # Panics
/// If either is refused.
pub fn read_and_keep(officer: &Client, case: &str, referral: usize, chosen: &[&str]) -> Value {
    let read = look(officer, case, referral, chosen).good(Endpoint::Pack);
    keep(officer, case, (referral, chosen), &read["vingerafdruk"]).good(Endpoint::KeepPack)
}

/// Pages of what was kept.
pub fn pages(officer: &Client, case: &str, print: &Value) -> Answer {
    officer.to_one(Endpoint::PackPages, case).json(&json!({ "vingerafdruk": print })).send()
}

/// What can go to a table.
pub fn for_tables(officer: &Client) -> Answer {
    officer.to(Endpoint::AgendaPacks).send()
}

/// Pages of some of it, for this function at the RIEC.
pub fn agenda(officer: &Client, receiver: &str, packs: &[(&str, &Value)]) -> Answer {
    officer.to(Endpoint::AgendaPages).json(&for_table(receiver, packs)).send()
}

/// What asks for them.
#[must_use]
pub fn for_table(receiver: &str, packs: &[(&str, &Value)]) -> Value {
    let packs: Vec<Value> =
        packs.iter().map(|(case, print)| json!({ "dossier": case, "vingerafdruk": print })).collect();
    json!({ "naar": "riec", "ontvanger": receiver, "overleg": "Overleg-kanarie", "stukken": packs })
}

/// What was kept.
pub fn kept(officer: &Client, case: &str, print: &Value) -> Answer {
    officer.to_one(Endpoint::KeptPack, case).json(&json!({ "vingerafdruk": print })).send()
}

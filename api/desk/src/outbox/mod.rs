//! Messages to an outside address: that something came in, never what, how much, or about whom.
//!
//! Arrivals are counted as they come in, so the count is what a message follows from: nobody who sends a report waits
//! for anything outside. Due work compares it with the last count that was told. However much comes in, a message goes
//! at most once in five minutes. So an AF who may not know of a report cannot count messages either. When the address
//! does not take it, it is sent again, with growing waits, until it does.
#[cfg(test)]
mod tests;

use crate::{Desk, case};
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
    web::fetch::Ask,
};
use serde::{Deserialize, Serialize};
use shared::moment::Moment;

/// The message, in full.
const MESSAGE: &str = r#"{"bericht":"Er is iets nieuws in Meldroute."}"#;
/// The least time between two messages, in seconds.
const APART: i64 = 300;
/// The wait after the first failure, in seconds. It doubles with each, up to [`LONGEST_WAIT`].
const FIRST_WAIT: i64 = 60;
/// Six hours.
const LONGEST_WAIT: i64 = 6 * 3600;

/// What was told to outside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    /// How many reports had arrived by then.
    #[serde(rename = "aankomsten")]
    arrivals: i64,
    /// Nothing is sent before this.
    #[serde(rename = "nietVoor", default, skip_serializing_if = "Option::is_none")]
    not_before: Option<Moment>,
    /// How often it failed since it last went.
    #[serde(rename = "mislukt", default)]
    failed: u32,
    /// When it last went.
    #[serde(rename = "gelukt", default, skip_serializing_if = "Option::is_none")]
    sent: Option<Moment>,
}

const TOLD: Cell<Cases, Told> = cell::told();

/// Sends what is due. Answers whether a message went.
///
/// # Errors
/// [`Failure::Unavailable`] of the store. An address that does not take the message is no failure: it is tried again.
pub fn send_due(desk: &Desk) -> Result<bool, Failure> {
    let Some(url) = (desk.environment().variables)("webhook_url").filter(|url| !url.is_empty()) else {
        return Ok(false);
    };
    let arrivals = case::counted(desk)?;
    if !claim(desk, arrivals)? {
        return Ok(false);
    }
    let headers = vec![("content-type", "application/json".to_owned())];
    let reply = (desk.fetch)(Ask { url, headers, body: Some(MESSAGE.to_owned()) });
    if !reply.is_some_and(|reply| (200..300).contains(&reply.status)) {
        eprintln!("warning: the outside address did not take the message; it is sent again later");
        return Ok(false);
    }
    let now = desk.now();
    change(desk, |_| Some(Told { arrivals, not_before: Some(now.plus_seconds(APART)), failed: 0, sent: Some(now) }))?;
    Ok(true)
}

/// Whether a message is due. If so it counts as failed until it has gone, so that nobody else sends it meanwhile.
fn claim(desk: &Desk, arrivals: i64) -> Result<bool, Failure> {
    let now = desk.now();
    change(desk, |told| {
        // a clock that was set back makes nobody wait longer than the longest wait
        let waits = told.not_before.is_some_and(|until| now < until && until <= now.plus_seconds(LONGEST_WAIT));
        // a count that was put back is told too
        if told.arrivals == arrivals || waits {
            return None;
        }
        let wait = FIRST_WAIT.saturating_mul(1_i64.checked_shl(told.failed).unwrap_or(i64::MAX)).min(LONGEST_WAIT);
        let failed = told.failed.saturating_add(1);
        Some(Told { not_before: Some(now.plus_seconds(wait)), failed, ..told.clone() })
    })
}

/// Writes what `to` gives; answers whether it gave something. A record that cannot be read begins again: then a message
/// too many goes.
fn change(desk: &Desk, to: impl Fn(&Told) -> Option<Told>) -> Result<bool, Failure> {
    let work = || {
        desk.cases.update(&TOLD, |stored| {
            Ok(match to(&stored.unwrap_or_default()) {
                Some(told) => Change::Write(told, true),
                None => Change::Keep(false),
            })
        })
    };
    desk.healed(&TOLD, || Ok(Told::default()), work)
}

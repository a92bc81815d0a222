//! The cost of a POST, phase by phase: one connection, one request at a time, three kinds of POST that each go further.

use super::{Counts, median};
use crate::load::{Connection, Outgoing};
use crate::stage::{Child, report, report_again, report_without_key};
use crate::table::Table;
use anyhow::Result;
use http::StatusCode;

/// The same report, again and again.
const KNOWN: &str = "0123456789abcdef0123456789abcdef";

/// By turns, so that both see the same noise.
pub async fn measure(host: &Child, native: &Child, counts: &Counts, table: &mut Table) -> Result<()> {
    let mut host = Connection::open(host.address()).await?;
    let mut native = Connection::open(native.address()).await?;
    let mut medians = Vec::new();
    let kinds: [(&dyn Fn() -> Result<Outgoing>, StatusCode); 3] = [
        (&report_without_key, StatusCode::BAD_REQUEST),
        (&|| report_again(KNOWN), StatusCode::CREATED),
        (&report, StatusCode::CREATED),
    ];
    for (make, expected) in kinds {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        // the first of each kind is not counted: for a known report it is the one that writes
        for n in 0..=counts.each_phase {
            let took = [host.timed(make()?, expected).await?, native.timed(make()?, expected).await?];
            if n > 0 {
                let [one, other] = took.map(|took| took.as_secs_f64() * 1000.0);
                ours.push(one);
                theirs.push(other);
            }
        }
        medians.push([median(ours), median(theirs)]);
    }
    table.section("A POST by phase, one at a time, median ms", ["host", "native"]);
    let mut before = [0.0; 2];
    for (what, until) in WORDS.into_iter().zip(&medians) {
        table.pair(what, [0, 1].map(|at| format!("{:.2}", until[at] - before[at])), None, None);
        before = *until;
    }
    table.pair("together", before.map(|all| format!("{all:.2}")), Some(before[0] / before[1]), None);
    Ok(())
}

const WORDS: [&str; 3] =
    ["connection, instance, router, answer", "body, checks, profile, HKDF, one read", "number and report, one flush"];

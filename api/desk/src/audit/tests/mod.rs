//! Audit lines and their chain, and that no change to them goes unseen.
mod denied;
mod lines;
mod numbers;
mod tampering;
mod terms;

use super::*;
use crate::{
    Desk, Stores,
    testing::{self, Touch, Watch, Watched},
};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use keyvalue::{Memory, Store, StoreError};
use shared::{
    audit::{AuditAction, AuditFinding, Outcome},
    contract::{Endpoint, ProblemKind},
    moment::Moment,
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// One clock for all tests. It only moves forward, by as much as a test says.
static CLOCK: AtomicI64 = AtomicI64::new(1_777_000_000_000);

fn now() -> Moment {
    Moment::from_millis(CLOCK.load(Ordering::Relaxed))
}

fn kit_over(cases: Arc<dyn Store>) -> Desk {
    let desk = testing::desk(Stores { cases, ..testing::stores() }, now, &[5]);
    // as at the first request; with a store that stops at once it fails
    drop(crate::key_check::check(&desk));
    desk
}

fn desk() -> Desk {
    kit_over(Arc::new(Memory::default()))
}

fn write(desk: &Desk, answer: Result<Response, Failure>) -> Result<Response, Failure> {
    let begun = begin(desk, Endpoint::Case, None, &"0a".repeat(16)).unwrap().unwrap();
    begun.finish(desk, &Trail::default(), answer)
}

fn some_lines(desk: &Desk, count: usize) {
    for _line in 0..count {
        write(desk, Ok(StatusCode::OK.into_response())).unwrap();
    }
}

fn stored(desk: &Desk, number: i64) -> StoredLine {
    desk.cases.get(&StoredLine::cell(number)).unwrap().unwrap()
}

fn findings(desk: &Desk) -> Vec<AuditFinding> {
    verify(desk, None).unwrap().findings
}

/// Makes a store fail to write lines and to count refusals.
struct NoLines;

impl Watch for NoLines {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        let fails = match touch {
            Touch::Set(keys) => keys.iter().any(|key| key.starts_with("audit:")),
            Touch::Swap(key) => key.starts_with("denied:"),
            Touch::Read(_) | Touch::Delete | Touch::Increment(_) => false,
        };
        if fails { Err(StoreError::Unavailable("full".into())) } else { Ok(()) }
    }
}

fn no_lines() -> Arc<dyn Store> {
    Arc::new(Watched { store: Arc::new(Memory::default()), watch: NoLines })
}

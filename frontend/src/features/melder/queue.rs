//! Reports that wait to be sent: `js/wachtrij.js`, which says how. A sealed report is put there before it is sent, so
//! that it goes out once whatever dies in between.
use crate::{client::Failure, json};
use shared::contract::{ProblemKind, Receipt};
use wasm_bindgen::prelude::*;

/// The id of the place where the page says what waits.
pub const PLACE: &str = "wachtrij";

#[wasm_bindgen(module = "/js/queue.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    async fn begun() -> JsValue;

    #[wasm_bindgen(js_name = hold)]
    async fn held(key: &str, body: &str, first: bool) -> JsValue;

    #[wasm_bindgen(js_name = settle)]
    async fn settled(how: u8, receipt: Option<String>) -> JsValue;

    /// The melder has put a receipt away.
    pub fn seen();
}

/// Goes on with what waits. A draft that is in there is gone after it. Gives whether one may be offered: not while it
/// may be on its way.
pub async fn begin() -> bool {
    begun().await.is_truthy()
}

/// Keeps a sealed report until it was sent; false where this browser cannot. `first`: calling comes before anything
/// else.
pub async fn hold(key: &str, body: &str, first: bool) -> bool {
    held(key, body, first).await.is_truthy()
}

/// What became of the report that is held. Gives whether it waits. A receipt is kept until the melder has put it away.
pub async fn settle(sent: Result<&Receipt, &Failure>) -> bool {
    let (how, receipt) = match sent {
        Ok(receipt) => (0, json::write(receipt).ok()),
        Err(failure) if !waits(failure) => (2, None),
        // the server is there, and is not asked again at once
        Err(Failure::Problem(_)) => (3, None),
        Err(Failure::Offline | Failure::Unreadable | Failure::NoKey) => (1, None),
    };
    settled(how, receipt).await.is_truthy() && sent.is_err_and(waits)
}

/// Whether it may arrive later as it is: no network, one that asks for a log-in first, or a server that has no time. It
/// may have arrived as well, also where something before or in the server gave up: then the same comes again.
fn waits(failure: &Failure) -> bool {
    match failure {
        Failure::Offline | Failure::Unreadable => true,
        Failure::Problem(_) => match failure.kind() {
            None => true,
            Some(kind) => LATER.contains(&kind),
        },
        Failure::NoKey => false,
    }
}

/// The problems of a moment.
const LATER: [ProblemKind; 4] =
    [ProblemKind::WorkAsked, ProblemKind::TooMany, ProblemKind::Unavailable, ProblemKind::Internal];

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn only_what_may_arrive_later_waits() {
        let of = |kind| waits(&Failure::Problem(Box::new(Problem::new(kind, ""))));
        let waiting: Vec<ProblemKind> = ProblemKind::ALL.iter().copied().filter(|kind| of(*kind)).collect();
        assert_eq!(
            waiting,
            [ProblemKind::WorkAsked, ProblemKind::TooMany, ProblemKind::Internal, ProblemKind::Unavailable]
        );
        let unknown = Problem { kind: "urn:problem:host:too-slow".into(), ..Problem::new(ProblemKind::Stale, "") };
        assert!(waits(&Failure::Problem(Box::new(unknown))), "somebody between the server and us");
        assert!(waits(&Failure::Offline) && waits(&Failure::Unreadable) && !waits(&Failure::NoKey));
    }
}

//! Reports that wait to be sent: `js/wachtrij.js`, which says how. A sealed report is put there before it is sent, so
//! that it goes out once whatever dies in between.
use crate::client::Failure;
use shared::contract::ProblemKind;
use wasm_bindgen::prelude::*;

/// The id of the place where the page says what waits.
pub const PLACE: &str = "wachtrij";

#[wasm_bindgen(module = "/js/queue.js")]
extern "C" {
    /// Goes on with what waits. A draft that is in there is gone after it.
    pub async fn begin();

    #[wasm_bindgen(js_name = hold)]
    async fn held(key: &str, body: &str, first: bool) -> JsValue;

    #[wasm_bindgen(js_name = settle)]
    async fn settled(how: u8) -> JsValue;

    /// The melder has put a receipt away.
    pub fn seen();
}

/// Keeps a sealed report until it was sent; false where this browser cannot. `first`: calling comes before anything
/// else.
pub async fn hold(key: &str, body: &str, first: bool) -> bool {
    held(key, body, first).await.is_truthy()
}

/// What became of the report that is held. Gives whether it waits.
pub async fn settle(failure: Option<&Failure>) -> bool {
    let how = match failure {
        None => 0,
        Some(failure) if !waits(failure) => 2,
        // the server is there, and is not asked again at once
        Some(Failure::Problem(_)) => 3,
        Some(Failure::Offline | Failure::Unreadable | Failure::NoKey) => 1,
    };
    settled(how).await.is_truthy() && failure.is_some_and(waits)
}

/// Whether it may arrive later as it is: no network, one that asks for a log-in first, or a server that has no time.
fn waits(failure: &Failure) -> bool {
    match failure {
        Failure::Offline | Failure::Unreadable => true,
        Failure::Problem(_) => {
            matches!(failure.kind(), Some(ProblemKind::Unavailable | ProblemKind::TooMany | ProblemKind::WorkAsked))
        }
        Failure::NoKey => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn only_what_may_arrive_later_waits() {
        let of = |kind| waits(&Failure::Problem(Box::new(Problem::new(kind, ""))));
        let waiting: Vec<ProblemKind> = ProblemKind::ALL.iter().copied().filter(|kind| of(*kind)).collect();
        assert_eq!(waiting, [ProblemKind::WorkAsked, ProblemKind::TooMany, ProblemKind::Unavailable]);
        assert!(waits(&Failure::Offline) && waits(&Failure::Unreadable) && !waits(&Failure::NoKey));
    }
}

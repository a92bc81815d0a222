//! Computing for a report while very many come in.
use crate::client::Failure;
use shared::{contract::ProblemKind, flood::Price};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/work.js")]
extern "C" {
    #[wasm_bindgen(js_name = work)]
    async fn worked(task: &str, parts: u32, zeros: u8) -> JsValue;
}

/// The price that the server asks, if that is why it did not take the report.
#[must_use]
pub fn price_of(failure: &Failure) -> Option<Price> {
    let problem = failure.problem().filter(|problem| problem.parsed_kind() == Some(ProblemKind::WorkAsked))?;
    problem.price.clone()
}

/// Does the work, while the page stays usable. `None` where this browser cannot do it.
pub async fn work(price: &Price) -> Option<String> {
    worked(&price.task, u32::try_from(price.parts).ok()?, price.zeros).await.as_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::Problem;

    #[test]
    fn only_the_problem_of_the_price_asks_for_work() {
        let price = Price { task: "1.10.00".into(), parts: 16, zeros: 10 };
        let of = |kind| {
            let problem = Problem { price: Some(price.clone()), ..Problem::new(kind, "") };
            price_of(&Failure::Problem(Box::new(problem)))
        };
        assert_eq!(of(ProblemKind::WorkAsked), Some(price.clone()));
        assert_eq!((of(ProblemKind::TooMany), price_of(&Failure::Offline)), (None, None));
    }
}

//! Fuzzing on stable Rust, in the tests of each crate: input that is nearly right is made from valid examples, and a
//! parser has to accept it or refuse it. A panic is a finding, and so is a target that accepts or refuses everything.
//!
//! What it is not: guided by coverage. It knows valid examples (of the JSON bodies by their schema), which is where
//! most of the depth of these parsers is reached from.
//!
//! `cargo xtask fuzz` runs every target with `MELDROUTE_FUZZ=50000` inputs; without that variable it is 500. The same
//! `MELDROUTE_SEED` makes the same inputs, and `MELDROUTE_FUZZ_INPUT=TARGET:N` runs one of them alone.
#![deny(missing_docs)]

mod bytes;
mod json;
mod luck;
mod request;
mod schema;
mod target;

pub use luck::Luck;
pub use request::request;
pub use schema::examples;
pub use target::{Form, Target};

use std::sync::Once;

/// How many inputs a target gets when nobody asks for more.
const FEW: u64 = 500;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// How many inputs each target gets.
#[must_use]
pub fn count() -> u64 {
    number("MELDROUTE_FUZZ").unwrap_or(FEW)
}

/// The seed of all random choices.
#[must_use]
pub fn seed() -> u64 {
    number("MELDROUTE_SEED").unwrap_or(20_261_125)
}

/// The target catches and reports panics, so the default report is switched off meanwhile.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !target::trying() {
                before(panic);
            }
        }));
    });
}

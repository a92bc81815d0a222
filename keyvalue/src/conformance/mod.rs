//! The rules for every store, as one suite of functions that take a store.
//!
//! Every rule uses its own key names, so all of them can run over one store that holds other values. Where stores
//! differ, a rule tries that the store does exactly what its [`Promises`] say, also where that is less than others do:
//!
//! | | ours | Spin, SQLite | Spin, Redis |
//! |---|---|---|---|
//! | a swap that creates | one wins | **overwrites** | one wins |
//! | what a swap says | what it did | what it did | **always that it lost** |
//! | many values at once | answered, in any order | answered, in any order | **refused** |
//! | adding to what is no counter | refused | **ends the store** | refused |
//! | a counter at its end | refused | **wraps** | refused |
//! | a counter as a value | 8 bytes | 8 bytes | **text** |
//! | long keys and values | refused | **stored** | **stored** |
//!
//! Code may rely on what stands in no cell in bold, and on the rules that are the same for all.

mod batch;
mod concurrent;
mod promises;
mod single;
mod swap;

pub use promises::{CounterEnd, CounterForm, CreatingSwap, GetMany, Limits, Promises, SwapAnswer, WrongCounter};

use crate::Store;

/// One rule. It panics when the store breaks it.
pub type Rule = fn(&dyn Store, &Promises);

/// Every rule with its name. The last may end the store.
pub const RULES: &[(&str, Rule)] = &[
    ("a value comes back as it was put", single::round_trip),
    ("what is not there is not there", single::absent),
    ("the last value stands", single::overwrites),
    ("removing removes, also twice", single::delete),
    ("keys lists each key once", single::keys),
    ("values of 0 bytes and of 1 MiB", single::sizes),
    ("what some store could not keep", single::limits),
    ("any bytes, any text", single::odd_bytes),
    ("many at once, missing left out", batch::get_many),
    ("set_many puts all", batch::set_many),
    ("a set_many that is refused puts nothing", batch::refused),
    ("delete_many removes what is there", batch::delete_many),
    ("counters start at 0 and go both ways", swap::counter),
    ("a counter at its end", swap::counter_end),
    ("a swap wins on what it expects", swap::expected),
    ("a swap loses on something else", swap::unexpected),
    ("a swap that expects nothing", swap::absent),
    ("concurrent increments are dense and distinct", concurrent::increments),
    ("of concurrent swaps one wins", concurrent::swaps),
    ("concurrent creators", concurrent::creators),
    ("what was acknowledged is read at once", concurrent::reads_own_writes),
    ("a refused write doesn't fail its neighbours", concurrent::neighbours),
    ("adding to what is no counter", swap::wrong_counter),
];

/// Runs every rule over `store`.
///
/// # Panics
/// With the name of the rule on the line before, when the store breaks one.
pub fn check(store: &dyn Store, promises: &Promises) {
    for (name, rule) in RULES {
        eprintln!("rule: {name}");
        rule(store, promises);
    }
}

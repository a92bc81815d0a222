//! The rules for every store, as one suite of functions that take a store.
//!
//! Every rule uses its own key names, so all of them can run over one store that holds other values.

mod batch;
mod concurrent;
mod single;
mod swap;

use crate::Store;

/// The outcome of a swap that expects no value when there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsentSwap {
    /// It is refused: one of two creators wins.
    Refused,
    /// It overwrites, as on Spin's SQLite store: both creators succeed.
    Overwrites,
}

/// One rule. It panics when the store breaks it.
pub type Rule = fn(&dyn Store, AbsentSwap);

/// Every rule with its name.
pub const RULES: &[(&str, Rule)] = &[
    ("a value comes back as it was put", single::round_trip),
    ("what is not there is not there", single::absent),
    ("the last value stands", single::overwrites),
    ("removing removes, also twice", single::delete),
    ("keys lists each key once", single::keys),
    ("values of 0 bytes and of 1 MiB", single::sizes),
    ("what no store could keep is refused", single::refused),
    ("any bytes, any text", single::odd_bytes),
    ("many at once, missing left out", batch::get_many),
    ("set_many puts all or nothing", batch::set_many),
    ("delete_many removes what is there", batch::delete_many),
    ("counters start at 0 and go both ways", swap::counter),
    ("a counter of a wrong size is an error and not the end", swap::malformed_counter),
    ("a swap wins on what it expects", swap::expected),
    ("a swap loses on something else", swap::unexpected),
    ("a swap that expects nothing", swap::absent),
    ("concurrent increments are dense and distinct", concurrent::increments),
    ("of concurrent swaps one wins", concurrent::swaps),
    ("of concurrent creators one wins", concurrent::creators),
    ("what was acknowledged is read at once", concurrent::reads_own_writes),
    ("a refused write doesn't fail its neighbours", concurrent::neighbours),
];

/// Runs every rule over `store`.
///
/// # Panics
/// With the name of the rule on the line before, when the store breaks one.
pub fn check(store: &dyn Store, absent: AbsentSwap) {
    for (name, rule) in RULES {
        eprintln!("rule: {name}");
        rule(store, absent);
    }
}

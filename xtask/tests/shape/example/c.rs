//! Uses the root, which uses it.

use super::Own;

pub struct C(Option<Box<Own>>);

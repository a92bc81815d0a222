//! In a circle with `a`; what it takes from the root is defined in `d`.

use crate::PassedOn;
use crate::a::A;

pub struct B(pub Option<Box<A>>, pub PassedOn);

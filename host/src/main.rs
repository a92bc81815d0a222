//! Runs a Spin application on one machine.
fn main() {}

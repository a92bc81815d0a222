//! The administrator's command: meldroute.
fn main() {}

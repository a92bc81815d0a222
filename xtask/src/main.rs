//! Set-up, bundle, build, serve, test, bench.
fn main() {}

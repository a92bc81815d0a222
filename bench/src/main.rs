//! A small native server that does the same work, to measure against.
fn main() {}

//! An example for the test of circles; nothing builds it.

mod a;
mod b;
mod c;
mod d;

pub use d::PassedOn;

pub struct Own {
    c: c::C,
}

//! Figures (cijfers): the nature and size of what is reported, without anybody in it (domain §8).
//!
//! A half-year is counted once, when it is over, and never again: two publications are about different events, so
//! nothing follows from the one minus the other. Every number is rounded down to a step of the gemeente. No number is
//! hidden because of what it is, so nothing follows from what is hidden either: see [`Figures::publish`].
mod count;
mod half;
mod publish;
mod region;
mod table;
mod tally;
mod team;
#[cfg(test)]
mod tests;

pub use count::count;
pub use half::{HalfYear, HalfYearError};
pub use publish::{Figures, Named, Row, Shown};
pub use region::{Between, LEAST, NoRegion, OfGemeente, Region, RegionRow, RegionTable};
pub use table::{FigureTable, InTime, OTHER_TEAM, Rows, Span};
pub use tally::{Counts, Tally};
pub use team::{TeamKind, TeamKinds};

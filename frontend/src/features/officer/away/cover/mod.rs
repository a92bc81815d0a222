//! Standing in, with a reason, for a colleague who did not arrange it: beginning it, seeing it, ending it.
mod end;
mod notice;
mod start;
mod watch;

pub use notice::Covered;
pub use start::Start;
pub use watch::CoverWatch;

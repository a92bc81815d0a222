//! Blanking (weglakken): what points at the melder or at other people goes from a text before it leaves the case.
#[cfg(feature = "export")]
mod blank;
#[cfg(feature = "export")]
mod fold;
#[cfg(feature = "export")]
mod targets;
mod text;

#[cfg(feature = "export")]
pub(super) use blank::{Blanks, Told};
#[cfg(feature = "export")]
pub use fold::normal;
pub use text::{Passage, Sought, SoughtKind};

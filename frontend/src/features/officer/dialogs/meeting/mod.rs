//! When the werkoverleg was and who was there, with its decision, or with what was said when nothing was decided.
mod note;
mod there;

pub use note::MeetingNoteDialog;
pub(super) use there::keys;
pub use there::{There, from_meeting};

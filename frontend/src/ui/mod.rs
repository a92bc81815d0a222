//! Building blocks: labelled, with their hint and error tied to the control. They know nothing of the domain and never
//! fetch. Their style stands in `styles/ui/<name>.css`.
mod bound;
mod button;
mod checkbox;
mod choices;
mod error_summary;
mod field;
mod heading;
mod link;
mod notice;
mod steps;
mod text_area;
mod text_field;

pub use bound::Bound;
pub use button::{Button, ButtonLook};
pub use checkbox::Checkbox;
pub use choices::{Choice, ChoiceLook, Choices, picked};
pub use error_summary::{ErrorSummary, FieldError};
pub use field::{FieldFrame, FieldNote, described_by};
pub use heading::PageHeading;
pub use link::{Link, LinkLook};
pub use notice::{Notice, NoticeLook};
pub use steps::{StepItem, StepState, Steps, StepsLook};
pub use text_area::TextArea;
pub use text_field::{TextField, TextKind};

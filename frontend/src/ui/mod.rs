//! Building blocks, each with label, hint and error tied to the control. They know nothing of the domain and never
//! fetch. Their style is in `styles/ui/<name>.css`.
mod alert;
mod ask_first;
mod bound;
mod button;
mod checkbox;
mod choice_field;
mod choices;
mod counter;
mod error_summary;
mod field;
mod heading;
mod link;
mod notice;
mod said;
mod steps;
mod text_area;
mod text_field;

pub use alert::Alert;
pub use ask_first::AskFirst;
pub use bound::Bound;
pub use button::{Button, ButtonLook};
pub use checkbox::Checkbox;
pub use choice_field::ChoiceField;
pub use choices::{Choice, ChoiceLook, Choices, picked};
pub use counter::Counter;
pub use error_summary::{ErrorSummary, FieldError};
pub use field::{FieldFrame, FieldNote, described_by};
pub use heading::PageHeading;
pub use link::{Link, LinkLook};
pub use notice::{Notice, NoticeLook};
pub use said::Said;
pub use steps::{StepItem, StepState, Steps, StepsLook};
pub use text_area::TextArea;
pub use text_field::{TextField, TextKind};

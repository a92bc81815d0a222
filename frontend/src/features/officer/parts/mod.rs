//! Small things the AF's pages share.
mod check;
mod code;
mod copy;
mod facts;
mod form;
mod heading;
mod listed;
mod modal;
mod recovery;
mod said;
mod select;
mod timer;
mod word;

pub use check::Check;
pub use code::CodeToCopy;
pub use copy::{CopyButton, typed_text};
pub use facts::Facts;
pub use form::Form;
pub use heading::Heading;
pub use listed::{Keyed, Listed, Repeated, item};
pub use modal::Modal;
pub use recovery::RecoveryCodes;
pub use said::said;
pub use select::{Select, SelectOption};
pub use timer::{every, every_minute, on_focus};
pub use word::take_word;

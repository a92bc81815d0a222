//! Small things the AF's pages share.
mod check;
mod code;
mod copy;
mod facts;
mod form;
mod heading;
mod modal;
mod name;
mod recovery;
mod select;
mod table;
mod timer;
mod token;

pub use check::Check;
pub use code::CodeToCopy;
pub use copy::{CopyButton, typed_text};
pub use facts::Facts;
pub use form::Form;
pub use heading::Heading;
pub use modal::Modal;
pub use name::{name_of, name_or_id};
pub use recovery::RecoveryCodes;
pub use select::{Select, SelectOption};
pub use table::{csv_moment, csv_row};
pub use timer::{every, every_minute, on_focus};
pub use token::take_token;

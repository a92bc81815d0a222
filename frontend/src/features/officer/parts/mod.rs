//! Small things the AF's pages share, and the building blocks that only they use.
mod check;
mod code;
mod facts;
mod heading;
mod name;
mod recovery;
mod token;
mod unreadable;

pub use crate::{
    back::Back,
    csv::{Table, csv_moment},
    ui::{CopyButton, Form, Modal, Select, SelectOption, every, every_minute, on_focus, typed_text},
};
pub use check::Check;
pub use code::CodeToCopy;
pub use facts::Facts;
pub use heading::Heading;
pub use name::{name_of, name_or_id};
pub use recovery::RecoveryCodes;
pub use token::take_token;
pub use unreadable::UnreadableNotice;

//! Small things the AF's pages share, and the building blocks that only they use.
mod code;
mod facts;
mod heading;
mod not_found;
mod unreadable;

pub use crate::{
    back::Back,
    browser::take_token,
    check::Check,
    csv::{Table, csv_moment},
    messages::officer::{name_of, name_or_id},
    ui::{CopyButton, Form, Modal, RecoveryCodes, Select, SelectOption, every, every_minute, on_focus, typed_text},
};
pub use code::CodeToCopy;
pub use facts::Facts;
pub use heading::Heading;
pub use not_found::not_found;
pub use unreadable::UnreadableNotice;

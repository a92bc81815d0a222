//! What of a case may go where: what the decision asks for a receiver, and the page of what goes there.
mod agenda;
mod asked;
mod choice;
mod content;
mod kept;
mod packing;
mod page;
mod paper;
mod register;
mod sent;

pub use agenda::AgendaPage;
pub use asked::asked;
pub use kept::gone;
pub use page::PackPage;
pub use register::to_register;
pub use sent::sent;

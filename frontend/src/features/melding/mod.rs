//! The form of the melding, for everybody who fills it in: the melder in steps, an AF on one page while the melder is
//! on the phone. Questions and behaviour are the same for both. The texts come from a [`Wording`]. Each has its own
//! pages around the form and its own way to send it.
mod code;
mod excluded;
mod fields;
mod findings;
mod forms;
mod part_fields;
mod reporter;
mod safety;
mod signal_row;
mod signals;
mod store;
mod story;
mod subject;
mod veilig_thuis;
mod wording;

pub use code::CodeShown;
pub use findings::{Offered, of_failure};
pub use part_fields::PartFields;
pub use reporter::{KmtFields, WayField};
pub use store::Melding;
pub use wording::Wording;

//! A pack (stuk): what of a case goes to one receiver of the decision, and what stays.
//!
//! The table of the gemeente ([`crate::sharing`]) says which kinds of data may go. What people wrote in their own words
//! goes only after an AF read it. Whatever the table says, the melder is not in it: not their name, nor what they and
//! the AF said to each other, and their name and number are blanked in everything else.
//!
//! What goes is kept as it goes: the file stands beside the case, and the timeline says so:
//! [`PackKept`](super::notes::PackKept).
mod agenda;
mod item;
mod kept;
#[cfg(feature = "export")]
mod make;
mod register;
#[cfg(feature = "schema")]
mod schema;
mod take;

pub use agenda::{AgendaPack, AgendaPacks, AgendaToPrint, MOST_ON_AGENDA, OnAgenda, still_goes};
pub use item::{KeptBack, KeptWhy, PackItem, PackPerson, PackValue, RoleAndAge};
pub use kept::{KeptPack, MOST_PACKS, PackToKeep, PackToSee, kept_now, may_go};
#[cfg(feature = "export")]
pub use make::{Beside, Made, pack, register_file};
pub use register::{RegisterFile, RegisterReferral};
#[cfg(feature = "schema")]
pub use schema::{pack_schema, register_schema};
pub use take::{Pack, PackAnswer, PackQuestion};

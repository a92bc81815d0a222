//! Settings (inrichting): what the functioneel beheerder changes on screen, as an overlay on the profile's file.
//!
//! The file stays the base. A part of the settings that was never changed is absent here, and the file's holds. The
//! page, the API and `meldroute profiel` use one check: [`Part::check`]. The numbers 112, of Veilig Thuis and of the
//! police are no part of it: the first screen never depends on a store.
mod bounds;
mod check;
mod list;
mod origins;
mod over;
mod parts;
mod phones;
mod ranks;
mod sharing;
#[cfg(test)]
mod tests;
mod words;

pub use bounds::terms_within;
pub use check::{LONGEST_MINUTES, MOST_DAYS, MOST_FUNCTIONS, MOST_PROCESSORS, MOST_SOURCES, MOST_TEXTS};
pub use list::{MOST_SIGNALS, check_list};
pub use parts::{Part, PartKind, Settings};
pub use phones::Phones;
pub use words::{MOST_GROUPS, MOST_WORDS};

impl Settings {
    /// Whether every part is in order.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        PartKind::ALL.iter().all(|kind| self.part(*kind).check().is_empty())
    }

    /// As everybody may see it: without the achterwacht, and without what only the register holds.
    #[must_use]
    pub fn shown(self) -> Self {
        let phones = self.phones.map(|phones| Phones { backup: None, ..phones });
        Self { phones, register: None, processors: None, ..self }
    }
}

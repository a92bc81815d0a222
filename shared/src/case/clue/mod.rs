//! Clues (aanknopingspunten): the names, addresses, telephone numbers and number plates in a case, in a normal form in
//! which two people write the same thing alike.
//!
//! They are what an index finds a closed case by, and what two open cases of one gemeente can have in common. The
//! melder's own name and telephone number are no clues: the melder is protected, and the case is not about them.
mod kind;
#[cfg(feature = "export")]
mod of_case;
#[cfg(feature = "export")]
mod read;
#[cfg(all(test, feature = "export"))]
mod tests;

pub use kind::{ClueKind, SharedClue};
#[cfg(feature = "export")]
pub use of_case::{Shelf, clues, ever, shelf};
#[cfg(feature = "export")]
pub use read::sought;

/// Something by which two cases can be found to be about the same. Its text is about people, so it is not printed.
#[cfg(feature = "export")]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clue {
    kind: ClueKind,
    value: String,
}

#[cfg(feature = "export")]
impl Clue {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> ClueKind {
        self.kind
    }

    /// The normal form, in which equal ones are equal.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

#[cfg(feature = "export")]
impl std::fmt::Debug for Clue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clue({:?}, …)", self.kind)
    }
}

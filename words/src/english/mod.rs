//! The melder's texts in English, for colleagues who need it. Plain English (B1) as the Dutch is plain, and by the same
//! exhaustive match. Names that are Dutch in law or on a door stay Dutch: Veilig Thuis, aandachtsfunctionaris.
pub mod days;
pub mod field;
pub mod finding;
pub mod melder;
mod names;
pub mod problem;
pub mod stages;

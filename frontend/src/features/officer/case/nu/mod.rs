//! The card of what to do now: its title names its first button, and what a colleague asks stands in it.
mod actions;
mod asked;
mod card;
#[cfg(test)]
mod tests;

pub use actions::actions;
pub use card::NowCard;

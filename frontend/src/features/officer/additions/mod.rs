//! What the melder added with the code: on the page of a case, on that of the decision, and as a notice on the AF's
//! list where the case is closed.
mod card;
mod late;
mod order;

pub use card::{AdditionsCard, SaidBefore};
pub use late::LateAdditions;
pub use order::with_additions;

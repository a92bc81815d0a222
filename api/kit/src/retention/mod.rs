//! Keeping and destroying closed cases: what is due, who agreed, real deletion, and the declaration that stays.
//!
//! What may be done is decided in [`shared::retention`]. Here is the order in which it is done, so that a stop anywhere
//! leaves work that the next [`finish`] completes.
mod certificates;
mod destroy;
mod register;
mod sweep;
#[cfg(test)]
mod tests;
mod waiting;

pub use certificates::{Destroyed, certificates, destroyed};
pub use destroy::finish;
pub use register::{approve, propose, reject};
pub use sweep::{Counts, counts, due_cases, sweep};
pub use waiting::waiting;

pub(crate) use sweep::prepare;

use crate::Failure;
use shared::{
    contract::{ErrorItem, ProblemKind},
    retention::destruction::DestructionRefusal,
};

impl From<DestructionRefusal> for Failure {
    fn from(refusal: DestructionRefusal) -> Self {
        let detail = "Het dossier of het voorstel is niet zoals dit het vraagt.".into();
        let item = ErrorItem { pointer: String::new(), code: refusal.as_str().into(), detail };
        Self::Problem(ProblemKind::Refused, "Bekijk de lijst opnieuw.", vec![item])
    }
}

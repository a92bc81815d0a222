//! The steps in which an act is possible, and the steps it leads to.
use crate::case::Step;

/// Every step.
pub(super) const EVERY: &[Step] = Step::ALL;
/// Every step before the case is closed.
pub(super) const OPEN: &[Step] =
    &[Step::Received, Step::InContact, Step::Investigation, Step::Decision, Step::Referred];

/// After the first contact, or after it was decided to go on without: where a melder can be asked something, and can be
/// told what was decided. In a joined report that is the decision of its lead case.
pub(super) const TOLD_IN: &[Step] = &[Step::InContact, Step::Investigation, Step::Decision, Step::Referred];

/// Every step before the decision.
pub(super) const UNDECIDED: &[Step] = &[Step::Received, Step::InContact, Step::Investigation, Step::Decision];

/// The steps that an act leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// It stays in its step.
    Stays,
    /// One of these steps.
    To(&'static [Step]),
    /// To one of these at once, or when a second person has agreed; until then it stays.
    StaysOrTo(&'static [Step]),
    /// The steps that the proposals lead to which can wait in this step.
    AsProposed,
    /// It is outside the route: possible in every step, without changing the step.
    Beside,
    /// It has a register of its own, beside the case.
    Register,
}

//! A step of the route as a page shows it.

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Here.
    Current,
    /// Still to come.
    ToDo,
}

/// A step of the route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepItem {
    /// Its name.
    pub label: String,
    /// When, or by when.
    pub note: Option<String>,
    /// The state.
    pub state: StepState,
}

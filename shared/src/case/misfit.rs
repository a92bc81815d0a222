/// An event that cannot have happened in the state it comes after: the stored case was damaged or tampered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit;

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the stored case has an event that does not fit the state before it")
    }
}

impl std::error::Error for Misfit {}

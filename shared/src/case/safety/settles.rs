use crate::case::notes::{NotNeededFor, VttNote};

/// What a record about Veilig Thuis settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settles {
    /// Everything: Veilig Thuis knows of it.
    All,
    /// Everything, as soon as KMT was asked.
    OnceKmtIsAsked,
    /// Only what was said about this.
    Only(NotNeededFor),
    /// Nothing: it stays as open as it was.
    Nothing,
}

impl VttNote {
    /// What it settles. Advice is not a melding.
    #[must_use]
    pub fn settles(&self) -> Settles {
        match self {
            Self::Reported { .. } | Self::TakenOver { .. } => Settles::All,
            Self::Declined { .. } => Settles::OnceKmtIsAsked,
            Self::NotNeeded { because, .. } => Settles::Only(*because),
            Self::Advised {} | Self::NotReached {} | Self::NotYet { .. } => Settles::Nothing,
        }
    }
}

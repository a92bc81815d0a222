//! What a text is for, and what may be found in it.

/// What a text is for. Where somebody was asked for a place or for vehicles, more is taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Who somebody is.
    Name,
    /// Where something is.
    Place,
    /// Which vehicles there are.
    Vehicles,
    /// Anything.
    Text,
    /// What somebody looks for.
    Sought,
}

impl Field {
    /// Whether any words before a number can be a street.
    pub fn is_place(self) -> bool {
        match self {
            Self::Place | Self::Sought => true,
            Self::Name | Self::Vehicles | Self::Text => false,
        }
    }

    /// Whether letters and digits in any form can be a number plate.
    pub fn is_vehicle(self) -> bool {
        match self {
            Self::Vehicles | Self::Sought => true,
            Self::Name | Self::Place | Self::Text => false,
        }
    }

    /// Whether the whole text can be a name.
    pub fn is_name(self) -> bool {
        match self {
            Self::Name | Self::Sought => true,
            Self::Place | Self::Vehicles | Self::Text => false,
        }
    }
}

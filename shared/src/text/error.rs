/// Why a text was refused. The texts for it are in the frontend's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
    /// More characters than the type's `MAX`.
    TooLong,
    /// A character that is not one of a code.
    BadCharacter,
    /// Not the shape of what is asked (a telephone number, an e-mail address).
    BadShape,
}

impl std::fmt::Display for TextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "is leeg",
            Self::TooLong => "is te lang",
            Self::BadCharacter => "bevat een teken dat hier niet kan",
            Self::BadShape => "heeft niet de juiste vorm",
        })
    }
}

impl std::error::Error for TextError {}

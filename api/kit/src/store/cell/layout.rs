//! How keys are made: what follows the name of a kind.
/// What follows a kind's name in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Nothing: there is one value of this kind.
    Alone,
    /// Nothing, and the value is a counter, which the store itself adds to.
    Counter,
    /// `:` and a number from 0.
    Number,
    /// `:` and a case's id.
    Case,
    /// `:` and so many hex digits.
    Hex(usize),
    /// The same, and the value is a counter.
    Tally(usize),
}

impl Layout {
    /// Whether this can follow the name.
    pub(super) fn takes(self, rest: &str) -> bool {
        let Some(end) = rest.strip_prefix(':') else {
            return rest.is_empty() && matches!(self, Self::Alone | Self::Counter);
        };
        let hex = |length| end.len() == length && end.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        match self {
            Self::Alone | Self::Counter => false,
            Self::Number => end.parse::<i64>().is_ok_and(|number| number >= 0 && number.to_string() == end),
            Self::Case => hex(32),
            Self::Hex(length) | Self::Tally(length) => hex(length),
        }
    }

    /// Whether the value is a counter.
    pub(super) fn is_counter(self) -> bool {
        match self {
            Self::Counter | Self::Tally(_) => true,
            Self::Alone | Self::Number | Self::Case | Self::Hex(_) => false,
        }
    }
}

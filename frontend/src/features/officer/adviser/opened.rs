use shared::contract::{KmtForAdviser, KmtLink};

/// A question that was opened, with what opened it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The link and the code: sent again with the answer.
    pub access: KmtLink,
    /// The question as it is now.
    pub question: KmtForAdviser,
}

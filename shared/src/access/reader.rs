use super::Viewer;

/// Who reads a list about cases: due work, proposals, declarations, requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// An AF. What they are shown of a case follows from their relation to it.
    Officer(Viewer),
    /// The FG. They are shown every case, by number and without content.
    PrivacyOfficer,
}

/// Has a Dutch name that is always the same. A control can show a choice by it without
/// knowing what it is about.
pub trait Words: Copy {
    /// As shown, without a full stop.
    fn words(self) -> &'static str;

    /// The same in small letters, within a sentence. The capitals of these names are ASCII; the tables for all others
    /// weigh more than the names.
    fn lower(self) -> String {
        self.words().to_ascii_lowercase()
    }
}

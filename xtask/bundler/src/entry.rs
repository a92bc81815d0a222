//! The entries of the frontend.

/// A binary of the frontend crate, and its page.
pub struct Entry {
    /// the binary
    pub name: &'static str,
    /// its page
    pub page: &'static str,
    /// whether pages of it are loaded later
    pub in_parts: bool,
}

/// The entries.
pub const ENTRIES: [Entry; 2] = [
    Entry { name: "melder", page: "index.html", in_parts: false },
    Entry { name: "officer", page: "af.html", in_parts: true },
];

//! The entries of the frontend.

/// A binary of the frontend crate, and its page.
pub struct Entry {
    /// the binary
    pub name: &'static str,
    /// its page
    pub page: &'static str,
    /// whether pages of it are loaded later
    pub in_parts: bool,
    /// a second page with the same module, and with other scripts where it has them
    pub second: Option<Second>,
}

/// A page that uses the module of an entry in another way.
pub struct Second {
    /// its name in addresses
    pub name: &'static str,
    /// the page
    pub page: &'static str,
    /// the folder in `frontend/js/` with `page.js`, which comes before the module, and with the scripts that come in
    /// the place of those of the same name
    pub scripts: &'static str,
}

/// To practise with: the same form, and nothing is kept or sent.
const PRACTICE: Second = Second { name: "oefenen", page: "oefenen.html", scripts: "practice" };

/// The entries.
pub const ENTRIES: [Entry; 2] = [
    Entry { name: "melder", page: "index.html", in_parts: false, second: Some(PRACTICE) },
    Entry { name: "officer", page: "af.html", in_parts: true, second: None },
];

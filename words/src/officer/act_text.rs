//! The texts of an act, and the form of their table.
/// The texts of an act: its button, its dialog, and when it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActText {
    /// On the button of the case page, and in the audit.
    pub(super) button: &'static str,
    /// The heading of its dialog.
    pub title: &'static str,
    /// One sentence under it, if there is something to know first.
    pub lead: &'static str,
    /// On the button that sends it.
    pub send: &'static str,
    /// The text for a screen reader when the act was done.
    pub done: &'static str,
}

impl ActText {
    /// The texts of an act whose row gives only the button.
    pub(super) const fn of(button: &'static str) -> Self {
        Self { button, title: button, lead: "", send: "Leg vast", done: "Vastgelegd. Het staat in de tijdlijn." }
    }
}

macro_rules! acts {
    ($($kind:ident = $button:literal $({ $($field:ident: $text:literal),+ $(,)? })?),+ $(,)?) => {
        /// The texts of an act.
        #[must_use]
        pub fn act_text(kind: ActKind) -> ActText {
            match kind {
                $(ActKind::$kind => ActText { $($($field: $text,)+)? ..ActText::of($button) },)+
            }
        }
    };
}
pub(super) use acts;

use leptos::prelude::AnyView;
use shared::{
    indicators::{ExploitationForm, Origin},
    report::{Field, FindingCode, VttState},
};

/// The parts that differ by audience: the texts of the form, and the remarks beside the questions. It holds functions
/// instead of an enum of audiences, so that the texts of one audience are not in the other's wasm module.
pub struct Wording {
    /// The name of a field.
    pub name: fn(Field) -> &'static str,
    /// The field whose name is the heading of its page already. It is then not shown twice.
    pub heading: Option<Field>,
    /// Under the name; empty for none.
    pub hint: fn(Field) -> &'static str,
    /// What to do about a finding.
    pub finding: fn(Field, FindingCode) -> String,
    /// What the browser may fill in by itself: the value of `autocomplete`.
    pub autocomplete: fn(Field) -> &'static str,
    /// What a form of exploitation is; empty for none.
    pub form_hint: fn(ExploitationForm) -> &'static str,
    /// The question how a ticked signal is known.
    pub how_known: &'static str,
    /// An answer to that question.
    pub origin: fn(Origin) -> &'static str,
    /// The heading of a group of signals, at the level that fits the page.
    pub group_heading: fn(String) -> AnyView,
    /// What to know when it is about a colleague.
    pub about_colleague: fn() -> AnyView,
    /// What to do in acute danger.
    pub acute: fn() -> AnyView,
    /// What to know about Veilig Thuis.
    pub veilig_thuis: fn() -> AnyView,
    /// What follows from what was done about Veilig Thuis; empty for nothing.
    pub after_veilig_thuis: fn(VttState) -> &'static str,
}
